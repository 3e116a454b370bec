import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ReadableDocument, ReadRefusal } from '#domain/documents/capture';
import { type Result, refuse } from '#domain/result';
import { childEnvironment } from '#process/child-environment';
import type { ReadTask } from './read-child';

type Reading = Result<ReadableDocument, ReadRefusal>;
type Hand = {
  readonly task: ReadTask;
  readonly settle: (reading: Reading) => void;
  readonly fail: (error: unknown) => void;
  isLate: boolean;
  /** The answer, as far as it came; its size in bytes. */
  parts: Buffer[];
  size: number;
};

const ENTRY = join('app', '_capture', 'read-child.ts');
const NEWLINE = 10;
/** V8's own limit, below the one of the whole process. */
const heapMegabytes = (memoryBytes: number) => Math.floor((memoryBytes * 0.6) / 1024 / 1024);

/**
 * A process that reads files which may come from anybody: it has little memory, little time, none of
 * our settings, and is ended when it takes more. It reads one file after the other until it is ended,
 * by us or by a file.
 */
export class ReadingProcess {
  readonly #child: ChildProcess;
  #inHand: Hand | null = null;
  #errorText = '';
  #files = 0;
  #isOver = false;

  /** @param memoryBytes  the most that the process may take */
  constructor(memoryBytes: number) {
    const flags = [`--max-old-space-size=${heapMegabytes(memoryBytes)}`, '--import', 'tsx'];
    this.#child = spawn(process.execPath, [...flags, ENTRY], {
      // The project: bin/desk.mjs sees to it.
      cwd: process.cwd(),
      env: childEnvironment(),
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#child.on('error', (error) => {
      this.#isOver = true;
      this.#inHand?.fail(error);
    });
    this.#child.on('close', (code, by) => this.#close(code, by));
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#errorText = (this.#errorText + text.toString()).slice(0, 10_000);
    });
    this.#child.stdio[3]?.on('data', (part: Buffer) => this.#take(part));
    // If a process ended before it took everything, its exit code gives the reason.
    this.#child.stdin?.on('error', () => {});
  }

  /** The process takes no more files. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** How many files it was given so far: what one took, the next one lacks. */
  get files(): number {
    return this.#files;
  }

  /**
   * Reads one file; the one before must be done.
   *
   * @throws the reason of the signal when the caller stops it, which ends the process; an error when
   *   the process does not start
   */
  async read(bytes: Uint8Array, task: ReadTask, signal?: AbortSignal): Promise<Reading> {
    signal?.throwIfAborted();
    const timer = setTimeout(() => {
      if (this.#inHand) this.#inHand.isLate = true;
      this.end();
    }, task.limits.totalMs);
    const stop = () => this.end();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      this.#files++;
      const reading = await new Promise<Reading>((settle, fail) => {
        this.#inHand = { task, settle, fail, isLate: false, parts: [], size: 0 };
        this.#child.stdin?.write(`${JSON.stringify({ ...task, size: bytes.length })}\n`);
        this.#child.stdin?.write(bytes);
      });
      signal?.throwIfAborted();
      return reading;
    } finally {
      this.#inHand = null;
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Ends the process at once. */
  end(): void {
    this.#isOver = true;
    this.#child.kill('SIGKILL');
  }

  #take(part: Buffer): void {
    const hand = this.#inHand;
    if (!hand) return;
    const { textBytes } = hand.task.limits;
    hand.size += part.length;
    // As JSON a character may take six bytes.
    if (hand.size > textBytes * 8) {
      this.end();
      hand.settle(refuse({ kind: 'tooLarge', bytes: textBytes }));
      return;
    }
    hand.parts.push(part);
    if (part.at(-1) !== NEWLINE) return;
    hand.settle(JSON.parse(Buffer.concat(hand.parts).toString('utf8')) as Reading);
  }

  #close(code: number | null, by: string | null): void {
    this.#isOver = true;
    const hand = this.#inHand;
    if (!hand) return;
    const { limits, type } = hand.task;
    if (hand.isLate) hand.settle(refuse({ kind: 'tooSlow', seconds: limits.totalMs / 1_000 }));
    else if (OUT_OF_MEMORY.has(by ?? '')) {
      hand.settle(refuse({ kind: 'tooLarge', bytes: limits.memoryBytes }));
    } else if (by) hand.settle(refuse({ kind: 'broken', type }));
    else
      hand.fail(new Error(`The process that reads files ended with ${code}: ${this.#errorText}`));
  }
}

/** How V8 ends when its heap is full, and how our watch and the system end what grew too large. */
const OUT_OF_MEMORY: ReadonlySet<string> = new Set(['SIGABRT', 'SIGTRAP', 'SIGKILL']);
