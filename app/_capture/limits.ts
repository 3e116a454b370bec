import { accept, type Result, refuse } from '#domain/result';

/** How much of the outside world is let in. Sizes in bytes, times in milliseconds. */
export type FetchLimits = {
  readonly redirects: number;
  /** From the first look-up of a name to the last byte, redirects included. */
  readonly totalMs: number;
  /** In each stretch of this length at least `paceBytes` arrive, or it is too slow. */
  readonly paceMs: number;
  readonly paceBytes: number;
  readonly headerBytes: number;
  /** For the body as it is sent. */
  readonly wireBytes: number;
  /** For the unpacked body. */
  readonly bodyBytes: number;
  readonly ports: readonly number[];
};

export const FETCH_LIMITS: FetchLimits = {
  redirects: 5,
  totalMs: 90_000,
  paceMs: 20_000,
  paceBytes: 1_000,
  headerBytes: 32 * 1024,
  wireBytes: 32 * 1024 * 1024,
  bodyBytes: 32 * 1024 * 1024,
  ports: [80, 443],
};

/** How much the reading of one file may take. Sizes in bytes, times in milliseconds. */
export type ReadLimits = {
  /** For the readable text, as UTF-8. */
  readonly textBytes: number;
  /** For a document made of parts, when all are unpacked. */
  readonly unpackedBytes: number;
  readonly totalMs: number;
  /** For the process that reads. */
  readonly memoryBytes: number;
  readonly pages: number;
};

export const READ_LIMITS: ReadLimits = {
  textBytes: 5 * 1024 * 1024,
  unpackedBytes: 128 * 1024 * 1024,
  totalMs: 60_000,
  memoryBytes: 768 * 1024 * 1024,
  pages: 3_000,
};

/** A host that may be reached though its address, or port, is one the desk keeps away from. */
export type AllowedHost = {
  /** As a URL writes it: lower case, punycode, an IPv6 address in brackets, no dot at the end. */
  readonly host: string;
  /** The one port it may be reached at; null for the usual ones. */
  readonly port: number | null;
};

/**
 * Reads the setting CAPTURE_ALLOWED_HOSTS: names or addresses, each with a port or without,
 * between commas or spaces: 'wiki.desk.example, 10.0.0.5:8080, [fd00::1]'.
 *
 * @returns the hosts, or the first part that is none
 */
export function parseAllowedHosts(
  setting: string,
): Result<readonly AllowedHost[], { readonly kind: 'notAHost'; readonly text: string }> {
  const hosts: AllowedHost[] = [];
  for (const text of setting.split(/[\s,]+/).filter(Boolean)) {
    // A port is looked for by itself: the URL parser drops one that is the scheme's own.
    const [, name = '', port] = /^(\[[^\]]*\]|[^:[\]]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
    const address = name && !/[/?#@\\%*]/.test(name) && `http://${name}/`;
    if (!address || !URL.canParse(address) || Number(port ?? 1) > 65_535 || Number(port) === 0) {
      return refuse({ kind: 'notAHost', text });
    }
    hosts.push({ host: hostOf(new URL(address)), port: port ? Number(port) : null });
  }
  return accept(hosts);
}

/** The host of an address without the dot that may end it: both name the same machine. */
export const hostOf = (url: URL): string => url.hostname.replace(/\.$/, '');

// Held against package.json by a test: a bundled server has no package.json beside it.
const VERSION = '0.1.0';

/**
 * The name of the desk in its requests, so that the operators of sites can write to it.
 *
 * @param contact  the setting CAPTURE_CONTACT, an address of mail or of a page; what a header cannot
 *   hold is left out of it
 */
export function toUserAgent(contact?: string | null): string {
  const reach = (contact ?? '').replace(/[^\x21-\x7e]|[()\\]/g, '').slice(0, 200);
  return `Plumbline/${VERSION} (${reach ? `+${reach}; ` : ''}fact-checking desk)`;
}
