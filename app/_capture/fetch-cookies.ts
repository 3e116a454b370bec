const MOST = 20;
const LONGEST = 4_096;

/**
 * The cookies of one fetch: some sites send an address on to itself until their cookie comes back. They
 * go back to the origin that set them and nowhere else, and end with the fetch.
 *
 * @see RFC 6265, 5.3. Attributes that would let a cookie reach further, as Domain, do not count.
 */
export class FetchCookies {
  readonly #byOrigin = new Map<string, Map<string, string>>();

  /** Takes what an answer from an address sets. Too many, too long or odd ones are left out. */
  take(url: URL, headers: readonly string[] | undefined): void {
    for (const header of headers ?? []) {
      const [, name, value = ''] =
        /^\s*([\w!#$%&'*+.^`|~-]+)=([\x21-\x3a\x3c-\x7e]*)/.exec(header) ?? [];
      if (!name || header.length > LONGEST) continue;
      const cookies = this.#byOrigin.get(url.origin) ?? new Map<string, string>();
      this.#byOrigin.set(url.origin, cookies);
      if (/;\s*max-age=(?:0|-\d+)\s*(?:;|$)/i.test(header)) cookies.delete(name);
      else if (cookies.has(name) || cookies.size < MOST) cookies.set(name, value);
    }
  }

  /** The header for a request to an address; null when nothing goes along. */
  headerFor(url: URL): string | null {
    const cookies = [...(this.#byOrigin.get(url.origin) ?? [])];
    return cookies.map(([name, value]) => `${name}=${value}`).join('; ') || null;
  }
}
