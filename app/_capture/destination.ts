import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { FetchRefusal } from '#domain/documents/capture';
import { parseAddress } from '#domain/documents/web-address';
import { accept, type Result, refuse } from '#domain/result';
import { type AllowedHost, hostOf } from './limits';
import { isPublicAddress } from './public-address';

/** Finds the addresses of a name, as texts; throws an error with a `code` as node:dns does. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** A place that was checked: what is connected to is one of these addresses and no other. */
export type Destination = {
  readonly url: URL;
  readonly host: string;
  readonly addresses: readonly string[];
};

/** The addresses by the machine's own means, its hosts file included. */
export const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address);

/** Reads an address, of its own or beside the one that led to it. */
export function readAddress(text: string, base?: URL): Result<URL, FetchRefusal> {
  const read = parseAddress(text, base);
  if (!read.ok) return read;
  read.value.hash = '';
  return read;
}

/**
 * Decides whether an address may be reached, and at which of its machines.
 *
 * Every address of a name must be allowed: a name with a public and a private address is a trap. A
 * host of the setting is recognised by the name in the address, not by the addresses that a name
 * resolves to.
 */
export async function findDestination(
  url: URL,
  {
    ports,
    allowedHosts,
    resolve,
  }: {
    readonly ports: readonly number[];
    readonly allowedHosts: readonly AllowedHost[];
    readonly resolve: Resolve;
  },
): Promise<Result<Destination, FetchRefusal>> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refuse({ kind: 'forbiddenScheme', scheme: url.protocol.slice(0, -1) });
  }
  if (url.username || url.password) return refuse({ kind: 'credentialsInAddress' });
  const host = hostOf(url);
  if (!host) return refuse({ kind: 'notAnAddress' });

  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const named = allowedHosts.filter((each) => each.host === host);
  const isNamed = named.some((each) => each.port === port);
  if (!isNamed && !ports.includes(port)) return refuse({ kind: 'forbiddenPort', port });

  const literal = host.replace(/^\[|\]$/g, '');
  let addresses: readonly string[];
  try {
    addresses = isIP(literal) ? [literal] : await resolve(host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOTFOUND' || code === 'ENODATA'
      ? refuse({ kind: 'unknownHost', host })
      : refuse({ kind: 'unreachable', host, reason: code ?? 'unknown' });
  }
  if (addresses.length === 0) return refuse({ kind: 'unknownHost', host });
  if (!isNamed && !named.some((each) => each.port === null)) {
    const forbidden = addresses.find((address) => !isPublicAddress(address));
    if (forbidden) return refuse({ kind: 'forbiddenHost', host, address: forbidden });
  }
  return accept({ url, host, addresses });
}
