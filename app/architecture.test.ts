import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '#domain/permission';

// Who may import whom, read from every file. The table is the one in README.md, "Where things are".

const ROOT = fileURLToPath(new URL('..', import.meta.url));

type Layer = keyof typeof MAY_IMPORT;

/** Layers, and packages by name or as a prefix ending in '*'. */
const MAY_IMPORT = {
  _domain: [],
  _engine: ['_domain'],
  _apart: ['_domain', '_engine', 'node:*'],
  _capture: [
    '_domain',
    'node:*',
    '@mozilla/readability',
    'ipaddr.js',
    'linkedom',
    'mammoth',
    'pdfjs-dist/legacy/*',
  ],
  _data: ['_domain', 'prisma', 'node:*', '@prisma/*', 'better-sqlite3', 'uuid'],
  _work: ['_apart', '_capture', '_data', '_domain', '_engine', 'node:*'],
  _accounts: ['_data', '_domain', 'better-auth*', 'next/*', 'node:*', 'react', 'uuid'],
  _forms: ['_domain', 'zod'],
  _ui: ['_domain', '_forms', 'react', 'next', 'next/*'],
  _review: [
    '_accounts',
    '_data',
    '_domain',
    '_forms',
    '_ui',
    'next',
    'next/cache',
    'next/navigation',
    'react',
    'zod',
  ],
  // Links to pages are #ui/link's: next/link would ask for pages that nobody followed.
  route: [
    '_accounts',
    '_apart',
    '_capture',
    '_data',
    '_domain',
    '_engine',
    '_forms',
    '_review',
    '_ui',
    '_work',
    'better-auth/api',
    'uqr',
    'next',
    'next/cache',
    'next/font/local',
    'next/headers',
    'next/navigation',
    'next/server',
    'react',
    'uuid',
    'zod',
  ],
  seeds: ['_data', '_domain', '_engine', 'uuid'],
  prisma: ['node:*', '@prisma/*', 'better-sqlite3'],
  bin: [
    '_accounts',
    '_data',
    '_domain',
    '_engine',
    'seeds',
    'node:*',
    'better-sqlite3',
    'next',
    'pino',
    'playwright',
    'prom-client',
    'tar',
    '@prisma/*',
    'zod',
    'fast-check',
  ],
  bench: [
    '_accounts',
    'bin',
    '_data',
    '_domain',
    '_engine',
    'seeds',
    'prisma',
    'node:*',
    'better-sqlite3',
    '@sqlite.org/sqlite-wasm',
    'playwright',
    'uuid',
    'csv-parse*',
    'better-auth/crypto',
    '@microsoft/recognizers-text-suite',
    'chrono-node',
    'compromise',
    'compromise-dates',
    'tar',
    'wink-eng-lite-web-model',
    'wink-nlp',
  ],
  e2e: [
    'node:*',
    'playwright/*',
    'axe-core',
    'better-auth/crypto',
    'better-sqlite3',
    'csv-parse*',
    'tar',
    'uuid',
  ],
  root: [
    'bin',
    '_accounts',
    '_data',
    '_work',
    'node:*',
    'next',
    'next/*',
    'prisma/config',
    'vitest/config',
    'playwright/test',
  ],
} as const satisfies Record<string, readonly string[]>;

const ALIASES: Record<string, string> = {
  '#accounts': 'app/_accounts',
  '#apart': 'app/_apart',
  '#capture': 'app/_capture',
  '#data': 'app/_data',
  '#domain': 'app/_domain',
  '#engine': 'app/_engine',
  '#forms': 'app/_forms',
  '#prisma': 'prisma',
  '#review': 'app/_review',
  '#seeds': 'seeds',
  '#ui': 'app/_ui',
  '#work': 'app/_work',
};

const FOLDERS = ['app', 'bin', 'bench', 'e2e', 'prisma', 'seeds'];
const files = [
  ...FOLDERS.flatMap((folder) => filesUnder(folder)),
  ...readdirSync(ROOT).filter((name) => /\.(ts|js|mjs)$/.test(name) && name !== 'next-env.d.ts'),
];

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(ROOT, path)).isDirectory()) {
      return path === 'prisma/generated' ? [] : filesUnder(path);
    }
    return /\.(tsx?|mjs|js)$/.test(name) ? [path] : [];
  });
}

function layerOf(path: string): Layer {
  const [top = '', second = ''] = path.split('/');
  if (top === 'app') return second.startsWith('_') ? (second as Layer) : 'route';
  return FOLDERS.includes(top) ? (top as Layer) : 'root';
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

function importsOf(path: string): string[] {
  const source = readFileSync(join(ROOT, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...source.matchAll(IMPORT)].map(([, a, b, c]) => (a ?? b ?? c) as string);
}

/** The file or package that an import names: 'app/_data/db', or 'zod'. */
function resolve(path: string, specifier: string): { file: string } | { name: string } {
  if (specifier.startsWith('.')) {
    const file = normalize(join(dirname(path), specifier))
      .split(sep)
      .join('/');
    return { file };
  }
  const [alias = '', ...rest] = specifier.split('/');
  const folder = ALIASES[alias];
  return folder ? { file: [folder, ...rest].join('/') } : { name: specifier };
}

const isTest = (path: string) => /\.test\.tsx?$|\/test-[^/]+$/.test(path);

function problemsOf(path: string): string[] {
  const layer = layerOf(path);
  const allowed: readonly string[] = MAY_IMPORT[layer];
  return importsOf(path).flatMap((specifier) => {
    if (specifier.endsWith('.css')) return [];
    const target = resolve(path, specifier);
    if ('name' in target) {
      const fits = allowed.some((each) =>
        each.endsWith('*') ? target.name.startsWith(each.slice(0, -1)) : each === target.name,
      );
      return fits ? [] : [`${path} imports ${specifier}`];
    }
    const to = layerOf(target.file);
    if (to !== layer) return allowed.includes(to) ? [] : [`${path} imports ${specifier}`];
    if (layer === 'route' && !isNear(path, target.file)) {
      return [`${path} reaches into another route: ${specifier}`];
    }
    return [];
  });
}

/** A route's own folder, one above it, or one below it. `app/claims/address` is the list's address. */
function isNear(path: string, file: string): boolean {
  const from = dirname(path);
  const to = dirname(file);
  const above = !relative(to, from).startsWith('..');
  const below = !relative(from, to).startsWith('..');
  return above || below || file === 'app/claims/address';
}

const code = files.filter((path) => !isTest(path));

test('every file imports only what its layer may', () => {
  expect(code.flatMap(problemsOf)).toEqual([]);
  expect(code.length).toBeGreaterThan(100);
});

test('a file that breaks the table is named', () => {
  const importing = (path: string, specifier: string) => {
    const target = resolve(path, specifier);
    return 'file' in target ? layerOf(target.file) : target.name;
  };
  expect(importing('app/_domain/claim.ts', '#data/claims')).toBe('_data');
  expect(importing('app/_ui/field.tsx', '../_data/claims')).toBe('_data');
  expect(importing('app/claims/page.tsx', 'better-sqlite3')).toBe('better-sqlite3');
  expect(MAY_IMPORT.route).not.toContain('next/link');
  expect(MAY_IMPORT._domain).not.toContain('_data');
  expect(MAY_IMPORT._ui).not.toContain('_data');
  expect(MAY_IMPORT.route).not.toContain('better-sqlite3');
});

describe('the rules are pure', () => {
  test.each(code.filter((path) => path.startsWith('app/_domain/')))('%s', (path) => {
    const source = readFileSync(join(ROOT, path), 'utf8');
    for (const impure of [
      /\bnew Date\(\)/,
      /\bDate\.now\b/,
      /\bMath\.random\b/,
      /\bprocess\./,
      /\bfetch\(/,
    ]) {
      expect(source).not.toMatch(impure);
    }
  });
});

describe('a client component never reaches the database', () => {
  const client = code.filter((path) =>
    /^['"]use client['"]/.test(readFileSync(join(ROOT, path), 'utf8')),
  );
  test.each(client)('%s', (path) => {
    const seen = new Set<string>();
    const reached = reach(path, seen);
    expect(reached.filter((each) => /^app\/_(data|accounts)\//.test(each))).toEqual([]);
  });

  // Types are gone before the browser sees them, so only imports of values count.
  function reach(path: string, seen: Set<string>): string[] {
    const source = readFileSync(join(ROOT, path), 'utf8');
    const values = importsOf(path).filter((specifier) => {
      const at = source.indexOf(`'${specifier}'`);
      const statement = source.slice(source.lastIndexOf('import', at), at);
      return !/^import\s+type\b/.test(statement);
    });
    return values.flatMap((specifier) => {
      const target = resolve(path, specifier);
      if ('name' in target) return [];
      const file = files.find((each) => each.replace(/\.(tsx?|mjs)$/, '') === target.file);
      if (!file || seen.has(file)) return [];
      seen.add(file);
      return /^['"]use server['"]/.test(readFileSync(join(ROOT, file), 'utf8'))
        ? []
        : [file, ...reach(file, seen)];
    });
  }
});

describe('everything but signing in asks whether this person may', () => {
  const open = [
    'app/sign-in/page.tsx',
    'app/sign-in/actions.ts',
    'app/sign-out/actions.ts',
    'app/set-up/[token]/page.tsx',
    'app/set-up/[token]/actions.ts',
    // The password of the first step is proved by a signed cookie; of these two, the token is the proof.
    'app/sign-in/code/page.tsx',
    'app/sign-in/code/actions.ts',
    'app/join/[token]/page.tsx',
    'app/join/[token]/actions.ts',
    'app/reset/[token]/page.tsx',
    'app/reset/[token]/actions.ts',
    // Printed for readers: rules and definitions, nothing of the desk's work.
    'app/methodology/page.tsx',
  ];
  const isDoor = (path: string) =>
    /^app\/.*\b(page\.tsx|route\.ts)$/.test(path) ||
    /^['"]use server['"]/.test(readFileSync(join(ROOT, path), 'utf8'));
  const doors = code.filter((path) => path.startsWith('app/') && isDoor(path));
  // A permission by its name, or the one that the table of steps gives.
  const ASKS =
    /\bpermitted(?:Or)?\((?:'([a-z]+\.[a-zA-Z]+)'|REVIEW_STEPS\[[\w.]+\]\.permission)\)/g;
  const DOOR = /\nexport (?:default )?(?:async function |const \w+ = keepingTyped\()/;
  test.each(doors.filter((path) => !open.includes(path)))('%s', (path) => {
    const source = readFileSync(join(ROOT, path), 'utf8');
    const functions = source.split(DOOR).slice(1);
    expect(functions.length).toBeGreaterThan(0);
    for (const body of functions) {
      const asked = [...body.matchAll(ASKS)];
      expect(asked.length).toBeGreaterThan(0);
      for (const [, permission] of asked) {
        if (permission) expect(Object.keys(PERMISSIONS)).toContain(permission);
      }
      // Nothing is read or written before it is asked.
      const first = body.indexOf(asked[0]?.[0] ?? '');
      expect(body.slice(0, first)).not.toMatch(/\bawait (?!params|searchParams|permitted|$)/);
    }
  });
  test('every action behind a form gives it back as it was typed when nothing can be saved', () => {
    const careless = doors.flatMap((path) => {
      const source = readFileSync(join(ROOT, path), 'utf8');
      return /\nexport async function \w+\([^)]*_previous:/.test(source) ? [path] : [];
    });
    expect(careless).toEqual([]);
  });
  test('an action believes nothing that a page bound to it', () => {
    const bound = doors.flatMap((path) => {
      const source = readFileSync(join(ROOT, path), 'utf8');
      if (!/^['"]use server['"]/.test(source)) return [];
      return source
        .split(DOOR)
        .slice(1)
        .flatMap((body) =>
          [...body.slice(0, body.indexOf(')')).matchAll(/\b(\w+): (?:string|number)\b/g)].map(
            ([, name]) => ({
              name: `${path} ${name}`,
              isLookedAt: new RegExp(`(areIds|isCount|isToken)\\([^)]*\\b${name}\\b`).test(body),
            }),
          ),
        );
    });
    expect(bound.filter(({ isLookedAt }) => !isLookedAt)).toEqual([]);
    expect(bound.length).toBeGreaterThan(20);
  });
  test('every action has a permission of its own kind: more than reading', () => {
    const actions = doors.filter(
      (path) =>
        !open.includes(path) && /^['"]use server['"]/.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    for (const path of actions) {
      const source = readFileSync(join(ROOT, path), 'utf8');
      const asked = [...source.matchAll(ASKS)].map(([, permission]) => permission);
      expect([path, asked.some((each) => each !== 'desk.read')]).toEqual([path, true]);
    }
    expect(actions.length).toBeGreaterThan(8);
  });
});

describe('the README names', () => {
  const readme = () => readFileSync(join(ROOT, 'README.md'), 'utf8');
  const scripts = Object.keys(
    (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }).scripts,
  );
  test.each(scripts)('the script %s', (script) => {
    expect(readme()).toMatch(new RegExp(`npm (run (-s )?)?${script}\\b`));
  });
  test.each([
    'PORT',
    'HOST',
    'DATABASE_URL',
    'DATA_DIR',
    'ANCHOR_FILE',
    'CLIENT_HEADER',
    'LOG_LEVEL',
    'METRICS_TOKEN',
    'DISK_MINIMUM',
    'CAPTURE_ALLOWED_HOSTS',
    'CAPTURE_CONTACT',
    'BACKUP_TO',
    'BACKUP_EVERY',
    'BACKUP_KEEP',
  ])('the setting %s', (setting) => {
    expect(readme()).toContain(`\`${setting}\``);
  });
  test('the review, drawn from its steps', async () => {
    const { toDiagram } = await import('#domain/review');
    expect(readme()).toContain(`\`\`\`mermaid\n${toDiagram()}\n\`\`\``);
  });
  test('every column of the reports', async () => {
    const { CLAIM_COLUMNS } = await import('#domain/claim-export');
    const words = readme().replace(/\s+/g, ' ');
    const { COMPARISON_COLUMNS } = await import('#domain/comparison-export');
    const { EVIDENCE_COLUMNS } = await import('#domain/evidence-export');
    for (const { name } of [...CLAIM_COLUMNS, ...EVIDENCE_COLUMNS, ...COMPARISON_COLUMNS]) {
      expect(words).toContain(name);
    }
  });
});
