import ipaddr from 'ipaddr.js';

/** Answers requests from inside of Azure's machines only, though it is no private address. */
const CLOUD_ADDRESSES = new Set(['168.63.129.16']);

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an address is one of the public internet, which anybody can reach: not this machine, not
 * its network, not a range with another meaning. An IPv4 address inside of a mapped one or behind
 * NAT64 is judged itself; tunnels (6to4, Teredo) are refused, whatever they contain.
 *
 * @param text  as a resolver gives it, without brackets
 * @see IANA IPv4 and IPv6 Special-Purpose Address Registries, RFC 6890.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || text.includes('%')) return false;
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv4) {
    return address.range() === 'unicast' && !CLOUD_ADDRESSES.has(address.toString());
  }
  if (address.isIPv4MappedAddress()) return isPublicAddress(address.toIPv4Address().toString());
  if (address.match(NAT64)) return isPublicAddress(address.toByteArray().slice(12).join('.'));
  return address.match(GLOBAL_UNICAST) && address.range() === 'unicast';
}
