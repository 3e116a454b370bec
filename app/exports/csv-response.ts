import { beforeClosing } from '#data/db';

/**
 * How long a reader may take nothing. A report is of the desk as it was when it began, and until it ends
 * what is written since cannot be cleared out of the database's log, which grows.
 */
const PATIENCE_MS = 60_000;

/** So little at a time that a slow line takes some of it within that time. */
const PIECE_BYTES = 64 * 1024;

/** An answer that is downloaded under a name and streamed, record by record. */
export function csvResponse(
  name: string,
  records: Generator<string>,
  { patienceMs = PATIENCE_MS } = {},
): Response {
  return new Response(streamOf(piecesOf(records), patienceMs), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

/**
 * A body that asks for the next piece only when the reader is ready for it, and breaks off, so that it
 * looks like no whole report, when nobody takes it any more or the desk stops.
 */
function streamOf(pieces: Generator<Uint8Array>, patienceMs: number): ReadableStream<Uint8Array> {
  let patience: NodeJS.Timeout | undefined;
  let forget = () => {};
  const end = () => {
    clearTimeout(patience);
    forget();
    pieces.return(undefined);
  };
  const next = () => {
    try {
      return pieces.next();
    } catch (error) {
      end();
      throw error;
    }
  };
  const breakOff = (controller: ReadableStreamDefaultController, reason: string) => {
    end();
    controller.error(new Error(reason));
  };
  return new ReadableStream({
    start(controller) {
      forget = beforeClosing(() => breakOff(controller, 'The desk stops'));
    },
    async pull(controller) {
      clearTimeout(patience);
      // Reading is synchronous: without a pause here one report would keep every page waiting.
      await new Promise(setImmediate);
      const { done, value } = next();
      if (done) {
        end();
        return controller.close();
      }
      controller.enqueue(value);
      const giveUp = () => breakOff(controller, 'Nobody took the next part of the report');
      patience = setTimeout(giveUp, patienceMs);
    },
    cancel: end,
  });
}

function* piecesOf(records: Generator<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const record of records) {
    const bytes = encoder.encode(record);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      yield bytes.subarray(at, at + PIECE_BYTES);
    }
  }
}
