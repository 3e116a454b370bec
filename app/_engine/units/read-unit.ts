import type { Token } from '../tokens/tokens';
import { readFactors } from './factors';
import { readPer } from './per';
import { isJoiner, readPhrase, readSymbol, readUnknown, type UnitMatch } from './simple-unit';

export { readCurrencyBefore, readDollarAfter } from './currency';
export { readPer, readPeriod } from './per';
export { type UnitMatch, unitName } from './simple-unit';

/**
 * The unit that begins at this token, the longest that fits; a hyphen may stand before it.
 *
 * @param glued  whether the number ends where this token begins
 */
export function readUnit(tokens: readonly Token[], at: number): UnitMatch | null {
  const hyphen = tokens[at];
  const joined = isJoiner(hyphen) && !tokens[at + 1]?.spaced && tokens[at + 1]?.kind === 'word';
  const start = joined ? at + 1 : at;
  const simple =
    readPhrase(tokens, start) ??
    readSymbol(tokens, start, joined) ??
    readUnknown(tokens, start) ??
    readAfterMore(tokens, start);
  return simple && (readFactors(tokens, start, simple) ?? readPer(tokens, simple));
}

/** 'two more weeks', 'three full days', 'six straight months': words that narrow a time. */
const readAfterMore = (tokens: readonly Token[], at: number): UnitMatch | null =>
  MORE.test(tokens[at]?.lower ?? '') && LASTS.test(tokens[at + 1]?.lower ?? '')
    ? readPhrase(tokens, at + 1)
    : null;

const MORE =
  /^(?:more|additional|extra|further|full|whole|straight|consecutive|successive|solid|long|calendar|other)$/;
const LASTS = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))$/;
