import { findUnit } from '#domain/units/unit';
import type { Token } from '../tokens/tokens';
import { PERIODS } from './per';
import { readPhrase, readSymbol, type UnitMatch, unitName } from './simple-unit';
import { SYMBOLS } from './unit-words';

type Factor = { readonly code: string; readonly exponent: number; readonly to: number };

const MOST_FACTORS = 4;

/**
 * A unit made of symbols with exponents: 'km s−1', 'g m−2', 'cm⁻¹', 'mg kg-1 day-1'. Null where none
 * of them has a negative one. Such a unit is never cut: 7.5 km s−1 is no length.
 */
export function readFactors(
  tokens: readonly Token[],
  start: number,
  simple: UnitMatch,
): UnitMatch | null {
  const first = exponentAt(tokens, simple.to);
  const factors: Factor[] = [];
  let to = first?.to ?? simple.to;
  while (factors.length < MOST_FACTORS) {
    const next = factorAt(tokens, to) ?? factorAt(tokens, passSubstance(tokens, to));
    if (!next) break;
    factors.push(next);
    to = next.to;
  }
  if (!first && factors.length === 0) return null;
  const above = first ? '1' : simple.code;
  const below = [...(first ? [{ code: simple.code, exponent: first.exponent }] : []), ...factors];
  const codes = below.map(({ code, exponent }) => toPower(code, exponent));
  const code = codes.includes(null) ? null : `${above}/${codes.join('/')}`;
  if (code && findUnit(code)) return { code, name: unitName(code), to };
  const written = tokens
    .slice(start, to)
    .reduce((all, token) => all + (token.spaced && all ? ' ' : '') + token.text, '');
  return { code: `{${written.replace(/[{}]/g, '')}}`, name: written, to };
}

/** '−1' in 's−1', 's-1', 's⁻¹', 's^-1' and, as PDF files have it, 's −1' and 's− 1'. */
function exponentAt(
  tokens: readonly Token[],
  start: number,
): { exponent: number; to: number } | null {
  let at = start;
  if (tokens[at]?.text === '^' && !tokens[at]?.spaced) at++;
  const [minus, digit] = [tokens[at], tokens[at + 1]];
  if (minus?.text === '⁻' && !minus.spaced) {
    const power = ' ¹²³⁴'.indexOf(digit?.text ?? ' ');
    return power > 0 ? { exponent: power, to: at + 2 } : null;
  }
  if (!minus || !digit || !/^[-−–]$/.test(minus.text) || !/^[1-4]$/.test(digit.text)) return null;
  const isMinus = minus.text === '−';
  const isClose = !minus.spaced && (!digit.spaced || isMinus);
  if (!isClose && !(isMinus && minus.spaced && !digit.spaced)) return null;
  // '5 m-2 km' and '3 kg–4 kg' are ranges.
  const next = tokens[at + 2];
  if (
    !isMinus &&
    next &&
    (!next.spaced ? next.kind === 'word' || next.text === '%' : isUnitAt(tokens, at + 2))
  )
    return null;
  return { exponent: Number(digit.text), to: at + 2 };
}

const isUnitAt = (tokens: readonly Token[], at: number): boolean => {
  const unit = readPhrase(tokens, at) ?? readSymbol(tokens, at, false);
  return unit !== null && exponentAt(tokens, unit.to) === null;
};

/** 's−1' after another unit; a point or nothing stands between the two. */
function factorAt(tokens: readonly Token[], start: number): Factor | null {
  if (start < 0) return null;
  const at = /^[·⋅.]$/.test(tokens[start]?.text ?? '') ? start + 1 : start;
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const code = SYMBOLS.get(token.text) ?? PERIODS.get(token.lower);
  const power = code === undefined ? null : exponentAt(tokens, at + 1);
  return code !== undefined && power ? { code, exponent: power.exponent, to: power.to } : null;
}

/** 'Mg C ha−1': the element that is weighed stands between the two. */
const passSubstance = (tokens: readonly Token[], at: number): number =>
  /^(?:C|N|P|S|K|O)$/.test(tokens[at]?.text ?? '') && tokens[at]?.spaced ? at + 1 : -1;

const POWERS: ReadonlySet<string> = new Set(['m', 'cm', 'mm', 'km', 'dm']);

/** 'm' with 2 is 'm2'; null where there is no unit of that power. */
function toPower(code: string, exponent: number): string | null {
  if (exponent === 1) return code;
  return POWERS.has(code) && findUnit(`${code}${exponent}`) ? `${code}${exponent}` : null;
}
