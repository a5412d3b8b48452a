import { describe } from 'vitest';
import { specifyForgetting } from './post-store-forget.contract.ts';
import { specifyQueries } from './post-store-queries.contract.ts';
import { specifyCounts } from './post-store-counts.contract.ts';
import { specifySearch } from './post-store-search.contract.ts';
import { specifyWrites } from './post-store-writes.contract.ts';
import type { PostStore } from './post-store.ts';

/** Opens an adapter on fresh, empty state. The suite disposes it. */
export type OpenPostStore = () => Promise<PostStore>;

/** What every adapter of `PostStore` promises. */
export function describePostStoreContract(name: string, open: OpenPostStore): void {
  describe(`PostStore on ${name}`, () => {
    specifyWrites(open);
    specifyForgetting(open);
    specifySearch(open);
    specifyCounts(open);
    specifyQueries(open);
  });
}
