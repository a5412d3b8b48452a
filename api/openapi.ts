import { systemClock } from '#core/clock.ts';
import type { ApiDeps } from './deps.ts';
import { mountRoutes } from './routes/index.ts';

const INFO = {
  title: 'Earshot',
  version: '1.0.0',
  description: [
    'What people say in public about NHS care in England: search, counts and what they rest on.',
    'All analytic routes take the same filters. Instants are ISO 8601 with a time zone; a date alone is the day in London; `to` is exclusive;',
    'a range spans at most 400 days. Counts of distinct people are exact up to 3,000 and may be estimates above it.',
    'Refusals and failures are RFC 9457 problems. Holders of the key see small numbers as they are.',
  ].join('\n'),
  license: { name: 'MIT', identifier: 'MIT' },
};

const TAGS = [
  { name: 'Posts', description: 'The comments themselves, redacted' },
  { name: 'Analysis', description: 'Counts over time, by theme and by place' },
  { name: 'Companions', description: 'Published surveys, beside the posts' },
  { name: 'Reference', description: 'Themes and organisations' },
  { name: 'Ingest', description: 'What others send' },
  { name: 'Operations', description: 'Sources, health and metrics' },
];

let text: string | undefined;

/** The OpenAPI 3.1 document, as committed in `api/openapi.json`: the same bytes for the same routes. */
export function openApiText(): string {
  text ??= writeDocument();
  return text;
}

function writeDocument(): string {
  const document = mountRoutes(depsForDeclarations()).getOpenAPI31Document({
    openapi: '3.1.0',
    info: INFO,
    security: [{ key: [] }, {}],
    tags: TAGS,
  });
  const securitySchemes = {
    key: { type: 'http', scheme: 'bearer', description: 'EARSHOT_ADMIN_KEY. On loopback reading needs no key.' },
    signature: {
      type: 'apiKey',
      in: 'header',
      name: 'webhook-signature',
      description: 'Standard Webhooks 1.0.0, with the secret in EARSHOT_PUSH_SECRET. See docs/push.md.',
    },
  };
  return `${JSON.stringify({ ...document, components: { ...document.components, securitySchemes } }, null, 2)}\n`;
}

/** Safe because declaring a route reads none of what its handler needs, and no handler runs here. */
function depsForDeclarations(): ApiDeps {
  return { clock: systemClock, taxonomy: { version: '', themes: [] } } as unknown as ApiDeps;
}
