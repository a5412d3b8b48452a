import type { OrganisationsAnswer, ThemesAnswer } from '../api-types.ts';
import { useAnswer } from '../use-answer.ts';
import type { View } from '../url-state.ts';

const LABELS = { q: 'Search', theme: 'Theme', place: 'Place', source: 'Source', sentiment: 'Feeling' } as const;
type FilterKey = keyof typeof LABELS;

interface Props {
  view: View;
  themes: ThemesAnswer | undefined;
  onChange: (change: Partial<View>) => void;
}

/** The button that was pressed is gone now: the keyboard goes on from the top of the results. */
function focusPeriod(): void {
  document.getElementById('period')?.focus();
}

/** What the selection is narrowed to; each can be taken away. */
export function FilterPills({ view, themes, onChange }: Props) {
  const active = (Object.keys(LABELS) as FilterKey[]).filter((key) => view[key]);
  if (active.length === 0) return null;
  const remove = (change: Partial<View>) => {
    onChange(change);
    focusPeriod();
  };
  return (
    <ul className="pills" aria-label="Filters in use">
      {active.map((key) => (
        <li key={key}>
          <button className="pill" type="button" onClick={() => remove({ [key]: '' })}>
            {LABELS[key]}:{' '}
            {key === 'place' ? <PlaceName ods={view.place} /> : <bdi>{key === 'theme' ? themeName(view.theme, themes) : view[key]}</bdi>}{' '}
            <span aria-hidden="true">×</span>
            <span className="nhsuk-u-visually-hidden"> Remove this filter</span>
          </button>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <button className="link-button" type="button" onClick={() => remove({ q: '', theme: '', place: '', source: '', sentiment: '' })}>
            Clear all
          </button>
        </li>
      )}
    </ul>
  );
}

/** Its code until the name is known, and where there is none. */
function PlaceName({ ods }: { ods: string }) {
  const found = useAnswer<OrganisationsAnswer>(`/v1/organisations/search?name=${encodeURIComponent(ods)}&limit=5`);
  const organisation = found.state === 'ready' ? found.value.items.find((item) => item.ods === ods.toUpperCase()) : undefined;
  return <bdi>{organisation?.name ?? ods}</bdi>;
}

function themeName(id: string, themes: ThemesAnswer | undefined): string {
  for (const category of themes?.items ?? []) {
    if (category.id === id) return category.name;
    const theme = category.themes.find((item) => item.id === id);
    if (theme) return theme.name;
  }
  return id;
}
