import type { IncomingMessage } from 'node:http';
import type { FetchRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import { readBody } from './body';
import { findDestination, type Resolve, readAddress, resolveBySystem } from './destination';
import { FetchCookies } from './fetch-cookies';
import { type AllowedHost, FETCH_LIMITS, type FetchLimits, toUserAgent } from './limits';
import { sendRequest } from './request';

/** What an address answered. */
export type FetchedDocument = {
  /** The body, unpacked. */
  readonly bytes: Uint8Array;
  readonly status: number;
  /** The content-type header, as it was sent. Often wrong. */
  readonly declaredType: string | null;
  /** The address of the bytes, after every redirect, without a fragment. */
  readonly finalAddress: string;
  /** The addresses that were led to after the first, in order; the last is `finalAddress`. */
  readonly redirects: readonly string[];
};

export type FetchOptions = {
  readonly limits?: Partial<FetchLimits>;
  /** From the setting, by parseAllowedHosts. */
  readonly allowedHosts?: readonly AllowedHost[];
  readonly userAgent?: string;
  /** When it is aborted, the fetch ends at once and throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Asked once for each redirect; what it answers is what is connected to. */
  readonly resolve?: Resolve;
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches a document from the outside world, which may be hostile: a page that leads into the
 * desk's own network, never ends, or unpacks to a hundred times its size. SECURITY.md has the
 * defences. Nothing of the desk goes along: no referrer, no credentials, no cookie but one that the
 * site itself set a redirect before, and no proxy of the environment, since a proxy would look up the
 * name once more, by itself.
 *
 * @returns the document, or why there is none; status 400 and above is a refusal
 * @throws the reason of the signal when the caller stops it
 */
export async function fetchAddress(
  address: string,
  options: FetchOptions = {},
): Promise<Result<FetchedDocument, FetchRefusal>> {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const overtime = AbortSignal.timeout(limits.totalMs);
  const signal = options.signal ? AbortSignal.any([options.signal, overtime]) : overtime;
  try {
    return await follow(address, { ...options, limits, signal });
  } catch (error) {
    options.signal?.throwIfAborted();
    if (overtime.aborted) return refuse({ kind: 'tooSlow', seconds: limits.totalMs / 1_000 });
    throw error;
  }
}

type Following = FetchOptions & { readonly limits: FetchLimits; readonly signal: AbortSignal };

async function follow(
  address: string,
  options: Following,
): Promise<Result<FetchedDocument, FetchRefusal>> {
  const { limits, signal } = options;
  const redirects: string[] = [];
  const cookies = new FetchCookies();
  let read = readAddress(address.trim());
  while (read.ok) {
    const url = read.value;
    const destination = await abortable(
      signal,
      findDestination(url, {
        ports: limits.ports,
        allowedHosts: options.allowedHosts ?? [],
        resolve: options.resolve ?? resolveBySystem,
      }),
    );
    if (!destination.ok) return destination;
    const userAgent = options.userAgent ?? toUserAgent();
    const sent = await sendRequest(destination.value, {
      limits,
      signal,
      userAgent,
      cookie: cookies.headerFor(url),
    });
    if (!sent.ok) return sent;
    const response = sent.value;
    cookies.take(url, response.headers['set-cookie']);
    try {
      const status = response.statusCode ?? 0;
      const location = REDIRECTS.has(status) ? locationOf(response) : null;
      if (location === null) {
        if (status < 200 || status > 299) return refuse({ kind: 'httpStatus', status });
        const body = await readBody(response, { host: destination.value.host, limits, signal });
        if (!body.ok) return body;
        return accept({
          bytes: body.value,
          status,
          declaredType: response.headers['content-type'] ?? null,
          finalAddress: url.href,
          redirects,
        });
      }
      if (redirects.length >= limits.redirects) {
        return refuse({ kind: 'tooManyRedirects', limit: limits.redirects });
      }
      read = readAddress(location, url);
      if (read.ok) redirects.push(read.value.href);
    } finally {
      // Whatever else the other side would still send is not waited for.
      response.destroy();
    }
  }
  return read;
}

/** Node reads headers as Latin-1, and servers write addresses in UTF-8, as browsers expect. */
function locationOf(response: IncomingMessage): string | null {
  const { location } = response.headers;
  if (location === undefined) return null;
  const text = Buffer.from(location, 'latin1').toString('utf8');
  return text.includes('\uFFFD') ? location : text;
}

/** A look-up of a name cannot be stopped, but nobody has to wait for it. */
function abortable<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
