import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEarshot, type EarshotProcess } from './test-support/earshot-process.ts';

const run = promisify(execFile);
const isThere = (program: string) =>
  run('which', [program]).then(
    () => true,
    () => false,
  );
const hasTools = (await Promise.all(['bash', 'openssl', 'curl'].map(isThere))).every(Boolean);

/** A block of docs/push.md, as readers copy it. */
async function block(language: string): Promise<string> {
  const text = await readFile(new URL('../../docs/push.md', import.meta.url), 'utf8');
  return new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'm').exec(text)![1]!;
}

describe.skipIf(!hasTools)('the example of docs/push.md', () => {
  const parent = tmpdir();
  let folder: string;
  let secret: string;
  let running: EarshotProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(parent, 'earshot-push-'));
    secret = (await run('bash', ['-c', await block('sh')])).stdout.trim();
    running = await startEarshot(join(folder, 'data'), { EARSHOT_PUSH_SECRET: `${secret} whsec_${'b'.repeat(40)}` });
  }, 60_000);

  afterAll(async () => {
    await running.kill();
    await rm(folder, { recursive: true, force: true });
  });

  it('sends a comment that is searchable a moment later', async () => {
    const env = { ...process.env, EARSHOT_ADDRESS: running.address, EARSHOT_PUSH_SECRET: secret };
    const { stdout } = await run('bash', ['-c', await block('bash')], { env });
    const receipt = { accepted: 2, rejected: 0, repeated: false, errors: [] };
    expect(JSON.parse(stdout)).toEqual(receipt);
    const text = await readFile(new URL('../../docs/push.md', import.meta.url), 'utf8');
    expect(text).toContain(`It answers \`${JSON.stringify(receipt)}\``);
    const read = async (path: string) => (await (await fetch(`${running.address}${path}`)).json()) as { items: object[] };
    const [from, to] = [-395, 2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
    await expect
      .poll(async () => (await read(`/v1/posts?source=fft&relevance=all&from=${from}&to=${to}`)).items, { timeout: 20_000 })
      .toMatchObject([{ source: 'fft', text: 'Waited nine hours in A&E with my mother, the nurses were lovely' }]);
    const { items } = await read('/v1/sources');
    expect(items).toContainEqual(
      expect.objectContaining({ id: 'push', mode: 'push', state: 'collecting', lastSuccess: expect.any(String) }),
    );
    expect(items).toContainEqual(expect.objectContaining({ id: 'fft', account: expect.objectContaining({ collected: 2, difference: 0 }) }));
  }, 40_000);

  it('is refused under another secret', async () => {
    const other = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
    const env = { ...process.env, EARSHOT_ADDRESS: running.address, EARSHOT_PUSH_SECRET: other };
    await expect(run('bash', ['-c', await block('bash')], { env })).rejects.toMatchObject({
      stdout: expect.stringContaining('invalid-signature'),
    });
  });

  it('leaves nothing in the log', () => {
    expect(running.log()).toBe('');
  });
});
