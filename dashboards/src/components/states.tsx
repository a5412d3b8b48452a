import type { ReactNode } from 'react';
import type { Answer } from '../use-answer.ts';

/** Shows an answer, or what stands in its place: the last one, greyed, while a new one loads, or what went wrong. */
export function WhenReady<T>({ answer, what, children }: { answer: Answer<T>; what: string; children: (value: T) => ReactNode }) {
  if (answer.state === 'failed') {
    return (
      <p className="nhsuk-error-message" role="alert">
        <span className="nhsuk-u-visually-hidden">Error:</span> {what} could not be shown. {answer.message}
      </p>
    );
  }
  if (answer.state === 'ready') return <>{children(answer.value)}</>;
  return (
    <div aria-busy="true" className={answer.last === undefined ? 'loading' : 'is-stale'}>
      {answer.last === undefined ? <p role="status">Loading {what.toLowerCase()}…</p> : children(answer.last)}
    </div>
  );
}
