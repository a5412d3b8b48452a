import { z } from 'zod';
import { aliasDocument, odsFileDocument, odsRecordsDocument } from '#core/organisations/additions.ts';
import type { DocumentKind, DocumentStore } from '#core/ports/document-store.ts';
import { MATCH_ALL } from '#core/query.ts';
import { defineOperation } from './operation.ts';
import type { ProfileAccess } from './with-profile.ts';

const KINDS: Record<string, DocumentKind<unknown>> = Object.fromEntries(
  [aliasDocument, odsFileDocument, odsRecordsDocument].map((kind) => [kind.name, kind as DocumentKind<unknown>]),
);

const kind = z.string().refine((name) => Object.hasOwn(KINDS, name), 'is no kind of document about organisations');
const id = z.string().min(1).max(400);
const revision = z.number().int().positive();
const READ_TIMEOUT_MS = 60_000;
/** The adapters of the store refuse larger pages. */
const MAX_PAGE = 100;

export const listAdditionsOperation = defineOperation({
  name: 'organisations-list',
  input: z.object({
    kind,
    prefix: z.string().max(400).optional(),
    after: id.optional(),
    limit: z.number().int().min(1).max(1_000).optional(),
  }),
  output: z.object({
    documents: z.array(z.object({ id, revision, value: z.unknown() })),
    unreadable: z.array(z.string()),
    next: z.string().nullable(),
  }),
  run: ({ documents }, { kind: name, ...options }) => documents.list(KINDS[name]!, options),
});

export const putAdditionOperation = defineOperation({
  name: 'organisations-put',
  input: z.object({ kind, id, value: z.unknown(), expected: z.union([revision, z.enum(['absent', 'any'])]) }),
  output: revision.nullable(),
  run: ({ documents }, { kind: name, id: of, value, expected }) => documents.put(KINDS[name]!, of, value, expected),
});

export const removeAdditionOperation = defineOperation({
  name: 'organisations-remove',
  input: z.object({ kind, id }),
  output: z.boolean(),
  run: ({ documents }, { kind: name, id: of }) => documents.remove(KINDS[name]!, of),
});

const position = z.object({ createdAtMs: z.number().int(), id });

/** The unresolved names in a page of posts, oldest first. */
export const readUnresolvedOperation = defineOperation({
  name: 'organisations-unresolved',
  input: z.object({ fromMs: z.number().int(), toMs: z.number().int(), after: position.nullable() }),
  output: z.object({
    posts: z.number(),
    total: z.number(),
    /** Of each post that has some. */
    unresolved: z.array(z.array(z.object({ text: z.string(), candidates: z.array(z.string()) }))),
    next: position.nullable(),
  }),
  async run({ posts: store }, { fromMs, toMs, after }) {
    const selection = { where: MATCH_ALL, fromMs, toMs, order: 'oldest' as const, limit: MAX_PAGE, after: after ?? undefined };
    if (after === null) await store.refresh();
    const { posts, total, next } = await store.search(selection, { timeoutMs: READ_TIMEOUT_MS });
    const unresolved = posts.flatMap(({ insight }) =>
      insight.unresolved.length ? [insight.unresolved.map(({ text, candidates }) => ({ text, candidates }))] : [],
    );
    return { posts: posts.length, total, unresolved, next };
  },
});

export type AdditionDocuments = Pick<DocumentStore, 'list' | 'put' | 'remove'>;

/** The documents about organisations in the stores that a command has access to; no other kind can be reached. */
export function reachAdditions({ call }: Pick<ProfileAccess, 'call'>): AdditionDocuments {
  return {
    async list(of, options) {
      const page = await call(listAdditionsOperation, { kind: of.name, ...options });
      return { ...page, documents: page.documents.map((document) => ({ ...document, value: of.schema.parse(document.value) })) };
    },
    put: (of, documentId, value, expected) => call(putAdditionOperation, { kind: of.name, id: documentId, value, expected }),
    remove: (of, documentId) => call(removeAdditionOperation, { kind: of.name, id: documentId }),
  };
}
