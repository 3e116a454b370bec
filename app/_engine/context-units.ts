import type { ReadNumber } from './numbers';
import type { Passage } from './quantities';
import { HEAT_WORDS, MONEY_WORDS, WEIGHT_WORDS } from './unit-words';
import { type UnitMatch, unitName } from './units-in-text';

const AGE_WORDS = new Set(['old', 'olds']);

/** '14-year-old', 'aged 14', 'five years of age', 'at age seventeen', 'the age of 21'. */
export function readAge(passage: Passage, number: ReadNumber, from: number): UnitMatch | null {
  const { tokens } = passage;
  let at = number.to;
  const skipHyphen = () => {
    if (tokens[at]?.text === '-' || tokens[at]?.text === '–') at++;
  };
  skipHyphen();
  const period = tokens[at]?.lower ?? '';
  const code = {
    year: 'a',
    years: 'a',
    yr: 'a',
    yrs: 'a',
    month: 'mo',
    months: 'mo',
    week: 'wk',
    weeks: 'wk',
    day: 'd',
    days: 'd',
  }[period];
  if (code) {
    at++;
    skipHyphen();
    const isOfAge = tokens[at]?.lower === 'of' && tokens[at + 1]?.lower === 'age';
    if (AGE_WORDS.has(tokens[at]?.lower ?? '') || isOfAge) {
      const name = `${code === 'a' ? 'year' : unitName(code)} of age`;
      return { code, name, to: isOfAge ? at + 2 : at + 1 };
    }
    return null;
  }
  const [before, earlier] = [tokens[from - 1]?.lower, tokens[from - 2]?.lower];
  const isAged =
    before === 'aged' ||
    before === 'age' ||
    (before === 'of' && earlier === 'age') ||
    (before === 'ages' && tokens[from]?.kind === 'number');
  return isAged ? { code: 'a', name: 'year of age', to: number.to } : null;
}

/**
 * Settles a unit whose name means several things from the words of the sentence, or gives a bare
 * number the unit it plainly shares with the figure before it.
 *
 * @param unit  what was read beside the number, or the unit of the figure before it
 */
export function readContextUnit(
  passage: Passage,
  number: ReadNumber,
  unit: UnitMatch | null,
): UnitMatch | null {
  if (!unit || unit.to <= number.to - 1) return null;
  const { tokens, words } = passage;
  const word = tokens[unit.to - 1]?.lower ?? '';
  const as = (code: string, name = unitName(code)): UnitMatch => ({ ...unit, code, name });
  if (unit.code === '[lb_av]' && (word === 'pound' || word === 'pounds'))
    return isMoney(words, number, tokens[unit.to]?.lower ?? '') ? as('GBP') : unit;
  if (unit.code === 'deg' && has(words, HEAT_WORDS)) return as('{degree}', 'degree');
  if (unit.code === 'KRW' && word === 'won' && number.value.numerator < 100n) return null;
  return unit;
}

function isMoney(words: ReadonlySet<string>, number: ReadNumber, next: string): boolean {
  if (next === 'of' || has(words, WEIGHT_WORDS)) return number.scaled && has(words, MONEY_WORDS);
  return has(words, MONEY_WORDS) || (number.scaled && number.value.numerator >= 1_000_000n);
}

function has(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const word of wanted) if (words.has(word)) return true;
  return false;
}
