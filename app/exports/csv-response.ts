/** An answer that is downloaded under a name and streamed, record by record. */
export function csvResponse(name: string, records: Generator<string>): Response {
  return new Response(streamOf(records), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

/** A body that asks for the next records only when the reader is ready for them. */
function streamOf(records: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      // Reading is synchronous: without a pause here one report would keep every page waiting.
      await new Promise(setImmediate);
      const { done, value } = records.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel() {
      records.return(undefined);
    },
  });
}
