import { REGISTERS, type Register } from './grammar/registers.ts';
import { CONTRASTS, EMOJI, REMARKS } from './grammar/remarks.ts';
import { TOPICS } from './grammar/topics.ts';
import type { Mood, Topic } from './grammar/topic.ts';
import { VOCABULARY } from './grammar/vocabulary.ts';
import { createWeightedPick, type Random } from './random.ts';
import { createPeople, createScene, placingOf, type NamedPlace, type Placing } from './scene.ts';
import { createCompiler, type Scene, type Template } from './template.ts';
import { asShouting, asText, withTypo } from './typos.ts';

export interface ComposeOptions {
  genre: 'post' | 'feedback';
  where: NamedPlace | undefined;
  maxLength: number;
  /** Hashtags and emoji are usual where it is posted. */
  social: boolean;
  topic?: CompiledTopic | undefined;
  mood?: Mood | undefined;
}

export interface Comment {
  text: string;
  topic: string;
  register: string;
  mood: Mood | 'mixed';
}

export interface CompiledTopic {
  topic: Topic;
  clauses: Record<Mood, readonly Template[]>;
  pickMood: (random: Random) => Mood;
}

interface CompiledRegister {
  register: Register;
  openers: Record<Mood, readonly Template[]>;
  closers: Record<Mood, readonly Template[]>;
}

const MOODS: readonly Mood[] = ['negative', 'positive', 'neutral'];
const MIXED_SHARE = { post: 0.07, feedback: 0.15 };
const QUESTION = /^(?:anyone|is |are |how |what|do |does |can |where |which |when |when’s|who |why |will )/;
/** "a occupational therapist", "a 85 year old". */
const A_BEFORE_VOWEL = /\b([Aa]) (?=[aeio]|8\d?\b|11\b|18\b)(?!one\b)/g;
const LEADS_ON = /[^.?!]$/;

const compile = createCompiler(VOCABULARY);
const drawPerson = createPeople(compile);
const remarks = byMood(REMARKS);
const contrasts = CONTRASTS.map(compile);
const registers = REGISTERS.map((register) => ({ register, openers: byMood(register.openers), closers: byMood(register.closers) }));
const topics = TOPICS.map(compileTopic);
const pickTopic = { post: topicPick('post'), feedback: topicPick('feedback') };
const pickRegister = { social: registerPick('social'), comment: registerPick('comment'), feedback: registerPick('feedback') };

function byMood(sources: Record<Mood, readonly string[]>): Record<Mood, readonly Template[]> {
  return { negative: sources.negative.map(compile), positive: sources.positive.map(compile), neutral: sources.neutral.map(compile) };
}

export function compileTopic(topic: Topic): CompiledTopic {
  const pickMood = createWeightedPick(MOODS.map((item) => ({ item, weight: topic[item].length ? topic.moods[item] : 0 })));
  return { topic, clauses: byMood(topic), pickMood };
}

function topicPick(genre: 'post' | 'feedback') {
  return createWeightedPick(topics.map((item) => ({ item, weight: item.topic.weight[genre] })));
}

/** Below a newspaper's article people write otherwise than on social media. */
function registerPick(where: 'social' | 'comment' | 'feedback') {
  return createWeightedPick(
    registers.map((item) => {
      const { id, weight } = item.register;
      const isNewsComment = id === 'news-comment';
      if (where === 'feedback') return { item, weight: weight.feedback };
      return { item, weight: weight.post * (where === 'social' ? (isNewsComment ? 0.2 : 1) : isNewsComment ? 12 : 0.5) };
    }),
  );
}

/** One comment: a register, a person and a place, one topic in one mood, now and then a second topic in the opposite one. */
export function compose(random: Random, options: ComposeOptions): Comment {
  const { genre } = options;
  const topic = options.topic ?? pickTopic[genre](random);
  const mood = options.mood ?? topic.pickMood(random);
  const chosen = pickRegister[genre === 'feedback' ? 'feedback' : options.social ? 'social' : 'comment'](random);
  const { register } = chosen;
  const placing = placingFor(topic.topic, options.where);
  const scene = createScene(random, placing, drawPerson(register.people, random));
  const sentences = topicSentences(topic.clauses[mood], chosen, mood, scene);

  if (random.chance(register.chances.remark)) sentences.push(finish(random.pick(remarks[mood])(scene)));
  const contrast = mood !== 'neutral' && random.chance(MIXED_SHARE[genre]) ? contrastSentence(genre, topic, mood, scene) : undefined;
  if (contrast) sentences.push(contrast);
  else if (random.chance(register.chances.closer)) sentences.push(finish(random.pick(chosen.closers[mood])(scene)));

  const named = placeAtEdge(sentences, scene, placing, random);
  const body = fit(named, options.maxLength);
  const text = decorate(style(body, register, mood, random), topic.topic, register, mood, options, random);
  return { text, topic: topic.topic.id, register: register.id, mood: contrast ? 'mixed' : mood };
}

function topicSentences(clauses: readonly Template[], chosen: CompiledRegister, mood: Mood, scene: Scene): string[] {
  const { random } = scene;
  const { register } = chosen;
  const count = Math.min(clauses.length, random.between(...register.sentences));
  const first = random.between(0, clauses.length - 1);
  const step = random.between(1, Math.max(1, clauses.length - 1));
  const used = new Set<number>();
  const sentences: string[] = [];
  const openers = chosen.openers[mood];
  let lead = openers.length && random.chance(register.chances.opener) ? random.pick(openers)(scene) : '';
  for (let nth = 0; nth < count; nth++) {
    const index = (first + nth * step) % clauses.length;
    if (used.has(index)) continue;
    used.add(index);
    const clause = clauses[index]!(scene);
    if (lead && !LEADS_ON.test(lead)) {
      sentences.push(finish(lead));
      lead = '';
    }
    sentences.push(finish(clause, lead));
    lead = '';
  }
  return sentences;
}

function contrastSentence(genre: 'post' | 'feedback', topic: CompiledTopic, mood: Mood, scene: Scene): string | undefined {
  const { random } = scene;
  const other = pickTopic[genre](random);
  const opposite: Mood = mood === 'negative' ? 'positive' : 'negative';
  const clauses = other.clauses[opposite];
  if (other === topic || clauses.length === 0) return undefined;
  return finish(random.pick(clauses)(scene), random.pick(contrasts)(scene));
}

/** Capital letter, full stop or question mark, and what leads into it. */
function finish(clause: string, lead = ''): string {
  const whole = lead ? `${lead} ${clause}` : clause;
  const end = /[.?!…]$/.test(whole) ? '' : QUESTION.test(clause) ? '?' : '.';
  const fluent = whole.replace(A_BEFORE_VOWEL, '$1n ');
  return fluent[0]!.toUpperCase() + fluent.slice(1) + end;
}

/** Surgeries, dentists and the app are in a town, not at a hospital. */
function placingFor(topic: Topic, where: NamedPlace | undefined): Placing | undefined {
  if (!where) return undefined;
  return topic.isLocal ? { name: where.place.town, town: where.place.town, word: 'in' } : placingOf(where);
}

/** Where no sentence had room for the place, it goes to the front or the end. */
function placeAtEdge(sentences: string[], scene: Scene, placing: Placing | undefined, random: Random): string[] {
  if (!placing || scene.at === '') return sentences;
  const { name } = placing;
  const bare = name[0]!.toUpperCase() + name.slice(1);
  if (random.chance(0.45)) return [`${bare}: ${sentences[0]!}`, ...sentences.slice(1)];
  if (random.chance(0.5)) return [...sentences, `(${bare}.)`];
  return [...sentences, `This was ${placing.word === 'in' ? 'in ' : ''}${name}.`];
}

/** As many sentences as fit. */
function fit(sentences: readonly string[], maxLength: number): string {
  let text = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (text.length + sentence.length + 1 > maxLength - 40) break;
    text += ` ${sentence}`;
  }
  return text.slice(0, maxLength);
}

function style(text: string, register: Register, mood: Mood, random: Random): string {
  if (register.style === 'texting') return asText(text, random);
  if (register.style === 'shouting') return asShouting(text, mood, random);
  if (register.style === 'terse' && random.chance(0.5)) return text.replace(/\.$/, '');
  return text;
}

function decorate(text: string, topic: Topic, register: Register, mood: Mood, options: ComposeOptions, random: Random): string {
  const { chances } = register;
  let out = random.chance(chances.typo) ? withTypo(text, random) : text;
  if (options.genre === 'feedback' || options.social) {
    if (random.chance(chances.emoji)) out += ` ${random.pick(EMOJI[mood])}`;
  }
  if (!options.social) return out;
  if (random.chance(chances.hashtag) && topic.hashtags.length) out += ` ${random.pick(topic.hashtags)}`;
  if (options.where && random.chance(chances.hashtag * 0.3)) out += ` #${options.where.place.town.replace(/\W/g, '')}`;
  return out;
}
