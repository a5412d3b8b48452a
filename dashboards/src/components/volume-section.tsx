import { useMemo } from 'react';
import { londonDate, type Interval } from '#core/calendar.ts';
import { bucketLabel } from '#core/charts/volume-by-sentiment.ts';
import type { SourcesAnswer, TrendsAnswer } from '../api-types.ts';
import { count, countEstimate, formatDate, formatNumber, share } from '../format.ts';
import type { Answer } from '../use-answer.ts';
import type { View } from '../url-state.ts';
import { VolumeChart } from './chart.tsx';
import { WhenReady } from './states.tsx';

const INTERVAL_NAMES: Record<Interval, string> = { hour: 'hour', day: 'day', week: 'week, beginning on Monday' };

interface Props {
  answer: Answer<TrendsAnswer>;
  interval: Interval;
  sources: SourcesAnswer | undefined;
  onChange: (change: Partial<View>) => void;
}

/** How much was said and how it feels, over time, with the numbers behind the chart. */
export function VolumeSection({ answer, interval, sources, onChange }: Props) {
  return (
    <section aria-labelledby="volume-heading">
      <h2 className="nhsuk-heading-m" id="volume-heading">
        How much people said, and how it feels
      </h2>
      <WhenReady answer={answer} what="The chart">
        {(trends) =>
          trends.basis.posts === 0 ? (
            <div className="nhsuk-inset-text">
              <p>No comments match. Take away a filter, or choose more days.</p>
            </div>
          ) : (
            <Volume trends={trends} interval={interval} sources={sources} onChange={onChange} />
          )
        }
      </WhenReady>
    </section>
  );
}

type VolumeProps = Omit<Props, 'answer'> & { trends: TrendsAnswer };

function Volume({ trends, interval, sources, onChange }: VolumeProps) {
  const points = useMemo(
    () => trends.items.map((item) => ({ startMs: Date.parse(item.start), posts: item.posts, sentiment: item.sentiment })),
    [trends],
  );
  const summary = summarise(trends);
  const narrowTo = (item: TrendsAnswer['items'][number]) =>
    onChange({ from: londonDate(Date.parse(item.start)), to: londonDate(Date.parse(item.end)) });
  const canNarrow = trends.interval !== 'hour';
  return (
    <>
      <p>
        {summary} <a href="#posts-heading">Read the comments</a>
      </p>
      <p className="basis">
        Posts by sentiment for each {INTERVAL_NAMES[trends.interval]}. Times are London’s.{canNarrow && ' Choose a column to see it alone.'}
      </p>
      <VolumeChart
        points={points}
        interval={trends.interval}
        label={`${summary} The table below holds the same numbers.`}
        onPick={(index) => canNarrow && narrowTo(trends.items[index]!)}
      />
      <Basis trends={trends} sources={sources} onChange={onChange} />
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">The chart as a table</span>
        </summary>
        <div className="nhsuk-details__text wide-table">
          <VolumeTable trends={trends} interval={interval} onPick={narrowTo} />
        </div>
      </details>
    </>
  );
}

interface TableProps {
  trends: TrendsAnswer;
  interval: Interval;
  onPick: (item: TrendsAnswer['items'][number]) => void;
}

function VolumeTable({ trends, interval, onPick }: TableProps) {
  return (
    <table className="nhsuk-table">
      <caption className="nhsuk-table__caption nhsuk-u-visually-hidden">Posts, voices and sentiment over time</caption>
      <thead className="nhsuk-table__head">
        <tr>
          <th scope="col">From</th>
          {['Posts', 'Voices', 'Positive', 'Neutral', 'Mixed', 'Negative'].map((name) => (
            <th scope="col" className="number" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {trends.items.map((item) => (
          <tr key={item.start}>
            <th scope="row">
              {interval === 'hour' ? (
                bucketLabel(Date.parse(item.start), interval)
              ) : (
                <button type="button" className="link-button" onClick={() => onPick(item)}>
                  {formatDate(item.start)}
                </button>
              )}
              {item.partial && <span className="basis"> (not whole)</span>}
            </th>
            <td className="number">{formatNumber(item.posts)}</td>
            <td className="number">
              {item.voices.approximate ? '≈ ' : ''}
              {formatNumber(item.voices.value)}
            </td>
            <td className="number">{formatNumber(item.sentiment.positive)}</td>
            <td className="number">{formatNumber(item.sentiment.neutral)}</td>
            <td className="number">{formatNumber(item.sentiment.mixed)}</td>
            <td className="number">{formatNumber(item.sentiment.negative)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the numbers rest on: how many, from where, since when, and what was not collected. */
function Basis({ trends, sources, onChange }: Omit<VolumeProps, 'interval'>) {
  const { basis } = trends;
  const counted = basis.sources.filter((source) => source.posts > 0);
  const gaps = basis.sources.filter((source) => source.gaps.length > 0).map((source) => source.id);
  const since = sources?.items
    .map((source) => source.collectedSince ?? '')
    .filter(Boolean)
    .sort()[0];
  return (
    <p className="basis">
      Rests on {count(basis.posts, 'post')} by {countEstimate(basis.voices, 'voice')}, of kind {basis.relevance.kinds.join(' and ')}, from{' '}
      {counted.map((source, index) => (
        <span key={source.id}>
          {index > 0 && ', '}
          <button type="button" className="link-button" onClick={() => onChange({ source: source.id })}>
            {source.id}
            <span className="nhsuk-u-visually-hidden">: show this source only</span>
          </button>{' '}
          ({formatNumber(source.posts)})
        </span>
      ))}
      {since && `, collected since ${formatDate(since)}`}. Sentiment is by a learned model ({basis.versions.model}) measured on tweets and
      survey comments, not on posts about the NHS.{gaps.length > 0 && ` Collection had gaps in this period: ${gaps.join(', ')}.`}
    </p>
  );
}

/** The finding in a sentence that a person could say aloud. */
function summarise({ items, basis }: TrendsAnswer): string {
  const sum = (pick: (item: TrendsAnswer['items'][number]) => number) => items.reduce((total, item) => total + pick(item), 0);
  const negative = sum((item) => item.sentiment.negative);
  const positive = sum((item) => item.sentiment.positive);
  const analysed = sum((item) => item.sentiment.negative + item.sentiment.positive + item.sentiment.neutral + item.sentiment.mixed);
  const left = basis.posts - analysed;
  const start = `${count(basis.posts, 'post')} by ${countEstimate(basis.voices, 'voice')}`;
  if (analysed === 0) return `${start}, none in a language that is analysed.`;
  const rest = left > 0 ? ` ${count(left, 'post')} in other languages ${left === 1 ? 'is' : 'are'} not analysed.` : '';
  return `${start}: ${share(negative, analysed)} negative and ${share(positive, analysed)} positive.${rest}`;
}
