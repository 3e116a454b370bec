import { Refusal } from '../bin/refusal.mjs';
import { openClient, processorMs, signInToDesk, startBenchDesk } from './desk';
import { describeMachine, median, ms, quantileOf } from './numbers';

const TARGET_MS = 150;

/**
 * How long the server of a desk takes for one page, asked for one request after the other. Prints it, and
 * ends the process with 1 when its 95th percentile misses the target.
 */
export async function timePage(
  dataDir: string,
  path: string,
  { what, runs }: { readonly what: string; readonly runs: number },
): Promise<void> {
  const desk = await startBenchDesk(dataDir);
  try {
    const client = openClient(desk, await signInToDesk(desk.address));
    const times: number[] = [];
    for (let run = 0; run < 10; run++) await client.get(path);
    const before = processorMs(desk.pid);
    let bytes = 0;
    for (let run = 0; run < runs; run++) {
      const { status, totalMs, body } = await client.get(path);
      if (status !== 200) throw new Refusal(`${path} was answered with ${status}.`);
      times.push(totalMs);
      bytes = body.length;
    }
    const spent = ((processorMs(desk.pid) ?? 0) - (before ?? 0)) / times.length;
    client.close();
    const [p50, p95] = [median(times), quantileOf(times, 0.95)];
    console.log(
      `${path} with ${what}: p50 ${ms(p50)} ms, p95 ${ms(p95)} ms, processor ${ms(spent)} ms a ` +
        `request, ${Math.round(bytes / 1000)} kB of HTML; ` +
        `target ${TARGET_MS} ms ${p95 <= TARGET_MS ? 'held' : 'missed'}; ${describeMachine()}`,
    );
    process.exitCode = p95 <= TARGET_MS ? 0 : 1;
  } finally {
    await desk.stop();
  }
}
