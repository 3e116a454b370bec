import { BEFORE_OLD_YEAR, BEFORE_YEAR } from '../english/date-words';
import { isPluralNoun } from '../english/nouns';
import { BEFORE_FIGURE } from '../english/qualifier-words';
import type { Token } from '../tokens/tokens';
import { readCurrencyBefore, readUnit } from '../units/read-unit';
import { yearText } from './calendar';
import { COUNTED_THINGS, ORDINAL_ENDINGS } from './calendar-dates';
import { type Found, settled } from './found-date';

/** A year on its own, a span of years, a decade: '1959', '1930s', '2014-2016', '1991-92'. */
export function readYear(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (!token || !/^\d{3,4}$/.test(token.text)) return null;
  const decade = readDecade(tokens, at);
  if (decade) return decade;
  const era = /^(?:ad|a\.d\.|ce|c\.e\.)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : null;
  if (era) return settled(at, era, yearText(Number(token.text)), Number(token.text));
  if (!isYear(tokens, at)) return null;
  return settled(at, at + 1, yearText(Number(token.text)), Number(token.text));
}

function readDecade(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  const suffix = tokens[at + 1];
  const isDecade = suffix && !suffix.spaced && /^(?:['’]?s)$/.test(suffix.lower);
  if (!token || !isDecade || !/^[12]\d\d0$/.test(token.text)) return null;
  const first = Number(token.text);
  const length = first % 100 === 0 && tokens[at - 1]?.lower !== 'early' ? 9 : 9;
  const part = { early: [0, 4], mid: [4, 6], late: [5, 9] }[tokens[at - 1]?.lower ?? ''] ?? [
    0,
    length,
  ];
  const from = tokens[at - 1]?.lower === 'early' || tokens[at - 1]?.lower === 'late' ? at - 1 : at;
  const [start = 0, end = 9] = part;
  return settled(from, at + 2, `${first + start}-01-01/${first + end}-12-31`, first);
}

function isYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !/^(?:1\d|20)\d\d$/.test(token.text)) return false;
  const [previous, next] = [tokens[at - 1], tokens[at + 1]];
  if (!token.spaced && previous && !'([{/–—-"“\'‘,’'.includes(previous.text)) return false;
  if (
    !token.spaced &&
    previous?.text === '-' &&
    tokens[at - 2]?.kind === 'word' &&
    !/^mid$|^pre$|^post$/.test(tokens[at - 2]?.lower ?? '')
  )
    return false;
  if (
    readCurrencyBefore(tokens, at) ||
    (/^[-−+]$/.test(previous?.text ?? '') && previous?.spaced && !token.spaced)
  )
    return false;
  if (
    next &&
    !next.spaced &&
    ((next.kind === 'word' && !/^['’]s$/.test(next.text)) ||
      next.text === '%' ||
      next.text === ':' ||
      next.text === '°')
  )
    return false;
  const unit = readUnit(tokens, at + 1);
  if (unit && !(tokens[at + 1]?.kind === 'mark')) return false;
  const before = previous?.lower ?? '';
  if (
    next?.kind === 'word' &&
    (COUNTED_THINGS.has(next.lower) || (before === 'than' && isPluralNoun(next.text)))
  )
    return false;
  if (/^(?:19|20)\d\d$/.test(token.text))
    return !(BEFORE_FIGURE.has(before) && !BEFORE_YEAR.has(before) && before !== 'within');
  const counts = next?.kind === 'word' && /(?:s|men|children|people)$/.test(next.lower);
  return (
    (BEFORE_OLD_YEAR.has(before) && !counts) || previous?.text === '(' || /^[–—-]$/.test(before)
  );
}

/** '20th century', 'the nineteenth century' is left to readers of words. */
export function readOrdinalCentury(tokens: readonly Token[], at: number): Found | null {
  const [number, suffix, century] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const next = century?.text === '-' ? tokens[at + 3] : century;
  if (!suffix || suffix.spaced || !ORDINAL_ENDINGS.has(suffix.lower) || next?.lower !== 'century')
    return null;
  const n = Number(number?.text);
  if (!(n >= 1 && n <= 21)) return null;
  const to = century?.text === '-' ? at + 4 : at + 3;
  const first = (n - 1) * 100;
  return settled(at, to, `${yearText(first)}-01-01/${yearText(first + 99)}-12-31`, null);
}
