import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { configureSource } from '../configure-sources.ts';
import { CONNECTORS } from './index.ts';

test('every folder is a registered connector under its own name, and nothing else is', async () => {
  const entries = await readdir(import.meta.dirname, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(Object.keys(CONNECTORS).sort()).toEqual(folders.sort());
  for (const [id, connector] of Object.entries(CONNECTORS)) expect(connector.meta.id).toBe(id);
});

test('every connector works without any configuration', () => {
  for (const id of Object.keys(CONNECTORS)) expect(() => configureSource(id, { enabled: true, acceptTerms: true })).not.toThrow();
});
