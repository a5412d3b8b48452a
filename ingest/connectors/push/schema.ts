import { z } from 'zod';

/** Everything is set by EARSHOT_PUSH_SECRET and EARSHOT_PUSH_MAX_WAITING. */
export const configSchema = z.strictObject({});
export type Config = z.infer<typeof configSchema>;

export const cursorSchema = z.strictObject({});
export type Cursor = z.infer<typeof cursorSchema>;
