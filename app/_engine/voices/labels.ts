import type { Claimant } from '#domain/claims/reading';
import { pronounOfName } from '../parties/given-names';
import {
  HONORIFICS,
  isOffice,
  OFFICES,
  ORGANIZATIONS,
  OUTLETS,
  PLACES,
} from '../parties/party-words';

/** A label at the start of a paragraph that says who speaks: 'MS RUIZ:', 'Q:'. UTF-16 offsets. */
export type Label = {
  readonly start: number;
  /** Where the words begin that are said. */
  readonly end: number;
  /** null where it is not known who it is, and for who asks. */
  readonly claimant: Claimant | null;
  readonly isQuestion: boolean;
};

const LABEL =
  /^[ \t]*(Q|A|(?:\p{Lu}[\p{L}'’-]*\.?)(?: (?:de|van|von|al|of|the|\p{Lu}[\p{L}'’-]*\.?)){0,4})(?:,? \(?[\p{L} .-]{1,30}\))?[ \t]?(?::|(?<=^[ \t]*[QA])\.)[ \t]+(?=\S)/gmu;

const ASKS =
  /^(?:q|question|reporter|interviewer|moderator|host|journalist|correspondent|the press|press|audience|chair|speaker)$/i;
const ANSWERS = /^(?:a|answer)$/i;

/** As many labels as make a transcript: a question, an answer, and a question again. */
const FEWEST = 3;
/** Labels in capitals of people with an office or a title are enough in twos. */
const CAPITALS = /^[\p{Lu}.'’ -]{4,}$/u;

/**
 * Finds the labels of a transcript or an interview; none in an article, where 'Note:' and 'Verdict:'
 * stand before a colon as well.
 *
 * @returns them in the order of the text
 */
export function readLabels(text: string): readonly Label[] {
  const found = [...text.matchAll(LABEL)].map((match) => ({
    name: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (found.length < (found.every(({ name }) => CAPITALS.test(name)) ? 2 : FEWEST)) return [];
  const counts = new Map<string, number>();
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  const people = new Map<string, Claimant | null>();
  const isAnswered = counts.has('Q') && counts.has('A');
  for (const [name, count] of counts) {
    if (ASKS.test(name) || (ANSWERS.test(name) && isAnswered)) continue;
    const named = toPerson(text, name);
    if (named && (count > 1 || isTitled(name))) people.set(name, named);
  }
  const asks = found.filter(({ name }) => ASKS.test(name)).length;
  const isTranscript =
    isAnswered || (people.size > 0 && asks > 0) || (people.size > 1 && people.size <= found.length);
  if (!isTranscript) return [];
  const interviewee = isAnswered ? interviewed(text.slice(0, found[0]?.start ?? 0)) : null;
  return found.flatMap(({ name, start, end }) => {
    const isQuestion = ASKS.test(name);
    const isAnswer = isAnswered && ANSWERS.test(name);
    if (!isQuestion && !isAnswer && !people.has(name)) return [];
    return [
      { start, end, isQuestion, claimant: isAnswer ? interviewee : (people.get(name) ?? null) },
    ];
  });
}

const isTitled = (name: string): boolean =>
  OFFICES.has((name.split(/[ .]/)[0] ?? '').toLowerCase()) || CAPITALS.test(name);

/** How much of a text is searched for the full name of somebody. */
const NAME_REACH = 6000;

/** 'MR. SPICER' and 'Spicer' to the name that the text gives in full; null for a word that is no name in it. */
function toPerson(text: string, label: string): Claimant | null {
  // 'DEAR ABBY:' opens a letter to her.
  if (/^dear\b/i.test(label)) return null;
  const words = label.split(' ').map(titleCase);
  while (words.length > 1 && HONORIFICS.has((words[0] ?? '').toLowerCase().replace('.', '')))
    words.shift();
  const roles: string[] = [];
  while (words.length > 1 && OFFICES.has((words[0] ?? '').toLowerCase()))
    roles.push(words.shift() ?? '');
  const person = personInOffice(text.slice(0, NAME_REACH), words);
  if (person) return person;
  const isBare = words.length === 1;
  const isPlain = isBare && roles.length === 0 && label === words[0];
  const name = words.join(' ');
  if (!/^\p{Lu}/u.test(name) && roles.length > 0) return null;
  // 'New Price Drop:' and 'Google Play:' label no person.
  const isSure = isBare || roles.length > 0 || CAPITALS.test(label) || isPersonIn(text, name);
  if (!isSure) return null;
  const full = isBare ? fullName(text.slice(0, NAME_REACH), name) : null;
  if (!full && (isPlain || /^The /.test(name) || OFFICES.has(name.toLowerCase())))
    return /^The /.test(name) && OFFICES.has(words.at(-1)?.toLowerCase() ?? '')
      ? { name: name.replace(/^The/, 'the'), kind: 'unnamed', role: null }
      : null;
  return { name: full ?? name, kind: 'person', role: roles.join(' ') || null };
}

/** A first name, or a name that the text says more of than a colon does: 'Ana Ruiz, who', 'Ana Ruiz said'. */
const isPersonIn = (text: string, name: string): boolean =>
  pronounOfName(name.split(' ')[0] ?? '') !== null ||
  new RegExp(
    `(?<![\\p{L}])${name.replaceAll('.', '\\.')}(?:, (?:who|an?|the)\\b| (?:is|was|has|said|says)\\b)`,
    'u',
  ).test(text.slice(0, NAME_REACH));

/** 'THE VICE PRESIDENT' to whom the text calls 'Vice President Moe'; null for a label with a name. */
function personInOffice(text: string, words: readonly string[]): Claimant | null {
  const office = words[0] === 'The' ? words.slice(1) : words;
  if (office.length === 0 || !office.every((word) => OFFICES.has(word.toLowerCase()))) return null;
  const role = office.join(' ');
  const names = new Set<string>();
  for (const match of text.matchAll(
    new RegExp(`(\\p{Lu}\\p{Ll}+ )?\\b${role} (\\p{Lu}\\p{Ll}[\\p{L}'’-]+)`, 'gu'),
  )) {
    const isLonger = OFFICES.has((match[1] ?? '').trim().toLowerCase());
    const name = match[2] ?? '';
    if (!isLonger && !OFFICES.has(name.toLowerCase())) names.add(name);
  }
  const [name] = names;
  if (names.size !== 1 || !name) return null;
  return { name: fullName(text, name) ?? name, kind: 'person', role };
}

const titleCase = (word: string): string =>
  /^\p{Lu}[\p{Lu}'’-]+\.?$/u.test(word)
    ? word.toLowerCase().replace(/(?:^|['’-])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : word;

/** The one name of two words or three that ends in this one; null for none, or for several. */
function fullName(text: string, last: string): string | null {
  if (!/^[\p{L}'’-]+$/u.test(last)) return null;
  const found = new Set<string>();
  const pattern = new RegExp(`\\b(\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\.)?) ${last}\\b`, 'gu');
  for (const match of text.matchAll(pattern)) {
    const first = match[1] ?? '';
    const isName = !OFFICES.has(first.toLowerCase()) && !HONORIFICS.has(first.toLowerCase());
    if (isName) found.add(`${first} ${last}`);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

const NAME = String.raw`(\p{Lu}[\p{L}'’-]+(?: (?:de|van|von|al|\p{Lu}[\p{L}'’.-]+)){1,3})`;
const ROLE = String.raw`((?:[\p{L}.]+ ){0,6}?)`;
/** How the words above an interview name who is interviewed; the role is the first group, the name the second. */
const INTERVIEWS = [
  String.raw`(?:[Ii]nterview(?:ed|s)?(?: with)?|(?:spoke|speaks?|talks?|talked|chats?|chatted) (?:to|with)|(?<!\p{Lu}[\p{L}'’-]+ )(?:met|sat down with)|questions (?:to|for)|asked|conversation with|Q&A with|Q&A:|Interview:) ${ROLE}${NAME}`,
  String.raw`^(${''})${NAME}(?:,[^,\n]{3,60},?)? (?:interviewed by|(?:tells|talks to|speaks to|in conversation with) \p{Lu})`,
].map((pattern) => new RegExp(pattern, 'gmu'));

/**
 * Who is interviewed, by the words before the first question: 'We spoke to the engineer Ana Ruiz'.
 *
 * @returns null where they name nobody, or two people
 */
export function interviewed(introduction: string): Claimant | null {
  const [headline = ''] = introduction.split('\n', 1);
  return interviewedIn(headline) ?? interviewedIn(introduction.slice(-NAME_REACH));
}

function interviewedIn(words: string): Claimant | null {
  const found = new Map<string, Claimant>();
  for (const pattern of INTERVIEWS)
    for (const match of words.matchAll(pattern)) {
      const person = toInterviewed(match[1] ?? '', match[2] ?? '');
      const last = person?.name.split(' ').at(-1) ?? '';
      if (person && !found.has(last)) found.set(last, person);
    }
  const [person] = found.values();
  return found.size === 1 ? (person ?? null) : null;
}

function toInterviewed(before: string, name: string): Claimant | null {
  const role = before.trim().replace(/^(?:the|a|an) /i, '');
  const words = name.split(' ');
  while (words.length > 2 && DAYS.test(words.at(-1) ?? '')) words.pop();
  const roles = role ? [role] : [];
  while (words.length > 2 && isOffice((words[0] ?? '').toLowerCase()))
    roles.push(words.shift() ?? '');
  const isName = words.every((word) => {
    const lower = word.toLowerCase();
    const isOther = PLACES.has(lower) || ORGANIZATIONS.has(lower) || OUTLETS.has(lower);
    return !isOther && !isOffice(lower) && !DAYS.test(word);
  });
  return isName ? { name: words.join(' '), kind: 'person', role: roles.join(' ') || null } : null;
}

const DAYS = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
