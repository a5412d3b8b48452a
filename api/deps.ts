import type { Clock } from '#core/clock.ts';
import type { Directory } from '#core/organisations/directory.ts';
import type { Coordination } from '#core/ports/coordination.ts';
import type { DocumentStore } from '#core/ports/document-store.ts';
import type { Metrics } from '#core/ports/metrics.ts';
import type { Push, PushAnswer } from '#core/push.ts';
import type { PostStore } from '#core/ports/post-store.ts';
import type { ReadSourceStatus } from '#core/ports/source-status.ts';
import type { Theme } from '#core/theme.ts';

/** What the API needs from the rest. The profile hands it in. */
export interface ApiDeps {
  posts: PostStore;
  documents: DocumentStore;
  coordination: Pick<Coordination, 'ledger'>;
  metrics: Metrics;
  taxonomy: ApiTaxonomy;
  organisations: ApiOrganisations;
  readSourceStatus: ReadSourceStatus;
  /** What `/readyz` tries, by name: `writes`, `queue`, `indices`. Each rejects when it can't be used. */
  probes: Record<string, () => Promise<void>>;
  clock: Clock;
  log: ApiLog;
  access: AccessPolicy;
  /** Takes in what is pushed to it; absent: that is switched off. */
  push?: ApiPush | undefined;
  /** Versions that new posts are analysed with. */
  versions: { model: string; redactor: string };
  /** This deployment holds invented posts only: every answer says so. */
  synthetic: boolean;
  /** Folder of the built web app; absent or not there: its address answers with an explanation. */
  page?: { folder: string } | undefined;
}

export interface AccessPolicy {
  /** Only this machine can connect: reading needs no key, and the Host header must be a local name. */
  loopbackOnly: boolean;
  /** Needed from every caller otherwise. */
  adminKey?: string | undefined;
}

export interface ApiPush {
  /** Each is accepted: there are several while one replaces another. */
  keys: readonly Uint8Array[];
  /** Throws EarshotError 'unavailable' when what is good of it could not be made durable. */
  receive(push: Push): Promise<PushAnswer>;
}

export interface ApiTaxonomy {
  version: string;
  themes: readonly Theme[];
}

export type ApiOrganisations = Pick<Directory, 'get' | 'search'>;

/** Metadata first, then a static message. Errors go under `err`, which the logger reduces to an allow-list. */
export interface ApiLog {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
