import type { PostKind } from '#core/post.ts';
import { columnsNamed, type KnownExport } from './known-exports.ts';
import type { UsualZone } from './date-format.ts';

/** What else a row tells, besides what its columns are. Numbers are positions of columns. */
export interface RowTraits {
  /** Stand in for a text that is blank. */
  excerpt: readonly number[];
  /** Hold words such as post, reply, share or review. */
  type: readonly number[];
  /** Filled, or "yes": someone else's post, passed on. */
  reshare: readonly number[];
  untitled: { column: number; words: RegExp } | undefined;
  zone: UsualZone;
  isHtml: boolean;
}

const USUAL: Pick<KnownExport, 'type' | 'reshare'> = {
  type: ['thread entry type', 'content type', 'engagement type', 'post type', 'kind'],
  reshare: ['is_retweet', 'is_repost', 'is_reblog'],
};

export function traitsOf(columns: readonly string[], tool: KnownExport | undefined): RowTraits {
  const { excerpt, type, reshare, untitled, isUtc, isHtml } = { ...(tool ?? USUAL) } as Partial<KnownExport>;
  const [sites] = untitled ? columnsNamed(columns, [untitled.column]) : [];
  return {
    excerpt: columnsNamed(columns, excerpt),
    type: columnsNamed(columns, type),
    reshare: columnsNamed(columns, reshare),
    untitled: untitled && sites !== undefined ? { column: sites, words: untitled.words } : undefined,
    zone: isUtc ? 'UTC' : 'London',
    isHtml: isHtml ?? false,
  };
}

const NO = /^(?:|no|false|0|none|null|n\/a)$/i;
const KINDS: readonly [words: RegExp, kind: PostKind][] = [
  [/^(?:share|reshare|retweet|repost|reblog|boost)/i, 'reshare'],
  [/^(?:reply|replies|comment)/i, 'reply'],
  [/^reviews?$/i, 'review'],
];

/** What the row says that it is, if it does. */
export function statedKind(cells: readonly string[], traits: RowTraits): PostKind | undefined {
  if (traits.reshare.some((index) => !NO.test((cells[index] ?? '').trim()))) return 'reshare';
  const words = traits.type.map((index) => (cells[index] ?? '').trim());
  return KINDS.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1];
}
