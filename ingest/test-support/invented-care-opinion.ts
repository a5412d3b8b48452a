import { createScriptedHttp, type ScriptedAnswer, type ScriptedHttp } from './scripted-http.ts';

type Data = Record<string, unknown>;

/** A story in the documented shape, by nobody. Dates are in UTC, without its sign. */
export function inventedStory(id: number, body: string, atMs: number, more: Data = {}): Data {
  const date = new Date(atMs).toISOString().slice(0, 19);
  return {
    id,
    title: '',
    body,
    dateOfSubmission: date,
    dateOfPublication: date,
    criticality: null,
    progress: 'NotReadYet',
    authorRole: 'the patient',
    links: [{ rel: 'healthservice', id: 'RR801', href: 'https://care-opinion.example/api/v2/healthservices/RR801' }],
    ...more,
  };
}

/** Care Opinion in memory: lists by date of publication, single stories and answers. */
export function createInventedCareOpinion() {
  const lists: Record<string, { text: string; data: unknown; atMs: number; isGone: boolean }[]> = { opinions: [], responses: [] };
  let last = 1_000_000;
  const found = (text: string) => Object.values(lists).flatMap((list) => list.filter((each) => each.text === text));

  function answer(url: URL): ScriptedAnswer {
    const [, , , listing = '', id] = url.pathname.split('/');
    const list = (lists[listing] ?? []).filter(({ isGone }) => !isGone);
    if (id !== undefined) {
      const one = list.find(({ data }) => String((data as Data)['id']) === id);
      return one ? { json: one.data } : { status: 404, body: '' };
    }
    const sinceMs = Date.parse(url.searchParams.get('publishedafter') ?? '1970-01-01');
    const sorted = list.filter(({ atMs }) => atMs >= sinceMs).sort((left, right) => left.atMs - right.atMs);
    if (url.searchParams.get('dateofpublicationorder') === 'descending') sorted.reverse();
    const skip = Number(url.searchParams.get('skip') ?? 0);
    return { json: sorted.slice(skip, skip + Number(url.searchParams.get('take'))).map(({ data }) => data) };
  }

  return {
    publish(text: string, atMs: number, more: Data = {}, listing = 'opinions'): number {
      last += 1;
      lists[listing]!.push({ text, atMs, isGone: false, data: inventedStory(last, text, atMs, more) });
      return last;
    },
    publishRaw: (data: unknown, atMs: number) => void lists['opinions']!.push({ text: '', atMs, isGone: false, data }),
    change(text: string, change: Data): void {
      for (const each of found(text)) each.data = { ...(each.data as Data), ...change };
    },
    setGone(text: string | undefined, isGone: boolean): void {
      for (const each of text === undefined ? Object.values(lists).flat() : found(text)) each.isGone = isGone;
    },
    serve(trouble: () => ScriptedAnswer | undefined = () => undefined): ScriptedHttp {
      return createScriptedHttp((url) => trouble() ?? answer(url));
    },
  };
}
