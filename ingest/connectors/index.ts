import { defineConnector, type Connector } from '../connector.ts';
import { bluesky } from './bluesky/index.ts';
import { careOpinion } from './care-opinion/index.ts';
import { facebook } from './facebook/index.ts';
import { fileConnector } from './file/index.ts';
import { googleBusiness } from './google-business/index.ts';
import { mastodon } from './mastodon/index.ts';
import { nhsReviews } from './nhs-reviews/index.ts';
import { push } from './push/index.ts';
import { reddit } from './reddit/index.ts';
import { rss } from './rss/index.ts';
import { trustpilot } from './trustpilot/index.ts';
import { x } from './x/index.ts';
import { youtube } from './youtube/index.ts';

/** Every source that can be collected, by id. */
export const CONNECTORS: Readonly<Record<string, Connector>> = {
  bluesky,
  'care-opinion': careOpinion,
  facebook,
  file: defineConnector(fileConnector),
  'google-business': googleBusiness,
  mastodon,
  'nhs-reviews': nhsReviews,
  push,
  reddit,
  rss,
  trustpilot,
  x,
  youtube,
};
