import { describe, expect, test } from 'vitest';
import { decodeFeed } from './decode.ts';

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const latin = (text: string) => Buffer.from(text, 'latin1');
const declared = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?>${text}`;

describe('the encoding of a feed', () => {
  test.each([
    ['a byte order mark', bytes([0xef, 0xbb, 0xbf], '<a>é'), undefined, '<a>é'],
    ['a byte order mark against the header', Buffer.from('\uFEFF<a>é', 'utf16le'), 'text/xml; charset=iso-8859-1', '<a>é'],
    ['the shape of UTF-16', Buffer.from('<a>é', 'utf16le'), undefined, '<a>é'],
    ['the shape of UTF-16, other end first', Buffer.from('<a>é', 'utf16le').swap16(), undefined, '<a>é'],
    ['the shape of UTF-32', bytes([0, 0, 0, 0x3c, 0, 0, 0, 0xe9, 0, 1, 0xf6, 0]), undefined, '<é😀'],
    [
      'the header before the declaration',
      bytes(declared('iso-8859-1', ''), [0xd0]),
      'text/xml; charset="koi8-r"',
      declared('iso-8859-1', 'п'),
    ],
    ['the declaration where the header has none', bytes(declared('koi8-r', ''), [0xd0]), 'text/xml', declared('koi8-r', 'п')],
    [
      'the declaration where the header is wrong',
      bytes(declared('gb2312', ''), [0xd6, 0xd0]),
      'text/xml; charset=utf-8',
      declared('gb2312', '中'),
    ],
    ['a declaration under another name', bytes(declared('CP949', ''), [0xb3, 0xe2]), undefined, declared('CP949', '년')],
    ['nothing, in Latin letters', latin('<a>caf\xe9 \x96 \xa35'), undefined, '<a>café – £5'],
    ['what can’t be', latin(declared('utf-8', 'caf\xe9.')), 'text/xml; charset=us-ascii', declared('utf-8', 'café.')],
    ['a name that nobody knows', latin(declared('x-ours', 'caf\xe9.')), 'text/xml; charset=', declared('x-ours', 'café.')],
    ['UTF-16 in the declaration of one that isn’t', bytes(declared('utf-16', 'é.')), undefined, declared('utf-16', 'é.')],
  ])('told by %s', (_, body, contentType, text) => {
    expect(decodeFeed(body, contentType)).toBe(text);
  });

  test('UTF-8 is UTF-8 when Latin is declared, as servers do by habit', () => {
    expect(decodeFeed(bytes(declared('iso-8859-1', 'it’s')), 'text/xml; charset=iso-8859-1')).toBe(declared('iso-8859-1', 'it’s'));
  });

  test('single bytes of windows-1252 in UTF-8 are what they look like there, and don’t spoil the rest', () => {
    expect(decodeFeed(bytes('<a>’’ café £5 it', [0x92], 's'), undefined)).toBe('<a>’’ café £5 it’s');
  });

  test('a body that was cut within a character is read up to it', () => {
    expect(decodeFeed(bytes('<a>it’s caf', [0xc3]), undefined)).toBe('<a>it’s caf');
    expect(decodeFeed(bytes('<a>it’s 😀', [0xf0, 0x9f, 0x98]), undefined)).toBe('<a>it’s 😀');
  });

  test('any bytes give text', () => {
    for (const body of [new Uint8Array(), new Uint8Array(5), Uint8Array.of(0xff), Uint8Array.of(0xfe, 0xff, 0xd8)]) {
      expect(typeof decodeFeed(body, 'text/xml; charset=utf-16')).toBe('string');
    }
  });
});
