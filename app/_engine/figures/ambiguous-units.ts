import { MONTHS } from '../english/date-words';
import { DETERMINERS, isFunctionWord } from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import { isAgeByPlace } from '../labels/ages';
import { ONES, TENS } from '../numbers/lexicon';
import type { ReadNumber } from '../numbers/number';
import { type Passage, wordsOf } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { type UnitMatch, unitName } from '../units/read-unit';
import {
  AMERICAN_WORDS,
  CHARGE_WORDS,
  FAST_WORDS,
  HEAT_WORDS,
  MONEY_WORDS,
  STORM_WORDS,
  WEIGHT_WORDS,
} from '../units/settling-words';

const AGE_WORDS = new Set(['old', 'olds', 'yo']);
const AGE_PERIODS: ReadonlyMap<string, string> = new Map([
  ['year', 'a'],
  ['years', 'a'],
  ['yr', 'a'],
  ['yrs', 'a'],
  ['month', 'mo'],
  ['months', 'mo'],
  ['week', 'wk'],
  ['weeks', 'wk'],
  ['day', 'd'],
  ['days', 'd'],
]);
const OLDEST = 120n;

const ofAge = (code: string, to: number): UnitMatch => ({
  code,
  name: `${code === 'a' ? 'year' : unitName(code)} of age`,
  to,
});

/**
 * Reads a number as an age: '14-year-old', 'aged 14', 'five years of age', 'at age seventeen',
 * 'under the age of 21', 'who was 10'.
 *
 * @param from  first token of the number, or of the range it ends
 */
export function readAge(passage: Passage, number: ReadNumber, from: number): UnitMatch | null {
  const { tokens } = passage;
  const skipHyphen = (at: number) => (/^[-–‑]$/.test(tokens[at]?.text ?? '') ? at + 1 : at);
  const isAged = saysAgeBefore(passage, from);
  const periodAt = skipHyphen(number.to);
  if (tokens[periodAt]?.lower === 'yo') return ofAge('a', periodAt + 1);
  const code = AGE_PERIODS.get(tokens[periodAt]?.lower ?? '');
  if (!code)
    return isAged || isSomeonesAge(passage, number, from) || isAgeByPlace(tokens, number, from)
      ? ofAge('a', number.to)
      : null;
  const at = skipHyphen(periodAt + 1);
  if (AGE_WORDS.has(tokens[at]?.lower ?? '')) return ofAge(code, at + 1);
  if (tokens[at]?.lower === 'of' && tokens[at + 1]?.lower === 'age') return ofAge(code, at + 2);
  return isAged ? ofAge(code, periodAt + 1) : null;
}

/** As far back as 'aged' is looked for over a list of ages. */
const LONGEST_AGES = 8;

/** 'aged 8', 'aged between 18 and 24', 'aged 8, 11 and 13', 'ages 5', 'under the age of 21'. */
function saysAgeBefore({ tokens }: Passage, from: number): boolean {
  const [before, earlier] = [tokens[from - 1]?.lower, tokens[from - 2]?.lower];
  const isGroup = before === 'ages' && tokens[from]?.kind === 'number';
  if (before === 'aged' || before === 'age' || isGroup) return true;
  if (before === 'of' && (earlier === 'age' || earlier === 'ages')) return true;
  if (before !== 'and' && before !== ',' && before !== 'between') return false;
  let at = from - 1;
  while (at > from - LONGEST_AGES && isInAges(tokens[at])) at--;
  return tokens[at]?.lower === 'aged';
}

const isInAges = (token: Token | undefined): boolean =>
  token?.kind === 'number' || IN_AGES.has(token?.lower ?? '');

/** What joins the ages of a list, and ages in words: 'aged nine, seven and four'. */
const IN_AGES: ReadonlySet<string> = new Set([
  ...['and', 'or', ',', 'between'],
  ...ONES.keys(),
  ...TENS.keys(),
]);

const isName = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  /^\p{Lu}\p{Ll}/u.test(token.text) &&
  !MONTHS.has(token.lower) &&
  !isFunctionWord(token.lower);

/** 'Marek Dolan, 52,' and 'A teacher, 34,': a name, or one thing with its article, before the comma. */
function isSomeone(tokens: readonly Token[], last: number, youngest: bigint, age: bigint): boolean {
  if (age < youngest) return false;
  if (isName(tokens[last])) return isName(tokens[last - 1]);
  const noun = tokens[last];
  if (noun?.kind !== 'word' || noun.text !== noun.lower || isPluralNoun(noun.lower)) return false;
  for (let at = last - 1; at >= Math.max(0, last - 3); at--) {
    if (DETERMINERS.has(tokens[at]?.lower ?? '')) return true;
    if (tokens[at]?.kind !== 'word') return false;
  }
  return false;
}

/** 'Marek Dolan, 52,', 'who was 10.', 'He will be 35 by': someone, a form of to be, and a small number that counts nothing. */
function isSomeonesAge(
  { tokens }: Passage,
  { to, value, form }: ReadNumber,
  from: number,
): boolean {
  const next = tokens[to];
  const isOpen =
    !next || /^[.,;)]$/.test(next.text) || ['by', 'when', 'and', 'at'].includes(next.lower);
  if (!isOpen || form === 'fraction' || value.denominator !== 1n || value.numerator > OLDEST)
    return false;
  if (tokens[from - 1]?.text === ',' && form === 'digits' && /^[,.]$/.test(next?.text ?? ''))
    return isSomeone(tokens, from - 2, next?.text === '.' ? 18n : 10n, value.numerator);
  const isAtHisAge = tokens[from - 1]?.text === 'At' && next?.text === ',' && value.numerator >= 5n;
  if (isAtHisAge) return /^(?:he|she|i)$/.test(tokens[to + 1]?.lower ?? '');
  let at = from - 1;
  if (['just', 'only', 'now', 'already'].includes(tokens[at]?.lower ?? '')) at--;
  const verb = tokens[at]?.lower ?? '';
  if (!['is', 'was', 'be', 'turned', 'turns', 'turn', 'am', "i'm", "he's", "she's"].includes(verb))
    return false;
  if (verb.includes("'")) return true;
  const subject = tokens[verb === 'be' ? at - 2 : at - 1];
  return ['who', 'he', 'she', 'i'].includes(subject?.lower ?? '');
}

/**
 * Settles an ambiguous unit name by the words of the sentence: pounds of money or of mass, degrees
 * of heat or of an angle, tons. Null when it is no unit here after all.
 */
export function settleUnit(
  passage: Passage,
  number: ReadNumber,
  unit: UnitMatch,
): UnitMatch | null {
  const { tokens } = passage;
  const word = tokens[unit.to - 1]?.lower ?? '';
  if (isDecade(tokens, number, unit) || isModel(tokens, unit)) return null;
  const as = (code: string, name = unitName(code)): UnitMatch => ({ ...unit, code, name });
  if (unit.code === '[lb_av]' && (word === 'pound' || word === 'pounds'))
    return isMoney(wordsOf(passage), number, tokens[unit.to]?.lower ?? '') ? as('GBP') : unit;
  if (unit.code === 'deg' && has(wordsOf(passage), HEAT_WORDS)) return as('{degree}', 'degree');
  if (unit.code === 't' && (word === 'ton' || word === 'tons'))
    return as(has(wordsOf(passage), AMERICAN_WORDS) ? '[ston_av]' : 't', 'ton');
  if (unit.code === '[stone_av]' && !has(wordsOf(passage), WEIGHT_WORDS)) return null;
  // Moles also dig: in words the unit says of what it is.
  if (unit.code === 'mol' && /^moles?$/.test(word) && tokens[unit.to]?.lower !== 'of') return null;
  if (unit.code === '[degF]' && word === 'f' && has(wordsOf(passage), CHARGE_WORDS)) return as('F');
  // Winds, ships and aircraft go so many knots.
  if (unit.code === 'kt' && word === 'kt' && has(wordsOf(passage), FAST_WORDS)) return as('[kn_i]');
  // '2·10⁻⁹ C' of charge; degrees have their sign, or are many.
  if (unit.code === 'Cel' && word === 'c' && has(wordsOf(passage), CHARGE_WORDS)) return as('C');
  if (unit.code === 'mbar' && word === 'mb' && !has(wordsOf(passage), STORM_WORDS))
    return as('MBy');
  if (unit.code === 'KRW' && word === 'won' && !number.scaled && number.value.numerator < 1000n)
    return null;
  return unit;
}

/** 'in her 40s', 'the mid-80s': ten years or degrees, and no seconds. */
const isDecade = (tokens: readonly Token[], { from }: ReadNumber, { to }: UnitMatch): boolean =>
  tokens[to - 1]?.text === 's' &&
  /^[1-9]0$/.test(tokens[to - 2]?.text ?? '') &&
  /^(?:his|her|their|my|our|your|its|the|early|mid|late|-|‑)$/.test(tokens[from - 1]?.lower ?? '');

/** '12 F-35 jets', '4 C-130s': a letter that begins a name. */
function isModel(tokens: readonly Token[], { to }: UnitMatch): boolean {
  const [letter, dash, model] = [tokens[to - 1], tokens[to], tokens[to + 1]];
  return (
    letter?.text.length === 1 &&
    letter.spaced &&
    dash?.text === '-' &&
    !dash.spaced &&
    model?.kind === 'number' &&
    !model.spaced
  );
}

function isMoney(words: ReadonlySet<string>, number: ReadNumber, next: string): boolean {
  if (next === 'of' || has(words, WEIGHT_WORDS)) return number.scaled && has(words, MONEY_WORDS);
  return has(words, MONEY_WORDS) || (number.scaled && number.value.numerator >= 1_000_000n);
}

function has(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const word of words) if (wanted.has(word)) return true;
  return false;
}
