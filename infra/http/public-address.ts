import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Azure's host services answer on this public-looking address, from inside any of its machines. */
const AZURE_WIRE_SERVER = '168.63.129.16';
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an address belongs to the public internet. IPv6 forms that carry an IPv4 address (mapped, NAT64, 6to4, Teredo) never do: what they
 * reach depends on the network. Ranges: IANA's special-purpose registries, by ipaddr.js.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return address !== AZURE_WIRE_SERVER && ipaddr.IPv4.parse(address).range() === 'unicast';
  if (family !== 6 || address.includes('%')) return false;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.match(GLOBAL_UNICAST) && (parsed.range() as string) === 'unicast';
}

/** One spelling for each address, IPv4 for a mapped one; undefined for what is no address or has a zone. */
export function canonicalAddress(address: string | undefined): string | undefined {
  if (address === undefined || isIP(address) !== 6) return address !== undefined && isIP(address) === 4 ? address : undefined;
  // By way of a URL, because ipaddr.js takes ::192.0.2.1 for a mapped address.
  const literal = `http://[${address}]/`;
  return URL.canParse(literal) ? ipaddr.process(new URL(literal).hostname.slice(1, -1)).toString() : undefined;
}
