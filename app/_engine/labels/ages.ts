import { MONTHS } from '../english/date-words';
import { isFunctionWord } from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import { isPast } from '../english/verbs';
import type { ReadNumber } from '../numbers/number';
import type { Token } from '../tokens/tokens';
import { readUnit } from '../units/read-unit';

/** Nouns for people of whom an age may be told, singular and plural. */
const PEOPLE =
  /^(?:boys?|girls?|m[ae]n|wom[ae]n|child(?:ren)?|bab(?:y|ies)|sons?|daughters?|twins|brothers?|sisters?|infants?|toddlers?|teenagers?|drivers?|pupils?|students?|passengers?|patients?|victims?|suspects?|player|teacher|worker|nurse|farmer|pensioner|father|mother|widow|widower)$/;

const YOUNGEST_IN_BRACKETS = 16;
const OLDEST = 115;

/**
 * Whether a number is somebody's age by where it stands: 'boys of 8 and 11', 'a woman of 82',
 * 'Smith (47)', 'the driver (34)'.
 *
 * @param from  the first token of the number
 */
export function isAgeByPlace(
  tokens: readonly Token[],
  { to, value, form, scaled }: ReadNumber,
  from: number,
): boolean {
  if (scaled || (form !== 'digits' && form !== 'words') || value.denominator !== 1n) return false;
  if (tokens[from]?.lower === 'one') return false;
  const age = Number(value.numerator);
  if (age < 1 || age > OLDEST) return false;
  const next = tokens[to];
  const isOpen =
    next === undefined || next.kind === 'mark' || isFunctionWord(next.lower) || isPast(next.lower);
  // 'women under 40 plan to vote': so many plans of women are not told in this way.
  if (isOverAge(tokens, from, age) && next?.kind === 'word' && !readUnit(tokens, to)) return true;
  if (!isOpen || next?.text === '-' || next?.text === '%') return false;
  return (
    isInBrackets(tokens, from, to, age) ||
    isOfPeople(tokens, from) ||
    isBetweenCommas(tokens, from, to, age) ||
    isOverAge(tokens, from, age) ||
    isWas(tokens, from, next)
  );
}

/** 'Smith (47)': a name; 'the driver (34)': a person. */
function isInBrackets(tokens: readonly Token[], from: number, to: number, age: number): boolean {
  if (tokens[from - 1]?.text !== '(' || tokens[to]?.text !== ')') return false;
  const name = tokens[from - 2];
  if (name?.kind !== 'word' || !tokens[from - 1]?.spaced) return false;
  if (PEOPLE.test(name.lower) && !/s$|men$|children$/.test(name.lower))
    return age >= YOUNGEST_IN_BRACKETS;
  // A single name or two: 'Ana Ruiz (1)' is the number on her shirt.
  const isWhole =
    /^\p{Lu}\p{Ll}/u.test(name.text) &&
    (from > 3 || /^\p{Lu}\p{Ll}/u.test(tokens[from - 3]?.text ?? '') || !isPluralNoun(name.text));
  return isWhole && age >= YOUNGEST_IN_BRACKETS && age <= 110;
}

/** 'boys of 8 and 11', 'a man of 34': not 'a group of men of 12 nations', which counts. */
function isOfPeople(tokens: readonly Token[], from: number): boolean {
  let at = from - 1;
  while (
    at > from - 7 &&
    (tokens[at]?.kind === 'number' || /^(?:and|,|or)$/.test(tokens[at]?.lower ?? ''))
  )
    at--;
  return tokens[at]?.lower === 'of' && PEOPLE.test(tokens[at - 1]?.lower ?? '');
}

const isName = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text) && !MONTHS.has(token.lower);

/** 'Brandt, 52, was': one name at the start of a clause, where no preposition makes a place of it. */
function isBetweenCommas(tokens: readonly Token[], from: number, to: number, age: number): boolean {
  if (tokens[from - 1]?.text !== ',' || tokens[to]?.text !== ',' || age < 10) return false;
  if (!isName(tokens[from - 2])) return false;
  const before = tokens[from - 3];
  if (before === undefined || /^(?:de|da|di|van|von|bin|al|el|du|la|le|der)$/.test(before.lower))
    return true;
  return before.kind === 'mark'
    ? /^[.;:“"]$/.test(before.text)
    : /^(?:and|but|that|when|while|said|says)$/.test(before.lower);
}

const GROWN =
  /^(?:people|voters|men|women|adults|children|those|residents|workers|anyone|everyone|pupils|patients|drivers|girls|boys|customers|passengers|citizens|americans|kids)$/;

/** 'voters over 65', 'children under five'. */
const isOverAge = (tokens: readonly Token[], from: number, age: number): boolean =>
  /^(?:over|under|above|below)$/.test(tokens[from - 1]?.lower ?? '') &&
  GROWN.test(tokens[from - 2]?.lower ?? '') &&
  age <= 100;

/** 'when she was six', 'a boy who just turned 6': nothing is counted after it. */
function isWas(tokens: readonly Token[], from: number, next: Token | undefined): boolean {
  if (/^(?:of|and|or|to|per|in|on|at|points?)$/.test(next?.lower ?? '') && next?.kind === 'word')
    return false;
  const at = /^(?:just|only|now|already|about|nearly|almost)$/.test(tokens[from - 1]?.lower ?? '')
    ? from - 2
    : from - 1;
  if (!/^(?:is|was|turned|turns|am)$/.test(tokens[at]?.lower ?? '')) return false;
  const who = /^(?:just|only|now)$/.test(tokens[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  return /^(?:he|she|who|i)$/.test(tokens[who]?.lower ?? '');
}
