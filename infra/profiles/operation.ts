import type { z } from 'zod';
import type { Profile } from './profile.ts';

/** Something a command asks of the stores, whether it opened them itself or another process holds them. Input and output are JSON. */
export interface Operation<Input, Output> {
  /** Lower-case words with dashes. */
  readonly name: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  run(profile: Profile, input: Input): Promise<Output>;
}

export function defineOperation<Input, Output>(operation: Operation<Input, Output>): Operation<Input, Output> {
  return operation;
}
