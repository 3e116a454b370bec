import { ONE, rational } from '#domain/numbers/decimal';
import { isFunctionWord, PREPOSITIONS } from '../english/grammar-words';
import type { Token } from '../tokens/tokens';
import { parseWhole } from './in-digits';
import type { ReadNumber } from './number';

const TIMES = new Map<string, bigint>([
  ['doubled', 2n],
  ['tripled', 3n],
  ['trebled', 3n],
  ['quadrupled', 4n],
  ['quintupled', 5n],
]);
const PLAIN = new Map<string, bigint>([
  ['double', 2n],
  ['triple', 3n],
  ['treble', 3n],
  ['quadruple', 4n],
]);

/** Before the plain form these make a verb of it: 'will double', 'to more than triple'. */
const BEFORE_PLAIN = /^(?:to|will|would|could|may|might|should|than|nearly|almost)$/;

/** A verb of multiplication ('doubled', 'will triple', 'halved'), 'twice as many' or '2.5x', as a number of times. */
export function readMultiple(tokens: readonly Token[], at: number): ReadNumber | null {
  const token = tokens[at];
  if (token?.kind === 'number') return readCross(tokens, at);
  const lower = token?.lower ?? '';
  if (lower === 'twice') return isComparing(tokens, at + 1) ? times(at, at + 1, 2n) : null;
  const plain = PLAIN.get(lower);
  if (plain) return isPlainVerb(tokens, at) ? times(at, at + 1, plain) : null;
  if (!endsVerb(tokens[at + 1]) || isAttribute(tokens, at)) return null;
  // 'doubled down on the plan', 'doubled up with pain'
  if (/^(?:down|up|back|over)$/.test(tokens[at + 1]?.lower ?? '')) return null;
  const factor = TIMES.get(lower);
  if (factor) return times(at, at + 1, factor);
  return lower === 'halved'
    ? { ...times(at, at + 1, 1n), value: rational(1n, 2n), form: 'fraction' }
    : null;
}

/** Words that may begin a multiple. */
export const MULTIPLE_OPENERS: ReadonlySet<string> = new Set([
  ...TIMES.keys(),
  ...PLAIN.keys(),
  'twice',
  'halved',
]);

const times = (from: number, to: number, factor: bigint): ReadNumber => ({
  from,
  to,
  value: rational(factor),
  lastDigit: ONE,
  significantDigits: 1,
  form: 'fold',
  order: null,
  scaled: false,
  shortScale: null,
});

/** 'will double', 'to double output'; not 'to double-digit growth', 'to double check', 'to double rooms'. */
function isPlainVerb(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (
    !BEFORE_PLAIN.test(tokens[at - 1]?.lower ?? '') ||
    (next && !next.spaced && next.text === '-')
  )
    return false;
  return !/^(?:check|checks|down|up|digits?|rooms?|murder|glazing|standards?)$/.test(
    next?.lower ?? '',
  );
}

/** 'a doubled fee', 'the double room'. */
const isAttribute = (tokens: readonly Token[], at: number): boolean =>
  /^(?:an?|the|this|his|her|their|its|each)$/.test(tokens[at - 1]?.lower ?? '');

/** After such a verb comes an end, a preposition, an object with its article, or a time. */
const endsVerb = (next: Token | undefined): boolean =>
  next === undefined ||
  (next.kind === 'mark' && next.text !== '-') ||
  isFunctionWord(next.lower) ||
  PREPOSITIONS.has(next.lower) ||
  /^(?:last|next|again|nearly|almost|overnight|twice)$/.test(next.lower);

/** 'twice as many', 'twice the sum', 'twice what it was'; 'he called twice' tells how often. */
function isComparing(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at]?.lower ?? '', tokens[at + 1]];
  if (word !== 'as') return /^(?:the|that|its|his|her|their|what)$/.test(word);
  return next?.kind === 'word' && next.text === next.lower && !isFunctionWord(next.lower);
}

/** '2.5x', '100×': times, where no other side follows. */
function readCross(tokens: readonly Token[], at: number): ReadNumber | null {
  const [cross, next] = [tokens[at + 1], tokens[at + 2]];
  if (!cross || cross.spaced || !/^[x×]$/.test(cross.text)) return null;
  if (next?.kind === 'number' || (next && !next.spaced && next.kind === 'word')) return null;
  const isModel =
    tokens[at - 1]?.kind === 'word' && /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '') && at > 1;
  const written = isModel ? null : parseWhole(tokens[at]?.text ?? '');
  return written && { ...times(at, at + 2, 1n), ...written };
}
