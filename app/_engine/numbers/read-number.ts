import type { Token } from '../tokens/tokens';
import { readDigits, readVulgarFraction } from './in-digits';
import { NUMBER_OPENERS, readOrder, readWords } from './in-words';
import { MULTIPLE_OPENERS, readMultiple } from './multiples';
import type { ReadNumber } from './number';
import { readPower } from './powers';
import { readRatio } from './ratios';

export { isOne, type ReadNumber, takeShortScale } from './number';

const OPENERS: ReadonlySet<string> = new Set([...NUMBER_OPENERS, ...MULTIPLE_OPENERS]);

/** Whether a number may begin with this token; most words are asked and do not. */
export const opensNumber = ({ kind, lower }: Token): boolean =>
  kind === 'number' || kind === 'mark' || OPENERS.has(lower);

/** Reads the number that begins at this token, or null when none does. */
export function readNumber(tokens: readonly Token[], at: number): ReadNumber | null {
  const number = readAlone(tokens, at);
  return number && (readRatio(tokens, number) ?? number);
}

function readAlone(tokens: readonly Token[], at: number): ReadNumber | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number')
    return readPower(tokens, at) ?? readMultiple(tokens, at) ?? readDigits(tokens, at);
  if (token.kind === 'mark') return readVulgarFraction(tokens, at);
  if (!OPENERS.has(token.lower)) return null;
  if (MULTIPLE_OPENERS.has(token.lower)) return readMultiple(tokens, at);
  if (token.kind !== 'word') return null;
  return readOrder(tokens, at) ?? readWords(tokens, at);
}
