import type { Insight } from '#core/insight.ts';
import type { Judged } from '#core/language/judge-relevance.ts';
import { readText, type ReadText } from '#core/language/read-text.ts';
import type { Post } from '#core/post.ts';

/** What the worker hands to the pipeline. */
export interface PipelineItem {
  post: Post;
  sealedReference?: string;
  /** Version of the redactor that the text went through; absent where nobody noted it. */
  redactor?: string;
}

/** A post on its way through the pipeline: read once, and what the stages found out so far. */
export interface Draft extends PipelineItem {
  /** The text alone: offsets of mentions point into it. */
  read: ReadText;
  title: ReadText | null;
  insight: Omit<Insight, 'versions'>;
}

/** Nothing is known yet: each stage replaces its part. */
export function createDraft(item: PipelineItem): Draft {
  return {
    ...item,
    read: readText(item.post.text),
    title: item.post.title ? readText(item.post.title) : null,
    insight: {
      language: { code: 'und', reliable: false },
      relevance: { kind: 'other', confidence: 0 },
      sentiment: null,
      themes: [],
      organisations: [],
      unresolved: [],
      urgency: { level: 'none', score: 0, reasons: [] },
      cluster: item.post.id,
    },
  };
}

export function withInsight(draft: Draft, part: Partial<Draft['insight']>): Draft {
  return { ...draft, insight: { ...draft.insight, ...part } };
}

/** What is known of a post before it is judged; its feed's organisation and its author's place are no words of it. */
export function judgedOf({ read, title, post, insight }: Draft): Judged {
  const named = insight.organisations.filter(({ basis }) => basis !== 'source' && basis !== 'author-stated').length;
  return { read, title, post, named };
}

/** Whether sentiment, themes and urgency are judged. */
export type ShouldAnalyse = (draft: Draft) => boolean;

/** What is stored is judged in English only; other languages are kept and counted as not analysed. */
export const englishOnly: ShouldAnalyse = (draft) => draft.insight.language.code === 'en';
