import { useEffect } from 'react';
import { FilterForm } from './components/filter-form.tsx';
import { FilterPills } from './components/filter-pills.tsx';
import { PostsList } from './components/posts-list.tsx';
import { ThemesTable } from './components/themes-table.tsx';
import { VolumeSection } from './components/volume-section.tsx';
import type { SourcesAnswer, ThemesAnswer, TrendsAnswer } from './api-types.ts';
import { effectiveRange, intervalFor } from './period.ts';
import { count, formatPeriod } from './format.ts';
import { useAnswer } from './use-answer.ts';
import { useView, type View } from './url-state.ts';

/** One screen: how much and how it feels, what about, and the comments behind it. */
export function App() {
  const [view, change] = useView();
  const range = effectiveRange(view);
  const interval = intervalFor(range);
  const filters = filterQuery({ ...view, from: range.from, to: range.to });
  const trends = useAnswer<TrendsAnswer>(`/v1/trends?${filters}&interval=${interval}`);
  const themes = useAnswer<ThemesAnswer>(`/v1/themes?${filters}`);
  const themeNames = themes.state === 'ready' ? themes.value : themes.state === 'loading' ? themes.last : undefined;
  const sources = useAnswer<SourcesAnswer>('/v1/sources');
  const counted: TrendsAnswer | undefined = trends.state === 'ready' ? trends.value : trends.state === 'loading' ? trends.last : undefined;
  const isSynthetic = counted?.basis.synthetic ?? false;

  useEffect(() => {
    document.title = `${isSynthetic ? 'Synthetic data: ' : ''}Earshot, what people say about NHS care`;
  }, [isSynthetic]);

  return (
    <>
      <header>
        <div className="masthead">
          <div className="nhsuk-width-container">
            <p className="masthead__name">Earshot</p>
            <p>What people say in public about NHS care in England</p>
          </div>
        </div>
        {isSynthetic && (
          <div className="synthetic">
            <div className="nhsuk-width-container">
              <p>
                <strong>Synthetic data.</strong> Every comment here is invented, and so is every number.
              </p>
            </div>
          </div>
        )}
      </header>
      <div className="nhsuk-width-container">
        <main className="nhsuk-main-wrapper" id="main">
          <h1 className="nhsuk-heading-l" id="period" tabIndex={-1}>
            {formatPeriod(range.fromMs, range.toMs)}
          </h1>
          <p className="nhsuk-u-visually-hidden" role="status">
            {trends.state === 'ready' && `${count(trends.value.basis.posts, 'post')} found`}
          </p>
          <FilterForm view={view} range={range} onChange={change} />
          <FilterPills view={view} themes={themeNames} onChange={change} />
          <VolumeSection
            answer={trends}
            interval={interval}
            sources={sources.state === 'ready' ? sources.value : undefined}
            onChange={change}
          />
          <ThemesTable answer={themes} chosen={view.theme} onChange={change} />
          <PostsList key={filters} filters={filters} onChange={change} />
        </main>
      </div>
    </>
  );
}

function filterQuery(view: View): string {
  return new URLSearchParams(Object.entries(view).filter(([, value]) => value !== '')).toString();
}
