import type { Migrations } from '../open-database.ts';
import { createPosts } from './0001-posts.ts';

/** A step that was released never changes: a later one alters what it made. */
export const POST_MIGRATIONS: Migrations = { part: 'posts', steps: [createPosts] };
