import type { ClaimKind } from '#domain/claims/kind';
import type { Claimant, ReadClaim } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { extract, type ReadingOptions } from './extract';

/** What a reviewer probably means by words that were selected in a text. */
export type ReadSelection = {
  /** The claim in words that stand alone. */
  readonly text: string;
  readonly kind: ClaimKind;
  readonly claimant: Claimant | null;
};

// In UTF-16 code units: the sentences before the words name the people and things that the words mean.
const READ_BEFORE = 4000;
const READ_AFTER = 600;
/** A claim that shares less of its words with the selection is another claim. */
const SAME_WORDS = 0.85;

/** Guesses the claim that selected words make: its text, kind and claimant. */
export function readSelection(
  text: string,
  { start, end }: Span,
  options: ReadingOptions,
): ReadSelection {
  const exact = text.slice(start, end);
  const from = lineStart(text, start - READ_BEFORE);
  const window = text.slice(from, end + READ_AFTER);
  const near = extract(window, options).claims.filter(
    (claim) => claim.start + from < end && claim.end + from > start,
  );
  const share = (claim: ReadClaim) => shareOf({ start: start - from, end: end - from }, claim);
  const best = near.toSorted((a, b) => share(b) - share(a))[0];
  const claimant = best?.claimant ?? options.speaker ?? null;
  const by = typeof claimant === 'string' ? toClaimant(claimant) : claimant;
  if (best && share(best) >= SAME_WORDS) return { text: best.text, kind: best.kind, claimant: by };
  const alone = asSentence(exact);
  const [read] = extract(alone, options).claims;
  return { text: read?.text ?? alone, kind: read?.kind ?? kindOfWords(exact), claimant: by };
}

const toClaimant = (name: string): Claimant => ({ name, kind: 'person', role: null });

function kindOfWords(words: string): ClaimKind {
  if (/\d/.test(words)) return 'figure';
  return /["“”«»]/.test(words) ? 'quote' : 'event';
}

/** The start of the first whole line from a place on; 0 before the text. */
function lineStart(text: string, from: number): number {
  return from <= 0 ? 0 : text.indexOf('\n', from) + 1 || from;
}

/** The shared words of two stretches, as a part of the longer one. */
const shareOf = (a: Span, b: Span) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  Math.max(a.end - a.start, b.end - b.start, 1);

/** Words as one sentence: on one line, without a joining word before them, with a capital and a stop. */
export function asSentence(words: string): string {
  const line = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[,;:–—-]+\s*/, '')
    .replace(/^(?:and|but|while|which|that|or)\s+/i, '')
    .replace(/[,;:–—-]+$/, '');
  const capital = line.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return /[.!?]["”’]?$/.test(capital) ? capital : `${capital}.`;
}
