import { describe, expect, it } from 'vitest';
import { describeClasses } from './classes.ts';
import { evaluateLabels } from './evaluate.ts';
import { describeOrder, pearson } from './order.ts';
import { describeSpans } from './spans.ts';

const NICE = 'The nurses were lovely, thank you so much for everything';
const NASTY = 'Rude staff, filthy ward, the worst night of my life';

describe('evaluating labelled texts', () => {
  it('judges sentiment beside references, with intervals', async () => {
    const rows = Array.from({ length: 20 }, (_, nth) => (nth % 2 ? { text: NICE, label: 'pos' } : { text: NASTY, label: 'negative' }));
    const report = (await evaluateLabels('sentiment', 'feedback', rows)).join('\n');
    expect(report).toMatch(/^20 rows, sentiment, genre feedback/);
    expect(report).toMatch(/earshot: accuracy 1\.000 \(1\.000 to 1\.000\)/);
    for (const name of ['wink-sentiment', 'AFINN-165', 'largest class']) expect(report).toContain(`${name}: accuracy`);
    expect(report).toContain('negative: recall 1.000, precision 1.000, F1 1.000, n 10');
  });

  it.each([
    ['level', '-2'],
    ['single-label', 'Staff'],
    ['emotion', 'anger'],
    ['relevance', 'experience'],
    ['themes', 'Staff manner & personal attributes'],
    ['themes', ''],
    ['score', '-3.2'],
  ] as const)('takes labels of %s such as "%s"', async (task, label) => {
    const lines = await evaluateLabels(task, 'feedback', [
      { text: NASTY, label },
      { text: NICE, label },
    ]);
    expect(lines.join('\n')).toContain('earshot: ');
  });

  it.each([
    ['sentiment', 'angry', /row 2 is none of negative, neutral, positive/],
    ['score', 'high', /row 2 is not a number/],
    ['themes', 'Parkng', /Row 2 has a theme/],
  ] as const)('names the row of %s whose label it does not know', async (task, label, message) => {
    const rows = [
      { text: NICE, label: task === 'score' ? '1' : task === 'themes' ? '' : 'positive' },
      { text: NASTY, label },
    ];
    await expect(evaluateLabels(task, 'post', rows)).rejects.toThrow(message);
  });

  it('refuses a file without rows', async () => {
    await expect(evaluateLabels('sentiment', 'post', [])).rejects.toThrow('no rows');
  });
});

describe('references', () => {
  it('are compared on the same resamples: equal guesses differ by nothing', () => {
    const truth = [0, 1, 0, 1, 1, 0];
    const lines = describeClasses(
      ['a', 'b'],
      truth,
      truth.map((label) => ({ label })),
      { same: truth },
    );
    expect(lines).toContain('  no clear difference in macro-F1: by 0.000 to 0.000 (paired bootstrap, 95 %)');
  });
});

describe('ordered values', () => {
  it('correlate as they rise together', () => {
    expect(pearson([1, 2, 3], [2, 4, 6])).toBeCloseTo(1);
    expect(pearson([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
    expect(pearson([1, 2, 3], [5, 5, 5])).toBe(0);
  });

  it('on one scale of whole numbers are told how far off they are', () => {
    expect(describeOrder([0, 2], { ours: [1, 2] })[0]).toContain('mean distance 0.500');
    expect(describeOrder([0, 2], { ours: [1.5, 2] })[0]).not.toContain('mean distance');
  });
});

describe('spans', () => {
  it('count as right with the same start, end and type', () => {
    const text = 'Write to ann@example.org or ring';
    const lines = describeSpans([
      { text, spans: [{ start: 9, end: 24, type: 'EMAIL' }] },
      { text: 'nothing here', spans: [{ start: 0, end: 7, type: 'PERSON' }] },
    ]);
    expect(lines[0]).toMatch(/recall 0\.5000 .*precision 1\.0000 .*2 spans/);
    expect(lines).toContain('  EMAIL: recall 1.000, precision 1.000, n 1');
  });
});

describe('mixed comments', () => {
  const comment = {
    text: 'The food was awful but the nurses were kind',
    clauses: [
      { text: 'The food was awful', sentiment: 'negative', themes: ['environment-equipment-catering.food-drink-provision-facilities'] },
      { text: 'the nurses were kind', sentiment: 'positive', themes: ['staff.staff-manner-personal-attributes'] },
    ],
  } as const;

  it('are right where clauses and themes feel as they were labelled', async () => {
    const lines = await evaluateLabels('mixed', 'feedback', [{ ...comment, label: '' }]);
    expect(lines).toContain('clauses: feeling right 1.000; of those for or against, right side 1.000');
    expect(lines.join('\n')).toMatch(/theme and feeling together: recall 1\.000/);
  });

  it('are wrong where they do not', async () => {
    const clauses = comment.clauses.map((clause) => ({ ...clause, sentiment: 'neutral' as const }));
    const lines = await evaluateLabels('mixed', 'feedback', [{ ...comment, label: '', clauses }]);
    expect(lines.join('\n')).toMatch(/clauses: feeling right 0\.000/);
  });
});
