import type { Claimant } from '#domain/claims/reading';
import { isDenied } from '../english/denials';
import { SPEECH_VERBS } from '../english/verb-words';
import { findFinite, isIng } from '../english/verbs';
import type { Parties } from '../parties/party-memory';
import { readSpeaker } from '../parties/read-speaker';
import type { Passage } from '../tokens/passage';
import { QUOTES } from '../tokens/quotations';
import type { Token } from '../tokens/tokens';
import { subjectOfVerb } from './verb-subject';

/** Whose words come next. */
export type Announced = {
  readonly claimant: Claimant;
  /** Whether they are a whole paragraph, with quotation marks or without. */
  readonly isWhole: boolean;
};

/** As many words as stand between the verb and the colon: 'told reporters in Lund on Monday:'. */
const LONGEST_TAIL = 14;

/**
 * Whose quotation a sentence announces that ends with a colon: 'Ana Ruiz said:', 'as the website
 * notes:'.
 *
 * @returns null for a colon after something else, and where it is not clear who speaks
 */
export function announcedSpeaker({ text, tokens }: Passage, parties: Parties): Announced | null {
  if (tokens.at(-1)?.text !== ':') return null;
  const last = tokens.length - 1;
  for (let at = last - 1; at >= Math.max(0, last - LONGEST_TAIL); at--) {
    const token = tokens[at];
    if (!token || token.text !== token.lower || !SPEECH_VERBS.has(token.lower)) continue;
    if (findFinite(tokens, at + 1, last) >= 0 || isDenied(tokens, at, 0)) return null;
    const subject = isIng(token.lower) ? actor(tokens, at) : speaker(tokens, at);
    const claimant = subject && readSpeaker(text, tokens, [subject.from, subject.to], parties);
    // 'said:' at the end of a paragraph; 'found the following:' announces a list.
    const isWhole = SPOKE.test(token.lower) && at === last - 1;
    return claimant && { claimant, isWhole };
  }
  return null;
}

const SPOKE =
  /^(?:said|says|added|adds|wrote|writes|commented|told|explained|continued|concluded)$/;

/** The subject of the verb, in its clause or in the whole sentence: ', as the website notes:'. */
function speaker(tokens: readonly Token[], verb: number) {
  const whole = subjectOfVerb(tokens, 0, verb);
  if (whole) return whole;
  for (let at = verb - 1; at > 0; at--)
    if (/^(?:as|and|but|when|,)$/.test(tokens[at]?.lower ?? ''))
      return subjectOfVerb(tokens, at + 1, verb);
  return null;
}

/** 'The minister opened the bridge, saying:': who acts speaks. */
function actor(tokens: readonly Token[], ing: number) {
  const isJoined = tokens[ing - 1]?.text === ',' || /^[–—]$/.test(tokens[ing - 1]?.text ?? '');
  if (!isJoined) return null;
  for (let at = 1; at < ing; at++) {
    const subject = findFinite(tokens, at, at + 1) === at ? subjectOfVerb(tokens, 0, at) : null;
    if (subject) return subject;
  }
  return null;
}

/** The same for the next sentence of a paragraph without quotation marks: 'Ana Ruiz said:', and a line end. */
export function stillAnnounced(
  { text, tokens }: Passage,
  { announced }: { readonly announced: Announced | null },
): Announced | null {
  if (!announced?.isWhole) return null;
  const end = tokens.at(-1)?.end ?? 0;
  const isQuoted = tokens.some(({ text: mark }) => QUOTES.has(mark));
  const goesOn = /^[ \t]*\S/.test(text.slice(end, end + 8));
  return !isQuoted && goesOn ? announced : null;
}
