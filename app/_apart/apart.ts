import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '#process/child-environment';
import { processWide } from '#process/process-wide';
import { readLines } from './lines';
import { TASKS, type TaskArgs, type TaskName, type TaskPart } from './tasks';

/** How much one task may take. */
type ApartLimits = {
  /** The memory of the process, in bytes. */
  readonly memoryBytes: number;
  /** Milliseconds that the desk waits for it in all; the time in which the desk writes does not count. */
  readonly waitMs: number;
};

const LIMITS: ApartLimits = { memoryBytes: 1024 * 1024 * 1024, waitMs: 180_000 };

/** In UTF-16 code units: a usual article takes less time here than a process takes to start. */
const LONG_FROM = 60_000;

export type ApartOptions = {
  /** What the task works on beside its texts, as it comes. */
  readonly more?: AsyncIterable<readonly unknown[]>;
  readonly limits?: Partial<ApartLimits>;
  /** Texts of so many UTF-16 code units in all are not short any more. */
  readonly longFrom?: number;
  /** When it is aborted, the work ends at once and throws the signal's reason. */
  readonly signal?: AbortSignal;
};

/** A text asked for more than the desk gives to one text. The message is a sentence for a person. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/**
 * Does a task that may take long: with short texts in this process, a few milliseconds at a time, and
 * with long ones in a process of its own, which has little memory, none of our settings, and gives way
 * to everybody who uses the desk.
 *
 * @throws TooMuch when it takes more time or memory than it may; the reason of the signal when the
 *   caller stops it
 */
export async function* apart<Name extends TaskName>(
  name: Name,
  args: TaskArgs<Name>,
  options: ApartOptions = {},
): AsyncGenerator<TaskPart<Name>> {
  const length = args.reduce<number>(
    (sum, arg) => sum + (typeof arg === 'string' ? arg.length : 0),
    0,
  );
  if (length < (options.longFrom ?? LONG_FROM)) yield* here(name, args, options);
  else yield* inTurn(LINES[name], () => inAProcess(name, args, options));
}

/** The answer of a task that has one part; see `apart`. */
export async function apartOnce<Name extends TaskName>(
  name: Name,
  args: TaskArgs<Name>,
  options: ApartOptions = {},
): Promise<TaskPart<Name>> {
  for await (const part of apart(name, args, options)) return part;
  throw new Error(`The task ${name} gave nothing.`);
}

/** All parts of a task with lists as parts, as one list; see `apart`. */
export async function apartAll<Item, Name extends TaskName>(
  name: TaskPart<Name> extends readonly Item[] ? Name : never,
  args: TaskArgs<Name>,
  options: ApartOptions = {},
): Promise<Item[]> {
  const all: Item[] = [];
  for await (const part of apart<Name>(name, args, options)) all.push(...(part as readonly Item[]));
  return all;
}

async function* here<Name extends TaskName>(
  name: Name,
  args: TaskArgs<Name>,
  { more, signal }: ApartOptions,
): AsyncGenerator<TaskPart<Name>> {
  const pending: unknown[] = [];
  for await (const some of more ?? []) pending.push(...some);
  const task = TASKS[name] as (...given: unknown[]) => Generator<TaskPart<Name>>;
  for (const part of task(...args, pending)) {
    signal?.throwIfAborted();
    yield part;
    await new Promise(setImmediate);
  }
}

const ENTRY = join('app', '_apart', 'apart-child.ts');

async function* inAProcess<Name extends TaskName>(
  name: Name,
  args: TaskArgs<Name>,
  { more, signal, limits: childLimits }: ApartOptions,
): AsyncGenerator<TaskPart<Name>> {
  signal?.throwIfAborted();
  const { memoryBytes, waitMs } = { ...LIMITS, ...childLimits };
  const child = start(memoryBytes);
  const ended = endOf(child);
  let patience = waitMs;
  let isLate = false;
  const stop = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const sent = send(child, { name, args, memoryBytes }, more);
    sent.catch(stop);
    const parts = readLines(child.stdio[3] as NodeJS.ReadableStream);
    for (;;) {
      const asked = performance.now();
      const timer = setTimeout(() => {
        isLate = true;
        stop();
      }, patience);
      const next = await parts.next();
      clearTimeout(timer);
      patience -= performance.now() - asked;
      if (next.done) break;
      yield JSON.parse(next.value) as TaskPart<Name>;
    }
    await sent;
    const { code, signal: by, errorText } = await ended;
    signal?.throwIfAborted();
    if (isLate) throw new TooMuch(tooSlow(waitMs));
    if (by) throw new TooMuch(tooLarge(memoryBytes));
    if (code !== 0)
      throw new Error(`The process that reads texts ended with ${code}: ${errorText}`);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

const tooSlow = (waitMs: number) =>
  `This text took longer than ${waitMs / 1000} seconds: paste only the part that you need`;
const tooLarge = (memoryBytes: number) =>
  `This text takes more than ${Math.round(memoryBytes / 1024 / 1024)} MB of memory: paste only the part that you need`;

/** V8's own limit, below the one of the whole process. */
const heapMegabytes = (memoryBytes: number) => Math.floor((memoryBytes * 0.7) / 1024 / 1024);
const BELOW_NORMAL = 5;

function start(memoryBytes: number): ChildProcess {
  const flags = [`--max-old-space-size=${heapMegabytes(memoryBytes)}`, '--import', 'tsx'];
  const child = spawn(process.execPath, [...flags, ENTRY], {
    // The project: bin/desk.mjs sees to it.
    cwd: process.cwd(),
    env: childEnvironment(),
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  try {
    if (child.pid !== undefined) setPriority(child.pid, BELOW_NORMAL);
  } catch {
    // A system that does not let us goes on without.
  }
  return child;
}

type End = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly errorText: string;
};

function endOf(child: ChildProcess): Promise<End> {
  let errorText = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errorText = (errorText + text).slice(-4000);
  });
  const ended = new Promise<End>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, errorText }));
  });
  // A caller who stops early does not need the exit code.
  ended.catch(() => {});
  return ended;
}

/** If a process ended before it took everything, its exit code gives the reason. */
async function send(
  child: ChildProcess,
  head: object,
  more: AsyncIterable<readonly unknown[]> | undefined,
): Promise<void> {
  const stdin = child.stdin as NodeJS.WritableStream;
  let isGone = false;
  stdin.on('error', () => {
    isGone = true;
  });
  const say = (line: unknown) =>
    new Promise<void>((resolve) => {
      stdin.write(`${JSON.stringify(line)}\n`, () => resolve());
    });
  await say(head);
  for await (const some of more ?? []) {
    if (isGone) return;
    await say(some);
  }
  stdin.end();
}

// A reading takes minutes, and neither somebody who waits for a page nor a copy that is taken stands behind it.
type Line = 'readings' | 'copies' | 'people';
const LINES: Readonly<Record<TaskName, Line>> = {
  readFirst: 'readings',
  readAgain: 'readings',
  bands: 'copies',
  derived: 'copies',
  newDays: 'people',
  difference: 'people',
  quote: 'people',
  reanchor: 'people',
};
const lines = processWide(
  'apart',
  (): Record<Line, Promise<void>> => ({
    readings: Promise.resolve(),
    copies: Promise.resolve(),
    people: Promise.resolve(),
  }),
);

/** One process of a kind at a time: each takes a processor, and up to the limit of memory. */
async function* inTurn<Part>(line: Line, work: () => AsyncGenerator<Part>): AsyncGenerator<Part> {
  const before = lines[line];
  let done = () => {};
  const turn = new Promise<void>((resolve) => {
    done = resolve;
  });
  lines[line] = before.then(() => turn);
  try {
    await before;
    yield* work();
  } finally {
    done();
  }
}
