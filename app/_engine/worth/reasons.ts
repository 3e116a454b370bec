import type { ClaimKind } from '#domain/claims/kind';
import type { ReadClaim, ReadFigure } from '#domain/claims/reading';
import { isSuperlative } from '../english/kind-words';
import type { ReadPassage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';

/** As many as a card can show in one line. */
const MOST_REASONS = 3;

const DEATHS = /\b(?:killed|dead|deaths?|died|dies|fatalities|bodies)\b/i;
const HURT = /\b(?:injured|wounded|hurt|casualt\w+|missing|victims?|survivors?)\b/i;
const DENIES =
  /\b(?:den(?:y|ies|ied)|never|not true|false|untrue)\b|\b(?:did|was|were|is|has|have) not\b|n['’]t\b/i;
const ACCUSES =
  /\b(?:accus\w+|alleg\w+|fraud\w*|corrupt\w*|brib\w+|charged with|convicted|guilty|murder\w*|stole|embezzl\w+|lied|illegal\w*|abus\w+|rap(?:e|ed|ist))\b/i;
const BASE =
  /\b(?:from|than|compared|since|annual\w*|year-on-year|(?:last|past|previous|a) (?:\w+ )?(?:years?|months?|weeks?|quarters?|decades?))\b|\b(?:1[89]|20)\d\d\b/i;
const AGE = /\b(?:years? old|year-olds?|aged?)\b/i;
const QUOTED = /["“”«»]/;

const KIND_REASONS: Partial<Record<ClaimKind, string>> = {
  comparison: 'a comparison of one thing with another',
  cause: 'a cause: one thing led to another',
  position: 'the position of a person or an organization',
  prediction: 'a prediction, so it cannot be checked yet',
  attribute: 'who or what a person or a thing is',
  opinion: 'an opinion, so it cannot be checked',
};

/**
 * Why a claim is worth a look, in words for a reviewer, the strongest reason first: what its figures
 * lack, who vouches for it, and what sort of statement it is.
 */
export function reasonsFor({ tokens }: ReadPassage, claim: ReadClaim): string[] {
  const { exact, kind, claimant, quantities } = claim;
  const own = tokens.filter(({ start, end }) => start >= claim.start && end <= claim.end);
  const dead = toll(claim);
  const reasons = [
    dead,
    superlative(own),
    ...quantities.slice(0, 1).flatMap((figure) => lacks(figure, claim, own)),
    claimant && ACCUSES.test(exact) ? 'an accusation' : null,
    claimant && DENIES.test(exact) && quantities.length === 0 ? 'a denial' : null,
    claimant?.kind === 'unnamed' && !dead ? 'a source without a name' : null,
    KIND_REASONS[kind] ?? null,
    kind === 'quote' || (claimant && QUOTED.test(exact)) ? 'a quotation' : null,
    ...quantities.slice(0, 1).map((figure) => sortOf(figure, exact)),
    kind === 'event' ? eventReason(claim) : null,
  ];
  return [...new Set(reasons.filter((reason) => reason !== null))].slice(0, MOST_REASONS);
}

/** 'a death toll from one unnamed source'. */
function toll({ exact, claimant, quantities }: ReadClaim): string | null {
  const isCount = quantities.some(({ unit }) => unit === null || unit.startsWith('{'));
  if (!isCount) return null;
  const sort = DEATHS.test(exact) ? 'a death toll' : HURT.test(exact) ? 'a count of victims' : null;
  if (!sort) return null;
  const from =
    claimant === null
      ? 'with no source named'
      : claimant.kind === 'unnamed'
        ? 'from one unnamed source'
        : 'from one source';
  return `${sort} ${from}`;
}

function superlative(tokens: readonly Token[]): string | null {
  const at = tokens.findIndex((_, place) => isSuperlative(tokens, place));
  if (at < 0) return null;
  const isEver = tokens[at + 1]?.lower === 'ever';
  return `a superlative: ${tokens[at]?.lower ?? ''}${isEver ? ' ever' : ''}`;
}

/** What a figure does not say, and would have to. */
function lacks(
  figure: ReadFigure,
  { exact, claimant }: ReadClaim,
  tokens: readonly Token[],
): (string | null)[] {
  const isMove = figure.change === 'up' || figure.change === 'down';
  const after = tokens.find(({ start }) => start >= figure.end)?.lower;
  const isShare = figure.unit === '%' && !isMove && after !== 'of' && figure.measure === null;
  return [
    isMove && !BASE.test(exact) ? 'a change with no base year' : null,
    isShare ? 'a share without its whole' : null,
    figure.qualifier === 'exact' || figure.qualifier === 'between'
      ? null
      : `a figure that is not exact: ${figure.surface}`,
    claimant && claimant.kind !== 'unnamed' ? 'a figure from one side' : null,
  ];
}

const MONEY = /^[A-Z]{3}$/;

/** What sort of figure it is, with its words. */
function sortOf({ unit, dimension, change, surface }: ReadFigure, exact: string): string {
  if (change === 'up' || change === 'down') return `a change: ${surface}`;
  if (unit === '%') return `a share: ${surface}`;
  if (MONEY.test(unit?.split('/')[0] ?? '')) return `an amount of money: ${surface}`;
  if (dimension === 'time') return `${AGE.test(exact) ? 'an age' : 'a length of time'}: ${surface}`;
  if (unit?.startsWith('{')) return `a count: ${surface}`;
  return unit === null ? `a number: ${surface}` : `a measurement: ${surface}`;
}

/** What a statement without a figure has that can be looked up. */
const eventReason = ({ claimant, eventOn }: ReadClaim): string =>
  eventOn
    ? `an event with its date: ${eventOn.surface}`
    : claimant
      ? 'an event from one source'
      : 'an event with no date named';
