import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { gzipSync } from 'node:zlib';
import { endOnRefusal } from '../bin/refusal.mjs';
import { PROJECT } from '../bin/settings.mjs';
import { type Client, openClient, signInToDesk, startBenchDesk } from './desk';
import { makeClaims } from './make-claims';
import { printTable } from './numbers';

const ABOVE_EMPTY_BYTES = 40_000;
/** Enough for a page of the list to be full. */
const CLAIMS = 1000;

const SOURCES = [
  'app', 'bin', 'prisma', 'next.config.js', 'package.json', 'package-lock.json',
  'prisma.config.ts', 'proxy.ts', 'tsconfig.json',
] as const; // biome-ignore format: a list to scan

const PAGES = { claims: '/claims', empty: '/bench-empty', bare: '/bench-bare' } as const;

const EMPTY_PAGE = `export default function Page() {
  return <main id="main">Nothing</main>;
}
`;
const BARE_LAYOUT = `import type { ReactNode } from 'react';

export const dynamic = 'force-dynamic';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`;

/**
 * `npx tsx bench/first-load.ts`: how much JavaScript a browser loads for /claims before anything
 * is clicked, gzipped, above an empty page of the same build. Builds a copy of the project that
 * has two such pages more: one in the desk's own layout, and one in a layout of its own, with
 * nothing in it. Ends with 1 when /claims is too far above the bare one.
 */
async function measure(): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-first-load-')));
  const project = join(folder, 'project');
  const dataDir = join(folder, 'data');
  try {
    copyWithEmptyPages(project);
    await makeClaims(dataDir, CLAIMS);
    const desk = await startBenchDesk(dataDir, project);
    try {
      const client = openClient(desk, await signInToDesk(desk.address));
      await compare(client);
      client.close();
    } finally {
      await desk.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyWithEmptyPages(project: string): void {
  for (const source of SOURCES) {
    cpSync(join(PROJECT, source), join(project, source), { recursive: true });
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'), 'junction');

  // Two layouts need each a group of its own, which no address shows.
  const app = join(project, 'app');
  const desk = join(app, '(desk)');
  mkdirSync(desk);
  for (const name of readdirSync(app)) {
    const stays = name.startsWith('_') || name === '(desk)' || name === 'global-error.tsx';
    if (!stays) renameSync(join(app, name), join(desk, name));
  }
  edit(join(desk, 'layout.tsx'), (text) =>
    text.replaceAll("'../node_modules", "'../../node_modules"),
  );
  edit(join(desk, 'globals.css'), (text) => text.replaceAll('./_ui/', '../_ui/'));
  write(join(desk, PAGES.empty, 'page.tsx'), EMPTY_PAGE);
  write(join(app, '(bare)', 'layout.tsx'), BARE_LAYOUT);
  write(join(app, '(bare)', PAGES.bare, 'page.tsx'), EMPTY_PAGE);

  // The packages lie outside of the copy, and the types of its addresses are not those of the desk.
  renameSync(join(project, 'next.config.js'), join(project, 'desk.config.js'));
  const extra = {
    turbopack: { root: parse(project).root },
    typescript: { ignoreBuildErrors: true },
  };
  write(
    join(project, 'next.config.js'),
    `import config from './desk.config.js';\nexport default { ...config, ...${JSON.stringify(extra)} };\n`,
  );
}

function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

async function compare(client: Client): Promise<void> {
  const claims = await scriptsOf(client, PAGES.claims);
  const empty = await scriptsOf(client, PAGES.empty);
  const bare = await scriptsOf(client, PAGES.bare);
  const row = (name: string, scripts: Scripts) => {
    const bytes = sum(scripts);
    return [name, String(scripts.size), kb(bytes), kb(sum(claims) - bytes)];
  };
  printTable(
    ['first-load JavaScript', 'scripts', 'gzip kB', 'below /claims kB'],
    [
      row('/claims, signed in', claims),
      row('an empty page in the desk’s layout', empty),
      row('an empty page in a bare layout', bare),
    ],
  );
  const above = sum(claims) - sum(bare);
  const isMet = above <= ABOVE_EMPTY_BYTES;
  console.log(
    `  target ${ABOVE_EMPTY_BYTES / 1000} kB above the bare page: ${kb(above)} kB, ${isMet ? 'held' : 'missed'}`,
  );
  process.exitCode = isMet ? 0 : 1;
}

/** Bytes of each script, gzipped, by its address. */
type Scripts = ReadonlyMap<string, number>;

/** The scripts that the page names and a browser with modules runs; not those that lie in the page. */
async function scriptsOf(client: Client, path: string): Promise<Scripts> {
  const page = await client.get(path);
  if (page.status !== 200) throw new Error(`${path} was answered with ${page.status}.`);
  const scripts = new Map<string, number>();
  for (const [tag] of page.body.toString('utf8').matchAll(/<script\b[^>]*>/g)) {
    const [, address] = / src="([^"]+)"/.exec(tag) ?? [];
    if (!address || /\snomodule\b/i.test(tag) || scripts.has(address)) continue;
    const { body } = await client.get(address, { encoding: 'identity' });
    scripts.set(address, gzipSync(body, { level: 9 }).length);
  }
  return scripts;
}

const sum = (scripts: Scripts): number =>
  [...scripts.values()].reduce((total, bytes) => total + bytes, 0);

const kb = (bytes: number): string => (bytes / 1000).toFixed(1);

await endOnRefusal(measure);
