import type { ThemesAnswer } from '../api-types.ts';
import { formatNumber, share } from '../format.ts';
import type { Answer } from '../use-answer.ts';
import type { View } from '../url-state.ts';
import { WhenReady } from './states.tsx';

const SHOWN = 12;

interface Props {
  answer: Answer<ThemesAnswer>;
  chosen: string;
  onChange: (change: Partial<View>) => void;
}

/** What the comments are about, most frequent first; a theme's name narrows the page to it. */
export function ThemesTable({ answer, chosen, onChange }: Props) {
  return (
    <section aria-labelledby="themes-heading">
      <h2 className="nhsuk-heading-m" id="themes-heading">
        What it is about
      </h2>
      <WhenReady answer={answer} what="The themes">
        {(value) => <Themes value={value} chosen={chosen} onChange={onChange} />}
      </WhenReady>
    </section>
  );
}

function Themes({ value, chosen, onChange }: { value: ThemesAnswer; chosen: string; onChange: Props['onChange'] }) {
  const themes = value.items
    .flatMap((category) => category.themes.map((theme) => ({ ...theme, category: category.name })))
    .filter((theme) => theme.posts > 0)
    .sort((left, right) => right.posts - left.posts);
  if (themes.length === 0) return <p>No theme was found in these comments.</p>;
  const table = (rows: typeof themes, caption: string) => (
    <div className="wide-table">
      <table className="nhsuk-table">
        <caption className="nhsuk-table__caption nhsuk-u-visually-hidden">{caption}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            <th scope="col">Theme</th>
            <th scope="col" className="number">
              Posts
            </th>
            <th scope="col" className="number">
              Voices
            </th>
            <th scope="col" className="number">
              Negative
            </th>
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {rows.map((theme) => (
            <tr key={theme.id}>
              <th scope="row">
                <button
                  type="button"
                  className="link-button"
                  aria-pressed={theme.id === chosen}
                  title={theme.definition ?? undefined}
                  onClick={() => onChange({ theme: theme.id === chosen ? '' : theme.id })}
                >
                  {theme.name}
                </button>
                <div className="basis">{theme.category}</div>
              </th>
              <td className="number">{formatNumber(theme.posts)}</td>
              <td className="number">
                {theme.voices.approximate ? '≈ ' : ''}
                {formatNumber(theme.voices.value)}
              </td>
              <td className="number">{share(theme.sentiment.negative, theme.posts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  const rest = themes.slice(SHOWN);
  return (
    <>
      <p className="basis">
        A comment can have several themes. Themes are found by a learned model and by rules; how well is not yet measured on social media.
      </p>
      {table(themes.slice(0, SHOWN), 'Most frequent themes')}
      {rest.length > 0 && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{rest.length} more themes</span>
          </summary>
          <div className="nhsuk-details__text">{table(rest, 'Less frequent themes')}</div>
        </details>
      )}
    </>
  );
}
