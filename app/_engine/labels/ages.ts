import { isFunctionWord } from '../english/grammar-words';
import { isPast } from '../english/verbs';
import type { ReadNumber } from '../numbers/number';
import type { Token } from '../tokens/tokens';

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
  const age = Number(value.numerator);
  if (age < 1 || age > OLDEST) return false;
  const next = tokens[to];
  const isOpen =
    next === undefined || next.kind === 'mark' || isFunctionWord(next.lower) || isPast(next.lower);
  if (!isOpen || next?.text === '-' || next?.text === '%') return false;
  return isInBrackets(tokens, from, to, age) || isOfPeople(tokens, from);
}

/** 'Smith (47)': a name; 'the driver (34)': a person. */
function isInBrackets(tokens: readonly Token[], from: number, to: number, age: number): boolean {
  if (tokens[from - 1]?.text !== '(' || tokens[to]?.text !== ')') return false;
  const name = tokens[from - 2];
  if (name?.kind !== 'word' || !tokens[from - 1]?.spaced) return false;
  if (PEOPLE.test(name.lower) && !/s$|men$|children$/.test(name.lower))
    return age >= YOUNGEST_IN_BRACKETS;
  // A single name or two: 'Ana Ruiz (1)' is the number on her shirt.
  const isName =
    /^\p{Lu}\p{Ll}/u.test(name.text) &&
    (from > 3 || /^\p{Lu}\p{Ll}/u.test(tokens[from - 3]?.text ?? ''));
  return isName && age >= YOUNGEST_IN_BRACKETS && age <= 110;
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
