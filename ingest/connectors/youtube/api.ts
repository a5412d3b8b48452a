import type { SourceContext } from '../../connector.ts';
import { readAnswer, type Answer } from './read-answer.ts';

export interface Api {
  /** One request: one unit of the quota, whatever comes of it. */
  list(resource: 'channels' | 'playlistItems' | 'commentThreads' | 'comments', query: Record<string, string | undefined>): Promise<Answer>;
}

export interface ApiAccess {
  baseUrl: string;
  apiKey: string;
}

/** @param spend is told of each request before it is sent, and may throw. */
export function createApi({ http, clock, signal }: SourceContext, { baseUrl, apiKey }: ApiAccess, spend: () => void): Api {
  return {
    async list(resource, query) {
      spend();
      const url = new URL(`/youtube/v3/${resource}`, baseUrl);
      for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
      url.searchParams.set('key', apiKey);
      const response = await http.send({ url: url.href, headers: { accept: 'application/json' }, signal });
      return readAnswer(response, clock.now());
    },
  };
}
