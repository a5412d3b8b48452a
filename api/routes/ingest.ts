import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  MAX_PUSH_BYTES,
  MAX_PUSHED_ITEMS,
  pushedDeletionSchema,
  pushedUpsertSchema,
  type Push,
  type PushAnswer,
  type PushFormat,
} from '#core/push.ts';
import type { ApiDeps } from '../deps.ts';
import { itemErrorSchema, ProblemError } from '../problem.ts';
import { readBody } from '../read-body.ts';
import { createRouter, problemResponse, problemResponses } from '../routing.ts';
import { isSigned, readWebhookHeaders } from '../webhook-signature.ts';

const BODY_TIMEOUT_MS = 10_000;
/** Requests whose bodies are held at a time: anybody may send one, and whether it is signed is known at its end. */
const MAX_IN_HAND = 64;
const BUSY_RETRY_SECONDS = 1;
const CROWDED_RETRY_SECONDS = 30;

const FORMATS: Readonly<Record<string, PushFormat>> = {
  'application/json': 'json',
  'application/cloudevents+json': 'json',
  'application/cloudevents-batch+json': 'json',
  'application/x-ndjson': 'ndjson',
};

const receiptSchema = z
  .object({
    accepted: z.int().nonnegative().openapi({ description: 'Items that are durable now' }),
    rejected: z.int().nonnegative(),
    repeated: z.boolean().openapi({ description: 'A request with this webhook-id was taken before: nothing was done' }),
    errors: z.array(itemErrorSchema).openapi({ description: 'Why each of the rejected was' }),
  })
  .openapi('PushReceipt');

type Receipt = z.infer<typeof receiptSchema>;

const REPEATED: Receipt = { accepted: 0, rejected: 0, repeated: true, errors: [] };
const SAMPLE: Receipt = {
  accepted: 1,
  rejected: 1,
  repeated: false,
  errors: [{ index: 1, field: 'createdAt', problem: 'is an instant with a time zone or a date, such as 2026-11-18T09:30:00Z' }],
};

const SAMPLE_ITEMS = [
  {
    id: 'fft-20417',
    text: 'Waited nine hours in A&E with my mother, the nurses were lovely',
    createdAt: '2026-11-18T09:30:00Z',
    author: 'respondent-88',
    organisation: 'RR8',
    genre: 'feedback',
    source: 'fft',
  },
  { op: 'delete', id: 'fft-20101', source: 'fft' },
];

const ITEM = { $ref: '#/components/schemas/PushItem' };
const HEADERS = {
  'webhook-id': ['Tells this request from others; the same when it is sent again. No full stop', 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W'],
  'webhook-timestamp': ['Time of this attempt, in seconds since 1970; at most 5 minutes off', '1795512600'],
  'webhook-signature': [
    'Signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `<webhook-id>.<webhook-timestamp>.<body>`',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ],
} as const;

const pushPosts = createRoute({
  method: 'post',
  path: '/v1/ingest',
  operationId: 'pushPosts',
  tags: ['Ingest'],
  summary: 'Send comments, or withdraw them',
  description: [
    'Signed as Standard Webhooks 1.0.0 says, with the secret in EARSHOT_PUSH_SECRET: no other key is needed. The body is one item, an array of them, or one',
    `in each line (NDJSON); each may be the data of a CloudEvent. At most ${MAX_PUSHED_ITEMS} items. A 2xx is answered once what was accepted is durable.`,
  ].join('\n'),
  security: [{ signature: [] }],
  parameters: Object.entries(HEADERS).map(([name, [description, example]]) => ({
    name,
    in: 'header' as const,
    required: true,
    description,
    schema: { type: 'string' as const },
    example,
  })),
  request: {
    body: {
      required: true,
      // Declared without a parser: the signature is over the bytes as they came.
      content: {
        'application/json': {
          schema: { oneOf: [ITEM, { type: 'array', items: ITEM, maxItems: MAX_PUSHED_ITEMS }] },
          example: SAMPLE_ITEMS,
        },
        'application/x-ndjson': { schema: { type: 'string' }, example: SAMPLE_ITEMS.map((item) => JSON.stringify(item)).join('\n') },
      },
    },
  },
  responses: {
    202: {
      description: 'What was accepted is durable and will be analysed; what was not is told item by item',
      content: { 'application/json': { schema: receiptSchema, example: SAMPLE } },
    },
    200: {
      description: 'A request with this webhook-id was taken before: nothing was done',
      content: { 'application/json': { schema: receiptSchema, example: REPEATED } },
    },
    400: problemResponse('invalid-body', 'No item of the body is good'),
    401: problemResponse('invalid-signature', 'The signature is missing, wrong or too old'),
    408: problemResponse('body-too-slow', `The body took more than ${BODY_TIMEOUT_MS / 1_000} seconds`),
    410: problemResponse('switched-off', 'EARSHOT_PUSH_SECRET is not set'),
    413: problemResponse('body-too-large', 'The body has more than a megabyte'),
    415: problemResponse('unsupported-media-type', 'The body is of another kind, or compressed'),
    429: problemResponse('too-much-waiting', 'Much waits to be analysed; send it again after Retry-After'),
    ...problemResponses(500, 503),
  },
});

/** The way in for those who push. */
export function ingestRoutes(deps: ApiDeps) {
  const router = createRouter();
  router.openAPIRegistry.registerComponent('schemas', 'PushItem', {
    oneOf: [toSchema(pushedUpsertSchema), toSchema(pushedDeletionSchema)],
  });
  let inHand = 0;

  /** @throws ProblemError when it can't be taken for one that a holder of a secret sent. */
  async function readPush({ req }: Context): Promise<Push> {
    if (!deps.push) throw new ProblemError('switched-off', { detail: whyOff(deps) });
    const format = formatOf(req.header('content-type'), req.header('content-encoding'));
    const headers = readWebhookHeaders((name) => req.header(name), deps.clock.now());
    if ('problem' in headers) throw new ProblemError('invalid-signature', { detail: headers.problem });
    const body = await readBody(req.raw, { maxBytes: MAX_PUSH_BYTES, timeoutMs: BODY_TIMEOUT_MS, clock: deps.clock });
    if (body === 'too-large')
      throw new ProblemError('body-too-large', { detail: `A body has at most ${MAX_PUSH_BYTES} bytes. Send several.` });
    if (body === 'too-slow')
      throw new ProblemError('body-too-slow', { detail: `The body took more than ${BODY_TIMEOUT_MS / 1_000} seconds.` });
    if (isSigned(headers, body, deps.push.keys)) return { id: headers.id, format, body };
    throw new ProblemError('invalid-signature', {
      detail: 'No signature is right. Sign the id, the time and the raw body with the secret that EARSHOT_PUSH_SECRET holds.',
    });
  }

  return router.openapi(pushPosts, async (context) => {
    if (inHand >= MAX_IN_HAND) {
      throw new ProblemError('unavailable', {
        detail: 'Too many pushes come at once. Send this again.',
        retryAfterSeconds: BUSY_RETRY_SECONDS,
      });
    }
    inHand += 1;
    try {
      const push = await readPush(context);
      const receipt = toReceipt(await deps.push!.receive(push));
      return receipt.repeated ? context.json(receipt, 200) : context.json(receipt, 202);
    } finally {
      inHand -= 1;
    }
  });
}

/** @throws ProblemError when nothing was taken. */
function toReceipt(answer: PushAnswer): Receipt {
  switch (answer.type) {
    case 'taken':
      return { accepted: answer.accepted, rejected: answer.errors.length, repeated: false, errors: answer.errors };
    case 'repeated':
      return REPEATED;
    case 'refused':
      throw new ProblemError('invalid-body', { detail: answer.detail, errors: answer.errors });
    case 'crowded':
      throw new ProblemError('too-much-waiting', {
        detail: 'More comments wait to be analysed than EARSHOT_PUSH_MAX_WAITING allows. Send this again after Retry-After.',
        retryAfterSeconds: CROWDED_RETRY_SECONDS,
      });
  }
}

/** @throws ProblemError. */
function formatOf(contentType = '', encoding = 'identity'): PushFormat {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  const format = Object.hasOwn(FORMATS, type.trim()) ? FORMATS[type.trim()] : undefined;
  const charset = parameters.find((parameter) => parameter.trim().startsWith('charset='));
  if (format === undefined || (charset !== undefined && !/charset="?utf-8"?\s*$/.test(charset))) {
    throw new ProblemError('unsupported-media-type', { detail: 'Send application/json or application/x-ndjson, in UTF-8.' });
  }
  if (encoding.toLowerCase() !== 'identity') {
    throw new ProblemError('unsupported-media-type', { detail: 'Send the body without compression: what is signed is what is sent.' });
  }
  return format;
}

function whyOff({ synthetic }: ApiDeps): string {
  return synthetic
    ? 'The demo holds invented posts only and takes no others. Start Earshot without "demo", and with EARSHOT_PUSH_SECRET.'
    : 'Pushing is off. Set EARSHOT_PUSH_SECRET, and sign with it as docs/push.md shows.';
}

function toSchema(schema: z.ZodType): object {
  const { $schema: _, ...declared } = z.toJSONSchema(schema, { io: 'input' });
  return declared;
}
