import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endOnRefusal } from '../bin/refusal.mjs';
import { readSettings } from '../bin/settings.mjs';
import { measureCsv } from './csv-speed';
import { type Client, openClient, type RunningDesk, signInToDesk, startBenchDesk } from './desk';
import { measurePages } from './list-speed';
import { MANY_CLAIMS, makeClaims } from './make-claims';

/**
 * `npx tsx bench/claims.ts [--data DIR] [--claims 100000] [--runs 10]`: how fast the list of claims
 * and its CSV are answered to one signed-in client by the desk as `npm start` starts it. Ends with
 * 1 when a target of the list or of the CSV is missed.
 */
async function measure(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      claims: { type: 'string', default: String(MANY_CLAIMS) },
      runs: { type: 'string', default: '10' },
    },
  });
  const { dataDir, databaseFile } = readSettings({
    DATA_DIR: values.data ?? mkdtempSync(join(tmpdir(), 'plumbline-bench-')),
  });
  try {
    if (!existsSync(databaseFile)) await makeClaims(dataDir, Number(values.claims));
    const targetsMet = [
      await withDesk(dataDir, (client, desk) =>
        measurePages(client, desk, databaseFile, Number(values.runs)),
      ),
      await withDesk(dataDir, measureCsv),
    ];
    process.exitCode = targetsMet.every(Boolean) ? 0 : 1;
  } finally {
    if (!values.data) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function withDesk<Value>(
  dataDir: string,
  work: (client: Client, desk: RunningDesk) => Promise<Value>,
): Promise<Value> {
  const desk = await startBenchDesk(dataDir);
  try {
    const client = openClient(desk, await signInToDesk(desk.address));
    const value = await work(client, desk);
    client.close();
    return value;
  } finally {
    await desk.stop();
  }
}

await endOnRefusal(measure);
