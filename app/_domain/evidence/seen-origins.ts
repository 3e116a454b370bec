import { type PublisherTable, toNameKey } from './publishers';

/** A source that is already evidence on the claim. */
export type OtherSource = {
  readonly documentId: string;
  readonly publisher: string | null;
};

/** What the desk saw in the text of a copy: the words from which a source may not be independent. */
export type SeenOrigin = {
  /** Quotes it, only names it, or carries its story under its dateline. */
  readonly kind: 'quotes' | 'names' | 'dateline';
  /** The name as the text has it. */
  readonly name: string;
  /** The other source; null for a publisher that is not evidence on the claim. */
  readonly documentId: string | null;
  /** The sentence or the line with the name. */
  readonly words: string;
};

const SAYS =
  /\b(said|says|say|saying|told|tells|according to|reported|reports|announced|announces|confirmed|confirms|stated|states|statement|estimated|estimates|spokes(?:man|woman|person)|figures (?:by|from|of)|data (?:by|from|of)|cited|citing|quoted|quoting|counts?|counted|published by)\b/i;

/**
 * What a copy shows of where its words come from: names of the publishers of the other sources in its
 * text, and a news agency in its dateline. It suggests and never decides.
 *
 * @param source  the publisher of the copy itself, of which nothing is seen
 */
export function seeOrigins(
  text: string,
  {
    publisher,
    others,
    publishers,
  }: {
    readonly publisher: string | null;
    readonly others: readonly OtherSource[];
    readonly publishers: PublisherTable;
  },
): SeenOrigin[] {
  const keyOf = (name: string) => publishers.ofName(name) ?? toNameKey(name);
  const own = publisher && keyOf(publisher);
  const seen = others.flatMap(({ documentId, publisher: other }): SeenOrigin[] => {
    if (!other || keyOf(other) === own) return [];
    const found = findName(text, publishers.namesOf(other));
    return found ? [{ ...found, documentId }] : [];
  });
  const dateline = readDateline(text, publishers);
  if (!dateline || keyOf(dateline.name) === own) return seen;
  const known = others.find(
    (each) => each.publisher && keyOf(each.publisher) === keyOf(dateline.name),
  );
  return [
    ...seen.filter(({ documentId }) => documentId !== known?.documentId),
    { kind: 'dateline', ...dateline, documentId: known?.documentId ?? null },
  ];
}

/** The name where a sentence quotes it; else where it first stands. */
function findName(text: string, names: readonly string[]): Omit<SeenOrigin, 'documentId'> | null {
  let first: Omit<SeenOrigin, 'documentId'> | null = null;
  for (const name of names) {
    const bare = name.normalize('NFC').trim().replace(/^the /i, '');
    if (bare.length < 2) continue;
    // Names are written with their capitals: "Courier" is a paper, "courier" is a trade.
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      'gu',
    );
    for (const { index } of [...text.matchAll(pattern)].slice(0, MOST_LOOKED_AT)) {
      const words = sentenceAt(text, index);
      if (SAYS.test(words)) return { kind: 'quotes', name: bare, words };
      first ??= { kind: 'names', name: bare, words };
    }
  }
  return first;
}

const MOST_LOOKED_AT = 50;
const LONGEST_WORDS = 240;

/** The sentence around a place, shortened where it is long. */
function sentenceAt(text: string, at: number): string {
  const from = Math.max(0, at - LONGEST_WORDS);
  const before = text.slice(from, at);
  const start = from + Math.max(0, ...[...before.matchAll(/[.!?]["”’]?\s+|\n/g)].map(endOf));
  const after = /[.!?]["”’]?(?=\s|$)|\n/.exec(text.slice(at, at + LONGEST_WORDS));
  const end = after ? at + endOf(after) : Math.min(text.length, at + LONGEST_WORDS);
  return text.slice(start, end).trim();
}

const endOf = (match: RegExpMatchArray) => (match.index ?? 0) + match[0].length;

const BEGINNING = 1500;

/** A publisher of the table in a dateline ("SEOUL (Reuters) -") or in the line of the author. */
function readDateline(
  text: string,
  publishers: PublisherTable,
): { readonly name: string; readonly words: string } | null {
  const beginning = text.slice(0, BEGINNING);
  const patterns = [
    /^[^\n(]{0,80}\(([^()\n]{2,40})\)\s*[-–—:]/gmu,
    /^(?:by|source:?|from|—|-|©)\s+([^\n,|]{2,40})$/gimu,
    /^[^\n]{0,60},\s*([^\n,|]{2,40}?)\s+[–—]\s/gmu,
  ];
  for (const pattern of patterns) {
    for (const match of beginning.matchAll(pattern)) {
      const name = match[1]?.trim() ?? '';
      if (publishers.ofName(name) !== null) return { name, words: match[0].trim() };
    }
  }
  return null;
}
