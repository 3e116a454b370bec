import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ReadableDocument, ReadRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import { byteLength, cut } from '#domain/text';
import { childEnvironment } from '#process/child-environment';
import { READ_LIMITS, type ReadLimits } from './limits';
import { decodeText } from './read-charset';
import type { ReadTask } from './read-child';
import { type ReadHints, type RecognisedType, recogniseType } from './read-type';
import { toCaptureText, toLine } from './readable-text';
import { withConcurrencyLimit } from './turns';

export type ReadOptions = {
  readonly limits?: Partial<ReadLimits>;
  /** When it is aborted, the reading ends at once and throws the signal's reason. */
  readonly signal?: AbortSignal;
};

/**
 * Reads a file that may come from anybody: its kind from its bytes, its words, and its details.
 * Pages, PDF and Word documents are parsed in a process of their own, which has little memory,
 * little time, none of our settings, and is ended when it takes more.
 *
 * @returns the document, or why it cannot be read; a page that shows a wall instead of its text is
 *   a document marked with the wall
 * @throws the reason of the signal when the caller stops it; an error when the process does not start
 */
export async function readDocument(
  bytes: Uint8Array,
  hints: ReadHints,
  options: ReadOptions = {},
): Promise<Result<ReadableDocument, ReadRefusal>> {
  const limits = { ...READ_LIMITS, ...options.limits };
  options.signal?.throwIfAborted();
  const recognised = recogniseType(bytes, hints);
  if (!recognised.ok) return recognised;
  const { type } = recognised.value;
  const isParsed = type === 'html' || type === 'pdf' || type === 'docx';
  // No encoding takes more than twice the bytes of UTF-8, so it need not be turned into text to know.
  if (!isParsed && type !== 'image' && bytes.length > limits.textBytes * 2) {
    return refuse({ kind: 'tooLarge', bytes: limits.textBytes });
  }
  const read = isParsed
    ? await withConcurrencyLimit(() => readApart(bytes, { type, hints, limits }, options.signal))
    : accept(readHere(bytes, recognised.value, hints));
  if (read.ok && byteLength(read.value.text) > limits.textBytes) {
    return refuse({ kind: 'tooLarge', bytes: limits.textBytes });
  }
  return read;
}

/** Kinds that need no parser. */
function readHere(
  bytes: Uint8Array,
  { type, mime }: RecognisedType,
  hints: ReadHints,
): ReadableDocument {
  const text =
    type === 'image' ? '' : toCaptureText(decodeText(bytes, { declared: hints.declaredType }).text);
  return {
    type,
    mime,
    text,
    title: type === 'markdown' ? headingOf(text) : null,
    publisher: null,
    author: null,
    publishedOn: null,
    language: null,
    canonicalUrl: null,
    wall: type !== 'image' && text === '' ? 'empty' : null,
  };
}

/** The first heading of the highest rank, '# Seven ships lost #'. */
function headingOf(markdown: string): string | null {
  const [, heading = ''] = /^#[ \t]+(.*)/m.exec(markdown) ?? [];
  return toLine(cut(heading, 1_000).replace(/[ \t]#+$/, ''));
}

const ENTRY = join('app', '_capture', 'read-child.ts');
/** V8's own limit, below the one of the whole process. */
const heapMegabytes = (memoryBytes: number) => Math.floor((memoryBytes * 0.6) / 1024 / 1024);

async function readApart(
  bytes: Uint8Array,
  task: ReadTask,
  signal: AbortSignal | undefined,
): Promise<Result<ReadableDocument, ReadRefusal>> {
  // It may have waited for its turn.
  signal?.throwIfAborted();
  const { limits, type } = task;
  const flags = [`--max-old-space-size=${heapMegabytes(limits.memoryBytes)}`, '--import', 'tsx'];
  const child = spawn(process.execPath, [...flags, ENTRY], {
    // The project: bin/desk.mjs sees to it.
    cwd: process.cwd(),
    env: childEnvironment(),
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, limits.totalMs);
  const stop = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const [ended, answer, errorText] = await Promise.all([
      new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code, by) => resolve({ code, signal: by }));
      }),
      collect(child.stdio[3] as NodeJS.ReadableStream, limits.textBytes * 8),
      collect(child.stderr as NodeJS.ReadableStream, 10_000),
      send(child.stdin as NodeJS.WritableStream, task, bytes),
    ]);
    signal?.throwIfAborted();
    if (isLate) return refuse({ kind: 'tooSlow', seconds: limits.totalMs / 1_000 });
    if (ended.code === 0 && answer === null) {
      return refuse({ kind: 'tooLarge', bytes: limits.textBytes });
    }
    if (ended.code === 0) return JSON.parse(answer ?? '') as Result<ReadableDocument, ReadRefusal>;
    if (OUT_OF_MEMORY.has(ended.signal ?? '')) {
      return refuse({ kind: 'tooLarge', bytes: limits.memoryBytes });
    }
    if (ended.signal) return refuse({ kind: 'broken', type });
    throw new Error(`The process that reads files ended with ${ended.code}: ${errorText}`);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    child.kill('SIGKILL');
  }
}

/** How V8 ends when its heap is full, and how our watch and the system end what grew too large. */
const OUT_OF_MEMORY: ReadonlySet<string> = new Set(['SIGABRT', 'SIGTRAP', 'SIGKILL']);

/** Everything a stream says, or null when that is more than the limit; the rest is let go by. */
async function collect(stream: NodeJS.ReadableStream, limit: number): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= limit) parts.push(part);
  }
  return size <= limit ? Buffer.concat(parts).toString('utf8') : null;
}

/** If a process ended before it took everything, its exit code gives the reason. */
function send(stdin: NodeJS.WritableStream, task: ReadTask, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    stdin.on('error', () => resolve());
    stdin.write(`${JSON.stringify(task)}\n`);
    stdin.end(bytes, () => resolve());
  });
}
