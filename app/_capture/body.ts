import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { FetchRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import type { FetchLimits } from './limits';
import { toRefusal } from './request';

/**
 * Reads the body of an answer, unpacked. Both the sent and the unpacked bytes are counted as they
 * arrive, so that memory never has more than the limit.
 *
 * @throws the reason of the signal
 */
export async function readBody(
  response: IncomingMessage,
  {
    host,
    limits,
    signal,
  }: { readonly host: string; readonly limits: FetchLimits; readonly signal: AbortSignal },
): Promise<Result<Uint8Array, FetchRefusal>> {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  const announced = Number(response.headers['content-length']);
  if (announced > limits.wireBytes) return refuse({ kind: 'tooLarge', bytes: limits.wireBytes });
  const parts: Uint8Array[] = [];
  try {
    const sent = counted(response, limits.wireBytes);
    const first = await sent.next();
    const unpack = unpackerOf(encoding, first.value?.[0]);
    if (!unpack) return refuse({ kind: 'badEncoding', encoding });
    await pipeline(
      async function* () {
        if (first.value) yield first.value;
        yield* sent;
      },
      unpack,
      async (unpacked) => {
        for await (const part of counted(unpacked, limits.bodyBytes)) parts.push(part);
      },
      { signal },
    );
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TooLarge) return refuse({ kind: 'tooLarge', bytes: error.limit });
    const { code = '' } = error as NodeJS.ErrnoException;
    // zlib's own: Z_DATA_ERROR, Z_BUF_ERROR, ERR__ERROR_FORMAT_…
    if (/^(Z_|ERR__ERROR_)/.test(code)) return refuse({ kind: 'badEncoding', encoding });
    return refuse(toRefusal(error as Error, host, limits));
  }
  const { buffer, byteOffset, length } = Buffer.concat(parts);
  return accept(new Uint8Array(buffer, byteOffset, length));
}

class TooLarge extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super('too large');
    this.limit = limit;
  }
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array, undefined> {
  let bytes = 0;
  for await (const part of source) {
    bytes += part.length;
    if (bytes > limit) throw new TooLarge(limit);
    yield part;
  }
}

/** One encoding; several on top of each other serve nobody but those who pack bombs. */
function unpackerOf(encoding: string, firstByte: number | undefined) {
  switch (encoding) {
    case '':
    case 'identity':
      return new PassThrough();
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      // Some send it without the zlib header that the standard asks for.
      return ((firstByte ?? 8) & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      return null;
  }
}
