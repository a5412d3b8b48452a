import { createRandom, createWeightedPick, type Random } from '#ingest/synthetic/random.ts';
import { createKeywordMatcher, DEFAULT_KEYWORDS } from '#ingest/match-keywords.ts';
import { generatePosts } from '#ingest/synthetic/generate-posts.ts';

/** What a subscription to posts brings, in this mix; each frame has the members, their order and the lengths of ids that recorded frames have. */
const EVENTS = [
  { item: 'post', weight: 560 },
  { item: 'reply', weight: 230 },
  { item: 'delete', weight: 90 },
  { item: 'update', weight: 2 },
  { item: 'identity', weight: 60 },
  { item: 'account', weight: 55 },
  { item: 'account-gone', weight: 3 },
] as const;
/** Of posts; of all frames it is some less. */
const MATCHING_SHARE = 0.018;

const WRITINGS: readonly { item: Writing; weight: number }[] = [
  {
    item: {
      lang: 'en',
      gap: ' ',
      words:
        "the a my your this that and but so if when I you we they it is was are not don’t can’t it's have had just really very good bad new old time day people game team show song book film see saw go got want need think know love hate like never always again today tonight tomorrow morning week work home school doctor hospital trust app line call free best worst first last world news vote party money price city train rain sun dog cat coffee bread garden music phone picture video post thread link read watch listen wait stay leave happy sad tired angry thanks sorry please maybe literally honestly actually".split(
          ' ',
        ),
    },
    weight: 46,
  },
  {
    item: {
      lang: 'ja',
      gap: '',
      words:
        '今日 は とても 楽しかった です ね 明日 も 仕事 なので 早く 寝ます ゲーム を 見て いる ジャードゥーガル 可愛い 写真 ありがとう ございます 新しい 曲 が 好き'.split(
          ' ',
        ),
    },
    weight: 22,
  },
  {
    item: {
      lang: 'pt',
      gap: ' ',
      words:
        'não é mais você hoje muito bom dia pra mim também já vou só que coração história está amanhã então filme música gente vida'.split(
          ' ',
        ),
    },
    weight: 11,
  },
  {
    item: {
      lang: 'es',
      gap: ' ',
      words: 'qué día más bonito el la que no está aquí mañana también sí pero gracias por todo años canción película'.split(' '),
    },
    weight: 6,
  },
  {
    item: {
      lang: 'de',
      gap: ' ',
      words: 'ich bin heute nicht zu Hause und das ist schön für mich über Wetter müde später Straße weiß noch immer'.split(' '),
    },
    weight: 6,
  },
  {
    item: {
      lang: 'fr',
      gap: ' ',
      words: 'je ne sais pas c’est très bien aujourd’hui à demain être déjà français garçon où ça merci encore'.split(' '),
    },
    weight: 4,
  },
  { item: { lang: 'ko', gap: ' ', words: '오늘 정말 좋은 하루 였어요 내일 도 화이팅 사진 이쁘시네용 감사합니다'.split(' ') }, weight: 3 },
  {
    item: { lang: 'tr', gap: ' ', words: 'bugün çok güzel bir gün değil mi ben de öyle düşünüyorum artık şimdi iyi'.split(' ') },
    weight: 2,
  },
];
const EMOJI = ['😂', '💦', '❤️', '🔥', '👇', '😭', '🙏🏽', '✨'];
const HOSTS = ['news.example', 'video.example', 'blog.example'];
const BASE_32 = 'abcdefghijklmnopqrstuvwxyz234567';

interface Writing {
  lang: string;
  gap: string;
  words: readonly string[];
}

/** Frames of the first form of the stream from invented people, in the documented shape, as bytes. The same seed gives the same frames. */
export function inventedFrames(count: number, seed: number, startMs: number): Buffer[] {
  const random = createRandom(seed);
  const pickEvent = createWeightedPick(EVENTS);
  const pickWriting = createWeightedPick(WRITINGS);
  const matches = createKeywordMatcher(DEFAULT_KEYWORDS);
  const comments = [...generatePosts({ seed, posts: 4_000 })].map(({ text }) => text).filter((text) => matches([text]));
  return Array.from({ length: count }, (_, n) => {
    const event = frameOf(pickEvent(random), startMs + n * 12, random, () =>
      random.chance(MATCHING_SHARE) ? { text: random.pick(comments), lang: 'en' } : written(random, pickWriting(random)),
    );
    return Buffer.from(JSON.stringify(event));
  });
}

function frameOf(kind: (typeof EVENTS)[number]['item'], atMs: number, random: Random, write: () => { text: string; lang: string }): object {
  const did = didOf(random);
  const time_us = atMs * 1_000 + random.between(0, 999);
  const time = new Date(atMs).toISOString();
  const seq = 30_340_180_350 + atMs;
  if (kind === 'identity') return { did, time_us, kind, identity: { did, seq, time } };
  if (kind === 'account') return { did, time_us, kind, account: { active: true, did, seq, time } };
  if (kind === 'account-gone') return { did, time_us, kind: 'account', account: { active: false, did, seq, status: 'deleted', time } };
  const commit = {
    rev: idOf(random, 13),
    operation: kind === 'delete' || kind === 'update' ? kind : 'create',
    collection: 'app.bsky.feed.post',
  };
  const rkey = idOf(random, 13);
  if (kind === 'delete') return { did, time_us, kind: 'commit', commit: { ...commit, rkey } };
  const { text, lang } = write();
  const parent = kind === 'reply' ? { cid: cidOf(random), uri: `at://${didOf(random)}/app.bsky.feed.post/${idOf(random, 13)}` } : undefined;
  const record = {
    $type: 'app.bsky.feed.post',
    createdAt: time,
    ...(random.chance(0.22) ? { embed: embedOf(random, write) } : {}),
    ...(random.chance(0.2) ? { facets: [facetOf(random)] } : {}),
    langs: [lang],
    ...(parent ? { reply: { parent, root: parent } } : {}),
    text,
  };
  return { did, time_us, kind: 'commit', commit: { ...commit, rkey, record, cid: cidOf(random) } };
}

function written(random: Random, { lang, gap, words }: Writing): { text: string; lang: string } {
  const count = Math.min(45, Math.max(1, Math.round(Math.exp(2.6 + 0.8 * random.normal()))));
  const text = Array.from({ length: count }, () => random.pick(words)).join(gap);
  return { text: random.chance(0.25) ? `${text} ${random.pick(EMOJI)}` : text, lang };
}

function embedOf(random: Random, write: () => { text: string }): object {
  const blob = (size: number) => ({ $type: 'blob', ref: { $link: cidOf(random) }, mimeType: 'image/jpeg', size });
  if (random.chance(0.4)) {
    const external = {
      description: write().text,
      thumb: blob(119_635),
      title: write().text,
      uri: `https://${random.pick(HOSTS)}/${idOf(random, 11)}`,
    };
    return { $type: 'app.bsky.embed.external', external };
  }
  if (random.chance(0.3)) {
    return {
      $type: 'app.bsky.embed.record',
      record: { cid: cidOf(random), uri: `at://${didOf(random)}/app.bsky.feed.post/${idOf(random, 13)}` },
    };
  }
  const images = [{ alt: random.chance(0.4) ? write().text : '', aspectRatio: { height: 1_500, width: 2_000 }, image: blob(720_303) }];
  return { $type: 'app.bsky.embed.images', images };
}

function facetOf(random: Random): object {
  const features = random.chance(0.5)
    ? [{ $type: 'app.bsky.richtext.facet#tag', tag: idOf(random, 9) }]
    : [{ $type: 'app.bsky.richtext.facet#link', uri: `https://${random.pick(HOSTS)}/${idOf(random, 30)}` }];
  return { features, index: { byteEnd: 31, byteStart: 0 } };
}

const didOf = (random: Random) => `did:plc:${idOf(random, 24)}`;
const cidOf = (random: Random) => `bafyrei${idOf(random, 52)}`;

function idOf(random: Random, length: number): string {
  let id = '';
  for (let nth = 0; nth < length; nth++) id += BASE_32[random.between(0, 31)];
  return id;
}

/** The same event in the second form of the stream, as its `seq`-th. */
export function asV2(frame: Buffer, seq: number): Buffer {
  const {
    did,
    time_us: timeUs,
    kind,
    commit,
    ...rest
  } = JSON.parse(frame.toString()) as { did: string; time_us: number; kind: string; commit?: object };
  const time = `${new Date(Math.floor(timeUs / 1_000)).toISOString().slice(0, -1)}${String(timeUs % 1_000).padStart(3, '0')}Z`;
  const payload = { $type: `network.bsky.jetstream.subscribeEvents#${kind}`, seq, did, time, witnessedAt: time, ...commit, ...rest };
  return Buffer.from(JSON.stringify({ $type: 'message', payload }));
}
