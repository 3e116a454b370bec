import type { Claimant, ClaimantKind } from '#domain/claims/reading';
import { MONTHS, WEEKDAYS } from '../english/date-words';
import { isFunctionWord, PREPOSITIONS } from '../english/grammar-words';
import { isFiniteVerb, tagOf } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { Token } from '../tokens/tokens';
import type { Parties } from './party-memory';
import {
  DOCUMENTS,
  HONORIFICS,
  isOffice,
  OFFICES,
  ORGANIZATIONS,
  OUTLETS,
  PLACES,
  UNNAMED,
} from './party-words';

const PARTICLES = new Set([
  'al',
  'el',
  'de',
  'da',
  'di',
  'du',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'ibn',
  'la',
  'le',
  'dos',
  'del',
  'ter',
  'of',
]);
/** A capital of any script; those of English are recognised without a search. */
const opensUpper = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
};

/** Whether a token is a word that begins with a capital. */
export const isCapital = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  opensUpper(token.text) &&
  !WEEKDAYS.has(token.lower) &&
  !(MONTHS.has(token.lower) && token.lower !== 'may' && token.lower !== 'jan');

const joined = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.spaced &&
  (token.text === '-' || token.text === '.' || token.text === '’' || token.text === "'");

/** 'al' in 'Suleiman al-Amr', 'van' in 'Dick van Dyke'. */
function opensParticle(tokens: readonly Token[], at: number): boolean {
  if (!PARTICLES.has(tokens[at]?.lower ?? '') || tokens[at]?.lower === 'of') return false;
  const next = tokens[at + 1];
  const name = next?.text === '-' || PARTICLES.has(next?.lower ?? '') ? at + 2 : at + 1;
  return isCapital(next) || isCapital(tokens[name]);
}

/** 'Anna May' and 'George Will', and not 'in Leeds May 4'. */
const isSurname = (tokens: readonly Token[], at: number): boolean =>
  /^(?:May|Will)$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.kind !== 'number';

/** The end of the run of capitalised words that begins here; particles and hyphens run on. */
export function nameEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to) {
    const token = tokens[at];
    if (
      isCapital(token) &&
      !(
        at > from &&
        isFunctionWord(token?.lower ?? '') &&
        token?.text !== token?.text.toUpperCase() &&
        !isSurname(tokens, at)
      )
    )
      at++;
    else if (
      at > from &&
      joined(token) &&
      tokens[at]?.text === '-' &&
      tokens[at + 1]?.kind === 'word' &&
      !tokens[at + 1]?.spaced
    )
      at += 2;
    else if (
      at > from &&
      token?.text === '.' &&
      !token.spaced &&
      (tokens[at - 1]?.text.length ?? 9) <= 3 &&
      isCapital(tokens[at + 1])
    )
      at++;
    else if (at > from && opensParticle(tokens, at)) at++;
    else break;
  }
  return at;
}

/** 'Per Moe' and 'Will Stone' are people: a capital inside a sentence, and another after it. */
export const isPreposition = (tokens: readonly Token[], at: number): boolean =>
  PREPOSITIONS.has(tokens[at]?.lower ?? '') &&
  !((at > 0 || tokens[at]?.text === 'Per') && isCapital(tokens[at]) && isCapital(tokens[at + 1]));

/**
 * Reads who is meant by the words of a speaker.
 *
 * @param from  first token of the speaker's words, `to` the one after the last; a role after a
 *   comma belongs to them: 'Dmitry Peskov, Putin's spokesman'
 * @returns the party, with the full name where the text gave it before; null for no party at all
 */
export function readParty(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  parties: Parties,
): Claimant | null {
  const lead = skipLead(tokens, from, to);
  const start = isPreposition(tokens, lead)
    ? skipLead(tokens, findComma(tokens, lead, to), to)
    : lead;
  if (start >= to) return null;
  const comma = findComma(tokens, start, to);
  const name = slice(text, tokens, start, comma);
  const aside = comma < to && ['who', 'which', 'whose'].includes(tokens[comma + 1]?.lower ?? '');
  const isClause = isClauseAt(tokens, comma + 1, to);
  const role =
    comma < to && !aside && !isClause
      ? slice(text, tokens, comma + 1, trimEnd(tokens, comma + 1, to))
      : null;
  if (!name || name.length > 160) return null;
  const first = tokens[start];
  if (comma - start === 1 && first && isPronoun(first.lower) && !/^[A-Z]{2,}$/.test(first.text))
    return parties.meantBy(first.lower);
  const ownEnd = comma < to ? nameEnd(tokens, comma + 1, to) : 0;
  const isRoleFirst =
    /^[a-z]/.test(tokens[comma - 1]?.text ?? '') &&
    (ownEnd > comma + 2 || (ownEnd === comma + 2 && OWNED.has(first?.lower ?? '')));
  if (isRoleFirst && ownEnd >= trimEnd(tokens, comma + 1, to))
    return readNamed(text, tokens, comma + 1, ownEnd, name, parties);
  return readNamed(text, tokens, start, comma, role || null, parties);
}

/** 'Its owner, Norline,': a name of one word after its possessive. */
const OWNED = new Set(['its', 'his', 'her', 'their', 'the']);

const isPronoun = (lower: string): boolean =>
  ['he', 'she', 'they', 'it', 'him', 'her', 'them', 'we', 'i', 'who', 'you'].includes(lower);

/** The first token after marks and words that join: 'But officials'. */
export function skipLead(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    (tokens[at]?.kind === 'mark' ||
      ['but', 'and', 'as', 'while', 'so', 'yet', 'however', 'also'].includes(
        tokens[at]?.lower ?? '',
      ))
  )
    at++;
  return at;
}

function findComma(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++)
    if (tokens[at]?.text === ',' || tokens[at]?.text === '(') return at;
  return to;
}

function trimEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from && /^[,.()–—-]$/.test(tokens[end - 1]?.text ?? '')) end--;
  return end;
}

/** 'Ana Ruiz, as they showed twice,': what stands after the comma is no role. */
function isClauseAt(tokens: readonly Token[], from: number, to: number): boolean {
  if (
    /^(?:as|when|while|after|before|because|if|since|though|although)$/.test(
      tokens[from]?.lower ?? '',
    )
  )
    return true;
  const tags = tagsOf(tokens);
  for (let at = from; at < to; at++)
    if (isFiniteVerb(tags[at]) && !isCapital(tokens[at])) return true;
  return false;
}

/** The words as written, on one line. */
export const slice = (text: string, tokens: readonly Token[], from: number, to: number): string =>
  to > from ? text.slice(tokens[from]?.start, tokens[to - 1]?.end).replace(/\s+/g, ' ') : '';

function readNamed(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  role: string | null,
  parties: Parties,
): Claimant | null {
  const words = tokens.slice(from, to).map((token) => token.lower);
  const whole = slice(text, tokens, from, to);
  const bare = whole.replace(/^the /i, '');
  const has = (list: ReadonlySet<string>) => words.some((word) => list.has(word));
  const person = readPerson(text, tokens, from, to, role, parties);
  if (person) return person;
  const known = parties.holding(whole);
  if (known) return known;
  if (isPeople(tokens, from, to)) return party(bare, 'unnamed', role);
  if (has(OUTLETS)) return party(bare, 'outlet', role);
  if (has(ORGANIZATIONS) || isBodysRole(role)) return party(bare, 'organization', role);
  if (words.some((word) => UNNAMED.has(word))) return party(bare, 'unnamed', role);
  const of = words.indexOf('of');
  const head = tokens[(of > 0 ? from + of : to) - 1];
  if (OFFICES.has(head?.lower ?? '') && !isCapital(head)) return party(bare, 'unnamed', role);
  if (isCapital(tokens[from]) || (words[0] === 'the' && isCapital(tokens[from + 1])))
    return party(
      bare,
      to - from === 1 && words[0] && !PLACES.has(words[0]) && role ? 'person' : 'organization',
      role,
    );
  return party(bare, 'unnamed', role);
}

/** 'an agency spokesman', 'Israeli settlers', 'a clerk of the court': people by the noun that leads the phrase. */
function isPeople(tokens: readonly Token[], from: number, to: number): boolean {
  let end = from;
  while (end < to && !(isPreposition(tokens, end) && end > from)) end++;
  const head = tokens[end - 1];
  if (!head || (isCapital(head) && end - 1 > from)) return false;
  if (ORGANIZATIONS.has(head.lower) || OUTLETS.has(head.lower) || DOCUMENTS.has(head.lower))
    return false;
  return (
    (isOffice(head.lower) && !isCapital(head)) ||
    UNNAMED.has(head.lower) ||
    tagsOf(tokens)[end - 1] === PLURAL
  );
}

const PLURAL = tagOf('NNS');

/** 'Its owner, Norline': what a thing has is a body. */
const isBodysRole = (role: string | null): boolean =>
  /^(?:its|their) (?:\S+ )?(?:owner|operator|maker|parent|rival|manufacturer|builder|publisher)$/i.test(
    role ?? '',
  );

const party = (name: string, kind: ClaimantKind, role: string | null): Claimant => ({
  name,
  kind,
  role,
});

/** 'Mr Mishustin', 'Russian President Vladimir Putin', 'Kremlin spokesman Dmitry Peskov', 'Peskov'. */
function readPerson(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  role: string | null,
  parties: Parties,
): Claimant | null {
  const seat = seatOf(tokens, from, to);
  if (seat > from) return readPerson(text, tokens, from, seat, role, parties);
  const run = lastNameStart(tokens, from, to);
  const start = afterPlace(tokens, from, run, to);
  if (start >= to || nameEnd(tokens, start, to) < to) return null;
  const name = slice(text, tokens, start, to);
  const before = slice(text, tokens, from, start);
  const known = parties.named(name);
  const lead = tokens[start - 1]?.lower ?? (tokens[start - 1]?.text === '.' ? '' : '');
  const isTitled =
    start > from &&
    (start > run
      ? tokens.slice(from, start).some(({ lower }) => OFFICES.has(lower))
      : lead !== 'of' &&
        !PREPOSITIONS.has(lead) &&
        (OFFICES.has(lead) || OFFICES.has(tokens[start - 2]?.lower ?? '')));
  if (known) return role && !known.role ? { ...known, role } : known;
  if (to - start === 1 && parties.isShared(name)) return party(name, 'person', role);
  const words = tokens.slice(start, to).filter(isCapital);
  const isPlace = words.some(
    (word) => PLACES.has(word.lower) || ORGANIZATIONS.has(word.lower) || OUTLETS.has(word.lower),
  );
  if (isPlace && (words.length === 1 || !isTitled)) return null;
  if (lead === 'of') return null;
  const full = to - start === 1 ? parties.fullName(name) : null;
  if (full && start === from) return party(full, 'person', role);
  if (isTitled) {
    const title = before.toLowerCase().replace('.', '');
    const titles =
      HONORIFICS.has(title) && title !== 'president' ? role : before.replace(/^(?:the|a|an) /i, '');
    return party(full ?? name, 'person', role ?? titles);
  }
  if (words.length >= 2 && start === from) return party(name, 'person', role);
  return null;
}

/** 'ambassador to Britain Jan Vik': the place belongs to the office. */
function afterPlace(tokens: readonly Token[], from: number, start: number, to: number): number {
  const isPlace =
    start > from &&
    to - start > 2 &&
    /^(?:to|in|for|at)$/.test(tokens[start - 1]?.lower ?? '') &&
    PLACES.has(tokens[start]?.lower ?? '');
  return isPlace ? start + 1 : start;
}

/** 'Bishop Jan Vik of Lund': where the place of an office begins after the name of its holder; 0 for none. */
function seatOf(tokens: readonly Token[], from: number, to: number): number {
  if (!OFFICES.has(tokens[from]?.lower ?? '')) return 0;
  for (let at = from + 2; at < to; at++)
    if (tokens[at]?.text === 'of')
      return isCapital(tokens[at - 1]) && !OFFICES.has(tokens[at - 1]?.lower ?? '') ? at : 0;
  return 0;
}

/** The start of the name itself: after the last title or lower-case word. */
function lastNameStart(tokens: readonly Token[], from: number, to: number): number {
  let start = to;
  for (let at = to - 1; at >= from; at--) {
    const token = tokens[at];
    const runsOn =
      joined(token) ||
      (PARTICLES.has(token?.lower ?? '') && at > from && at < to - 1 && token?.lower !== 'of') ||
      (!token?.spaced && token?.kind === 'word' && tokens[at - 1]?.text === '-');
    // 'Ms Le Pen', 'Mr Van Gaal': a particle with a capital begins the name.
    if (isCapital(token) && opensParticle(tokens, at)) start = at;
    if (runsOn) continue;
    if (
      !isCapital(token) ||
      ((OFFICES.has(token?.lower ?? '') || ORGANIZATIONS.has(token?.lower ?? '')) && at < to - 1) ||
      token?.lower === 'the'
    )
      break;
    start = at;
  }
  return start;
}
