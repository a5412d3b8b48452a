import { createApi } from '#api/create-api.ts';
import type { ApiPush } from '#api/deps.ts';
import { createSourceStatusReader } from '#core/ports/source-status.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { Config } from '#infra/config.ts';
import type { Logger } from '#infra/logger.ts';
import { isLoopback } from '#infra/serve.ts';
import { VERSIONS } from '#workers/pipeline/versions.ts';
import { loadKnowledge } from './knowledge.ts';
import type { Measuring } from './measure.ts';
import type { Profile } from './profile.ts';

interface ApiParts {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  measuring: Measuring;
  pageFolder: string | undefined;
  synthetic: boolean;
  push?: ApiPush | undefined;
}

interface App {
  fetch: (request: Request) => Response | Promise<Response>;
}

/** The whole HTTP interface over a profile's stores. */
export function createApiApp(profile: Profile, { config, logger, metrics, measuring, pageFolder, synthetic, push }: ApiParts): App {
  const { posts, documents, coordination, probes, clock } = profile;
  const knowledge = loadKnowledge();
  return createApi({
    posts,
    documents,
    coordination,
    metrics,
    taxonomy: knowledge.taxonomy,
    organisations: knowledge.gazetteer.directory,
    readSourceStatus: createSourceStatusReader(documents),
    probes: { ...probes, progress: () => measuring.checkProgress() },
    clock,
    log: logger,
    access: { loopbackOnly: isLoopback(config.host), adminKey: config.adminKey },
    push,
    versions: VERSIONS,
    synthetic,
    page: pageFolder === undefined ? undefined : { folder: pageFolder },
  });
}

const OPERATIONS = new Set(['/livez', '/readyz', '/metrics']);

/** What a process that is not the API answers: health and metrics. */
export function onlyOperations(app: App): App {
  return {
    fetch(request) {
      if (OPERATIONS.has(new URL(request.url).pathname)) return app.fetch(request);
      return new Response('This process answers /livez, /readyz and /metrics only.\n', { status: 404 });
    },
  };
}
