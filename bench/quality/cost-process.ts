// What cost.ts runs in a process of its own: MODE FILE, the file holding a JSON list of texts. It prints
// one number. The engine is imported only where it is measured, since importing it is part of the cost.
import { readFileSync } from 'node:fs';
import { median } from '../numbers';

const OPTIONS = { publishedOn: '2017-07-21', language: null };
const ROUNDS = 5;

const [mode = '', file = ''] = process.argv.slice(2);
const texts: string[] = file ? JSON.parse(readFileSync(file, 'utf8')) : [];

async function measure(): Promise<number> {
  const start = performance.now();
  if (mode === 'empty') return peakMegabytes();
  const { extract } = await import('#engine/extract');
  const timed = (text: string) => {
    const begun = performance.now();
    extract(text, OPTIONS);
    return performance.now() - begun;
  };
  switch (mode) {
    case 'load':
      extract('On Friday it rose by 3.4 percent to $2 billion, she said.', OPTIONS);
      return performance.now() - start;
    case 'memory':
      for (const text of texts) extract(text, OPTIONS);
      return peakMegabytes();
    case 'article':
      for (const text of texts) timed(text);
      return median(Array.from({ length: ROUNDS }, () => texts.map(timed)).flat());
    case 'speed': {
      const [text = ''] = texts;
      timed(text.slice(0, text.length / 10));
      // The best of three: whatever else the machine does can only slow it down.
      const ms = Math.min(timed(text), timed(text), timed(text));
      return Buffer.byteLength(text) / 1e6 / (ms / 1000);
    }
    default:
      throw new Error(`no such measurement: ${mode}`);
  }
}

/**
 * The peak of its memory. From /proc if there is one: on Linux, resourceUsage() begins with the
 * memory of its parent.
 */
function peakMegabytes(): number {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

measure().then(console.log, (error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
