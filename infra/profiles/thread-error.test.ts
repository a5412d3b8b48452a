import { describe, expect, it } from 'vitest';
import { configError, hasCode, unavailable } from '#core/errors.ts';
import { errorCodeOf } from '#core/quarantine.ts';
import { packError, unpackError } from './thread-error.ts';

const sent = (thrown: unknown) => unpackError(structuredClone(packError(thrown)));

describe('an error on its way out of a thread', () => {
  it('stays what it is, with its code, message and setting, if it is one of our own', () => {
    const away = sent(unavailable('The store', new Error('canary')));
    expect(hasCode(away, 'unavailable')).toBe(true);
    expect(away).toEqual(unavailable('The store'));
    expect(away).not.toHaveProperty('cause');
    expect(sent(configError('PORT', 'Set PORT.'))).toMatchObject({ code: 'config', message: 'Set PORT.', setting: 'PORT' });
  });

  it('keeps its type and code, and not its message, if it is any other', () => {
    const full = Object.assign(new Error('canary'), { code: 'ENOSPC' });
    for (const error of [new SyntaxError('canary'), full, Object.assign(new TypeError('canary'), { code: 'canary of a post' })]) {
      const arrived = sent(error);
      expect(arrived).toBeInstanceOf(Error);
      expect(String(arrived)).not.toContain('canary');
      expect(errorCodeOf(arrived)).toBe(errorCodeOf(error));
    }
  });

  it('is nothing if what was thrown is no error', () => {
    expect(sent('canary')).toBeUndefined();
    expect(sent(undefined)).toBeUndefined();
  });
});
