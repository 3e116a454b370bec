import { type IncomingMessage, type RequestOptions, request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import type { FetchRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import type { Destination } from './destination';
import type { FetchLimits } from './limits';

const HEADERS = {
  accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'en, *;q=0.5',
};

/**
 * Asks a place that was checked, and waits for the head of its answer.
 *
 * The connection is made to the addresses that were checked: the name is not looked up again, so it
 * cannot lead elsewhere the second time.
 *
 * @throws the reason of the signal
 */
export function sendRequest(
  { url, host, addresses }: Destination,
  {
    limits,
    signal,
    userAgent,
    cookie,
  }: {
    readonly limits: FetchLimits;
    readonly signal: AbortSignal;
    readonly userAgent: string;
    readonly cookie: string | null;
  },
): Promise<Result<IncomingMessage, FetchRefusal>> {
  const options: RequestOptions & { readonly autoSelectFamilyAttemptTimeout: number } = {
    method: 'GET',
    hostname: host.replace(/^\[|\]$/g, ''),
    port: url.port,
    path: `${url.pathname}${url.search}`,
    headers: {
      host: url.host.replace(/\.(?=:|$)/, ''),
      'user-agent': userAgent,
      ...HEADERS,
      ...(cookie && { cookie }),
    },
    // A connection of its own, closed afterwards, past every proxy of the environment.
    agent: false,
    lookup: pinned(addresses),
    maxHeaderSize: limits.headerBytes,
    insecureHTTPParser: false,
    // Node gives each of several addresses a quarter of a second, too little for a distant server.
    autoSelectFamilyAttemptTimeout: 3_000,
    signal,
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestByHttps : requestByHttp;
    const request = send(options);
    const stopPace = keepPace(
      limits,
      () => {
        const late = new TooSlow(limits.paceMs);
        request.destroy(late);
        answer?.destroy(late);
      },
      () => request.socket?.bytesRead ?? 0,
    );
    let answer: IncomingMessage | null = null;
    request.on('close', stopPace);
    request.on('response', (response) => {
      answer = response;
      resolve(accept(response));
    });
    request.on('error', (error) => {
      if (signal.aborted) reject(signal.reason);
      else resolve(refuse(toRefusal(error, host, limits)));
    });
    request.end();
  });
}

/** What a look-up of the name answers, whichever way it is asked: what was checked. */
function pinned(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_host, options, callback) => {
    if (options.all) callback(null, all);
    else callback(null, all[0]?.address ?? '', all[0]?.family);
  };
}

/** Why a connection was ended from our side. */
class TooSlow extends Error {
  readonly ms: number;
  constructor(ms: number) {
    super('too slow');
    this.ms = ms;
  }
}

/** Asks again and again whether enough has arrived since the last time. */
function keepPace(
  { paceMs, paceBytes }: FetchLimits,
  onLate: () => void,
  countBytes: () => number,
): () => void {
  let before = 0;
  const timer = setInterval(() => {
    const now = countBytes();
    if (now - before < paceBytes) onLate();
    before = now;
  }, paceMs);
  return () => clearInterval(timer);
}

/** Why a connection or a body broke off. */
export function toRefusal(error: Error, host: string, limits: FetchLimits): FetchRefusal {
  if (error instanceof TooSlow) return { kind: 'tooSlow', seconds: error.ms / 1_000 };
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'HPE_HEADER_OVERFLOW') return { kind: 'tooLarge', bytes: limits.headerBytes };
  if (error instanceof AggregateError) {
    const [first] = error.errors as NodeJS.ErrnoException[];
    return { kind: 'unreachable', host, reason: first?.code ?? 'unknown' };
  }
  return { kind: 'unreachable', host, reason: code ?? 'unknown' };
}
