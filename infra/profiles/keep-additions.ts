import {
  aliasDocument,
  odsFileDocument,
  odsRecordsDocument,
  type Additions,
  type Alias,
  type OdsFile,
  type OdsRecord,
} from '#core/organisations/additions.ts';
import type { Gazetteer } from '#core/organisations/gazetteer.ts';
import type { Logger } from '#infra/logger.ts';
import type { DocumentKind, DocumentStore, StoredDocument } from '#core/ports/document-store.ts';

export type ReadableDocuments = Pick<DocumentStore, 'list'>;

interface KeepOptions {
  /** How often it is looked for changes. */
  everyMs?: number;
  onError?: (error: unknown) => void;
}

/** What was added is taken up within this time. */
const EVERY_MS = 30_000;
const PAGE = 1_000;
const RECORDS_PAGE = 20;

/** Takes up the aliases, practices and sites that are stored, now and whenever they change, until it is disposed of. */
export async function keepAdditions(
  gazetteer: Pick<Gazetteer, 'use'>,
  documents: ReadableDocuments,
  { everyMs = EVERY_MS, onError }: KeepOptions = {},
): Promise<AsyncDisposable> {
  let taken = '';
  let reading: Promise<void> = Promise.resolve();

  async function takeUp(): Promise<void> {
    const [aliases, files] = await readIndex(documents);
    const state = JSON.stringify([...aliases, ...files].map(({ id, revision, value }) => [id, revision, value]));
    if (state === taken) return;
    const nothing = aliases.length + files.length === 0;
    if (!nothing || taken !== '') gazetteer.use(await withRecords(documents, aliases, files));
    taken = state;
  }

  const attempt = () => takeUp().catch((error: unknown) => onError?.(error));
  await attempt();
  const timer = setInterval(() => {
    reading = reading.then(attempt);
  }, everyMs);
  timer.unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await reading;
    },
  };
}

export function warnOfAdditions(logger: Logger): (error: unknown) => void {
  return (error) =>
    logger.warn({ err: error }, 'added organisations and aliases could not be read; they are looked for again in half a minute');
}

/** What is stored now. */
export async function readAdditions(documents: ReadableDocuments): Promise<Additions> {
  return withRecords(documents, ...(await readIndex(documents)));
}

type Aliases = StoredDocument<Alias>[];
type Files = StoredDocument<OdsFile>[];

function readIndex(documents: ReadableDocuments): Promise<[Aliases, Files]> {
  return Promise.all([listAll(documents, aliasDocument), listAll(documents, odsFileDocument)]);
}

/** Of a code that several extracts hold, the one of the extract that was imported last. */
async function withRecords(documents: ReadableDocuments, aliases: Aliases, files: Files): Promise<Additions> {
  const records = new Map<string, OdsRecord>();
  const oldestFirst = files.toSorted((left, right) => (left.value.importedAt < right.value.importedAt ? -1 : 1));
  for (const { id, value } of oldestFirst) {
    const parts = await listAll(documents, odsRecordsDocument, { prefix: `${id}/${value.hash}/`, limit: RECORDS_PAGE });
    for (const record of parts.flatMap((part) => part.value)) records.set(record.code, record);
  }
  return { aliases: aliases.map(({ value }) => value), records: [...records.values()] };
}

/** Every document of a kind, or with a prefix. */
export async function listAll<T>(
  documents: ReadableDocuments,
  kind: DocumentKind<T>,
  { prefix, limit = PAGE }: { prefix?: string; limit?: number } = {},
): Promise<StoredDocument<T>[]> {
  const all: StoredDocument<T>[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await documents.list(kind, { prefix, after, limit });
    all.push(...page.documents);
    if (page.next === null) return all;
    after = page.next;
  }
}
