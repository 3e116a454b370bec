// The process that reads or compares long texts and ends: app/_apart/apart.ts starts it. It is sent lines
// of JSON: the task, then more of what it needs. It answers with lines of JSON, a part each.

import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { readLines } from './lines';
import { TASKS } from './tasks';

/** The stream on which the answer is given. */
const ANSWER_FD = 3;

async function main(): Promise<void> {
  const [head, ...rest] = await collect();
  const { name, args, memoryBytes } = head as {
    name: keyof typeof TASKS;
    args: unknown[];
    memoryBytes: number;
  };
  watch(memoryBytes);
  const more = (rest as unknown[][]).flat();
  const task = TASKS[name] as (...given: unknown[]) => Generator<unknown>;
  const answer = createWriteStream('', { fd: ANSWER_FD });
  for (const part of task(...args, more)) await say(answer, part);
  process.exit(0);
}

async function collect(): Promise<unknown[]> {
  const lines: unknown[] = [];
  for await (const line of readLines(createReadStream('', { fd: 0 }))) lines.push(JSON.parse(line));
  return lines;
}

/** Waits until a part is taken, so that nothing heaps up while the desk writes. */
const say = (answer: WriteStream, part: unknown): Promise<void> =>
  new Promise((resolve) => {
    // The desk is gone: so is the work.
    answer.write(`${JSON.stringify(part)}\n`, (error) => (error ? process.exit(1) : resolve()));
  });

/** Ends this process when it takes too much memory outside of V8's heap, which V8 does not limit. */
function watch(memoryBytes: number): void {
  const script = `const { workerData } = require('node:worker_threads');
    const end = () => process.kill(process.pid, 'SIGKILL');
    setInterval(() => process.memoryUsage.rss() > workerData.memoryBytes && end(), 100);`;
  new Worker(script, { eval: true, workerData: { memoryBytes } }).unref();
}

main();
