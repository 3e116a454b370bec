import type { Claimant } from '#domain/claims/reading';
import { PREPOSITIONS } from '../english/grammar-words';
import type { Token } from '../tokens/tokens';
import type { Parties } from './party-memory';
import { COUNTS, DOCUMENTS, EVIDENCE, ORGANIZATIONS, OUTLETS, PLACES } from './party-words';
import { isCapital, isPreposition, readParty, skipLead, slice } from './read-party';

/**
 * The same for the subject of a verb of saying. Evidence that shows a thing is not a speaker:
 * 'satellite images' are nobody, 'figures from the statistics office' are the office's.
 */
export function readSpeaker(
  text: string,
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  parties: Parties,
): Claimant | null {
  let head = from;
  while (head < to && !isHeadEnd(tokens, head, from)) head++;
  const noun = tokens[head - 1]?.lower ?? '';
  const isNamed = isCapital(tokens[head - 1]) && isCapital(tokens[head - 2]);
  if (!EVIDENCE.has(noun) && (isNamed || !DOCUMENTS.has(noun)))
    return readParty(text, tokens, from, participleEnd(tokens, from, to), parties);
  if (EVIDENCE.has(noun) || COUNTS.has(noun)) {
    let origin = head;
    while (origin < to && !ORIGINS.has(tokens[origin]?.lower ?? '')) origin++;
    const owner = origin + 1 < to ? readParty(text, tokens, origin + 1, to, parties) : null;
    const isBody = tokens.slice(origin + 1, to).some(({ lower }) => BODIES(lower));
    if (owner && isBody && owner.kind !== 'outlet') return owner;
    if (owner && !isBody && COUNTS.has(noun) && tokens[origin]?.lower === 'from')
      return owner.kind === 'organization' && !isPlaceOnly(tokens, origin + 1, to) ? owner : null;
  }
  return EVIDENCE.has(noun) ? null : documentAt(text, tokens, from, to);
}

/** 'data from China': where the figures are from, and no body. */
const isPlaceOnly = (tokens: readonly Token[], from: number, to: number): boolean =>
  !isCapital(tokens[from]) || PLACES.has(tokens[to - 1]?.lower ?? '');

/** 'court records', 'a poll by the university', without who found them: 'emails seen by the Post'. */
function documentAt(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): Claimant | null {
  let start = skipLead(tokens, from, to);
  if (tokens[start]?.lower === 'the') start++;
  let end = start + 1;
  while (end < to && !CUTS_DOCUMENT.test(tokens[end]?.text ?? '') && !isCut(tokens, end)) end++;
  // A day has been cut off: 'data from', 'a report of'.
  while (end > start + 1 && PREPOSITIONS.has(tokens[end - 1]?.lower ?? '')) end--;
  const name = slice(text, tokens, start, end).replace(/^An? /, (article) => article.toLowerCase());
  return name && name.length <= 160 ? { name, kind: 'document', role: null } : null;
}

const CUTS_DOCUMENT = /^[,;:()–—]$|^(?:that|which|who|since|when|where|after|before)$/;

const isHeadEnd = (tokens: readonly Token[], at: number, from: number): boolean =>
  isPreposition(tokens, at) ||
  (at > from &&
    (/^[,()]$/.test(tokens[at]?.text ?? '') || /^(?:that|which)$/.test(tokens[at]?.lower ?? ''))) ||
  isCut(tokens, at);

/** 'the study published in the journal': the name ends before its participle. */
function participleEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at + 1 < to; at++)
    if (
      /^[a-z]+ed$/.test(tokens[at]?.text ?? '') &&
      PREPOSITIONS.has(tokens[at + 1]?.lower ?? '') &&
      !tokens.slice(from, at).some(({ text }) => text === ',')
    )
      return at;
  return to;
}

const ORIGINS = new Set(['from', 'by', 'of']);
const BODIES = (lower: string): boolean =>
  (ORGANIZATIONS.has(lower) || OUTLETS.has(lower)) &&
  !EVIDENCE.has(lower) &&
  !/^(?:report|study|survey|poll)$/.test(lower);

/** 'pictures taken from space': a participle ends the noun that leads a phrase. */
const isCut = (tokens: readonly Token[], at: number): boolean =>
  /(?:ed|taken|seen|made|shown|sent|shot|held|kept|done|written|[a-z]{3}ing)$/.test(
    tokens[at]?.lower ?? '',
  ) &&
  (EVIDENCE.has(tokens[at - 1]?.lower ?? '') || DOCUMENTS.has(tokens[at - 1]?.lower ?? ''));
