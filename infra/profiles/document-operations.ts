import { z } from 'zod';
import { companionMeasureDocument, companionValuesDocument } from '#core/companions/companion.ts';
import { aliasDocument, odsFileDocument, odsRecordsDocument } from '#core/organisations/additions.ts';
import type { DocumentKind, DocumentStore } from '#core/ports/document-store.ts';
import { defineOperation } from './operation.ts';
import type { ProfileAccess } from './with-profile.ts';

/** What commands may read and write; no other kind can be reached. */
const KINDS: Record<string, DocumentKind<unknown>> = Object.fromEntries(
  [aliasDocument, odsFileDocument, odsRecordsDocument, companionMeasureDocument, companionValuesDocument].map((kind) => [
    kind.name,
    kind as DocumentKind<unknown>,
  ]),
);

const kind = z.string().refine((name) => Object.hasOwn(KINDS, name), 'is no kind of document that commands may reach');
const id = z.string().min(1).max(400);
const revision = z.number().int().positive();

export const listDocumentsOperation = defineOperation({
  name: 'documents-list',
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

export const putDocumentOperation = defineOperation({
  name: 'documents-put',
  input: z.object({ kind, id, value: z.unknown(), expected: z.union([revision, z.enum(['absent', 'any'])]) }),
  output: revision.nullable(),
  run: ({ documents }, { kind: name, id: of, value, expected }) => documents.put(KINDS[name]!, of, value, expected),
});

export const removeDocumentOperation = defineOperation({
  name: 'documents-remove',
  input: z.object({ kind, id }),
  output: z.boolean(),
  run: ({ documents }, { kind: name, id: of }) => documents.remove(KINDS[name]!, of),
});

export type ReachableDocuments = Pick<DocumentStore, 'list' | 'put' | 'remove'>;

/** Documents in the stores that a command has access to, wherever they are open. */
export function reachDocuments({ call }: Pick<ProfileAccess, 'call'>): ReachableDocuments {
  return {
    async list(of, options) {
      const page = await call(listDocumentsOperation, { kind: of.name, ...options });
      return { ...page, documents: page.documents.map((document) => ({ ...document, value: of.schema.parse(document.value) })) };
    },
    put: (of, documentId, value, expected) => call(putDocumentOperation, { kind: of.name, id: documentId, value, expected }),
    remove: (of, documentId) => call(removeDocumentOperation, { kind: of.name, id: documentId }),
  };
}
