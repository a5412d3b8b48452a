import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress, isPublicAddress } from './public-address.ts';

describe('isPublicAddress', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.216.34',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '168.63.129.15',
    '223.255.255.255',
  ])('accepts %s', (address) => expect(isPublicAddress(address)).toBe(true));

  test.each(['2606:4700:4700::1111', '2a00:1450:4009::200e', '2001:4860:4860::8888', '2A00:1450::1'])('accepts %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',

    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '168.63.129.16',
    '192.31.196.1',
    '192.175.48.1',
    '192.52.193.1',
  ])('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));

  test.each([
    '::',
    '::1',
    '::127.0.0.1',
    '::8.8.8.8',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:808:808',
    '::ffff:0:8.8.8.8',
    '64:ff9b::8.8.8.8',
    '64:ff9b:1::1',
    '2002:808:808::1',
    '2001::1',
    '2001:0:4136:e378::1',
    '2001:2::1',
    '2001:db8::1',
    '2001:10::1',
    '2001:20::1',
    '3fff::1',
    '100::1',
    '4000::1',
    '5f00::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    '2a00::1%eth0',
    'fec0::1',
    'ff02::1',
  ])('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(['', 'localhost', '0177.0.0.1', '2130706433', '0x7f.1', '127.1', '8.8.8.8.', ' 8.8.8.8', '8.8.8.8/32', '[2a00::1]'])(
    'refuses "%s", which is no plain address',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );

  test('never accepts IPv6 that is mapped, NAT64, 6to4, Teredo or outside 2000::/3, whatever IPv4 address it carries', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.nat(0xffff), fc.nat(0xffff), (v4, high, low) => {
        const [a, b, c, d] = v4.split('.').map(Number) as [number, number, number, number];
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        const tail = `${high.toString(16)}:${low.toString(16)}`;
        const forms = [
          `::ffff:${v4}`,
          `::${v4}`,
          `64:ff9b::${v4}`,
          `2002:${hex}::${tail}`,
          `2001:0:${hex}:${tail}::`,
          `fd00::${hex}`,
          `4000::${tail}`,
        ];
        return forms.every((form) => !isPublicAddress(form));
      }),
    );
  });

  test('decides the same for every spelling of an address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.ipV4()), (address) => {
        const canonical = new URL(`http://${address.includes(':') ? `[${address}]` : address}/`).hostname.replace(/^\[|\]$/g, '');
        expect(isPublicAddress(canonical)).toBe(isPublicAddress(address));
        expect(canonicalAddress(canonical)).toBe(canonicalAddress(address));
      }),
    );
  });
});
