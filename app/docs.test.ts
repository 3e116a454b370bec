import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CLAIM_COLUMNS } from '#domain/reports/claim-columns';
import { COMPARISON_COLUMNS } from '#domain/reports/comparison-columns';
import { EVIDENCE_COLUMNS } from '#domain/reports/evidence-columns';
import { toDiagram } from '#domain/review/steps';
import { CONTENT } from '../bin/release.mjs';
import { HOUSE, MAY_IMPORT } from './house.mjs';

// The statements of the documents on the code, compared with the code.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const markdownIn = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => (folder === '.' ? name : `${folder}/${name}`));

const DECISIONS = 'docs/decisions';
const DOCUMENTS = ['.', 'docs', DECISIONS, 'bench', '.github'].flatMap(markdownIn);
/** These describe the program as it was on their day, and are never rewritten. */
const isOfItsDay = (path: string) => path === 'CHANGELOG.md' || /\/\d{4}-/.test(path);

const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g;

test('a reader of a release finds every page that its documents link to', () => {
  const packed = CONTENT.filter((path) => path.endsWith('.md')).concat(markdownIn('docs'));
  const isPacked = (path: string) =>
    CONTENT.some((each) => path === each || path.startsWith(`${each}/`));
  const lost = packed.flatMap((document) =>
    [...read(document).matchAll(LINK)]
      .map(([, to = '']) => join(dirname(document), to))
      .filter((path) => !isPacked(path))
      .map((path) => `${document} links to ${path}`),
  );
  expect(lost).toEqual([]);
});

test('every link and every path that a document names leads to a file', () => {
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

test('the README is a page of at most 700 words', () => {
  expect(read('README.md').split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(700);
});

describe('the documents name', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const all = ['README.md', 'CONTRIBUTING.md', 'docs/operating.md', 'docs/engine.md'].map(read);
  test.each(Object.keys(scripts))('the script %s', (script) => {
    expect(all.join('\n')).toMatch(new RegExp(`npm (run (-s )?)?${script}\\b`));
  });
  test.each([
    'PORT',
    'HOST',
    'DATABASE_URL',
    'DATA_DIR',
    'ANCHOR_FILE',
    'BETTER_AUTH_SECRET',
    'PUBLIC_URL',
    'CLIENT_HEADER',
    'SESSION_IDLE_HOURS',
    'SESSION_DAYS',
    'LOG_LEVEL',
    'METRICS_TOKEN',
    'DISK_MINIMUM',
    'TIME_ZONE',
    'CAPTURE_ALLOWED_HOSTS',
    'CAPTURE_CONTACT',
    'BACKUP_TO',
    'BACKUP_EVERY',
    'BACKUP_KEEP',
  ])('the setting %s', (setting) => {
    expect(read('docs/operating.md')).toContain(`| \`${setting}\` |`);
  });
  test('the review, drawn from its steps', () => {
    expect(read('docs/guide.md')).toContain(`\`\`\`mermaid\n${toDiagram()}\n\`\`\``);
  });
  test.each([
    { report: 'claims.csv', columns: CLAIM_COLUMNS },
    { report: 'evidence.csv', columns: EVIDENCE_COLUMNS },
    { report: 'comparisons.csv', columns: COMPARISON_COLUMNS },
  ])('every column of $report, in order', ({ report, columns }) => {
    const [, section = ''] = read('docs/reports.md').split(`\n## ${report}\n`);
    const [table = ''] = section.split('\n## ');
    const named = [...table.matchAll(/^\| (.+?) \|/gm)].map(([, name]) => name);
    expect(named).toEqual(['column', ...columns.map(({ name }) => name)]);
  });
});

describe('the picture of the architecture', () => {
  const path = 'docs/architecture.md';
  const layers: Readonly<Record<string, readonly string[]>> = MAY_IMPORT;

  test.each([
    { part: 'layers', table: 'who may import whom', drawn: toPicture(layers) },
    { part: 'rooms', table: 'the rooms of the house', drawn: toRooms() },
  ])('is drawn from the table of $table', ({ part, drawn }) => {
    const marked = new RegExp(`(<!-- ${part} -->\\n)([\\s\\S]*?)(<!-- /${part} -->)`);
    const text = read(path);
    if (process.env.WRITE_DOCS) {
      const anew = text.replace(marked, (_, open, _old, close) => open + drawn + close);
      return writeFileSync(join(ROOT, path), anew);
    }
    const hint = 'To write it anew: WRITE_DOCS=1 npx vitest run app/docs.test.ts';
    expect(marked.exec(text)?.[2], hint).toBe(drawn);
  });

  test('comes with a line on each layer', () => {
    const rows = [...read(path).matchAll(/^\| `(?:app\/)?([\w-]+)` \| (?!`)/gm)].map(
      ([, name]) => name,
    );
    const named = Object.keys(layers).filter((layer) => layer !== 'route' && layer !== 'root');
    expect(named.filter((layer) => !rows.includes(layer))).toEqual([]);
  });
});

/** A graph without the arrows that follow from others, and the whole of it as a table. */
function toPicture(layers: Readonly<Record<string, readonly string[]>>): string {
  const names = Object.keys(layers);
  const below = (layer: string) =>
    names.filter((each) => each !== layer && layers[layer]?.includes(each));
  const reaches = (from: string, to: string): boolean =>
    below(from).some((each) => each === to || reaches(each, to));
  const title = (layer: string) => (layer === 'route' ? 'pages' : layer);
  const direct = (layer: string) =>
    below(layer).filter((to) => !below(layer).some((over) => over !== to && reaches(over, to)));
  const arrows = names.flatMap((from) =>
    direct(from).map((to) => `  ${title(from)} --> ${title(to)}`),
  );
  const rows = names.map((layer) => {
    const list = below(layer).map((each) => `\`${title(each)}\``);
    return `| \`${title(layer)}\` | ${list.join(', ') || 'no other layer'} |`;
  });
  const table = ['| layer | may import |', '|---|---|', ...rows];
  return ['```mermaid', 'flowchart TD', ...arrows, '```', '', ...table, ''].join('\n');
}

/** The rooms of each layer, the lowest floor first. */
function toRooms(): string {
  return Object.entries(HOUSE)
    .map(([layer, floors]) => {
      const rows = floors.flatMap((rooms, floor) =>
        rooms.map(({ name, face, holds }) => {
          const folder = name === '.' ? `app/${layer}` : `app/${layer}/${name}`;
          return `| ${floor + 1} | ${holds} | \`${folder}/${face}.ts\` |`;
        }),
      );
      const head = [`### \`${layer}\``, '', '| floor | contents | open first |', '|---|---|---|'];
      return [...head, ...rows, ''].join('\n');
    })
    .join('\n');
}
