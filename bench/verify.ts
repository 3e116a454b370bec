import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endOnRefusal } from '../bin/refusal.mjs';
import { readSettings } from '../bin/settings.mjs';
import { MANY_CLAIMS, makeClaims } from './make-claims';
import { describeMachine } from './numbers';

/**
 * `npx tsx bench/verify.ts [--data DIR] [--claims 100000]`: how long the record of a desk with many
 * claims takes to verify, and in how much memory.
 */
async function measure(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      claims: { type: 'string', default: String(MANY_CLAIMS) },
    },
  });
  const { dataDir, databaseFile, anchorFile } = readSettings({
    DATA_DIR: values.data ?? mkdtempSync(join(tmpdir(), 'plumbline-bench-')),
  });
  try {
    if (!existsSync(databaseFile)) await makeClaims(dataDir, Number(values.claims));
    const { repairAnchor: mendAnchor } = await import('#data/chain/anchor');
    mendAnchor(anchorFile, databaseFile);
    const { verify } = await import('#data/verification/verify');
    const desk = { databaseFile, anchor: anchorFile, captures: join(dataDir, 'captures') };
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 50);
    const began = performance.now();
    const spentBefore = process.cpuUsage();
    const { events, claims, verdicts, captures, problems } = await verify(desk, ({ sentence }) =>
      console.log(sentence),
    );
    const seconds = (performance.now() - began) / 1000;
    clearInterval(watch);
    const { user, system } = process.cpuUsage(spentBefore);
    const many = (count: number) => count.toLocaleString('en');
    console.log(
      `${many(events)} events, ${many(claims)} claims, ${many(verdicts)} verdicts, ${many(captures)} copies: ` +
        `${problems} problems, ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of a processor, at most ${Math.round(most / 1e6)} MB; ${describeMachine()}`,
    );
    process.exitCode = problems === 0 ? 0 : 1;
  } finally {
    if (!values.data) rmSync(dataDir, { recursive: true, force: true });
  }
}

await endOnRefusal(measure);
