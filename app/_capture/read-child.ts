// The process that reads one file and ends: app/_capture/read-document.ts starts it. The head of what
// it is sent is a line of JSON, the rest are the bytes; the answer is JSON.

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
export const ANSWER_FD = 3;

async function main(): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of createReadStream('', { fd: 0 })) parts.push(part as Buffer);
  const message = Buffer.concat(parts);
  parts.length = 0;
  const end = message.indexOf('\n');
  const task = JSON.parse(message.toString('utf8', 0, end)) as ReadTask;
  watch(task.limits);
  const answer = Buffer.from(JSON.stringify(await read(message.subarray(end + 1), task)));
  for (let at = 0; at < answer.length; ) at += writeSync(ANSWER_FD, answer, at);
  process.exit(0);
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
 * and time, when the desk that would end it is gone itself. A thread, since parsers block this one.
 */
function watch({ memoryBytes, totalMs }: ReadLimits): void {
  const script = `const { workerData } = require('node:worker_threads');
    const end = () => process.kill(process.pid, 'SIGKILL');
    setTimeout(end, workerData.totalMs * 2);
    setInterval(() => process.memoryUsage.rss() > workerData.memoryBytes && end(), 50);`;
  new Worker(script, { eval: true, workerData: { memoryBytes, totalMs } }).unref();
}

main();
