import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '#domain/people/permission';
import { toBorders } from './borders.mjs';
import { ALIASES, HOUSE, LARGEST_ROOM, MAY_IMPORT, roomOf } from './house.mjs';

// Who may import whom, read from every file, by the tables of house.mjs. docs/architecture.md has them as a
// picture.

const ROOT = fileURLToPath(new URL('..', import.meta.url));

type Layer = keyof typeof MAY_IMPORT;

const aliases: Readonly<Record<string, string>> = ALIASES;

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

/** The file or package that an import names: 'app/_data/database/db', or 'zod'. */
function resolve(path: string, specifier: string): { file: string } | { name: string } {
  if (specifier.startsWith('.')) {
    const file = normalize(join(dirname(path), specifier))
      .split(sep)
      .join('/');
    return { file };
  }
  const [alias = '', ...rest] = specifier.split('/');
  const folder = aliases[alias];
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
  expect(importing('app/_domain/claims/claim.ts', '#data/claims')).toBe('_data');
  expect(importing('app/_ui/field.tsx', '../_data/claims/claims')).toBe('_data');
  expect(importing('app/claims/page.tsx', 'better-sqlite3')).toBe('better-sqlite3');
  expect(MAY_IMPORT.route).not.toContain('next/link');
  expect(MAY_IMPORT._domain).not.toContain('_data');
  expect(MAY_IMPORT._ui).not.toContain('_data');
  expect(MAY_IMPORT.route).not.toContain('better-sqlite3');
});

test('the editor marks the imports that this test forbids', () => {
  const file = join(ROOT, 'biome.borders.json');
  if (process.env.WRITE_BORDERS) writeFileSync(file, toBorders());
  const hint = 'Write it anew: WRITE_BORDERS=1 npx vitest run app/architecture.test.ts';
  expect(readFileSync(file, 'utf8'), hint).toBe(toBorders());
});

/** The file that an import names, with its ending; null for packages and for what the build makes. */
function importedFile(path: string, specifier: string): string | null {
  const target = resolve(path, specifier);
  if ('name' in target) return null;
  return WITHOUT_ENDING.get(target.file.replace(ENDING, '')) ?? null;
}

const ENDING = /\.(tsx?|mjs|js)$/;
const WITHOUT_ENDING = new Map(files.map((path) => [path.replace(ENDING, ''), path]));

/** Why a file may not import another one of its layer, as a sentence; null when it may. */
function wrongWay(path: string, file: string): string | null {
  const [from, to] = [roomOf(path), roomOf(file)];
  if (!from || from.layer !== to?.layer || from.name === to.name) return null;
  if (to.floor < from.floor) return null;
  const where = to.floor === from.floor ? 'on the same floor' : 'on a higher floor';
  return `${path} imports ${file}, a room ${where}`;
}

/**
 * Circles among imports, each with its files in order.
 *
 * @param imports  for each file, the files that it imports, types included
 */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const way: string[] = [];
  const circles: string[] = [];
  const visit = (path: string): void => {
    const at = way.indexOf(path);
    if (at >= 0) {
      circles.push([...way.slice(at), path].join(' imports '));
      return;
    }
    if (done.has(path)) return;
    way.push(path);
    for (const file of imports.get(path) ?? []) visit(file);
    way.pop();
    done.add(path);
  };
  for (const path of imports.keys()) visit(path);
  return circles;
}

describe('the rooms of a layer', () => {
  const imports = new Map(
    code
      .filter((path) => path.startsWith('app/'))
      .map((path) => [
        path,
        importsOf(path).flatMap((specifier) => importedFile(path, specifier) ?? []),
      ]),
  );
  const sources = code.filter((path) => roomOf(path));
  const rooms = Object.entries(HOUSE).flatMap(([layer, floors]) =>
    floors.flat().map(({ name, face }) => ({
      folder: name === '.' ? `app/${layer}` : `app/${layer}/${name}`,
      face,
    })),
  );

  test('a file imports only its own room and rooms on lower floors', () => {
    const wrong = [...imports].flatMap(([path, all]) =>
      all.flatMap((file) => wrongWay(path, file) ?? []),
    );
    expect(wrong).toEqual([]);
  });

  test('an import of a neighbour or of a higher floor names both files', () => {
    expect(wrongWay('app/_domain/claims/claim.ts', 'app/_domain/documents/document.ts')).toBe(
      'app/_domain/claims/claim.ts imports app/_domain/documents/document.ts, a room on the same floor',
    );
    expect(wrongWay('app/_data/database/db.ts', 'app/_data/record/record-events.ts')).toBe(
      'app/_data/database/db.ts imports app/_data/record/record-events.ts, a room on a higher floor',
    );
    expect(wrongWay('app/_engine/tokens/tokens.ts', 'app/_engine/extract.ts')).toContain('higher');
    expect(wrongWay('app/_domain/review/gates.ts', 'app/_domain/day.ts')).toBeNull();
    expect(wrongWay('app/_domain/review/gates.ts', 'app/_domain/review/steps.ts')).toBeNull();
    expect(wrongWay('app/_data/claims/claims.ts', 'app/_domain/review/steps.ts')).toBeNull();
  });

  test('the imports of the app form no circle', () => {
    expect(circlesIn(imports)).toEqual([]);
    expect([...imports.values()].flat().length).toBeGreaterThan(1000);
  });

  test('a circle is named with every file in it', () => {
    const imports = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['b.ts']],
    ]);
    expect(circlesIn(imports)).toEqual(['b.ts imports c.ts imports b.ts']);
  });

  test('every folder of the three layers is a room in the table', () => {
    const unknown = files.filter((path) => roomOf(path)?.floor === -1);
    expect(unknown).toEqual([]);
  });

  test.each(rooms)('$folder has its face, $face, and is not too full', ({ folder, face }) => {
    const here = sources.filter((path) => dirname(path) === folder);
    if (folder !== 'app/_data/testing') expect(here).toContain(`${folder}/${face}.ts`);
    expect(here.length).toBeLessThanOrEqual(LARGEST_ROOM);
  });
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

describe('every page and action asks for a permission, except those of signing in', () => {
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
  const DOOR = /\nexport (?:default )?(?:async function |const \w+ = (?:keepingTyped|pressed)\()/;
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
  test('every action says why nothing can be saved, and keeps the typed text', () => {
    const careless = doors.flatMap((path) => {
      const source = readFileSync(join(ROOT, path), 'utf8');
      const isOfActions = /^['"]use server['"]/.test(source);
      return isOfActions && /\nexport (?:default )?async function /.test(source) ? [path] : [];
    });
    expect(careless).toEqual([]);
  });
  test('an action checks every value that a page bound to it', () => {
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
