/**
 * The layers, and what each may import: other layers, and packages by name or as a prefix ending in '*'.
 * app/architecture.test.ts fails on any other import, and Biome marks it in the editor.
 *
 * @satisfies {Record<string, readonly string[]>}
 */
export const MAY_IMPORT = {
  _process: [],
  _domain: [],
  _engine: ['_domain'],
  _apart: ['_process', '_domain', '_engine', 'node:*'],
  _capture: [
    '_process',
    '_domain',
    'node:*',
    '@mozilla/readability',
    'ipaddr.js',
    'linkedom',
    'mammoth',
    'pdfjs-dist/legacy/*',
  ],
  _data: ['_process', '_domain', 'prisma', 'node:*', '@prisma/*', 'better-sqlite3', 'uuid'],
  _work: ['_process', '_apart', '_capture', '_data', '_domain', '_engine', 'node:*'],
  _accounts: ['_process', '_data', '_domain', 'better-auth*', 'next/*', 'node:*', 'react', 'uuid'],
  _forms: ['_process', '_domain', 'next/navigation', 'zod'],
  _http: ['_process', '_domain'],
  _ui: ['_process', '_domain', '_forms', 'react', 'react-dom', 'next', 'next/*'],
  _review: [
    '_accounts',
    '_data',
    '_domain',
    '_forms',
    '_http',
    '_ui',
    'next',
    'next/cache',
    'next/navigation',
    'react',
    'zod',
  ],
  // Links to pages are #ui/link's: next/link would ask for pages that nobody followed.
  route: [
    '_process',
    '_accounts',
    '_apart',
    '_capture',
    '_data',
    '_domain',
    '_engine',
    '_forms',
    '_http',
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
    '_process',
    '_accounts',
    '_capture',
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
    '_process',
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
};

/** The folder of each alias in package.json. */
export const ALIASES = {
  '#accounts': 'app/_accounts',
  '#apart': 'app/_apart',
  '#capture': 'app/_capture',
  '#data': 'app/_data',
  '#domain': 'app/_domain',
  '#engine': 'app/_engine',
  '#forms': 'app/_forms',
  '#http': 'app/_http',
  '#prisma': 'prisma',
  '#process': 'app/_process',
  '#review': 'app/_review',
  '#seeds': 'seeds',
  '#ui': 'app/_ui',
  '#work': 'app/_work',
};

/**
 * A room is a folder of a layer. `face` is the file to open first, `holds` says what stands in the room.
 *
 * @typedef {{ name: string, face: string, holds: string }} Room
 */

/** @type {(name: string, face: string, holds: string) => Room} */
const room = (name, face, holds) => ({ name, face, holds });

/**
 * The rooms of the three large layers, floor by floor, the lowest floor first. A file imports files of
 * its own room and of rooms on lower floors; `.` is the layer's own folder. app/architecture.test.ts
 * fails on any other import, on a folder that is missing here, and on a room that is too full.
 *
 * @type {Readonly<Record<'_domain' | '_engine' | '_data', readonly (readonly Room[])[]>>}
 */
export const HOUSE = {
  _domain: [
    [room('.', 'result', 'what any rule may use: results, days, texts, canonical JSON')],
    [
      room('numbers', 'decimal', 'exact numbers, and numbers as people write them'),
      room(
        'evidence',
        'stance',
        'what a source says about a claim, and which sources are independent',
      ),
    ],
    [
      room('units', 'unit', 'units, prefixes and currencies'),
      room('texts', 'annotation', 'places in a text, letters and words, and how two texts differ'),
      room('people', 'permission', 'roles, permissions, names and changes of accounts'),
    ],
    [
      room('figures', 'figure', 'a figure: its value, its unit and what its words allow'),
      room('search', 'search', 'what a search looks for, and the words around a hit'),
      room('quotes', 'find-quote', 'whether a quote is in a text, and how it differs from it'),
      room('sign-in', 'password-problem', 'passwords, second factors, sessions and their limits'),
    ],
    [
      room('claims', 'claim', 'a claim: its status, kind, plan, and what a new reading changes'),
      room('documents', 'document', 'articles and sources, their copies, addresses and titles'),
    ],
    [
      room(
        'comparison',
        'compare',
        'two figures compared, and the sentence that explains the result',
      ),
    ],
    [room('derived', 'derive', 'a figure worked out from others, exactly, with its working')],
    [room('review', 'steps', 'steps, gates, verdicts, ratings, comments and notifications')],
    [
      room('record', 'events', 'every kind of event, and events as people read them'),
      room('reports', 'csv', 'the columns of the CSV files and the numbers of the desk'),
    ],
  ],
  _engine: [
    [room('tokens', 'tokens', 'words, numbers and marks of a text, with their places')],
    [room('tags', 'tagger', 'the part of speech of each word of a sentence')],
    [
      room('english', 'grammar-words', 'the lexicon: verbs, nouns, hedges, dates, labels'),
      room('units', 'read-unit', 'the unit or the currency that stands at a place'),
    ],
    [
      room('numbers', 'read-number', 'the number that begins at a token, in digits or in words'),
      room('parties', 'read-party', 'people and bodies, and who was named before'),
      room('sentences', 'segment', 'a text cut into blocks and sentences; its language'),
      room('worth', 'check-worthiness', 'how much a sentence is worth checking'),
    ],
    [room('labels', 'not-figures', 'numbers that name or point and count nothing')],
    [room('phrases', 'phrases', 'noun phrases, and the verb and subject of a figure')],
    [room('measures', 'read-measure', 'what a figure counts or measures')],
    [
      room('dates', 'read-dates', 'dates, from “4 May 2026” to “last Friday”'),
      room('figures', 'read-figures', 'numbers with their units, hedges and ranges'),
      room(
        'discourse',
        'discourse',
        'who and what a text tells of, and what its pronouns stand for',
      ),
    ],
    [
      room('clauses', 'split-clauses', 'a sentence cut into clauses and statements'),
      room(
        'tables',
        'find-tables',
        'the rows of pasted tables, read by the heads of their columns',
      ),
    ],
    [
      room('speech', 'read-speech', 'who says a statement, and on which day'),
      room('voices', 'text-speakers', 'who speaks a whole text, or a part of a transcript'),
    ],
    [room('claims', 'read-claims', 'the claims of a sentence')],
    [room('chronology', 'story-time', 'when a claim was said, and when what it tells of happened')],
    [room('.', 'extract', 'text in; sentences, figures, dates and claims out')],
  ],
  _data: [
    [
      room(
        'chain',
        'chain',
        'how events are chained by hashes, and the anchor beside the database',
      ),
    ],
    [room('database', 'db', 'the connections, the one queue of writes, the disk')],
    [
      room('record', 'record-events', 'events are added and listed; broken anchors; backups'),
      room('notices', 'notifications', 'notifications, and reminders of what is overdue'),
    ],
    [
      room('sign-in', 'sessions', 'sessions, sign-ins that were refused, second factors'),
      room('claims', 'claims', 'claims, their figures, claimants and lists'),
    ],
    [
      room('people', 'people', 'accounts, invitations and roles'),
      room('readings', 'readings', 'an article is read, and read again'),
    ],
    [room('documents', 'documents', 'articles and sources, their copies, files and links')],
    [
      room('search', 'search-desk', 'one search over everything that the desk has in words'),
      room('captures', 'captures', 'copies of addresses: the queue, the schedule, takedowns'),
      room('evidence', 'evidence', 'evidence, its figures, comparisons and origins'),
    ],
    [
      room('review', 'take-step', 'the one door of the review; gates, verdicts, comments'),
      room('reports', 'claim-report', 'what the CSV files and the desk page list'),
    ],
    [room('replay', 'apply-event', 'what the rows should be, by what the events say')],
    [room('verification', 'verify', 'chain, rows, files and pages compared with the record')],
    [room('testing', 'test-desk', 'desks for tests')],
  ],
};

/** The most sources in one room; tests do not count. */
export const LARGEST_ROOM = 13;

/**
 * The room of a file in one of the three layers, and its floor; null for files of other layers.
 *
 * @param {string} path  such as 'app/_domain/claims/claim.ts', with or without its ending
 * @returns {{ layer: string, name: string, floor: number } | null}  floor -1: not in the table
 */
export function roomOf(path) {
  const [top, layer = '', ...rest] = path.split('/');
  if (top !== 'app' || !Object.hasOwn(HOUSE, layer)) return null;
  const name = rest.length > 1 ? rest.slice(0, -1).join('/') : '.';
  const floors = HOUSE[/** @type {keyof typeof HOUSE} */ (layer)];
  const floor = floors.findIndex((rooms) => rooms.some((each) => each.name === name));
  return { layer, name, floor };
}
