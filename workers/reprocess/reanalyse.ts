import { londonDate } from '#core/calendar.ts';
import type { Clock } from '#core/clock.ts';
import type { AnalysedPost } from '#core/insight.ts';
import { REDACTOR_VERSION, type Redactor } from '#core/language/redactor/redactor.ts';
import { keep } from '#core/outcome.ts';
import { reanalysisVersion, type Post } from '#core/post.ts';
import { sequence, type Stage } from '#core/stage.ts';
import { createDraft, withInsight, type Draft } from '../pipeline/draft.ts';
import { analysisStages, type Knowledge } from '../pipeline/pipeline.ts';
import { toAnalysed } from '../pipeline/stages/save-posts.ts';
import { ANALYSIS_NUMBER } from '../pipeline/versions.ts';

/** Analyses held posts again. By position; null for one that can't be analysed. */
export type Reanalyse = (held: readonly AnalysedPost[]) => Promise<(AnalysedPost | null)[]>;

/**
 * The analysis that the pipeline makes, of posts that are held: they keep their cluster, and are redacted again where another redactor was at
 * work. Their versions are above the held ones and below those of later wordings.
 */
export function createReanalyse(knowledge: Knowledge, redact: Redactor, clock: Clock): Reanalyse {
  const analyse = sequence<Draft>([createDraftHeld(redact), ...analysisStages(knowledge)]);
  return async (held) => {
    const results = await analyse(held);
    const nowMs = clock.now();
    return results.map((result, n) => {
      const version = reanalysisVersion(held[n]!.version, ANALYSIS_NUMBER);
      return result.type === 'keep' && version !== null
        ? { ...toAnalysed(result.value, knowledge.gazetteer.directory, nowMs), version }
        : null;
    });
  };
}

function createDraftHeld(redact: Redactor): Stage<AnalysedPost, Draft> {
  function redactAgain(post: Post): Post {
    const again = { ...post };
    const date = londonDate(post.createdAtMs);
    for (const field of ['text', 'title', 'question', 'statedPlace'] as const) {
      const text = post[field];
      if (text !== undefined) again[field] = redact(text, date).text;
    }
    return again;
  }

  return function draftHeld(batch) {
    return batch.map((held) => {
      const { cluster, versions } = held.insight;
      const post = versions.redactor === REDACTOR_VERSION ? postOf(held) : redactAgain(postOf(held));
      return keep(withInsight(createDraft({ post, redactor: REDACTOR_VERSION }), { cluster }));
    });
  };
}

/** The post as ingest made it. Its content hash stays that of what was collected: by it the pipeline knows the wording when it comes again. */
function postOf(held: AnalysedPost): Post {
  const { version: _v, analysedAtMs: _a, insight: _i, words: _w, stems: _s, places: _p, themeIds: _t, ...post } = held;
  return post;
}
