import { chromium, type Browser, type Page } from 'playwright-core';
import { createApi } from '#api/create-api.ts';
import { ensurePage } from '#infra/build-page.ts';
import { serve } from '#infra/serve.ts';
import { NOW_MS, openWorld, type World } from '#api/test-support/world.ts';

export interface PageUnderTest extends AsyncDisposable {
  world: World;
  browser: Browser;
  address: string;
  /** A tab of its own. `faults`: everything that the browser complained about, refused styles and scripts included. */
  open(path?: string, size?: { width: number; height: number }): Promise<{ page: Page; faults: string[] }>;
}

/** The built page, served by the API over the embedded stores, in a real browser whose clock stands at `NOW_MS`. */
export async function openPageUnderTest(executablePath: string): Promise<PageUnderTest> {
  await using resources = new AsyncDisposableStack();
  const folder = await ensurePage(process.stderr);
  const world = resources.use(await openWorld(() => ({ page: { folder }, synthetic: true })));
  const server = resources.use(await serve(createApi(world.deps), { host: '127.0.0.1', port: 0 }));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  resources.defer(() => browser.close());
  const owned = resources.move();
  return {
    world,
    browser,
    address: server.address,
    async open(path = '/', size = { width: 1280, height: 900 }) {
      const context = await browser.newContext({ viewport: size, timezoneId: 'America/New_York', locale: 'en-GB' });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      await page.clock.setFixedTime(NOW_MS);
      await page.goto(server.address + path);
      return { page, faults };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
