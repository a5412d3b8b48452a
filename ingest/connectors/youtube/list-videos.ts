import { SourceError } from '../../source-error.ts';
import { decodeEntities } from '../rss/entities.ts';
import type { Api } from './api.ts';
import { KEY_SETTING, type Answer } from './read-answer.ts';
import { channelSchema, uploadSchema, type List } from './schema.ts';

export interface Video {
  id: string;
  /** 0: not known, or of no importance. */
  publishedMs: number;
  title: string | undefined;
}

const CHANNELS_SETTING = 'sources.youtube.channels';
const PAGE_SIZE = 50;
/** The service lists no more than 20,000 videos of a channel. */
const MAX_PAGES = 400;
/** Read whatever their age, so that a channel that publishes rarely is not silent. */
const ALWAYS_READ = 10;

/** The id of a channel that was named by its handle: one unit. */
export async function lookUpHandle(api: Api, handle: string): Promise<string> {
  const { items = [] } = listIn(await api.list('channels', { part: 'id', forHandle: handle }));
  const parsed = channelSchema.safeParse(items[0]);
  if (parsed.success) return parsed.data.id;
  throw noSuchChannel('YouTube knows no channel by one of the handles');
}

/**
 * Videos of a channel that were published from an instant on, newest first: one unit for each 50.
 *
 * @param reach `newest`: of the 50 newest alone.
 */
export async function listVideos(api: Api, channelId: string, fromMs: number, reach: 'newest' | 'all'): Promise<Video[]> {
  const videos: Video[] = [];
  let token: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const list = listIn(
      await api.list('playlistItems', {
        part: 'snippet,contentDetails',
        playlistId: `UU${channelId.slice(2)}`,
        maxResults: String(PAGE_SIZE),
        pageToken: token,
      }),
    );
    const found = (list.items ?? []).flatMap(videoOf);
    videos.push(...found);
    const isPast = found.length > 0 && found.every(({ publishedMs }) => publishedMs < fromMs);
    if (reach === 'newest' || isPast || list.nextPageToken === undefined || list.nextPageToken === token) break;
    token = list.nextPageToken;
  }
  const newestFirst = [...new Map(videos.map((video) => [video.id, video])).values()].sort(inOrder);
  return newestFirst.filter(({ publishedMs }, index) => index < ALWAYS_READ || publishedMs >= fromMs);
}

/** Newest first; the list of a channel is nearly, but not always, in this order. */
export function inOrder(a: Pick<Video, 'id' | 'publishedMs'>, b: Pick<Video, 'id' | 'publishedMs'>): number {
  return b.publishedMs - a.publishedMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function videoOf(item: unknown): Video[] {
  const { snippet, contentDetails } = uploadSchema.safeParse(item).data ?? {};
  const id = contentDetails?.videoId ?? snippet?.resourceId?.videoId;
  if (id === undefined) return [];
  const date = contentDetails?.videoPublishedAt ?? snippet?.publishedAt;
  const title = snippet?.title === undefined ? undefined : decodeEntities(snippet.title);
  return [{ id, publishedMs: date === undefined ? 0 : Math.max(0, Date.parse(date)), title }];
}

function listIn(answer: Answer): List {
  if (answer.type === 'list') return answer.list;
  if (answer.type === 'withheld' && answer.reason === 'forbidden')
    throw new SourceError(
      { type: 'config', setting: KEY_SETTING },
      `YouTube refuses to list the videos of a channel: check ${KEY_SETTING}.`,
    );
  if (answer.type === 'withheld') throw noSuchChannel('YouTube shows no videos of one of the channels');
  throw new SourceError({ type: 'retry' }, 'YouTube could not list the videos of a channel.');
}

function noSuchChannel(what: string): SourceError {
  return new SourceError({ type: 'config', setting: CHANNELS_SETTING }, `${what}: check ${CHANNELS_SETTING}.`);
}
