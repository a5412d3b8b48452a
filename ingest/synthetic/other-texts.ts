import { NOISE, NOISE_WORDS } from './grammar/noise.ts';
import { OTHER_LANGUAGES } from './grammar/other-languages.ts';
import { PERSONAL_DATA } from './grammar/personal-data.ts';
import { VOCABULARY } from './grammar/vocabulary.ts';
import { PERSONAL_SLOTS } from './personal-data.ts';
import { createWeightedPick, type Random } from './random.ts';
import { createScene, placingOf, type NamedPlace } from './scene.ts';
import { createCompiler } from './template.ts';

const compile = createCompiler({ ...VOCABULARY, ...NOISE_WORDS });
const pickNoise = createWeightedPick(
  NOISE.map((kind) => ({ item: { id: kind.id, templates: kind.templates.map(compile) }, weight: kind.weight })),
);
const pickLanguage = createWeightedPick(
  OTHER_LANGUAGES.map((language) => ({
    item: { code: language.code, templates: language.templates.map(compile) },
    weight: language.weight,
  })),
);

interface OtherText {
  text: string;
  topic: string;
  register: string;
  mood: string;
  lang?: string;
}

/** Texts that are no English comments about care, and the personal data that people add. */
export function createOtherTexts() {
  return {
    noise(random: Random, where: NamedPlace): OtherText {
      const kind = pickNoise(random);
      const text = random.pick(kind.templates)(createScene(random, placingOf(where)));
      return { text: text[0]!.toUpperCase() + text.slice(1), topic: kind.id, register: 'noise', mood: 'neutral' };
    },
    otherLanguage(random: Random, where: NamedPlace): OtherText {
      const language = pickLanguage(random);
      const scene = createScene(random, placingOf(where));
      const text = random.pick(language.templates)(scene);
      return {
        text: text[0]!.toUpperCase() + text.slice(1),
        topic: 'other-language',
        register: 'other-language',
        mood: 'neutral',
        lang: language.code,
      };
    },
    personalData(random: Random): string {
      return random.pick(PERSONAL_DATA).replace(/\{(\w+)\}/g, (_, name: string) => PERSONAL_SLOTS[name]!(random));
    },
  };
}
