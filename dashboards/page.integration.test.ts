import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW_MS } from '#api/test-support/world.ts';
import { DAY_MS, HOUR_MS } from '#core/calendar.ts';
import { buildPost } from '#core/test-support/analysed-post.ts';
import { PAGE_FOLDER } from '#infra/build-page.ts';
import { testChromium } from '#infra/test-servers/in-tests.ts';
import { openPageUnderTest, type PageUnderTest } from './test-support/browser.ts';

const WAITING = 'access.waiting';
const HOSTILE = '<img src=x onerror="window.hurt = 1"><script>window.hurt = 1</script> {{7*7}} \u202Eback';
const MAX_INITIAL_BYTES = 250_000;

const chromium = testChromium();

describe.skipIf(!chromium)('the page', () => {
  let under: PageUnderTest;

  beforeAll(async () => {
    under = await openPageUnderTest(chromium!);
    const many = Array.from({ length: 60 }, (_, nth) =>
      buildPost({
        name: `many-${nth}`,
        text: `Waited ${nth} hours in the clinic`,
        createdAtMs: NOW_MS - nth * 5 * HOUR_MS,
        themes: [WAITING],
        sentiment: nth % 3 ? 'negative' : 'mixed',
      }),
    );
    await under.world.save(
      ...many,
      buildPost({
        name: 'kind',
        text: 'The midwives were so kind',
        createdAtMs: NOW_MS - DAY_MS,
        themes: ['staff.kindness'],
        sentiment: 'positive',
      }),
      buildPost({ name: 'hostile', text: HOSTILE, title: HOSTILE, createdAtMs: NOW_MS - 2 * HOUR_MS, source: 'reviews' }),
      buildPost({ name: 'arabic', text: 'انتظرنا طويلا', createdAtMs: NOW_MS - HOUR_MS, lang: 'ar', sentiment: null }),
      buildPost({
        name: 'leeds',
        text: 'Leeds was good',
        createdAtMs: NOW_MS - 3 * HOUR_MS,
        sentiment: 'positive',
        places: ['RR8'],
        insight: { organisations: [{ ods: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', basis: 'alias', start: 0, end: 5 }] },
      }),
    );
  });

  afterAll(() => under?.[Symbol.asyncDispose]());

  const comments = (page: Page) => page.locator('.posts > li');
  const summary = (page: Page) => page.locator('section[aria-labelledby="volume-heading"] p').first();

  async function ready(page: Page): Promise<void> {
    await page.locator('.chart canvas').waitFor();
    await page.locator('.posts > li').first().waitFor();
  }

  describe.each([
    ['wide', { width: 1280, height: 900 }],
    ['as narrow as a small phone', { width: 320, height: 700 }],
  ])('%s', (_, size) => {
    test('has nothing that axe finds, nothing that the security policy refuses, and no sideways scrolling', async () => {
      const { page, faults } = await under.open('/?theme=access.waiting', size);
      await ready(page);
      for (const details of await page.locator('details').all()) await details.locator('summary').click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(faults).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
      await page.close();
    });
  });

  test('says what it shows: the period, that the data is invented, how much, and what that rests on', async () => {
    const { page } = await under.open();
    await ready(page);
    expect(await page.locator('h1').textContent()).toBe('Thursday 22 October to Wednesday 18 November 2026');
    expect(await page.locator('header').textContent()).toContain('Synthetic data.');
    expect(await page.title()).toContain('Synthetic data');
    expect(await summary(page).textContent()).toContain('64 posts');
    expect(await summary(page).textContent()).toContain('1 post in other languages is not analysed');
    expect(await page.locator('.chart').getAttribute('aria-label')).toContain('64 posts');
    expect(await page.getByText('Rests on 64 posts').textContent()).toContain('bluesky');
    await page.close();
  });

  test('a theme narrows everything, stands in the address, and goes with its pill or with back', async () => {
    const { page } = await under.open();
    await ready(page);
    await page.getByRole('button', { name: 'Kindness', exact: true }).first().click();
    await page.getByText('1 comment, newest first').waitFor();
    expect(new URL(page.url()).searchParams.get('theme')).toBe('staff.kindness');
    expect(await comments(page).count()).toBe(1);

    await page.getByRole('button', { name: /^Theme: Kindness/ }).click();
    await page.getByText('64 comments, newest first').waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

    await page.goBack();
    await page.getByText('1 comment, newest first').waitFor();
    await page.goBack();
    await page.getByText('64 comments, newest first').waitFor();
    await page.close();
  });

  test('words, a feeling and days are searched together, and more comments come on request', async () => {
    const { page } = await under.open();
    await ready(page);
    await page.getByLabel('Search the comments').fill('waiting clinic');
    await page.getByLabel('Feeling').selectOption('negative');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('40 comments, newest first').waitFor();
    expect(await comments(page).count()).toBe(20);
    await page.getByRole('button', { name: 'Show more comments' }).click();
    await expect.poll(() => comments(page).count()).toBe(40);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByText('64 comments, newest first').waitFor();
    await page.close();
  });

  test('a column of the chart and a row of its table lead to that day', async () => {
    const { page } = await under.open();
    await ready(page);
    const box = (await page.locator('.chart').boundingBox())!;
    await page.mouse.click(box.x + box.width - 20, box.y + box.height / 2);
    await page.getByRole('heading', { name: 'Wednesday 18 November 2026' }).waitFor();
    await page.goBack();
    await page.getByText('The chart as a table').click();
    await page.getByRole('button', { name: '17 November 2026' }).click();
    await page.getByRole('heading', { name: 'Tuesday 17 November 2026' }).waitFor();
    await page.close();
  });

  test('a place and a source narrow too', async () => {
    const { page } = await under.open();
    await ready(page);
    await page.getByRole('button', { name: /^Leeds Teaching Hospitals/ }).click();
    await page.getByText('1 comment, newest first').waitFor();
    expect(new URL(page.url()).searchParams.get('place')).toBe('RR8');
    await page.getByRole('button', { name: /^Place: Leeds Teaching Hospitals NHS Trust/ }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: /^reviews/ }).click();
    await page.getByText('1 comment, newest first').waitFor();
    expect(new URL(page.url()).searchParams.get('source')).toBe('reviews');
    await page.close();
  });

  test('markup in a comment is text and nothing else', async () => {
    const { page, faults } = await under.open('/?source=reviews');
    await ready(page);
    expect(await page.locator('.posts__text bdi').textContent()).toContain('<img src=x onerror=');
    expect(await page.locator('.posts img, .posts script').count()).toBe(0);
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a query that is wrong says where, one that finds nothing what to do', async () => {
    const { page } = await under.open(`/?q=${encodeURIComponent('(delay')}`);
    const alert = page.getByRole('alert').first();
    await alert.waitFor();
    expect(await alert.textContent()).toContain('"(" has no ")"');
    await page.goto(`${under.address}/?q=unicorn`);
    await page.getByText('No comments match.').first().waitFor();
    await page.close();
  });

  test('says so when the server does not answer', async () => {
    const { page } = await under.open();
    await ready(page);
    await page.route('**/v1/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Last 7 days' }).click();
    await page.getByText('The comments could not be shown. Earshot did not answer.').waitFor();
    await page.close();
  });

  test('can be used from the keyboard, the first stop being the skip link', async () => {
    const { page } = await under.open();
    await ready(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content');
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details').first().getAttribute('open')).not.toBeNull();
    await page.close();
  });

  test('the first script is small and the chart library comes later', async () => {
    const html = await readFile(join(PAGE_FOLDER, 'index.html'), 'utf8');
    const scripts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map((match) => match[1]!);
    const sizes = await Promise.all(scripts.map(async (name) => gzipSync(await readFile(join(PAGE_FOLDER, name))).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_INITIAL_BYTES);
    expect((await readdir(join(PAGE_FOLDER, 'assets'))).some((name) => name.startsWith('draw-volume-'))).toBe(true);
    expect(scripts.some((name) => name.includes('draw-volume'))).toBe(false);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
  });
});
