import type { Migrations } from '../open-database.ts';
import { createCoordination } from './0001-coordination.ts';
import { createDocuments } from './0001-documents.ts';
import { createPosts } from './0001-posts.ts';
import { slimDuplicates } from './0002-slim-duplicates.ts';

/** A step that was released never changes: a later one alters what it made. */
export const POST_MIGRATIONS: Migrations = { part: 'posts', steps: [createPosts] };
export const DOCUMENT_MIGRATIONS: Migrations = { part: 'documents', steps: [createDocuments] };
export const COORDINATION_MIGRATIONS: Migrations = { part: 'coordination', steps: [createCoordination, slimDuplicates] };
