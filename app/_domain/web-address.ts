// What a link carries to tell who clicked it, and the page does not depend on.
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src)$/i;

/**
 * One form for the addresses that lead to one page: no fragment, no tracking, no default port, the
 * rest of the query in order, no slash at the end of a path.
 *
 * @returns null when the text is no http or https address
 */
export function toSameAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  url.search = new URLSearchParams(
    kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  ).toString();
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '');
  return url.href;
}

/** Whether two addresses are of one host, with www. before it or without; false where one is none. */
export function isOfOneHost(address: string, other: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(other)) return false;
  return hostOf(address) === hostOf(other);
}

const hostOf = (address: string) => new URL(address).host.replace(/^www\./, '');
