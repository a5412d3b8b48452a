import type { Basis, Scope } from './basis.ts';
import type { PostView } from './present-post.ts';

/** Invented answers, shown as examples in the API's description; a test checks each against its schema. */
export const SAMPLE_POST_ID = 'q3Jm0n2Jb0Vw8s6uT1yZxA';

export const SAMPLE_TOTALS = {
  posts: 312,
  voices: { value: 287, approximate: false },
  clusters: { value: 301, approximate: false },
  sentiment: { positive: 61, neutral: 40, mixed: 22, negative: 189 },
};

const VERSIONS = { model: 'linear-0a1b2c3d4e', taxonomy: 'qdc-v7+social-1', redactor: '1' };

export const SAMPLE_SCOPE: Scope = {
  range: { from: '2026-11-16T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z', timeZone: 'Europe/London' },
  relevance: { kinds: ['experience', 'opinion'], by: 'default' },
  versions: {
    ...VERSIONS,
    note: 'Versions in use now. Each post carries those it was analysed with; a range that spans a change may show a break.',
  },
  synthetic: false,
};

export const SAMPLE_BASIS: Basis = {
  posts: 312,
  voices: { value: 287, approximate: false },
  sources: [
    {
      id: 'bluesky',
      posts: 240,
      gaps: [{ from: '2026-11-17T02:10:00.000Z', to: '2026-11-17T02:25:00.000Z', reason: 'the stream was cut and could not be resumed' }],
    },
    { id: 'mastodon', posts: 72, gaps: [] },
  ],
  ...SAMPLE_SCOPE,
};

export const SAMPLE_POST: PostView = {
  id: SAMPLE_POST_ID,
  source: 'bluesky',
  kind: 'post',
  createdAt: '2026-11-17T19:42:10.000Z',
  collectedAt: '2026-11-17T19:42:11.310Z',
  title: null,
  question: null,
  text: 'Nine hours in A&E at Leeds Teaching Hospitals, though the nurses could not have been kinder',
  truncated: false,
  language: { code: 'en', reliable: true },
  relevance: { kind: 'experience', confidence: 0.93 },
  sentiment: { label: 'mixed', level: 0, score: -0.12, confidence: 0.58, words: [] },
  themes: [
    {
      id: 'access-to-medical-care-support.timeliness-of-care',
      name: 'Timeliness of care',
      category: 'Access to medical care & support',
      score: 0.91,
      sentiment: 'negative',
      words: [{ start: 5, end: 10, inTitle: false, weight: 1.8 }],
    },
  ],
  clauses: [
    {
      start: 0,
      end: 45,
      inTitle: false,
      sentiment: 'negative',
      score: -0.71,
      themes: ['access-to-medical-care-support.timeliness-of-care'],
    },
    { start: 47, end: 91, inTitle: false, sentiment: 'positive', score: 0.66, themes: [] },
  ],
  emotion: { label: 'anger', confidence: 0.52 },
  offensive: 0.06,
  organisations: [{ ods: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', basis: 'named', start: 21, end: 46 }],
  unresolved: [],
  places: [{ ods: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', level: 'organisation' }],
  urgency: { level: 'none', score: 0.02, reasons: [] },
  cluster: SAMPLE_POST_ID,
  versions: VERSIONS,
  synthetic: false,
};
