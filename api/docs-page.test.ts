import { expect, it } from 'vitest';
import { openApiText } from './openapi.ts';
import { openWorld } from './test-support/world.ts';

it('documents every route, without script and without another host', async () => {
  await using world = await openWorld();
  const answer = await world.request('/docs');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  const page = await answer.text();
  const { paths } = JSON.parse(openApiText()) as { paths: Record<string, object> };
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods)) expect(page).toContain(`<code>${method.toUpperCase()} ${path}</code>`);
  }
  expect(page).not.toMatch(/<script|style="|https?:\/\//);
  expect(page).toContain('&quot;phrases&quot;');
  expect((await world.request('/docs/style.css')).headers.get('content-type')).toContain('text/css');
});
