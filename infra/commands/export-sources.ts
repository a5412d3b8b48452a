import { z } from 'zod';
import { CONNECTORS } from '#ingest/connectors/index.ts';
import type { Connector } from '#ingest/connector.ts';
import type { Command } from './command.ts';
import { writeOrCheck } from './generated-files.ts';

type Meta = Connector['meta'];

const INTRODUCTION = `# Sources

<!-- Made from the connectors by "npm run -s earshot -- export-sources": edit ingest/connectors/<id>/index.ts and schema.ts, not this file. -->

Those that are on by default are collected unless you say otherwise: \`EARSHOT_SOURCES=bluesky,rss npm start\`, or \`none\`. Others are named there and set up in a JSON
file that \`EARSHOT_SOURCES_FILE\` names, with a key for each source:

\`\`\`json
{
  "bluesky": { "match": ["nhs", "leeds general infirmary"] },
  "mastodon": { "instances": ["https://mastodon.social"], "hashtags": ["nhs"] },
  "rss": { "feeds": [{ "url": "https://www.example.org/comments/feed/", "organisation": "RR8" }] }
}
\`\`\`

A feed, file or place that is about one organisation may say so by its ODS code, as above: posts in it that name none count for it. A source that is **off by its
terms** needs \`"enabled": true\` and \`"acceptTerms": true\` beside its own keys: whoever sets them has read the terms and has what they ask for. Where the terms allow sentiment and
themes only under an agreement, \`"acceptDerivedMetrics": true\` says that there is one.

\`npm run -s earshot -- sources list\` says how each is doing, \`sources check\` asks each once, \`sources coverage <id>\` shows when one was out, and \`sources backfill <id> --from DATE\`
reads past dates. \`collect --source rss --config rss.json --once\` prints what a source hands on without storing anything (the file then holds that source's keys
alone); \`--redact\` prints what would be queued. Where the network is closed, a source is said to be unreachable once and is tried again, with pauses that grow to some minutes,
until it answers. Nobody has run these connectors against the live services yet: each section says whether recordings of real answers were at hand, or the documentation alone.
`;

const KEYS_OF_ALL = new Set(['enabled', 'acceptTerms', 'acceptDerivedMetrics', 'cursor']);

export function sourcesDocument(connectors: Readonly<Record<string, Connector>> = CONNECTORS): string {
  const metas = Object.values(connectors).map(({ meta }) => meta);
  return [INTRODUCTION, overview(metas), ...metas.map(section)].join('\n');
}

export const command: Command = {
  help: 'Usage: export-sources [--check]\n\nWrites docs/sources.md from the connectors. --check writes nothing and exits 1 if it differs.',
  run: (args, io) => writeOrCheck('export-sources', [{ path: 'docs/sources.md', text: sourcesDocument() }], args, io),
};

function overview(metas: readonly Meta[]): string {
  const rows = metas.map(
    (meta) =>
      `| [\`${meta.id}\`](#${meta.id}) | ${cell(meta.about.what)} | ${stateOf(meta)} | ${deletionsOf(meta)} | ${meta.capabilities.backfill ? 'yes' : 'no'} |`,
  );
  return ['| id | what | by default | deletions | past dates |', '| --- | --- | --- | --- | --- |', ...rows, ''].join('\n');
}

function section(meta: Meta): string {
  const { id, about, configSchema } = meta;
  const tried = {
    recordings: 'recordings of real answers',
    documentation: 'the service’s documentation; **not tried against the live service**',
    specification: 'the specification and its published example',
  };
  return [
    `## ${id}`,
    '',
    `${sentence(about.what)} Details: [its page](../ingest/connectors/${id}/README.md).`,
    '',
    `- **Needs**: ${about.needs}`,
    `- **Limits**: ${about.limits}`,
    `- **Terms**: ${about.terms}`,
    `- **What Earshot keeps to**: ${rules(meta).join('; ')}.`,
    `- **Written from**: ${tried[about.triedOn]}.`,
    '',
    ...keysTable(configSchema),
    '',
  ].join('\n');
}

function stateOf({ policy, mode, configSchema }: Meta): string {
  if (mode === 'file') return 'when named';
  if (mode === 'push') return 'when there is a secret';
  if (policy.enabledByDefault && keysOf(configSchema).required.length > 0) return 'when set up';
  return policy.enabledByDefault ? 'on' : 'off by its terms';
}

function deletionsOf({ capabilities: { deletes }, policy }: Meta): string {
  if (deletes === 'signal') return 'followed as they are told';
  if (deletes === 'recheck') return `held posts are asked for again within ${hours(policy.deleteWithinHours ?? 24)}`;
  return 'not told';
}

function rules(meta: Meta): string[] {
  const { policy } = meta;
  return [
    `deletions: ${deletionsOf(meta)}`,
    ...(policy.retentionDays === null ? [] : [`kept ${policy.retentionDays} days at most`]),
    ...(policy.refreshWithinDays === null ? [] : [`forgotten where it could not be looked at again for ${policy.refreshWithinDays} days`]),
    ...(policy.inferHealth === 'forbidden' ? ['no pseudonym of the author, so that nothing inferred is tied to a person'] : []),
    ...(policy.derivedMetrics === 'by-agreement' ? ['collected only where an agreement about derived metrics is confirmed'] : []),
    policy.redistribution === 'none' ? 'no quotes leave the system' : 'redacted quotes where a team allows them',
  ];
}

function keysOf(schema: z.ZodType): Required<JsonObject> {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonObject;
  return { properties, required };
}

function keysTable(schema: z.ZodType): string[] {
  const { properties, required } = keysOf(schema);
  const rows = Object.entries(properties)
    .filter(([key]) => !KEYS_OF_ALL.has(key))
    .map(([key, value]) => `| \`${key}\` | ${defaultOf(value, required.includes(key))} | ${cell(value.description ?? '')} |`);
  return rows.length === 0 ? ['No keys.'] : ['| key | default | meaning |', '| --- | --- | --- |', ...rows];
}

interface JsonObject {
  properties?: Record<string, { description?: string; default?: unknown }>;
  required?: string[];
}

const LONGEST_DEFAULT = 60;

function defaultOf({ default: value }: { default?: unknown }, isRequired: boolean): string {
  if (value === undefined) return isRequired ? 'required' : '–';
  const json = JSON.stringify(value);
  return json.length > LONGEST_DEFAULT ? 'a list' : cell(`\`${json}\``);
}

function hours(count: number): string {
  return count > 48 && count % 24 === 0 ? `${count / 24} days` : `${count} hours`;
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
}
