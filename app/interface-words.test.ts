import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

// Which words users do not meet, and why, is the last table of docs/words.md. This test reads it.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Files whose strings reach a page, a message or a terminal. */
const SPEAKING = [
  /^app\/.*\.tsx$/,
  /^app\/.*\/(?:actions|schema|stale|explain)\.ts$/,
  /^app\/_(?:forms|review|accounts)\/[\w-]+\.ts$/,
  /^app\/_data\/(?:verification|record|chain)\/[\w-]+\.m?[jt]s$/,
  /^app\/_domain\/.*\.ts$/,
  /^app\/_engine\/worth\/reasons\.ts$/,
  /^bin\/[\w-]+\.(?:ts|mjs)$/,
];

/** Files with other strings: lists of words that are read, and commands for contributors. */
const SILENT = [
  /\.test\.ts$/,
  /^app\/_domain\/(?:texts|units|numbers|quotes\/words|figures\/measure|sign-in\/common-passwords)/,
  // The headers of the CSV files are a contract, and the definitions of ratings are stored.
  /^app\/_domain\/(?:reports\/\w+-columns|review\/rating)\.ts$/,
  /^bin\/(?:test|checks|proxies|browser|release|pack|scans|scan-guard|property-tests|depth|bodies)/,
];

/** Documents for users; those for contributors use the words of the code. */
const DOCUMENTS = ['docs/guide.md'];

type Spoken = { readonly file: string; readonly line: number; readonly text: string };
type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

/** Attributes that hold names for the program, not words for the reader. */
const NAMES = /^(?:className|id|name|href|key|htmlFor|value|type|role|data-.*|aria-labelledby)$/;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Texts of JSX, and strings and templates of more than one word. */
function* textsIn(node: Node): Generator<{ start: number; text: string }> {
  if (node.type === 'ImportDeclaration' || /^TS(?:Type|Literal|Union)/.test(node.type)) return;
  if (node.type === 'JSXAttribute' && isNode(node.name) && NAMES.test(String(node.name.name))) {
    return;
  }
  if (node.type === 'JSXText') yield { start: node.start, text: String(node.value) };
  if (node.type === 'Literal' && typeof node.value === 'string' && node.value.includes(' ')) {
    yield { start: node.start, text: node.value };
  }
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis)) {
    const text = node.quasis.map(({ value }) => value.cooked).join('…');
    if (text.includes(' ')) yield { start: node.start, text };
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* textsIn(child);
    }
  }
}

function spokenIn(file: string): Spoken[] {
  const source = read(file);
  const lang = file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'ts' : 'js';
  return [...textsIn(parseAst(source, { lang }) as unknown as Node)]
    .filter(({ text }) => !/\b(?:SELECT|INSERT|UPDATE|CREATE|IN \()/.test(text))
    .map(({ start, text }) => ({ file, line: lineAt(source, start), text }));
}

function spokenInDocument(file: string): Spoken[] {
  const prose = read(file)
    .replace(/```.*?```/gs, (code) => code.replace(/[^\n]/g, ' '))
    .replace(/`[^`]*`|\]\([^)]*\)/g, ' ');
  return prose.split('\n').map((text, at) => ({ file, line: at + 1, text }));
}

const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length;

const files = ['app', 'bin']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      `${folder}/${file}`.split(sep).join('/'),
    ),
  )
  .filter((file) => SPEAKING.some((each) => each.test(file)))
  .filter((file) => !SILENT.some((each) => each.test(file)));
const spoken = [...files.flatMap(spokenIn), ...DOCUMENTS.flatMap(spokenInDocument)];

/** The rows of the last table of docs/words.md: the phrases that are refused, and the word instead. */
const REFUSED =
  read('docs/words.md')
    .split('## Words that users do not meet')[1]
    ?.split('\n')
    .filter((row) => row.startsWith('| ') && !row.startsWith('| not '))
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map(([, not = '', but = '', reason = '']) => ({ not, but, reason })) ?? [];

describe('users meet plain words', () => {
  test('the list has a word instead and a reason for each refused word', () => {
    expect(REFUSED.length).toBeGreaterThan(20);
    expect(REFUSED.filter(({ but, reason }) => !but || !reason)).toEqual([]);
  });

  test.each(REFUSED)('not “$not”, but “$but”', ({ not }) => {
    const phrase = new RegExp(`\\b(?:${not.split(', ').join('|')})\\b`, 'i');
    const found = spoken.filter(({ text }) => phrase.test(text.replace(/\s+/g, ' ')));
    expect(found.map(({ file, line, text }) => `${file}:${line} ${text.trim()}`)).toEqual([]);
  });
});
