import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EarshotError } from '#core/errors.ts';
import { findLocalEndpoint, openLocalEndpoint } from './local-endpoint.ts';

const folder = await mkdtemp(join(tmpdir(), 'earshot-endpoint-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const readFileOf = async () => JSON.parse(await readFile(join(folder, 'endpoint.json'), 'utf8')) as { url: string; token: string };

describe('the local endpoint', () => {
  it('lets a command of the same user call the running process', async () => {
    await using _endpoint = await openLocalEndpoint(folder, (name, input) => Promise.resolve({ name, input }));
    expect((await stat(join(folder, 'endpoint.json'))).mode & 0o777).toBe(0o600);
    const client = await findLocalEndpoint(folder);
    expect(await client!.call('echo', { n: [1, null, 'é'] })).toEqual({ name: 'echo', input: { n: [1, null, 'é'] } });
  });

  it('is not found once it is closed', async () => {
    await (await openLocalEndpoint(folder, () => Promise.resolve(null)))[Symbol.asyncDispose]();
    expect(await findLocalEndpoint(folder)).toBeNull();
  });

  it('hands on our own errors with code and message, and of others only the type', async () => {
    await using _endpoint = await openLocalEndpoint(folder, (name) =>
      Promise.reject(name === 'ours' ? new EarshotError('locked', 'Say this.', { setting: 'X' }) : new TypeError('never say this')),
    );
    const client = await findLocalEndpoint(folder);
    await expect(client!.call('ours', null)).rejects.toMatchObject({ code: 'locked', message: 'Say this.', setting: 'X' });
    const other = client!.call('other', null);
    await expect(other).rejects.toMatchObject({ code: 'failed' });
    await expect(other).rejects.not.toThrow('never say this');
  });

  it('refuses a caller without the token, and a name that was pointed at this machine', async () => {
    let calls = 0;
    await using _endpoint = await openLocalEndpoint(folder, () => Promise.resolve((calls += 1)));
    const { url, token } = await readFileOf();
    const post = (headers: Record<string, string>) => fetch(`${url}/operations/status`, { method: 'POST', body: 'null', headers });
    expect((await post({})).status).toBe(401);
    expect((await post({ authorization: `Bearer ${token.slice(1)}x` })).status).toBe(401);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      const call = request(`${url}/operations/status`, {
        method: 'POST',
        headers: { host: 'evil.example:80', authorization: `Bearer ${token}` },
      });
      call.on('response', (response) => resolve(response.statusCode));
      call.end('null');
    });
    expect(status).toBe(401);
    expect(calls).toBe(0);
    expect((await post({ authorization: `Bearer ${token}` })).status).toBe(200);
  });

  it('says that nothing was lost when the process has gone', async () => {
    const endpoint = await openLocalEndpoint(folder, () => Promise.resolve(null));
    const client = await findLocalEndpoint(folder);
    await endpoint[Symbol.asyncDispose]();
    await expect(client!.call('status', null)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
