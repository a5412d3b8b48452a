import { useState, type FormEvent } from 'react';
import { shiftDay } from '../format.ts';
import { lastDays, PRESETS, type Period } from '../period.ts';
import type { View } from '../url-state.ts';

const FEELINGS = ['Positive', 'Neutral', 'Mixed', 'Negative'];

interface Props {
  view: View;
  range: Period;
  onChange: (change: Partial<View>) => void;
}

/** Words to look for and the dates to look at. */
export function FilterForm({ view, range, onChange }: Props) {
  const [fault, setFault] = useState('');

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const [from, last] = [field('from'), field('last')];
    if (!from || !last || from > last) {
      setFault('The first day must be on or before the last day.');
      return;
    }
    setFault('');
    onChange({ q: field('q'), sentiment: field('sentiment'), from, to: shiftDay(last, 1) });
  }

  return (
    <form onSubmit={submit} role="search" key={`${view.q} ${view.sentiment} ${range.from} ${range.to}`}>
      <div className="filters">
        <div className="nhsuk-form-group filters__query">
          <label className="nhsuk-label" htmlFor="q">
            Search the comments
          </label>
          <div className="nhsuk-hint" id="q-hint">
            For example: “no beds”, wait* NOT dentist, discharge NEAR/5 medication
          </div>
          <input className="nhsuk-input" id="q" name="q" maxLength={256} defaultValue={view.q} aria-describedby="q-hint" type="search" />
        </div>
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="sentiment">
            Feeling
          </label>
          <select className="nhsuk-select" id="sentiment" name="sentiment" defaultValue={view.sentiment}>
            <option value="">Any</option>
            {FEELINGS.map((feeling) => (
              <option key={feeling} value={feeling.toLowerCase()}>
                {feeling}
              </option>
            ))}
          </select>
        </div>
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="from">
            First day
          </label>
          <input className="nhsuk-input" id="from" name="from" type="date" defaultValue={range.from} required />
        </div>
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="last">
            Last day
          </label>
          <input className="nhsuk-input" id="last" name="last" type="date" defaultValue={shiftDay(range.to, -1)} required />
        </div>
        <button className="nhsuk-button" type="submit">
          Show
        </button>
      </div>
      {fault && (
        <p className="nhsuk-error-message" role="alert">
          {fault}
        </p>
      )}
      <ul className="pills" aria-label="Usual periods">
        {PRESETS.map((preset) => {
          const period = lastDays(preset.days);
          const isCurrent = period.from === range.from && period.to === range.to;
          return (
            <li key={preset.days}>
              <button
                className="pill"
                type="button"
                aria-pressed={isCurrent}
                onClick={() => onChange({ from: period.from, to: period.to })}
              >
                {preset.label}
              </button>
            </li>
          );
        })}
      </ul>
    </form>
  );
}
