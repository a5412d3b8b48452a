import type { PostKind, RawPost } from '#core/post.ts';
import { createAuthors } from './authors.ts';
import type { Random } from './random.ts';

/** A source that the generator imitates. Every address is under example.org or social.example. */
export interface SyntheticSource {
  id: string;
  weight: number;
  genre: 'post' | 'feedback';
  /** Hashtags, emoji and reshares are usual. */
  social: boolean;
  maxLength: number;
  /** Share of posts that name a place in the text, and that state one in a field of their own. */
  placeShare: number;
  statedPlaceShare: number;
  /** Longest usual time from written to observed. */
  observedWithinMs: number;
  kinds: readonly { item: PostKind; weight: number }[];
}

const MINUTE = 60_000;

export const SYNTHETIC_SOURCES: readonly SyntheticSource[] = [
  {
    id: 'bluesky',
    weight: 46,
    genre: 'post',
    social: true,
    maxLength: 300,
    placeShare: 0.42,
    statedPlaceShare: 0,
    observedWithinMs: MINUTE / 6,
    kinds: [
      { item: 'post', weight: 76 },
      { item: 'reply', weight: 24 },
    ],
  },
  {
    id: 'mastodon',
    weight: 12,
    genre: 'post',
    social: true,
    maxLength: 500,
    placeShare: 0.38,
    statedPlaceShare: 0,
    observedWithinMs: MINUTE,
    kinds: [
      { item: 'post', weight: 80 },
      { item: 'reply', weight: 20 },
    ],
  },
  {
    id: 'rss',
    weight: 12,
    genre: 'post',
    social: false,
    maxLength: 900,
    placeShare: 0.45,
    statedPlaceShare: 0,
    observedWithinMs: 15 * MINUTE,
    kinds: [{ item: 'reply', weight: 1 }],
  },
  {
    id: 'reviews',
    weight: 16,
    genre: 'feedback',
    social: false,
    maxLength: 2_000,
    placeShare: 0.55,
    statedPlaceShare: 1,
    observedWithinMs: 120 * MINUTE,
    kinds: [
      { item: 'review', weight: 82 },
      { item: 'story', weight: 18 },
    ],
  },
  {
    id: 'survey',
    weight: 14,
    genre: 'feedback',
    social: false,
    maxLength: 1_000,
    placeShare: 0.3,
    statedPlaceShare: 0.9,
    observedWithinMs: 600 * MINUTE,
    kinds: [{ item: 'answer', weight: 1 }],
  },
];

export type Address = Pick<RawPost, 'nativeId' | 'canonicalId' | 'url'> & { authorId: string };

/** Draws ids in the source's own shape. `series` sets one run of the generator apart from another. */
export function createAddresses(source: SyntheticSource, series: string, posts: number): (random: Random, nth: number) => Address {
  const author = createAuthors(source.id, posts);
  return (random, nth) => {
    const authorId = author(random);
    const key = `${series}-${nth.toString(36).padStart(5, '0')}`;
    if (source.id === 'bluesky') {
      const uri = `at://did:web:${authorId}.social.example/app.bsky.feed.post/${key}`;
      return { authorId: `did:web:${authorId}.social.example`, nativeId: uri, canonicalId: uri };
    }
    if (source.id === 'mastodon') {
      const uri = `https://social.example/users/${authorId}/statuses/${key}`;
      return { authorId: `https://social.example/users/${authorId}`, nativeId: key, canonicalId: uri, url: uri };
    }
    const url = `https://${source.id}.example.org/${key}`;
    return { authorId, nativeId: key, canonicalId: url, url };
  };
}
