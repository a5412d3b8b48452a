import type { Clock } from '#core/clock.ts';
import { HttpError, type HttpClient } from '#core/ports/http.ts';
import type { Budgets } from '#core/ports/coordination.ts';
import type { Metrics } from '#core/ports/metrics.ts';

export interface Rate {
  /** Requests at once. */
  capacity: number;
  refillPerSecond: number;
}

/** The bucket of a source at one host. */
export function budgetKey(source: string, url: string): string {
  return `source:${source}:${new URL(url).host}`;
}

const DEFAULT_RATE: Rate = { capacity: 5, refillPerSecond: 1 };

/** What a source may be asked. */
export function rateOf({ rate = DEFAULT_RATE }: { rate?: Rate }): Rate {
  return rate;
}

/** The same client, each request at the pace that the source's budget at that host allows, and counted by its outcome. */
export function createBudgetedClient(deps: {
  http: HttpClient;
  budgets: Budgets;
  clock: Clock;
  metrics: Metrics;
  source: string;
  rate: Rate;
  signal: AbortSignal;
}): HttpClient {
  const { http, budgets, clock, metrics, source, rate, signal } = deps;
  return {
    async send(request) {
      for (;;) {
        const answer = await budgets.take(budgetKey(source, request.url), 1, rate);
        if (answer.granted) break;
        await clock.sleep(Math.max(50, answer.retryAfterMs), signal);
      }
      try {
        const response = await http.send(request);
        metrics.count('earshot_source_requests_total', { source, outcome: `${Math.floor(response.status / 100)}xx` });
        return response;
      } catch (error) {
        metrics.count('earshot_source_requests_total', { source, outcome: error instanceof HttpError ? error.fault : 'failed' });
        throw error;
      }
    },
  };
}
