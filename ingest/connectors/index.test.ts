import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { configureSource, configureSources } from '../configure-sources.ts';
import { CONNECTORS } from './index.ts';

test('every folder is a registered connector under its own name, and nothing else is', async () => {
  const entries = await readdir(import.meta.dirname, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(Object.keys(CONNECTORS).sort()).toEqual(folders.sort());
  for (const [id, connector] of Object.entries(CONNECTORS)) expect(connector.meta.id).toBe(id);
});

const accepted = { enabled: true, acceptTerms: true, acceptDerivedMetrics: true };

test('every connector works without any configuration, or names the key that it needs', () => {
  for (const id of Object.keys(CONNECTORS)) {
    try {
      configureSource(id, accepted);
    } catch (error) {
      expect(error).toMatchObject({ outcome: { type: 'config', setting: expect.stringMatching(new RegExp(`^sources\\.${id}\\.\\w+`)) } });
    }
  }
});

test('a source whose terms ask for it is off until they are accepted', () => {
  for (const [id, { meta }] of Object.entries(CONNECTORS)) {
    if (meta.mode === 'file' || meta.policy.enabledByDefault) continue;
    expect(() => configureSource(id, {})).toThrow(/acceptTerms/);
    expect(() => configureSource(id, { enabled: true })).toThrow(/acceptTerms/);
  }
});

test('what may be analysed under an agreement only is not collected without one, though it may be looked at', () => {
  const agreed = Object.entries(CONNECTORS).filter(([, { meta }]) => meta.policy.derivedMetrics === 'by-agreement');
  expect(agreed.map(([id]) => id)).toContain('youtube');
  const own = { ...accepted, apiKey: 'a', channels: ['UCaaaaaaaaaaaaaaaaaaaaaa'] };
  expect(() => configureSource('youtube', { ...own, acceptDerivedMetrics: false })).not.toThrow();
  expect(() => configureSources(['youtube'], { youtube: { ...own, acceptDerivedMetrics: false } })).toThrow(/acceptDerivedMetrics/);
  expect(() => configureSources(['youtube'], { youtube: own })).not.toThrow();
});

test('what can be told of a deletion is told or can be asked for', () => {
  for (const { meta, ...functions } of Object.values(CONNECTORS)) {
    expect('recheck' in functions).toBe(meta.capabilities.deletes === 'recheck');
    if (meta.policy.deleteWithinHours !== null) expect(meta.capabilities.deletes).not.toBe('none');
  }
});

test('every key of every connector says what it is for', () => {
  for (const { meta } of Object.values(CONNECTORS)) {
    const { properties } = z.toJSONSchema(meta.configSchema, { io: 'input', unrepresentable: 'any' });
    const silent = Object.entries(properties ?? {}).filter(([, value]) => typeof value !== 'object' || !value.description);
    expect(silent.map(([key]) => `${meta.id}.${key}`)).toEqual([]);
  }
});
