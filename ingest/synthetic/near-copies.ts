import type { Random } from './random.ts';
import { withTypo } from './typos.ts';

/** What a later post can repeat. */
export interface Original {
  text: string;
  canonicalId: string;
}

export type CopyManner = 'reshare' | 'quoted' | 'retyped' | 'cut' | 'copied-on';

const KEPT = 400;
const TAGS = ['#NHS', '#SaveOurNHS', '#share', '#important', '#pleaseRT'];
const LEADS = [
  'This 👇',
  'THIS.',
  'So true.',
  'Worth reading:',
  'Via a friend:',
  'Sharing this:',
  'Copied with permission:',
  'From my timeline:',
];

/** Remembers the latest posts and writes copies of them: reshares as they are, others with small edits. */
export function createCopier() {
  const recent: Original[] = [];
  let next = 0;

  return {
    remember(original: Original): void {
      if (original.text.length < 50) return;
      recent[next] = original;
      next = (next + 1) % KEPT;
    },
    /** @returns undefined before anything was written. */
    pick(random: Random): Original | undefined {
      return recent.length ? random.pick(recent) : undefined;
    },
  };
}

export function copyOf(original: Original, manner: CopyManner, random: Random): string {
  switch (manner) {
    case 'reshare':
      return original.text;
    case 'quoted':
      return `${random.pick(LEADS)} ${original.text}`;
    case 'retyped':
      return withTypo(original.text, random);
    case 'cut':
      return `${original.text.slice(0, Math.floor(original.text.length * 0.85)).trimEnd()}…`;
    case 'copied-on':
      return `${original.text} ${random.pick(TAGS)}`;
  }
}
