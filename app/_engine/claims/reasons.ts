import type { ClaimKind } from '#domain/claims/kind';
import type { Claimant, ReadFigure } from '#domain/claims/reading';

const CASUALTIES = /\b(?:killed|dead|deaths?|died|injured|wounded|casualt|missing|victims?)\b/i;

const KIND_REASONS: Record<ClaimKind, string> = {
  figure: 'it gives a figure',
  event: 'it says that something happened',
  quote: "it gives a person's own words",
  superlative: 'it says first, only or most',
  comparison: 'it compares one thing with another',
  cause: 'it says that one thing led to another',
  position: 'it tells what someone stands for or would do',
  prediction: 'it tells what is to come, so it cannot be checked yet',
  attribute: 'it says who or what someone or something is',
  opinion: 'it is a judgement, so it cannot be checked',
};

/** Why a claim was suggested, in words for a reviewer, the strongest reason first. */
export function reasonsFor(
  words: string,
  kind: ClaimKind,
  claimant: Claimant | null,
  quantities: readonly ReadFigure[],
): string[] {
  const reasons: string[] = [];
  const [figure] = quantities;
  if (figure && CASUALTIES.test(words)) {
    const from = claimant ? ', attributed to one source' : ', with no source named';
    reasons.push(`a casualty figure${from}`);
  } else if (figure) reasons.push(`a figure: ${figure.surface}`);
  if (kind !== 'figure') reasons.push(KIND_REASONS[kind]);
  if (/\bfirst\b.{0,20}\b(?:ever|time)\b/i.test(words)) reasons.push('first ever');
  if (figure && figure.qualifier !== 'exact') reasons.push('the figure is hedged');
  if (claimant?.kind === 'unnamed') reasons.push('the source is not named');
  return reasons;
}
