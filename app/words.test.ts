import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

// One word for one thing, in the names of the code. docs/words.md has the words that users meet.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['app', 'bin', 'bench', 'e2e', 'seeds'];

/** Words that no name may have: each had several meanings, or another word has its meaning. */
const BANNED: ReadonlyMap<string, string> = new Map([
  ['held', 'it meant stored, unchanged, alreadyThere, assigned and compared: say which'],
  ['unheld', 'say uncompared'],
  ['holder', 'say assignee'],
  ['holders', 'say assignees'],
  ['told', 'it meant applied, notified, recognised and written: say which'],
  ['untold', 'say unnotified'],
  ['tell', 'say apply, notify, report or recognise'],
  ['tells', 'say applies, notifies, reports, or is…'],
  ['telling', 'say reducer, or informative'],
  ['tellings', 'say reducers'],
  ['said', 'it meant attribution, content, statement and message: say which'],
  ['kept', 'it meant stored, unchanged and remaining: say which'],
  ['brought', 'say input'],
  ['notice', 'say notification, or message for words on a page'],
  ['notices', 'say notifications, or messages for words on a page'],
  ['noticed', 'say suggested'],
  ['claimed', 'a claim is a statement: a capture in work is leased'],
  ['quantity', 'say figure: Quantity is the name of the table only'],
]);

/** Names that stay: the record has their hash, or the database has the column. */
const ALLOWED: readonly string[] = [
  'saidOn',
  'saidOnText',
  'claimedBy',
  'keptAs',
  'Quantity',
  'quantity',
  'quantityId',
  'claimQuantityId',
  'claimQuantityIds',
  'evidenceQuantityId',
  'evidenceQuantityIds',
];

/** Where 'kept' is a key of the events of a reading, or a value that goes into it. */
const EVENTS_OF_READINGS = /\/(?:reread|history|article-captures|desk-content)(?:\.test)?\.ts$/;

/** Names that Next.js looks for in a file. */
const OF_NEXT: readonly string[] = [
  ...['GET', 'HEAD', 'POST', 'config', 'dynamic', 'generateMetadata', 'metadata', 'viewport'],
];

type Node = { readonly type: string; readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The nodes directly below a node. The keys of a pattern declare nothing: { key: name }. */
const children = (node: Node): Node[] =>
  (node.type === 'ObjectPattern' ? [] : Object.values(node)).flat().filter(isNode);

/** The names that a pattern declares: x, { x }, { y: x }, [x], x = 1, ...x. */
function namesOf(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  const { type, name, argument, left, value, elements, properties, parameter } = pattern;
  if (type === 'Identifier') return [String(name)];
  if (type === 'Property') return namesOf(value);
  return [argument, left, parameter, elements, properties].flat().flatMap(namesOf);
}

/** The names that a node declares itself. */
function declaredBy(node: Node): string[] {
  const { type, id, key, params, computed } = node;
  if (type.startsWith('Import') || type.startsWith('Export')) return [];
  if (type === 'Property' || /^(?:TSPropertySignature|PropertyDefinition|Method)/.test(type)) {
    return computed ? [] : namesOf(key);
  }
  if (type === 'TSTypeParameter') return namesOf(node.name);
  return [id, params].flat().flatMap(namesOf);
}

type Source = { readonly path: string; readonly tree: Node };

function readSources(): Source[] {
  const isSource = (path: string) => /\.(tsx?|mjs)$/.test(path) && !path.endsWith('.d.ts');
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }),
  )
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = relative(ROOT, file).split(sep).join('/');
      const lang = path.endsWith('x') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js';
      const tree: unknown = parseAst(readFileSync(file, 'utf8'), { lang }, path);
      if (!isNode(tree)) throw new Error(`${path} cannot be parsed`);
      return { path, tree };
    });
}

const SOURCES = readSources();

/** The words of a name: 'isHeldBy' has is, held and by; 'TOLD_AT' has told and at. */
const wordsOfName = (name: string): string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());

test('no declared name has a banned word', () => {
  const faults = new Set<string>();
  const visit = (path: string, node: Node) => {
    for (const name of declaredBy(node)) {
      if (ALLOWED.includes(name) || (name === 'kept' && EVENTS_OF_READINGS.test(path))) continue;
      for (const word of wordsOfName(name)) {
        const instead = BANNED.get(word);
        if (instead) faults.add(`${path}: ${name}: ${instead}`);
      }
    }
    for (const child of children(node)) visit(path, child);
  };
  for (const { path, tree } of SOURCES) visit(path, tree);
  expect([...faults]).toEqual([]);
});

test('each exported name of app, bin and bench is exported by one file', () => {
  const files = new Map<string, string[]>();
  for (const { path, tree } of SOURCES.filter(({ path: each }) =>
    /^(?:app|bin|bench)\//.test(each),
  )) {
    for (const statement of children(tree)) {
      const { type, declaration } = statement;
      if (type !== 'ExportNamedDeclaration' || !isNode(declaration)) continue;
      const { declarations } = declaration;
      const variables = Array.isArray(declarations) ? declarations.filter(isNode) : [];
      for (const name of [
        ...namesOf(declaration.id),
        ...variables.flatMap(({ id }) => namesOf(id)),
      ]) {
        files.set(name, [...(files.get(name) ?? []), path]);
      }
    }
  }
  const twice = [...files]
    .filter(([name, paths]) => new Set(paths).size > 1 && !OF_NEXT.includes(name))
    .map(([name, paths]) => `${name}: ${paths.join(', ')}`);
  expect(twice).toEqual([]);
});
