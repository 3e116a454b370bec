import type { Token } from '../tokens/tokens';
import { isCapital } from './read-party';

/** A place, a day and an agency take no more. */
const LONGEST = 14;

/**
 * The token after a dateline, 'NAIROBI, May 4 (Wire) - ', or 0 when a sentence has none: a place in
 * capitals before a dash, with nothing in between but a day and an agency.
 */
export function datelineEnd(tokens: readonly Token[]): number {
  const first = tokens[0];
  if (first?.kind !== 'word' || first.text.length < 3 || first.text !== first.text.toUpperCase())
    return 0;
  for (let at = 1; at < Math.min(tokens.length - 1, LONGEST); at++) {
    const token = tokens[at];
    if (!token) return 0;
    const isDash = /^(?:-|–|—|--)$/.test(token.text) && (token.spaced || token.text !== '-');
    if (isDash) return at + 1;
    const isPart = token.kind === 'number' || isCapital(token) || /^[,.()/-]$/.test(token.text);
    if (!isPart && !/^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(token.lower))
      return 0;
  }
  return 0;
}
