import type { Clock } from '#core/clock.ts';
import { DAY_MS, londonDate } from '#core/calendar.ts';
import { EarshotError } from '#core/errors.ts';
import type { QueuedOp } from '#core/jobs.ts';
import { REDACTOR_VERSION, type Redactor } from '#core/language/redactor/redactor.ts';
import { drop, keep, quarantine, type Outcome } from '#core/outcome.ts';
import type { Genre, Post, RawPost } from '#core/post.ts';
import type { Op } from './connector.ts';
import { contentHash, datesOf, originOf, platformOf, postId, type PostDates } from './identity.ts';
import { prepareText, type PreparedText } from './prepare-text.ts';
import { rawPostSchema } from './raw-post-schema.ts';
import type { Reference, Vault } from './vault.ts';

export interface PrepareDeps {
  clock: Clock;
  vault: Vault;
  retentionDays: number;
  redact: Redactor;
}

export interface PreparedSource {
  id: string;
  genre: Genre;
  synthetic?: boolean;
  /** Authors get no pseudonym: nothing that is inferred may be tied to a person. */
  isAnonymous?: boolean;
}

/** One outcome for each operation, in order. What is kept holds no personal data that the redactor knows. */
export type PrepareOps = (ops: readonly Op[], source: PreparedSource) => Outcome<QueuedOp>[];

const MAX_FIELD_LENGTH = { title: 2_000, question: 2_000, place: 200 } as const;
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/;
const MAX_SEALED_LENGTH = 4_000;
/** How X's interface and the exports of listening tools hand over a reshare: a comment of its own would stand in front. */
const BARE_RESHARE = /^\s*RT @\w{1,50}:\s/;

/**
 * Everything between a connector and the queue: clean, redact, pseudonymise, identify, seal. An invalid operation is
 * quarantined with a cause that names the failing field and holds none of its content.
 */
export function createPrepareOps(deps: PrepareDeps): PrepareOps {
  function prepareUpsert(item: RawPost, source: PreparedSource): Outcome<QueuedOp> {
    const parsed = rawPostSchema.safeParse(item);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return quarantine('invalid', invalid(source.id, issue?.path.join('.') || 'item', issue?.code ?? 'invalid'));
    }
    // Names of holders of public office stay from the day on which they took it.
    const date = londonDate(Date.parse(item.createdAt));
    const redact: Redactor = (text) => deps.redact(text, date);
    const body = prepareText(item.text, redact);
    const title = prepareField(item.title, 'title', redact);
    if (body.text === '' && !title) return drop('empty');
    const id = postId(item.source, item.canonicalId);
    const dates = datesOf(item, deps.clock.now(), deps.retentionDays);
    const question = prepareField(item.question, 'question', redact);
    const post = {
      ...describe(item, source, dates),
      id,
      ...body,
      title,
      question,
      contentHash: contentHash({ title, question, text: body.text, progress: item.progress }),
    };
    return keep({ op: 'upsert', post: withoutUndefined(post), sealedReference: seal(id, item), redactor: REDACTOR_VERSION });
  }

  function prepareField(text: string | undefined, field: keyof typeof MAX_FIELD_LENGTH, redact: Redactor): string | undefined {
    return text === undefined ? undefined : prepareText(text, redact, MAX_FIELD_LENGTH[field]).text || undefined;
  }

  function describe(item: RawPost, source: PreparedSource, dates: PostDates): Omit<Post, 'id' | keyof PreparedText | 'contentHash'> {
    const threadRoot = item.rootId ?? item.parentId;
    const authorId = source.isAnonymous ? undefined : item.author?.id;
    return {
      contentMs: dates.contentMs,
      source: source.id,
      origin: originOf(item.source, item.canonicalId),
      kind: item.kind === 'post' && BARE_RESHARE.test(item.text) ? 'reshare' : item.kind,
      genre: item.genre ?? source.genre,
      createdAtMs: dates.createdAtMs,
      statedCreatedAt: dates.statedCreatedAt,
      collectedAtMs: dates.collectedAtMs,
      voice: authorId === undefined ? undefined : deps.vault.pseudonym(platformOf(item.source, authorId), authorId, dates.createdAtMs),
      statedPlace: prepareField(item.place, 'place', deps.redact),
      organisation: item.organisation,
      progress: item.progress,
      statedLanguage: item.lang !== undefined && LANGUAGE_TAG.test(item.lang) ? item.lang.slice(0, 35) : undefined,
      threadId: threadRoot === undefined ? undefined : postId(item.source, threadRoot),
      synthetic: source.synthetic ?? false,
    };
  }

  function seal(id: string, item: RawPost): string {
    const { nativeId, canonicalId, url, feed } = item;
    const full: Reference = withoutUndefined({ nativeId, canonicalId, url, feed });
    const sealed = deps.vault.seal(id, full);
    return sealed.length <= MAX_SEALED_LENGTH ? sealed : deps.vault.seal(id, { nativeId, canonicalId });
  }

  return (ops, source) =>
    ops.map((op): Outcome<QueuedOp> => {
      if (op.op === 'upsert') return prepareUpsert(op.item, source);
      if (op.op === 'delete') {
        if (!op.ref?.canonicalId) return quarantine('invalid', invalid(source.id, 'ref.canonicalId', 'missing'));
        return keep({ op: 'forget', id: postId(op.ref.source, op.ref.canonicalId), source: source.id, reason: op.reason });
      }
      const authorId = op.author?.id;
      if (!authorId) return quarantine('invalid', invalid(source.id, 'author.id', 'missing'));
      const nowMs = deps.clock.now();
      const voices = deps.vault.pseudonyms(platformOf(source.id, authorId), authorId, nowMs - deps.retentionDays * DAY_MS, nowMs + DAY_MS);
      return keep({ op: 'purge-voices', source: source.id, voices, collectedBeforeMs: nowMs, reason: op.reason });
    });
}

function invalid(source: string, field: string, problem: string): EarshotError {
  return new EarshotError('invalid-post', `An item of source "${source}" has an invalid field: ${field} (${problem}).`);
}

/** Absent rather than undefined, as the queue's JSON has it. */
function withoutUndefined<T extends object>(object: T): T {
  for (const key of Object.keys(object) as (keyof T)[]) if (object[key] === undefined) delete object[key];
  return object;
}
