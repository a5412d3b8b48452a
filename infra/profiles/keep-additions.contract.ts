import { describe, expect, it, vi } from 'vitest';
import { aliasDocument, odsFileDocument, odsRecordsDocument, type Additions, type OdsRecord } from '#core/organisations/additions.ts';
import type { OpenDocumentStores } from '#core/ports/document-store.contract.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import { keepAdditions, readAdditions } from './keep-additions.ts';

const AT = '2026-11-16T09:00:00.000Z';
const practice = (code: string, name: string): OdsRecord => ({ kind: 'practice', code, name, parent: 'QWO', near: [] });

async function putFile(documents: DocumentStore, id: string, hash: string, importedAt: string, ...parts: OdsRecord[][]): Promise<void> {
  for (const [n, records] of parts.entries()) await documents.put(odsRecordsDocument, `${id}/${hash}/${n}`, records, 'any');
  const file = { fileName: `${id}.csv`, hash, effectiveFrom: '2026-11-01', importedAt, practices: parts.flat().length, sites: 0 };
  await documents.put(odsFileDocument, id, file, 'any');
}

/** How what a team adds reaches those who use it, on every document store. */
export function keepAdditionsContract(name: string, open: OpenDocumentStores): void {
  describe(`added organisations and aliases on ${name}`, () => {
    it('are taken up at the start, and again when another process changes them', async () => {
      const [one, other] = await open();
      await using _one = one;
      await using _other = other;
      const taken: Additions[] = [];
      const codes = () => taken.at(-1)?.records.map(({ code }) => code);
      await one.put(aliasDocument, 'the brook', { text: 'the Brook', ods: 'RR8', addedAt: AT }, 'absent');
      await using _kept = await keepAdditions({ use: (additions) => taken.push(additions) }, other, { everyMs: 20 });
      expect(taken).toEqual([{ aliases: [{ text: 'the Brook', ods: 'RR8', addedAt: AT }], records: [] }]);

      await putFile(one, 'epraccur', 'a'.repeat(16), AT, [practice('A99001', 'One')], [practice('A99002', 'Two')]);
      await vi.waitUntil(() => codes()?.join() === 'A99001,A99002', { timeout: 10_000 });
      await one.remove(aliasDocument, 'the brook');
      await vi.waitUntil(() => taken.at(-1)?.aliases.length === 0, { timeout: 10_000 });
      expect(taken).toHaveLength(3);
    });

    it('are of the newest extract, and only of those that are whole', async () => {
      const [one, other] = await open();
      await using _one = one;
      await using _other = other;
      await putFile(one, 'z-older', 'a'.repeat(16), AT, [practice('A99001', 'Older'), practice('A99002', 'Only there')]);
      await putFile(one, 'a-newer', 'b'.repeat(16), '2026-11-17T09:00:00.000Z', [practice('A99001', 'Newer')]);
      await one.put(odsRecordsDocument, `half/${'c'.repeat(16)}/0`, [practice('A99003', 'Half')], 'any');
      const { records } = await readAdditions(other);
      expect(Object.fromEntries(records.map(({ code, name: of }) => [code, of]))).toEqual({ A99001: 'Newer', A99002: 'Only there' });
    });

    it('stay as they were while the store can not be read, and nothing is taken up where nothing was added', async () => {
      const [one, other] = await open();
      await using _one = one;
      await using _other = other;
      const errors: unknown[] = [];
      let uses = 0;
      let isAway = true;
      const list: DocumentStore['list'] = (kind, options) => (isAway ? Promise.reject(new Error('away')) : other.list(kind, options));
      await using _kept = await keepAdditions({ use: () => uses++ }, { list }, { everyMs: 20, onError: (error) => errors.push(error) });
      expect([errors.length, uses]).toEqual([1, 0]);
      isAway = false;
      await one.put(aliasDocument, 'the brook', { text: 'the Brook', ods: 'RR8', addedAt: AT }, 'absent');
      await vi.waitUntil(() => uses === 1, { timeout: 10_000 });
    });
  });
}
