import { lookup } from 'node:dns/promises';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { configError } from '#core/errors.ts';
import { HttpError, type HttpClient } from '#core/ports/http.ts';
import { withDeadline } from './deadline.ts';
import { exchange, parseAddress, type Route } from './exchange.ts';
import { httpError, toHttpError } from './fault.ts';
import { DEFAULT_USER_AGENT } from './http-client.ts';
import { canonicalAddress, isPublicAddress } from './public-address.ts';

const PORTS = new Set([80, 443, 8080, 8443]);
const FORBIDDEN_NAMES = /^(?:.*\.)?(?:localhost|internal)$/;
/** Node's 250 ms gives up on distant servers that have more than one address. */
const ATTEMPT_TIMEOUT_MS = 2_500;

export interface GuardedHttpClientOptions {
  /** "host:port" pairs that may be private, and only these. */
  allowPrivateHosts: readonly string[];
  /** Addresses of a name; by default as the operating system finds them. */
  resolve?: (hostname: string) => Promise<readonly string[]>;
  userAgent?: string;
}

/**
 * A client for addresses that a user gave. Refuses whatever isn't the public web, by name and by every address of it, before any packet, and
 * connects to the checked addresses only, never through a proxy.
 * @throws EarshotError `config` for an exemption that isn't "host:port".
 */
export function createGuardedHttpClient(options: GuardedHttpClientOptions): HttpClient {
  const { resolve = resolveAll, userAgent = DEFAULT_USER_AGENT } = options;
  const exempt = new Set(options.allowPrivateHosts.map(parseExemption));
  // Own agents, so that no connection is shared with another client or kept beyond its check.
  const connecting = { keepAlive: false, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT_MS };
  const agents = { 'http:': new HttpAgent(connecting), 'https:': new HttpsAgent(connecting) };

  async function checkedAddresses(url: URL): Promise<string[]> {
    const hostname = bareHostname(url);
    const isExempt = exempt.has(`${hostname}:${portOf(url)}`);
    if (url.username !== '' || url.password !== '') throw forbidden(url, 'it holds a user name or password');
    if (!isExempt && !PORTS.has(portOf(url))) throw forbidden(url, 'its port is not 80, 443, 8080 or 8443');
    if (!isExempt && FORBIDDEN_NAMES.test(hostname)) throw forbidden(url, 'it is a private name');
    const addresses = isIP(hostname) === 0 ? await resolveOrThrow(url, hostname) : [hostname];
    if (!isExempt && !addresses.every(isPublicAddress)) throw forbidden(url, 'it is not on the public internet');
    return addresses;
  }

  async function resolveOrThrow(url: URL, hostname: string): Promise<string[]> {
    let addresses: readonly string[];
    try {
      addresses = await resolve(hostname);
    } catch (error) {
      const fault = toHttpError(url.host, error);
      throw fault.fault === 'timeout' ? fault : httpError('dns', url.host);
    }
    if (addresses.length === 0) throw httpError('dns', url.host);
    return [...addresses];
  }

  return {
    async send(request) {
      const url = parseAddress(request.url);
      return withDeadline(url.host, request, async (signal) => {
        const addresses = await checkedAddresses(url);
        signal.throwIfAborted();
        const agent = url.protocol === 'https:' ? agents['https:'] : agents['http:'];
        return exchange(url, request, userAgent, signal, { agent, ...pinned(url, addresses) });
      });
    },
  };
}

/** Connects to these addresses whatever the name says by now (DNS rebinding), and makes sure that it did. */
function pinned(url: URL, addresses: readonly string[]): Pick<Required<Route>, 'lookup' | 'checkSocket'> {
  const records = addresses.map((address) => ({ address, family: isIP(address) }));
  const canonical = new Set(addresses.map(canonicalAddress));
  const lookupPinned: LookupFunction = (_hostname, { all }, callback) => {
    const [first] = records;
    if (all) callback(null, records);
    else if (first) callback(null, first.address, first.family);
  };
  return {
    lookup: lookupPinned,
    checkSocket(socket) {
      const remote = canonicalAddress(socket.remoteAddress);
      if (remote === undefined || !canonical.has(remote)) throw forbidden(url, 'another address answered than the one that was checked');
    },
  };
}

function forbidden(url: URL, why: string): HttpError {
  return new HttpError('forbidden-address', `${url.host} may not be fetched: ${why}.`);
}

async function resolveAll(hostname: string): Promise<string[]> {
  const records = await lookup(hostname, { all: true });
  return records.map(({ address }) => address);
}

/** Without the brackets of IPv6 and the dot of a fully qualified name. */
function bareHostname({ hostname }: URL): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname.replace(/(?<!\.)\.+$/, '');
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function parseExemption(pair: string): string {
  const [, host, port] = /^([^/?#@\\]+):(\d{1,5})$/.exec(pair.trim()) ?? [];
  if (!host || !port || !URL.canParse(`http://${host}:${port}/`)) {
    throw configError(
      'EARSHOT_ALLOW_PRIVATE_HOSTS',
      'EARSHOT_ALLOW_PRIVATE_HOSTS takes host:port pairs, such as 127.0.0.1:8080 or [::1]:8080.',
    );
  }
  return `${bareHostname(new URL(`http://${host}/`))}:${Number(port)}`;
}
