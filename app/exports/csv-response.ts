import { beforeClosing } from '#data/database/db';

/**
 * How long a reader may take nothing. A report is of the desk as it was when it began, and until it ends
 * what is written since cannot be cleared out of the database's log, which grows.
 */
const PATIENCE_MS = 60_000;

/** So little at a time that a slow line takes some of it within that time. */
const PIECE_BYTES = 64 * 1024;

/**
 * An answer that is downloaded under a name and streamed, record by record. Who only asks for its head,
 * or fetches ahead what nobody asked for, takes no report.
 *
 * @param records  the first has the names of the columns, and nothing of the desk
 * @param onTaken  called once, when the first record was taken and before any other is given
 */
export function csvResponse(
  request: Pick<Request, 'method' | 'headers'>,
  name: string,
  records: Generator<string>,
  onTaken: () => Promise<void>,
  { patienceMs = PATIENCE_MS } = {},
): Response {
  if (isAhead(request.headers)) return new Response(null, { status: 503 });
  const body = request.method === 'HEAD' ? null : streamOf(piecesOf(records), onTaken, patienceMs);
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

/** Whether a browser fetches this before anybody followed the link. */
const isAhead = (headers: Headers) =>
  ['sec-purpose', 'purpose', 'x-moz', 'x-purpose'].some((name) =>
    /prefetch|prerender|preview/i.test(headers.get(name) ?? ''),
  );

/**
 * A body that asks for the next piece only when the reader is ready for it, and breaks off, so that it
 * looks like no whole report, when nobody takes it any more or the desk stops.
 */
function streamOf(
  pieces: Generator<Uint8Array>,
  onTaken: () => Promise<void>,
  patienceMs: number,
): ReadableStream<Uint8Array> {
  let asked = 0;
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
  const pull = async (controller: ReadableStreamDefaultController) => {
    clearTimeout(patience);
    asked += 1;
    if (asked === 1) forget = beforeClosing(() => breakOff(controller, 'The desk stops'));
    // The first piece has left when the second is asked for.
    if (asked === 2) {
      try {
        await onTaken();
      } catch (error) {
        end();
        throw error;
      }
    }
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
  };
  // Nothing is made before somebody asks for it.
  return new ReadableStream({ pull, cancel: end }, { highWaterMark: 0 });
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
