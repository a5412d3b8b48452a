import { useMemo, useSyncExternalStore } from 'react';

/** What the page shows, all of it in the address: back, forward and copied links work. Dates are as the API takes them: `to` is not included. */
export interface View {
  q: string;
  theme: string;
  place: string;
  source: string;
  sentiment: string;
  from: string;
  to: string;
}

export const VIEW_KEYS = ['q', 'theme', 'place', 'source', 'sentiment', 'from', 'to'] as const satisfies readonly (keyof View)[];

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

export function parseView(search: string): View {
  const params = new URLSearchParams(search);
  return Object.fromEntries(VIEW_KEYS.map((key) => [key, params.get(key) ?? ''])) as unknown as View;
}

/** The query string of a view, empty fields left out. */
export function formatView(view: View): string {
  const params = new URLSearchParams(VIEW_KEYS.filter((key) => view[key]).map((key) => [key, view[key]]));
  const text = params.toString();
  return text ? `?${text}` : '';
}

export function useView(): [View, (change: Partial<View>) => void] {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  const view = useMemo(() => parseView(search), [search]);
  return [view, (change) => navigate({ ...view, ...change })];
}

function navigate(view: View): void {
  const next = formatView(view);
  if (next === window.location.search) return;
  window.history.pushState(null, '', `${window.location.pathname}${next}`);
  for (const listener of listeners) listener();
}
