import { SourceError } from '../../source-error.ts';

export function notAFeed(): SourceError {
  return new SourceError({ type: 'fatal' }, 'The address answers with something that is no feed.');
}
