import type { ApiDeps } from '../deps.ts';
import { createRouter } from '../routing.ts';
import { companionsRoutes } from './companions.ts';
import { healthRoutes } from './health.ts';
import { ingestRoutes } from './ingest.ts';
import { organisationsRoutes } from './organisations.ts';
import { postsRoutes } from './posts.ts';
import { sourcesRoutes } from './sources.ts';
import { taxonomyRoutes } from './taxonomy.ts';
import { themesRoutes } from './themes.ts';
import { trendsRoutes } from './trends.ts';

/** Every resource. The chain carries the types that the web app's client is made from. */
export function mountRoutes(deps: ApiDeps) {
  return createRouter()
    .route('/', postsRoutes(deps))
    .route('/', trendsRoutes(deps))
    .route('/', themesRoutes(deps))
    .route('/', organisationsRoutes(deps))
    .route('/', sourcesRoutes(deps))
    .route('/', companionsRoutes(deps))
    .route('/', taxonomyRoutes(deps))
    .route('/', ingestRoutes(deps))
    .route('/', healthRoutes(deps));
}
