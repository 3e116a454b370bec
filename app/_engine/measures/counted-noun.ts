import { cut } from '#domain/text';
import { isFunctionWord } from '../english/grammar-words';
import { isPluralNoun, mayModifyNoun, toSingular } from '../english/nouns';
import { toBaseAdjective } from '../english/superlatives';
import { THIRD_PERSON } from '../english/verbs';
import { COMPARATIVES } from '../numbers/in-words';
import {
  isAdjectiveAt,
  isAdverbAt,
  isNominalAt,
  isNounAt,
  isNumberAt,
  isProperNounAt,
} from '../phrases/word-class';
import type { Token } from '../tokens/tokens';
import { readPeriod, readUnit } from '../units/read-unit';

/** What a number counts: a noun with the words that narrow it. */
export type Counted = {
  /** The noun alone, singular: 'troop'. */
  readonly head: string;
  /** With what narrows it: 'North Korean troop'. */
  readonly name: string;
  /** As written: 'North Korean troops'. */
  readonly phrase: string;
  readonly from: number;
  readonly to: number;
  /** 'tests per day': the period it is counted in. */
  readonly per: { readonly code: string; readonly name: string } | null;
};

const MAX_PHRASE_TOKENS = 9;
const PARTITIVES = new Set([
  'the',
  'its',
  'his',
  'her',
  'their',
  'our',
  'my',
  'your',
  'these',
  'those',
  'all',
]);
/** What befalls people alone, so that '12 injured' are people. */
export const PEOPLE_IN_A_STATE = new Set(
  'killed injured wounded dead missing hurt displaced homeless arrested detained hospitalised hospitalized evacuated infected unemployed hospitalizations casualties'.split(
    ' ',
  ),
);

/**
 * The noun phrase that begins at this token, after a number.
 *
 * @param isSingular  whether the number is one, so that no plural is to be expected
 */
export function readCounted(
  text: string,
  tokens: readonly Token[],
  at: number,
  isSingular: boolean,
): Counted | null {
  const hyphened =
    isHyphen(tokens[at]) && tokens[at + 1]?.kind === 'word' && !tokens[at + 1]?.spaced;
  const isHedge = hyphened && /^(?:strong|plus|odd)$/.test(tokens[at + 1]?.lower ?? '');
  if (isHedge) return nounPhrase(text, tokens, at + 2, true);
  if (hyphened) return attributive(text, tokens, at + 1);
  let start = at;
  if (tokens[at]?.lower === 'of') {
    start = at + 1;
    while (PARTITIVES.has(tokens[start]?.lower ?? '')) start++;
    // 'seven of the 312 passengers', '32 of 36 drones': passengers and drones.
    if (isNumberAt(tokens, start) && !readUnit(tokens, start + 1)) start = passSize(tokens, start);
    return nounPhrase(text, tokens, start, false, true);
  }
  if (tokens[start]?.lower === 'more' || tokens[start]?.lower === 'such') start++;
  return nounPhrase(text, tokens, start, isSingular);
}

/** Over 'four' of 'one of four concepts', but not over 'three' of 'five of the three-ton satellites'. */
const passSize = (tokens: readonly Token[], at: number): number =>
  isHyphen(tokens[at + 1]) ? at : at + 1;

const isHyphen = (token: Token | undefined): boolean =>
  token !== undefined && !token.spaced && (token.text === '-' || token.text === '‑');

/** 'military-age men', 'F-35 jets', 'covid-19 cases'. */
const joinsName = (next: Token | undefined): boolean =>
  (next?.kind === 'word' || next?.kind === 'number') && !next.spaced;

/** A noun or a word that narrows one, as far as it can be a part of what is counted. */
function isNounLike(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.lower === 'plus') return false;
  if (token.lower === 'n') return true;
  // 'the two best second-place finishers'
  if (RANKS.test(token.lower) && isHyphen(tokens[at + 1]) && joinsName(tokens[at + 2])) return true;
  if (COMPARATIVES.has(token.lower)) return isNounAt(tokens, at + 1);
  // 'of 2.1 last year', 'at one point last year': a time, not a thing.
  if (NO_THING.has(token.lower)) return false;
  return (
    !isFunctionWord(token.lower) &&
    !/^['’]/.test(token.text) &&
    (isNominalAt(tokens, at) || isNarrowingAdverb(tokens, at) || isPluralAfterNumber(tokens, at))
  );
}

/** Times and places that the tagger may take for nouns: 'against 45,000 today', 'one actor onstage'. */
const NO_THING: ReadonlySet<string> = new Set(
  `last next past today yesterday tomorrow tonight onstage online offline overseas abroad aboard apiece ashore
   nationwide worldwide elsewhere upstairs downstairs downtown`.split(/\s+/),
);

/** 'three thousand tests per day': after a number a word in -s is no verb. */
const isPluralAfterNumber = (tokens: readonly Token[], at: number): boolean =>
  isPluralNoun(tokens[at]?.text ?? '') && isNumberAt(tokens, at - 1) && !isPreposition(tokens[at]);

const isPreposition = (token: Token | undefined): boolean => isFunctionWord(token?.lower ?? '');

/** 'poorly equipped hospitals', 'most expensive restaurants'. */
const isNarrowingAdverb = (tokens: readonly Token[], at: number): boolean =>
  isAdverbAt(tokens, at) &&
  (/ly$/.test(tokens[at]?.lower ?? '') || /^(?:most|least|very)$/.test(tokens[at]?.lower ?? '')) &&
  isNominalAt(tokens, at + 1) &&
  !isNounAt(tokens, at + 1);

/** '12-page report', '3-inch' without a unit of that name: the word after the hyphen. */
function attributive(text: string, tokens: readonly Token[], at: number): Counted | null {
  const token = tokens[at];
  if (!token || !isNounLike(tokens, at)) return null;
  return counted(text, tokens, at, at + 1);
}

function nounPhrase(
  text: string,
  tokens: readonly Token[],
  start: number,
  isSingular: boolean,
  isWhole = false,
): Counted | null {
  // 'two “deliveries” a year'
  if (/^[“"‘]$/.test(tokens[start]?.text ?? '') && /^[”"’]$/.test(tokens[start + 2]?.text ?? ''))
    return isPluralNoun(tokens[start + 1]?.text ?? '')
      ? { ...counted(text, tokens, start + 1, start + 2), per: readPeriod(tokens, start + 3) }
      : null;
  // 'the 20 first-graders', 'nine runners-up'
  if (isHyphen(tokens[start + 1]) && isGraded(tokens, start))
    return counted(text, tokens, start, start + 3);
  const first = tokens[start];
  if (!first?.spaced && start > 0 && first?.kind === 'word' && tokens[start - 1]?.kind === 'number')
    return null;
  if (PEOPLE_IN_A_STATE.has(first?.lower ?? '') && !isNounLike(tokens, start + 1))
    return {
      head: 'person',
      name: 'people',
      phrase: first?.text ?? '',
      from: start,
      to: start,
      per: null,
    };
  let at = start;
  let plural = -1;
  while (at < tokens.length && at < start + MAX_PHRASE_TOKENS) {
    const token = tokens[at];
    if (!token) break;
    const isLink = isHyphen(token) || /^['’]s?$/.test(token.text);
    if (isLink && at > start && !isHyphen(token)) {
      at++;
      plural = -1;
      continue;
    }
    if (isLink && at > start && joinsName(tokens[at + 1])) {
      const isEnd = !isNounLike(tokens, at + 2) && !isHyphen(tokens[at + 2]);
      if (isEnd && isPluralNoun(tokens[at + 1]?.text ?? '')) plural = at + 1;
      at += 2;
      continue;
    }
    if (token.lower === 'and' && at > start && joinsModifiers(tokens, at)) {
      at++;
      continue;
    }
    // '14 of 31 three-pointers': the number is part of the name.
    const isNumbered = isNumberAt(tokens, at) && isHyphen(tokens[at + 1]);
    if (isNumbered && isPluralNoun(tokens[at + 2]?.text ?? '') && !isNounLike(tokens, at + 3)) {
      plural = at + 2;
      break;
    }
    // '140 million active “businesses”'
    if (/^[“"‘]$/.test(token.text) && /^[”"’]$/.test(tokens[at + 2]?.text ?? '') && at > start)
      if (isPluralNoun(tokens[at + 1]?.text ?? '')) {
        plural = at + 1;
        break;
      }
    const beyond = passAside(tokens, at, start);
    if (beyond > at) {
      at = beyond;
      continue;
    }
    const stated = PEOPLE_IN_A_STATE.has(token.lower) && at === start;
    if (!isNounLike(tokens, at) && !stated) break;
    const genitive = /^['’]s?$/.test(tokens[at + 1]?.text ?? '') && !tokens[at + 1]?.spaced;
    if (isSingular && at === start + 1 && isThirdPerson(token)) break;
    const isMany = isPluralNoun(token.text) && !isAcronymBefore(tokens, at);
    if (isMany && !genitive && !isHyphen(tokens[at + 1])) {
      plural = at;
      const next = tokens[at + 1];
      const goesOn =
        next !== undefined &&
        isNounLike(tokens, at + 1) &&
        isPluralNoun(next.text) &&
        mayModifyNoun(token.text);
      if (!goesOn) break;
    }
    at++;
  }
  if (plural >= 0) return counted(text, tokens, start, plural + 1);
  if (at === start) return null;
  if (isSingular) return counted(text, tokens, start, singularEnd(tokens, start, at));
  if (/^[A-Z]/.test(first?.text ?? '') || /(?:ed|ing)$/.test(first?.lower ?? '')) return null;
  // 'a third of the olive crop': all of the phrase is what it is a part of.
  if (isWhole && isNounAt(tokens, at - 1)) return counted(text, tokens, start, at);
  const end = firstNounEnd(tokens, start, at);
  // 'hundreds visibly pregnant' counts no 'visibly'.
  return isNarrowingAdverb(tokens, end - 1) ? null : counted(text, tokens, start, end);
}

/** 'first-graders', 'third-years': a rank, and a plural that goes with it. */
const isGraded = (tokens: readonly Token[], at: number): boolean =>
  RANKS.test(tokens[at]?.lower ?? '') &&
  joinsName(tokens[at + 2]) &&
  isPluralNoun(tokens[at + 2]?.text ?? '') &&
  !isNounLike(tokens, at + 3);

const RANKS =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|over|under)$/;

/** 'nine CLPS companies': an acronym in -S that narrows a noun. */
const isAcronymBefore = (tokens: readonly Token[], at: number): boolean =>
  /^[A-Z]{2,}S$/.test(tokens[at]?.text ?? '') && isNounAt(tokens, at + 1);

/** One thing has a noun of a few words, names apart: 'one Napa County reporting station'. */
function singularEnd(tokens: readonly Token[], start: number, end: number): number {
  let names = start;
  while (names < end - 1 && isProperNounAt(tokens, names)) names++;
  let at = Math.min(end, names + 3);
  // 'one common strategy present in each'
  while (at > start + 1 && isAdjectiveAt(tokens, at - 1) && isNounAt(tokens, at - 2)) at--;
  return at;
}

/** Of '5 game suspension' the game, of '40 new staff' the staff. */
function firstNounEnd(tokens: readonly Token[], start: number, end: number): number {
  let at = start;
  while (at < end - 1 && PLAIN_ADJECTIVES.test(tokens[at]?.lower ?? '')) at++;
  return at + 1;
}

const PLAIN_ADJECTIVES =
  /^(?:new|other|additional|extra|further|old|big|small|large|young|local|foreign|more|major|separate)$/;

/**
 * Over words that stand before the noun and narrow it in another way: '60,430 (revised) homes', 'four
 * older 320 Neo jets', '381 new 2, 3 and 4 bedroom homes', 'three-ton satellites'.
 */
function passAside(tokens: readonly Token[], at: number, start: number): number {
  if (tokens[at]?.text === '(' && tokens[at + 2]?.text === ')' && isNominalAt(tokens, at + 3))
    return at + 3;
  if (!isNumberAt(tokens, at)) return at;
  if (isHyphen(tokens[at + 1]) && isNounAt(tokens, at + 2)) return at + 3;
  if (at === start) return at;
  let to = at + 1;
  while (to < at + 6 && (/^(?:,|and|or)$/.test(tokens[to]?.lower ?? '') || isNumberAt(tokens, to)))
    to++;
  return isNominalAt(tokens, to) && tokens[to - 1]?.lower !== ',' && isNumberAt(tokens, to - 1)
    ? to
    : at;
}

/** 'One train weighs': after one thing a word in -s is its verb. */
const isThirdPerson = ({ lower, text }: Token): boolean =>
  text === lower && THIRD_PERSON.has(lower);

/** 'Kia and Hyundai vehicles', 'central and eastern European countries': one phrase, not two. */
function joinsModifiers(tokens: readonly Token[], and: number): boolean {
  const before = tokens[and - 1];
  if (!before || isPluralNoun(before.text) || !isNounLike(tokens, and + 1)) return false;
  if (isPluralNoun(tokens[and + 1]?.text ?? '')) return false;
  let noun = and + 2;
  while (
    noun < and + LONGEST_SECOND &&
    isNounLike(tokens, noun) &&
    !isPluralNoun(tokens[noun]?.text ?? '')
  )
    noun++;
  return isNounLike(tokens, noun) && isPluralNoun(tokens[noun]?.text ?? '');
}

/** Words that may narrow the noun after 'and'. */
const LONGEST_SECOND = 4;

function counted(text: string, tokens: readonly Token[], from: number, to: number): Counted {
  const first = tokens[from];
  const last = tokens[to - 1];
  const head = toSingular(last?.text ?? '');
  return {
    head: cut(head.toLowerCase(), 60),
    name: cut(unitNameOf(tokens, from, to, head), 120),
    phrase: cut(text.slice(first?.start, last?.end), 160),
    from,
    to,
    per: readPeriod(tokens, to),
  };
}

/** 'oldest ballparks in' is counted in old ballparks, 'most expensive restaurants' in expensive ones. */
function unitNameOf(tokens: readonly Token[], from: number, to: number, head: string): string {
  let name = '';
  for (let at = from; at < to - 1; at++) {
    const token = tokens[at];
    if (!token || token.lower === 'and' || /^['’]s?$/.test(token.text)) continue;
    if (token.lower === 'most' || token.lower === 'least') continue;
    const word = toBaseAdjective(token.text);
    name += name && token.spaced ? ` ${word}` : word;
  }
  const isGlued = tokens[to - 1]?.spaced === false;
  return name ? `${name}${isGlued ? '' : ' '}${head}` : head;
}
