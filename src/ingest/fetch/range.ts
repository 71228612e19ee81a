import ipaddr from 'ipaddr.js';

/**
 * What an IP address is of: the public network; this machine or its neighbours, which `--allow-private` opens; or what no
 * page is ever at: links of one cable, where machines in a cloud are told their secrets, addresses of many, and ranges that
 * are reserved or wrap another address.
 */
export type Reach = 'public' | 'private' | 'never';

/** Ranges of IANA's registries that ipaddr.js takes for ordinary ones. */
const MORE_RESERVED: readonly string[] = [
  // IPv4-compatible addresses (RFC 4291, 2.5.5.1): "::127.0.0.1" is 127.0.0.1.
  '::/96',
  // Translation within a site (RFC 8215).
  '64:ff9b:1::/48',
  // Where machines in a cloud are told their secrets, beside 169.254.169.254.
  'fd00:ec2::/32',
];
const RESERVED = MORE_RESERVED.map((range) => ipaddr.IPv6.parseCIDR(range));
/** Where other clouds do so. */
const METADATA: ReadonlySet<string> = new Set(['100.100.100.200', '168.63.129.16', '192.0.0.192']);

/** Takes an IP address, in any way that one is written. */
export function reachOf(address: string): Reach {
  const [bare = ''] = address.split('%', 1);
  if (!ipaddr.isValid(bare)) return 'never';
  const parsed = ipaddr.parse(bare);
  if (parsed instanceof ipaddr.IPv6) {
    if (parsed.range() === 'loopback') return 'private';
    if (RESERVED.some((range) => parsed.match(range))) return 'never';
    // A socket for both families tells an IPv4 address so.
    if (parsed.isIPv4MappedAddress())
      return reachOf(parsed.toIPv4Address().toString()) === 'private' ? 'private' : 'never';
  } else if (METADATA.has(parsed.toString())) return 'never';
  switch (parsed.range()) {
    case 'unicast':
      return 'public';
    case 'loopback':
    case 'private':
    case 'uniqueLocal':
    case 'carrierGradeNat':
      return 'private';
    default:
      return 'never';
  }
}
