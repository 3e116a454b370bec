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
      room('quotes', 'find-quote', 'whether a quote is in a text, and how it differs from it'),
      room('sign-in', 'password', 'passwords, second factors, sessions and their limits'),
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
    [room('review', 'steps', 'steps, gates, verdicts, ratings, comments and notifications')],
    [
      room('record', 'events', 'every kind of event, and events as people read them'),
      room('reports', 'csv', 'the columns of the CSV files and the numbers of the desk'),
    ],
  ],
  _engine: [
    [room('tokens', 'tokens', 'words, numbers and marks of a text, with their places')],
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
    [
      room('dates', 'read-dates', 'dates, from “4 May 2026” to “last Friday”'),
      room('figures', 'read-figures', 'numbers with their units, hedges and ranges'),
    ],
    [room('clauses', 'split-clauses', 'a sentence cut into clauses and statements')],
    [room('speech', 'read-speech', 'who says a statement, and on which day')],
    [room('claims', 'read-claims', 'the claims of a sentence')],
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
