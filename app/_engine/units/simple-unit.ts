import { findUnit } from '#domain/units/unit';
import type { Token } from '../tokens/tokens';
import { APART_IN_CASE, GLUED_ONLY, SHAPES } from './spellings';
import { FIRST_WORDS, PHRASES, SYMBOLS, SYMBOLS_IN_ANY_CASE } from './unit-words';

/** A unit found beside a number. */
export type UnitMatch = {
  /** UCUM, ISO 4217 or '{…}'. */
  readonly code: string;
  /** Singular English name. */
  readonly name: string;
  /** Index of the token after its last. */
  readonly to: number;
};

const MAX_UNIT_TOKENS = 5;

/** The singular English name of a UCUM, ISO 4217 or '{…}' code; the code itself when it is not known. */
export const unitName = (code: string): string =>
  code === '{count}' ? 'count' : (findUnit(code)?.name ?? code.replace(/[{}]/g, ''));

/** A hyphen between a number and its unit, without a space before it. */
export const isJoiner = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.text === '-' || token.text === '‑' || token.text === '–') &&
  !token.spaced;

/** A name from the table, the longest that begins at this token. */
export function readPhrase(tokens: readonly Token[], start: number): UnitMatch | null {
  const first = tokens[start];
  if (!first || !FIRST_WORDS.has(first.lower)) return null;
  let phrase = '';
  let found: UnitMatch | null = null;
  for (let at = start; at < Math.min(start + MAX_UNIT_TOKENS, tokens.length); at++) {
    const token = tokens[at];
    if (!token) break;
    const hyphen = isJoiner(token) || token.text === '/';
    phrase +=
      at === start ? token.lower : hyphen || !token.spaced ? token.lower : ` ${token.lower}`;
    const code = PHRASES.get(phrase) ?? PHRASES.get(phrase.replaceAll('-', ' '));
    if (code && fits(tokens, start, at, code)) found = { code, name: unitName(code), to: at + 1 };
  }
  return found;
}

/** Short words that are units only when glued to the number: 'in', 'm', 'p'. */
function fits(tokens: readonly Token[], start: number, last: number, code: string): boolean {
  if (last > start || code.length > 20) return true;
  const token = tokens[start];
  return !token?.spaced || token.text.length > 2 || !GLUED_ONLY.has(token.lower);
}

/** The same of a symbol. @param joined  whether a hyphen stands before it */
export function readSymbol(
  tokens: readonly Token[],
  start: number,
  joined: boolean,
): UnitMatch | null {
  const first = tokens[start];
  if (!first) return null;
  let written = '';
  let found: UnitMatch | null = null;
  for (let at = start; at < Math.min(start + 4, tokens.length); at++) {
    const token = tokens[at];
    if (!token || (at > start && token.spaced)) break;
    written += token.text;
    const code = SYMBOLS.get(written) ?? inAnyCase(written);
    const following = tokens[at + 1];
    const whole = !following || following.spaced || following.kind === 'mark';
    if (code && whole && (!first.spaced || mayStandApart(tokens, start, written)))
      found = { code, name: unitName(code), to: at + 1 };
  }
  if (found && joined && found.to === start + 1 && first.text.length === 1) return null;
  return found;
}

const inAnyCase = (written: string): string | undefined =>
  written.length > 1 && !/^[A-Z][a-z]/.test(written)
    ? SYMBOLS_IN_ANY_CASE.get(written.toLowerCase())
    : undefined;

/** 'fell 42 p to 907 p': pence, and no probability ('n = 12 p = 0.05'). */
const mayFollowPence = (tokens: readonly Token[], at: number): boolean =>
  at >= tokens.length ||
  (tokens[at]?.text === '.' && at === tokens.length - 1) ||
  /^(?:[,;:)]|to|from|per|a|an|on|in|at|and|each|lower|higher|after|before|while|but)$/.test(
    tokens[at]?.lower ?? '',
  );

function mayStandApart(tokens: readonly Token[], at: number, written: string): boolean {
  const lower = written.toLowerCase();
  if (lower === 'in') return SHAPES.has(tokens[at + 1]?.lower ?? '');
  if (!GLUED_ONLY.has(lower)) return true;
  if (written === 'p') return mayFollowPence(tokens, at + 1);
  if (!APART_IN_CASE.has(written)) return false;
  const next = tokens[at + 1];
  return written.length > 1 || !next || next.kind === 'mark' || next.spaced;
}

/** 'kOe', 'mJy': an SI prefix and a symbol that the table does not have is kept as it is written. */
export function readUnknown(tokens: readonly Token[], at: number): UnitMatch | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || !/^[µμmk][A-Z][a-z]{0,2}$/.test(token.text)) return null;
  return { code: `{${token.text}}`, name: token.text, to: at + 1 };
}
