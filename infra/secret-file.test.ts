import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { readPseudonymSecret } from './secret-file.ts';

const parent = await mkdtemp(join(tmpdir(), 'earshot-secret-'));
afterAll(() => rm(parent, { recursive: true, force: true }));

describe('the secret of a deployment', () => {
  it('is made once in the data folder, for its owner only', async () => {
    const config = readConfig({ EARSHOT_DATA: join(parent, 'a') });
    const all = await Promise.all(Array.from({ length: 8 }, () => readPseudonymSecret(config)));
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toMatch(/^[\w-]{43}$/);
    expect((await stat(join(parent, 'a', 'secret'))).mode & 0o777).toBe(0o600);
    expect(await readPseudonymSecret(config)).toBe(all[0]);
  });

  it('is the setting where there is one', async () => {
    const secret = 'x'.repeat(40);
    expect(await readPseudonymSecret(readConfig({ EARSHOT_DATA: join(parent, 'b'), EARSHOT_PSEUDONYM_SECRET: secret }))).toBe(secret);
  });

  it('must be set in production, and says how to make one', async () => {
    const refusal = readPseudonymSecret(readConfig({ REDIS_URL: 'redis://r', ELASTICSEARCH_URL: 'http://e' }));
    await expect(refusal).rejects.toMatchObject({ code: 'config', setting: 'EARSHOT_PSEUDONYM_SECRET' });
    await expect(refusal).rejects.toThrow('openssl rand');
  });

  it('is refused when the file is damaged, since a new one would orphan every pseudonym', async () => {
    const config = readConfig({ EARSHOT_DATA: parent });
    await writeFile(join(parent, 'secret'), '');
    await expect(readPseudonymSecret(config)).rejects.toMatchObject({ code: 'secret-damaged' });
  });
});
