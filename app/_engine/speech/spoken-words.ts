import type { Claimant } from '#domain/claims/reading';
import { datelineEnd } from '../parties/datelines';
import type { Parties } from '../parties/party-memory';
import type { ReadPassage } from '../tokens/passage';
import { quotedTokens } from '../tokens/quotations';
import type { Range } from '../tokens/tokens';
import { type Attribution, attributionTo } from './claimant-of';
import { findInset } from './inset-speech';
import type { Speech } from './read-speech';

/** Without a dateline, and without the label of who speaks. */
export function withoutLead(passage: ReadPassage, start: number): ReadPassage {
  const { tokens } = passage;
  const label = tokens.findIndex((token) => token.start >= start);
  const begin = label === 0 ? datelineEnd(tokens) : label < 0 ? tokens.length : label;
  return begin === 0 ? passage : { ...passage, tokens: passage.tokens.slice(begin) };
}

/** Who is said to say a sentence in its midst, and the token before which that stood. */
export type InsetSpeaker = { readonly attribution: Attribution; readonly at: number };

/**
 * A sentence without the words in its midst that say who speaks, so that the statement around them is
 * one: 'The road, officials said, carries 9,000 cars'.
 */
export function withoutInset(
  passage: ReadPassage,
  parties: Parties,
): { readonly passage: ReadPassage; readonly inset: InsetSpeaker | null } {
  const { tokens } = passage;
  const found = findInset(tokens, quotedTokens(tokens));
  if (!found) return { passage, inset: null };
  const { speaker, verbSpan, cut, edit } = found;
  const attribution = attributionTo(passage, speaker, verbSpan, { parties });
  return {
    passage: {
      ...passage,
      tokens: [...tokens.slice(0, cut.from), ...tokens.slice(cut.to)],
      cuts: [edit],
    },
    inset: { attribution, at: cut.from },
  };
}

/**
 * Words that nobody is given are those of the speaker of the text, unless they quote somebody, or are
 * what nobody in particular says: 'It is believed that …'.
 */
export function bySpeaker(
  own: Attribution | null,
  speech: Speech | null,
  speaker: Claimant | null,
  quoted: readonly boolean[],
  { from, to }: Range,
): Attribution | null {
  const isImpersonal =
    speech !== null &&
    !speech.isBefore &&
    speech.speaker === null &&
    speech.verbSpan.to > speech.verbSpan.from;
  const isOthers = own?.claimant || isImpersonal || quoted.slice(from, to).every(Boolean);
  return speaker && !isOthers ? { claimant: speaker, saidOn: own?.saidOn ?? null } : own;
}
