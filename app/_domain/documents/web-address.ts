import { accept, type Result, refuse } from '../result';

/** An address that is longer is no address of a document; browsers and servers stop at about as much. */
export const MAX_ADDRESS_LENGTH = 2000;

export type AddressRefusal =
  | { readonly kind: 'notAnAddress' }
  | { readonly kind: 'addressTooLong' };

/**
 * Reads an address, wherever it comes from, as the desk keeps it: whole, every character as addresses
 * write it. That is the one that may have 2,000 characters: three bytes of a name are nine of them.
 *
 * @param base  the address beside which it is read
 */
export function parseAddress(text: string, base?: string | URL): Result<URL, AddressRefusal> {
  if (text.length > MAX_ADDRESS_LENGTH) return refuse({ kind: 'addressTooLong' });
  if (!URL.canParse(text, base)) return refuse({ kind: 'notAnAddress' });
  const url = new URL(text, base);
  return url.href.length > MAX_ADDRESS_LENGTH ? refuse({ kind: 'addressTooLong' }) : accept(url);
}

// Parameters of a link that identify the reader; the page does not depend on them.
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src)$/i;

/**
 * One form for the addresses that lead to one page: no fragment, no tracking, no default port, the
 * rest of the query in order, no slash at the end of a path.
 *
 * @returns null when the text is no http or https address, or too long for one
 */
export function toSameAddress(address: string): string | null {
  const read = parseAddress(address);
  if (!read.ok) return null;
  const url = read.value;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  const others = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  url.search = new URLSearchParams(
    others.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  ).toString();
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '');
  return url.href.length > MAX_ADDRESS_LENGTH ? null : url.href;
}

/** Whether two addresses are of one host, with www. before it or without; false where one is none. */
export function isOfOneHost(address: string, other: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(other)) return false;
  return hostOf(address) === hostOf(other);
}

const hostOf = (address: string) => new URL(address).host.replace(/^www\./, '');
