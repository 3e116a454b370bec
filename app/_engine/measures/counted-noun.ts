import { cut } from '#domain/text';
import { ADVERBS, CLEAR_VERBS, isFunctionWord } from '../english/grammar-words';
import { isPluralNoun, mayModifyNoun, toSingular } from '../english/nouns';
import { toBaseAdjective } from '../english/superlatives';
import { THIRD_PERSON } from '../english/verbs';
import { COMPARATIVES } from '../numbers/in-words';
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
    if (tokens[start]?.kind === 'number' && !readUnit(tokens, start + 1)) start++;
    return nounPhrase(text, tokens, start, false);
  }
  if (tokens[start]?.lower === 'more' || tokens[start]?.lower === 'such') start++;
  return nounPhrase(text, tokens, start, isSingular);
}

const isHyphen = (token: Token | undefined): boolean =>
  token !== undefined && !token.spaced && (token.text === '-' || token.text === '‑');

/** 'military-age men', 'F-35 jets', 'covid-19 cases'. */
const joinsName = (next: Token | undefined): boolean =>
  (next?.kind === 'word' || next?.kind === 'number') && !next.spaced;

const isNounLike = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  token.lower !== 'plus' &&
  !COMPARATIVES.has(token.lower) &&
  !isFunctionWord(token.lower) &&
  !ADVERBS.has(token.lower) &&
  !CLEAR_VERBS.has(token.lower) &&
  !/^['’]/.test(token.text) &&
  !/ly$/.test(token.lower.length > 5 ? token.lower : '');

/** '12-page report', '3-inch' without a unit of that name: the word after the hyphen. */
function attributive(text: string, tokens: readonly Token[], at: number): Counted | null {
  const token = tokens[at];
  if (!token || !isNounLike(token)) return null;
  return counted(text, tokens, at, at + 1);
}

function nounPhrase(
  text: string,
  tokens: readonly Token[],
  start: number,
  isSingular: boolean,
): Counted | null {
  const first = tokens[start];
  if (!first?.spaced && start > 0 && first?.kind === 'word' && tokens[start - 1]?.kind === 'number')
    return null;
  if (PEOPLE_IN_A_STATE.has(first?.lower ?? '') && !isNounLike(tokens[start + 1]))
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
      at += 2;
      continue;
    }
    if (token.lower === 'and' && at > start && joinsModifiers(tokens, at)) {
      at++;
      continue;
    }
    const stated = PEOPLE_IN_A_STATE.has(token.lower) && at === start;
    if (!isNounLike(token) && !stated) break;
    const genitive = /^['’]s?$/.test(tokens[at + 1]?.text ?? '') && !tokens[at + 1]?.spaced;
    if (isSingular && at === start + 1 && isThirdPerson(token)) break;
    if (isPluralNoun(token.text) && !genitive && !isHyphen(tokens[at + 1])) {
      plural = at;
      const next = tokens[at + 1];
      const goesOn =
        mayModifyNoun(token.text) && next && isNounLike(next) && isPluralNoun(next.text);
      if (!goesOn) break;
    }
    at++;
  }
  if (plural >= 0) return counted(text, tokens, start, plural + 1);
  if (at === start) return null;
  if (isSingular) return counted(text, tokens, start, Math.min(at, start + 3));
  return /^[A-Z]/.test(first?.text ?? '') || /(?:ed|ing)$/.test(first?.lower ?? '')
    ? null
    : counted(text, tokens, start, start + 1);
}

/** 'One train weighs': after one thing a word in -s is its verb. */
const isThirdPerson = ({ lower, text }: Token): boolean =>
  text === lower && THIRD_PERSON.has(lower);

/** 'Kia and Hyundai vehicles', 'physical and digital sales': one phrase, not two. */
const joinsModifiers = (tokens: readonly Token[], and: number): boolean => {
  const [before, after, noun] = [tokens[and - 1], tokens[and + 1], tokens[and + 2]];
  return (
    before !== undefined &&
    !isPluralNoun(before.text) &&
    isNounLike(after) &&
    !isPluralNoun(after?.text ?? '') &&
    isNounLike(noun) &&
    isPluralNoun(noun?.text ?? '')
  );
};

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
