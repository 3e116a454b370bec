import type { Claimant } from '#domain/claims/reading';
import { AUXILIARIES, isFunctionWord } from '../english/grammar-words';
import { findFinite, isParticipleForm } from '../english/verbs';
import { isAdverb, isProperNoun } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { Token } from '../tokens/tokens';
import { pronounOfName } from './given-names';
import type { Parties } from './party-memory';
import {
  HONORIFICS,
  isOffice,
  NAMED_THINGS,
  OFFICES,
  ORGANIZATIONS,
  OUTLETS,
  PLACES,
} from './party-words';
import { isCapital, nameEnd, readParty, slice } from './read-party';

/** Somebody or something named with what it is; `from` and `to` are the tokens of both. */
export type Introduced = {
  readonly party: Claimant;
  readonly from: number;
  readonly to: number;
};

/**
 * Finds people who are named with a role ('Mikhail Mishustin, the Russian prime minister,').
 *
 * @param isHeading  headlines name people by their surname before anybody has introduced them
 * @returns each with the tokens of name and role
 */
export function findIntroduced(
  text: string,
  tokens: readonly Token[],
  parties: Parties,
  isHeading: boolean,
): Introduced[] {
  const found: Introduced[] = [];
  let at = 0;
  while (at < tokens.length) {
    const isNamed = at > 0 && GIVEN_TOO.has(tokens[at]?.text ?? '') && isCapital(tokens[at + 1]);
    const isSmallWord =
      (isFunctionWord(tokens[at]?.lower ?? '') && tokens[at]?.text !== 'US') ||
      (at === 0 && isAdverb(tagsOf(tokens)[0]));
    if (!isCapital(tokens[at]) || (isSmallWord && !isNamed)) {
      at++;
      continue;
    }
    const end = nameEnd(tokens, at, Math.min(tokens.length, at + 12));
    const full = fullNameIn(text, tokens, at, end);
    if (full) parties.note(full);
    else if (end === at + 1 && !isHeading && !isTitle(tokens, at - 1))
      parties.noteAlone(tokens[at]?.text ?? '');
    const roleEnd = tokens[end]?.text === ',' ? roleAt(tokens, end + 1) : 0;
    const isTitled =
      isOffice(tokens[at]?.lower ?? '') ||
      isOffice(tokens[at - 1]?.lower ?? '') ||
      tokens.slice(at, end - 1).some(({ lower }) => OFFICES.has(lower));
    const thing =
      roleEnd > 0 && isThing(tokens, end + 1, roleEnd) && findFinite(tokens, end + 1, roleEnd) < 0;
    if (thing) {
      const role = slice(text, tokens, end + 1, roleEnd);
      const name = slice(text, tokens, at, end);
      found.push({ party: { name, kind: 'unnamed', role }, from: at, to: roleEnd });
      at = roleEnd;
      continue;
    }
    const roleStart = roleEnd > 0 ? -1 : roleBefore(tokens, at);
    const isKnown = roleEnd > 0 || isTitled || roleStart >= 0 || isAged(tokens, end);
    const name = isKnown ? readParty(text, tokens, at, end, parties) : null;
    if (name?.kind === 'person') {
      const role = roleEnd
        ? slice(text, tokens, end + 1, roleEnd)
        : roleStart >= 0
          ? slice(text, tokens, roleStart, at - 1).replace(/^The /, 'the ')
          : name.role;
      const party = role && !name.role ? { ...name, role } : name;
      parties.remember(party, false);
      if (roleEnd) found.push({ party, from: at, to: roleEnd });
      else if (roleStart >= 0) found.push({ party, from: roleStart, to: end });
    }
    at = Math.max(end, at + 1);
  }
  return found;
}

/** 'Mr Holm' and 'Mayor Holm' do not stand alone. */
const isTitle = (tokens: readonly Token[], at: number): boolean => {
  const { lower = '' } = tokens[tokens[at]?.text === '.' ? at - 1 : at] ?? {};
  return isOffice(lower) || HONORIFICS.has(lower);
};

/** Given names that are function words as well. */
const GIVEN_TOO = new Set(['Per', 'Will', 'May', 'Till']);

const INITIALS = /^\p{Lu}{3,}$/u;

/** The name in a run of capitals that may begin with an office: 'Minister Olof Berg'; null for a place or a body. */
export function fullNameIn(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): string | null {
  // 'Celebrities Ana Ruiz and …', 'Then Ruiz': a capital that only opens the sentence.
  const isOpening =
    from === 0 &&
    !isProperNoun(tagsOf(tokens)[0]) &&
    pronounOfName(tokens[0]?.lower ?? '') === null;
  let start = isOpening ? 1 : from;
  for (let at = from; at < to; at++) {
    const { lower = '' } = tokens[at] ?? {};
    // 'Treasurer Ana Ruiz', and not 'Peter Moe' nor 'Ana Miller'.
    const isMiddle =
      at === to - 2 && at > start && pronounOfName(tokens[start]?.lower ?? '') === null;
    const isOther = (at + 2 < to || isMiddle) && isOffice(lower) && pronounOfName(lower) === null;
    if (OFFICES.has(lower) || HONORIFICS.has(lower) || isOther) start = at + 1;
  }
  if (tokens[start]?.text === '.') start++;
  const words = tokens.slice(start, to).filter(({ kind }) => kind === 'word');
  const isName =
    words.length >= 2 &&
    words.length <= 4 &&
    words.every(
      ({ lower, text: word }) =>
        !PLACES.has(lower) &&
        !ORGANIZATIONS.has(lower) &&
        !OUTLETS.has(lower) &&
        !INITIALS.test(word) &&
        !/^(?:based|born|led|style)$/.test(lower),
    );
  return isName ? slice(text, tokens, start, to) : null;
}

/** 'The captain, Lars Moen, 61,': where a role begins that stands before its name; -1 when none does. */
function roleBefore(tokens: readonly Token[], at: number): number {
  if (tokens[at - 1]?.text !== ',' || !isOffice(tokens[at - 2]?.lower ?? '')) return -1;
  if (tokens[nameEnd(tokens, at, Math.min(tokens.length, at + 6))]?.text !== ',') return -1;
  let from = at - 2;
  while (from > at - 6 && tokens[from - 1]?.kind === 'word' && tokens[from]?.lower !== 'the')
    from--;
  return tokens[from]?.lower === 'the' ? from : -1;
}

/** 'Martin Kell, 47,': an age makes a name a person's. */
const isAged = (tokens: readonly Token[], end: number): boolean =>
  tokens[end]?.text === ',' &&
  /^[1-9]\d$/.test(tokens[end + 1]?.text ?? '') &&
  /^[,.]$/.test(tokens[end + 2]?.text ?? '');

/** The same for a word in a sentence: 'Miller' and 'Newman' are names that end like offices. */
export const isOfficeWord = (token: Token): boolean =>
  isCapital(token) ? OFFICES.has(token.lower) : isOffice(token.lower);

/** 'a destroyer of 4,500 tonnes': what a thing is, and no office. */
const isThing = (tokens: readonly Token[], from: number, to: number): boolean =>
  headOf(tokens, from, to).some(({ lower }) => NAMED_THINGS.has(lower));

/** What something is stands before its first preposition: 'a woman to captain a ship' is no ship. */
function headOf(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  let end = from;
  while (end < to && !/^(?:of|to|in|for|from|on|at|with|who|that)$/.test(tokens[end]?.lower ?? ''))
    end++;
  return tokens.slice(from, end);
}

const isOfficeIn = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ lower }) => isOffice(lower) && !NAMED_THINGS.has(lower));

/** The end of a role after the comma of a name; 0 when what follows is none. */
function roleAt(tokens: readonly Token[], from: number): number {
  let at = from;
  let hasOffice = isThing(tokens, from, Math.min(tokens.length, from + 3));
  while (at < tokens.length && at < from + 16) {
    const token = tokens[at];
    if (!token || (token.kind === 'mark' && !/^[-&'’]$/.test(token.text))) break;
    if (isOfficeWord(token)) hasOffice = true;
    at++;
  }
  const opens = tokens[from]?.lower ?? '';
  if (
    !hasOffice ||
    at === from ||
    ['and', 'but', 'who', 'which', 'with', 'said', 'says'].includes(opens) ||
    AUXILIARIES.has(opens) ||
    (isParticipleForm(opens) && !isOffice(opens)) ||
    (!isOfficeIn(tokens, from, at) && findFinite(tokens, from, at) >= 0)
  )
    return 0;
  return at;
}
