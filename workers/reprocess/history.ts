import type { AnalysedPost, AnalysisVersions } from '#core/insight.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { PostStore, SaveResult, SearchPage, SearchPosition } from '#core/ports/post-store.ts';
import { VERSIONS } from '../pipeline/versions.ts';
import { positionDocument, selectionOf, type Chosen, type Position } from './position.ts';

/** What analysing the stored posts again needs of the stores, wherever they are open. */
export interface History {
  /** Makes acknowledged writes visible, and tells the versions that the program with the stores analyses by, and what was kept under an id. */
  begin(positionId: string): Promise<Beginning>;
  /** Oldest first. */
  read(request: HistoryRequest): Promise<SearchPage>;
  /** Results by position. The store decides, by tombstone and version. */
  save(posts: readonly AnalysedPost[]): Promise<SaveResult[]>;
  /** @returns the new revision, or null when another writer was first. */
  keepPosition(positionId: string, position: Position, expected: number | 'absent'): Promise<number | null>;
  /** Only at that revision. */
  removePosition(positionId: string, revision: number): Promise<void>;
}

export interface Beginning {
  versions: AnalysisVersions;
  held: { revision: number; position: Position } | null;
}

export interface HistoryRequest extends Chosen {
  after: SearchPosition | null;
  /** 1 to 100. */
  limit: number;
}

const READ_TIMEOUT_MS = 60_000;

export function createHistory({ posts, documents }: { posts: PostStore; documents: DocumentStore }): History {
  return {
    async begin(id) {
      await posts.refresh();
      const held = await documents.get(positionDocument, id);
      return { versions: VERSIONS, held: held && { revision: held.revision, position: held.value } };
    },
    read: ({ after, limit, ...chosen }) =>
      posts.search({ ...selectionOf(chosen), limit, order: 'oldest', after: after ?? undefined }, { timeoutMs: READ_TIMEOUT_MS }),
    save: (again) => posts.save(again.map((post) => ({ post }))),
    keepPosition: (id, position, expected) => documents.put(positionDocument, id, position, expected),
    async removePosition(id, revision) {
      await documents.remove(positionDocument, id, revision);
    },
  };
}
