import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// What the documents say of the code, held against the code.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const markdownIn = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => (folder === '.' ? name : `${folder}/${name}`));

const DECISIONS = 'docs/decisions';
const DOCUMENTS = [...markdownIn('.'), ...markdownIn('docs'), ...markdownIn(DECISIONS)];
/** These tell of the program as it was on their day, and are never rewritten. */
const isOfItsDay = (path: string) => path === 'CHANGELOG.md' || /\/\d{4}-/.test(path);

test('every link and every path that a document names leads to a file', () => {
  const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g;
  const PATH = /(?<![\w./-])(?:\.github|app|bench|bin|docs|e2e|prisma|seeds)\/[\w./()[\]-]*[\w\]]/g;
  const lost = DOCUMENTS.flatMap((document) => {
    const text = read(document);
    const links = [...text.matchAll(LINK)].map(([, to = '']) => join(dirname(document), to));
    const paths = isOfItsDay(document) ? [] : [...text.replace(LINK, '').matchAll(PATH)].flat();
    return [...links, ...paths]
      .filter((path) => !existsSync(join(ROOT, path)))
      .map((path) => `${document} names ${path}`);
  });
  expect(lost).toEqual([]);
});

describe('a decision', () => {
  const decisions = markdownIn(DECISIONS)
    .filter(isOfItsDay)
    .map((path) => {
      const [, title = '', status = ''] = /^# (.+)\n\nStatus: (.+)\n/.exec(read(path)) ?? [];
      return { path, number: Number(/\/(\d{4})-/.exec(path)?.[1]), title, status };
    })
    .filter(({ number }) => number > 0);
  const numbers = decisions.map(({ number }) => number);

  test('has a number, a title, and a status that names decisions that exist', () => {
    const STATUS = /^(accepted|superseded by \d+|accepted; changed in part by \d+( and \d+)*)$/;
    const faulty = decisions.filter(({ number, title, status }) => {
      const later = [...status.matchAll(/\d+/g)].map(([each]) => Number(each));
      const isWhole = title.startsWith(`${number}. `) && STATUS.test(status);
      return !isWhole || later.some((each) => !numbers.includes(each));
    });
    expect(faulty).toEqual([]);
    expect(decisions.length).toBeGreaterThan(90);
  });

  test('stands once in the index, with its title and its status', () => {
    const index = read(`${DECISIONS}/README.md`);
    const entries = index.split('\n').filter((line) => /^- \[\d+\]/.test(line));
    const expected = decisions.map(({ path, number, title, status }) => {
      const name = path.slice(DECISIONS.length + 1);
      const note = status === 'accepted' ? '' : ` (${status})`;
      return `- [${number}](${name}) ${title.replace(/^\d+\. /, '')}${note}`;
    });
    expect(entries.sort()).toEqual(expected.sort());
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
