// The process that reads files, one after the other: app/_capture/reading-process.ts starts it. For each
// it is sent a line of JSON and the bytes, and answers with a line of JSON.

import { createReadStream, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { CaptureType, ReadableDocument, ReadRefusal } from '#domain/documents/capture';
import type { Result } from '#domain/result';
import type { ReadLimits } from './limits';
import type { ReadHints } from './read-type';

export type ReadTask = {
  readonly type: CaptureType;
  readonly hints: ReadHints;
  readonly limits: ReadLimits;
};

/** The stream on which the answer is given: parsers write to the usual ones. */
const ANSWER_FD = 3;
const NEWLINE = 10;

async function main(): Promise<void> {
  let watch: Worker | null = null;
  for await (const [task, bytes] of tasksOf(createReadStream('', { fd: 0 }))) {
    watch ??= startWatch(task.limits);
    watch.postMessage(task.limits.totalMs);
    const answer = Buffer.from(`${JSON.stringify(await read(bytes, task))}\n`);
    for (let at = 0; at < answer.length; ) at += writeSync(ANSWER_FD, answer, at);
    watch.postMessage(null);
  }
  process.exit(0);
}

/** A line of JSON that says how many bytes follow, and those bytes; the next comes after the answer. */
async function* tasksOf(
  input: AsyncIterable<unknown>,
): AsyncGenerator<[task: ReadTask, bytes: Uint8Array]> {
  let parts: Buffer[] = [];
  let size = 0;
  let head: (ReadTask & { readonly size: number }) | null = null;
  for await (const part of input as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (!head) {
      if (!part.includes(NEWLINE)) continue;
      const message = Buffer.concat(parts);
      const end = message.indexOf(NEWLINE);
      head = JSON.parse(message.toString('utf8', 0, end)) as ReadTask & { size: number };
      parts = [message.subarray(end + 1)];
      size = message.length - end - 1;
    }
    if (size < head.size) continue;
    const task = head;
    const bytes = Buffer.concat(parts);
    [parts, size, head] = [[], 0, null];
    yield [task, bytes];
  }
}

async function read(
  bytes: Uint8Array,
  { type, hints, limits }: ReadTask,
): Promise<Result<ReadableDocument, ReadRefusal>> {
  try {
    switch (type) {
      case 'pdf':
        return await (await import('./read-pdf')).readPdf(bytes, limits);
      case 'docx':
        return await (await import('./read-docx')).readDocx(bytes, limits);
      case 'sheet':
        return (await import('./read-sheet')).readSheet(bytes, limits);
      default:
        return { ok: true, value: (await import('./read-html')).readHtml(bytes, hints) };
    }
  } catch (error) {
    // What a parser throws at is the file's fault; what cannot be loaded is ours.
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_MODULE')) throw error;
    return { ok: false, refusal: { kind: 'broken', type } };
  }
}

/**
 * Ends this process when it takes too much: bytes outside of V8's heap, which it does not limit,
 * and time for one file, when the desk that would end it is gone itself. A thread, since parsers block
 * this one.
 */
function startWatch({ memoryBytes }: ReadLimits): Worker {
  const script = `const { parentPort, workerData } = require('node:worker_threads');
    const end = () => process.kill(process.pid, 'SIGKILL');
    let late;
    parentPort.on('message', (ms) => {
      clearTimeout(late);
      if (ms !== null) late = setTimeout(end, ms * 2);
    });
    setInterval(() => process.memoryUsage.rss() > workerData.memoryBytes && end(), 50);`;
  const watch = new Worker(script, { eval: true, workerData: { memoryBytes } });
  watch.unref();
  return watch;
}

main();
