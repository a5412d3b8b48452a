import type { Client } from '@elastic/elasticsearch';

/** What a worker that is killed sees of its last request: nothing, though Elasticsearch may have carried it out. */
export class Killed extends Error {}

/**
 * The same client, in a process that is killed at its n-th request (from 0): `before` it is sent, or `after` it was carried out.
 */
export function killedAt(client: Client, request: number, when: 'before' | 'after'): Client {
  let count = 0;
  return new Proxy(client, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function' || (name !== 'bulk' && name !== 'mget' && name !== 'search')) return method;
      return async (...args: unknown[]) => {
        const isLast = count++ >= request;
        if (isLast && when === 'before') throw new Killed();
        const answer: unknown = await (Reflect.apply(method, target, args) as Promise<unknown>);
        if (isLast) throw new Killed();
        return answer;
      };
    },
  });
}
