import type { ReadableDocument, ReadRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import { byteLength, cut } from '#domain/text';
import { csvToRows } from './csv-rows';
import { READ_LIMITS, type ReadLimits } from './limits';
import { decodeText } from './read-charset';
import type { ReadTask } from './read-child';
import { CSV, type ReadHints, type RecognisedType, recogniseType } from './read-type';
import { toCaptureText, toLine } from './readable-text';
import { ReadingProcess } from './reading-process';
import { withConcurrencyLimit } from './turns';

export type ReadOptions = {
  readonly limits?: Partial<ReadLimits>;
  /** When it is aborted, the reading ends at once and throws the signal's reason. */
  readonly signal?: AbortSignal;
};

/** Reads a file that needs a parser. */
type ReadApart = (
  bytes: Uint8Array,
  task: ReadTask,
  signal?: AbortSignal,
) => Promise<Result<ReadableDocument, ReadRefusal>>;

/**
 * Reads a file that may come from anybody: its kind from its bytes, its words, and its details.
 * Pages, PDF, Word documents and spreadsheets are parsed in a process of their own, which has little memory,
 * little time, none of our settings, and is ended when it takes more.
 *
 * @returns the document, or why it cannot be read; a page that shows a wall instead of its text is
 *   a document marked with the wall
 * @throws the reason of the signal when the caller stops it; an error when the process does not start
 */
export const readDocument = (
  bytes: Uint8Array,
  hints: ReadHints,
  options: ReadOptions = {},
): Promise<Result<ReadableDocument, ReadRefusal>> =>
  readBy((...args) => withConcurrencyLimit(() => readAlone(...args)), bytes, hints, options);

async function readBy(
  readApart: ReadApart,
  bytes: Uint8Array,
  hints: ReadHints,
  options: ReadOptions,
): Promise<Result<ReadableDocument, ReadRefusal>> {
  const limits = { ...READ_LIMITS, ...options.limits };
  options.signal?.throwIfAborted();
  const recognised = recogniseType(bytes, hints);
  if (!recognised.ok) return recognised;
  const { type } = recognised.value;
  const isParsed = ['html', 'pdf', 'docx', 'sheet'].includes(type);
  // No encoding takes more than twice the bytes of UTF-8, so it need not be turned into text to know.
  if (!isParsed && type !== 'image' && bytes.length > limits.textBytes * 2) {
    return refuse({ kind: 'tooLarge', bytes: limits.textBytes });
  }
  const read = isParsed
    ? await readApart(bytes, { type, hints, limits }, options.signal)
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
  const raw = type === 'image' ? '' : decodeText(bytes, { declared: hints.declaredType }).text;
  const text = toCaptureText((mime === CSV && csvToRows(raw.replace(/^\uFEFF/, ''))) || raw);
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

async function readAlone(bytes: Uint8Array, task: ReadTask, signal?: AbortSignal) {
  // It may have waited for its turn.
  signal?.throwIfAborted();
  const reader = new ReadingProcess(task.limits.memoryBytes);
  try {
    return await reader.read(bytes, task, signal);
  } finally {
    reader.end();
  }
}

/** Reads many files, one after the other, in as few processes as they allow. */
export class ManyReader {
  #process: ReadingProcess | null = null;

  /** As readDocument does. */
  readonly read = (bytes: Uint8Array, hints: ReadHints, options: ReadOptions = {}) =>
    readBy(this.#readApart, bytes, hints, options);

  end(): void {
    this.#process?.end();
  }

  readonly #readApart: ReadApart = async (bytes, task, signal) => {
    const reader = this.#living(task.limits.memoryBytes);
    const wasFresh = reader.files === 0;
    const reading = await reader.read(bytes, task, signal);
    // A process that had read others may have been full of them: the file gets one of its own.
    const wasFull = reader.isOver && !wasFresh && !reading.ok && reading.refusal.kind !== 'tooSlow';
    return wasFull ? this.#readApart(bytes, task, signal) : reading;
  };

  #living(memoryBytes: number): ReadingProcess {
    if (!this.#process || this.#process.isOver || this.#process.files >= FILES_OF_A_PROCESS) {
      this.#process?.end();
      this.#process = new ReadingProcess(memoryBytes);
    }
    return this.#process;
  }
}

/** Then the memory is given back. */
const FILES_OF_A_PROCESS = 100;
