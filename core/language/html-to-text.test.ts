import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlToText } from './html-to-text.ts';

test.each([
  ['plain words', 'plain words'],
  ['<p>One &amp; two</p><p>three<br>four</p>', 'One & two\n\nthree\nfour'],
  ['<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
  ['a<script>alert(1)</script><style>p{}</style>b', 'ab'],
  [
    '<a href="https://example.org/x"><span class="invisible">https://</span><span>example.org</span><span class="invisible">/x</span></a>',
    'https://example.org/x',
  ],
  ['fish &lt;b&gt; chips &#163;5 &nbsp;', 'fish <b> chips £5'],
  ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
  ['unclosed <b>bold', 'unclosed bold'],
  ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
  ['one<object data="x"> two', 'one two'],
  ['one<iframe src="x"/> two', 'one two'],
  ['one<textarea> two', 'one two'],
  ['<script src="x"/>one<template>two</template> three<template> four', 'one three four'],
  ['<svg><title>A chart</title></svg>', 'A chart'],
  ['a<style>p{} and the rest is code as well', 'a'],
])('%j reads as %j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test('any input gives text without throwing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof htmlToText(`<p>${text}`) === 'string'));
});

test('elements that open all others again, paragraph by paragraph, take no time and no memory', () => {
  const fonts = Array.from({ length: 20_000 }, (_, n) => `<font color="${n}">`).join('');
  expect(htmlToText(`<p>${fonts}${'<p>x'.repeat(20_000)}`)).toMatch(/^x\n\nx/);
});

test('markup nested far deeper than the call stack is read', () => {
  expect(htmlToText(`${'<div>'.repeat(50_000)}deep`)).toBe('deep');
});
