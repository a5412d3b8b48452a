import { z } from 'zod';
import { configError } from '#core/errors.ts';
import type { Connector } from './connector.ts';
import { CONNECTORS } from './connectors/index.ts';
import type { ConfiguredSource } from './run-sources.ts';
import { SourceError } from './source-error.ts';

/** What the configuration of any source may hold beside its own keys. */
const commonSchema = z.looseObject({
  enabled: z.boolean().optional(),
  acceptTerms: z.boolean().optional(),
  acceptDerivedMetrics: z.boolean().optional(),
  /** Where to begin; `collect` only. */
  cursor: z.unknown().optional(),
});

/**
 * A source with its configuration, checked. Messages name the key as `sources.<id>.<key>` and never what it holds.
 * @throws SourceError 'config' or 'policy'.
 */
export function configureSource(id: string, raw: unknown): ConfiguredSource & { cursor: unknown } {
  const connector = Object.hasOwn(CONNECTORS, id) ? CONNECTORS[id] : undefined;
  if (!connector) {
    const known = Object.keys(CONNECTORS).join(', ');
    throw new SourceError(
      { type: 'config', setting: 'EARSHOT_SOURCES' },
      `There is no source "${id.slice(0, 40)}". The sources are ${known}.`,
    );
  }
  const common = commonSchema.safeParse(raw ?? {});
  if (!common.success) throw invalid(id, common.error);
  const { enabled, acceptTerms, acceptDerivedMetrics: _agreed, cursor, ...own } = common.data;
  const { policy, mode, configSchema, cursorSchema } = connector.meta;
  if (!policy.enabledByDefault && mode !== 'file' && !(enabled === true && acceptTerms === true)) {
    throw new SourceError(
      { type: 'policy' },
      `The source "${id}" is off by its terms: read docs/sources.md, then set "enabled" and "acceptTerms" to true.`,
    );
  }
  const config = configSchema.safeParse(own);
  if (!config.success) throw invalid(id, config.error);
  if (cursor === undefined || cursor === null) return { connector, config: config.data, cursor: undefined };
  const parsedCursor = cursorSchema.safeParse(cursor);
  if (!parsedCursor.success) throw invalid(id, parsedCursor.error, 'cursor');
  return { connector, config: config.data, cursor: parsedCursor.data };
}

/**
 * All sources that are to be collected.
 * @param file the parsed sources file: configuration by source id.
 * @throws EarshotError 'config'.
 */
export function configureSources(ids: readonly string[], file: unknown): ConfiguredSource[] {
  const byId = z.record(z.string(), z.unknown()).safeParse(file);
  if (!byId.success)
    throw configError(
      'EARSHOT_SOURCES_FILE',
      'The file in EARSHOT_SOURCES_FILE must hold a JSON object with the configuration of sources by id.',
    );
  const wanted = [...new Set(ids)].filter((id) => id !== 'none');
  return wanted
    .map((id) => {
      const source = configureSource(id, byId.data[id]);
      requireAgreement(source.connector, byId.data[id]);
      return source;
    })
    .filter(({ connector, config }) => connector.partitions(config).size > 0 || !['file', 'push'].includes(connector.meta.mode));
}

/** What is collected is analysed; `collect`, which only prints it, needs no agreement about that. @throws SourceError 'policy'. */
function requireAgreement({ meta: { id, policy } }: Connector, raw: unknown): void {
  if (policy.derivedMetrics !== 'by-agreement' || commonSchema.safeParse(raw ?? {}).data?.acceptDerivedMetrics === true) return;
  throw new SourceError(
    { type: 'policy' },
    `The terms of "${id}" allow sentiment and themes of its content only under an agreement: read docs/sources.md, then set "acceptDerivedMetrics" to true where you have one.`,
  );
}

function invalid(id: string, error: z.ZodError, prefix?: string): SourceError {
  const issue = error.issues[0];
  const unknownKeys = issue?.code === 'unrecognized_keys' ? issue.keys.map((key) => key.slice(0, 40)) : [];
  const path = [...(prefix ? [prefix] : []), ...(issue?.path ?? []), ...unknownKeys.slice(0, 1)].join('.');
  const setting = `sources.${id}${path ? `.${path}` : ''}`;
  const isMissing = issue?.code === 'invalid_type' && issue.message.endsWith('received undefined');
  const problem = unknownKeys.length ? 'is not a known key' : isMissing ? 'is needed' : (issue?.message ?? 'is not valid');
  return new SourceError({ type: 'config', setting }, `${setting}: ${problem}. Every key is in docs/sources.md.`);
}
