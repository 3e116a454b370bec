import type { Claimant } from '#domain/claims/reading';
import type { Parties } from '../parties/party-memory';
import { readSpeaker } from '../parties/read-speaker';
import { segment } from '../sentences/segment';
import { type Passage, toPassage } from '../tokens/passage';
import { quotedTokens } from '../tokens/quotations';
import { isSpaceAt } from '../tokens/tokens';
import { pronounSpeaker } from './people-in-sentence';
import { readSpeech } from './read-speech';

/** A quotation that goes on for longer has its speaker before it. In UTF-16 units. */
const LONGEST_QUOTE = 3_000;
const LONGEST_TAIL = 240;
/** As much before the closing mark as shows that words stand there. */
const LAST_WORDS = 30;

/**
 * Who is named after a quotation of several sentences: '“It fell. We lost 40 ships,” said Ida Moe.'
 *
 * @param from  a UTF-16 offset inside the quotation, after its first sentence
 * @returns null where the quotation ends without a speaker, or goes on for very long
 */
export function speakerAfterQuote(text: string, from: number, parties: Parties): Claimant | null {
  const close = closingMark(text, from);
  // A quotation that ends with a full stop is a sentence, and who speaks next is another matter.
  if (close < 0 || !ENDS_WITHIN.test(text.slice(close - 1, close + 3))) return null;
  const lineEnd = text.indexOf('\n', close);
  const limit = Math.min(lineEnd < 0 ? text.length : lineEnd, close + LONGEST_TAIL);
  const [rest] = segment(text.slice(close + 1, limit));
  if (!rest) return null;
  let start = Math.max(from, close - LAST_WORDS);
  while (start < close && !isSpaceAt(text, start - 1)) start++;
  return speakerIn(toPassage(text, { start, end: close + 1 + rest.end }), parties);
}

/** 'ships,” said', 'ships” in May, said': the sentence goes on after the mark. */
const ENDS_WITHIN = /^[,!?–—-]|^.., |^[\p{L}\p{N}]. \p{Ll}/u;

function speakerIn(passage: Passage, parties: Parties): Claimant | null {
  const { text, tokens } = passage;
  const clause = { from: 0, to: tokens.length, link: 'main', subject: null } as const;
  const speech = readSpeech(tokens, clause, quotedTokens(tokens));
  if (!speech?.isBefore || !speech.speaker) return null;
  const { from, to } = speech.speaker;
  const meant = pronounSpeaker(passage, speech.speaker, parties);
  return meant === undefined ? readSpeaker(text, tokens, [from, to], parties) : meant;
}

/** The mark that closes a quotation; it goes on in a paragraph that opens with a mark again. -1 for none. */
function closingMark(text: string, from: number): number {
  for (let at = from; at < Math.min(text.length, from + LONGEST_QUOTE); at++) {
    const char = text[at] ?? '';
    if (char === '”' || char === '»' || char === '"') return at;
    if (char === '“' || char === '„') return -1;
    if (char !== '\n') continue;
    while (isSpaceAt(text, at + 1)) at++;
    if (!/["“„«]/.test(text[at + 1] ?? '')) return -1;
    at++;
  }
  return -1;
}
