import type { ClaimKind } from '#domain/claims/kind';
import {
  CAUSES,
  COMPARISONS,
  FUTURES,
  isSuperlative,
  JUDGEMENTS,
  STANCE_WORDS,
} from '../english/kind-words';
import { isVague } from '../figures/informative';
import type { Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';

/** The signs of the kind of a claim, beside its words. */
export type KindSigns = {
  readonly hasFigure: boolean;
  readonly hasQuote: boolean;
  readonly hasClaimant: boolean;
  readonly isRole: boolean;
};

/** What sort of statement these words make. The first sign that fits wins, figures before all. */
export function kindOf(tokens: readonly Token[], signs: KindSigns): ClaimKind {
  if (signs.isRole) return 'attribute';
  if (signs.hasFigure) return 'figure';
  if (signs.hasQuote && signs.hasClaimant) return 'quote';
  if (tokens.some((_, at) => isSuperlative(tokens, at))) return 'superlative';
  if (isVague(tokens)) return 'opinion';
  if (
    tokens.some((token) => token.lower === 'i' || token.lower === 'we') &&
    has(tokens, JUDGEMENTS)
  )
    return 'opinion';
  if (signs.hasClaimant && has(tokens, STANCE_WORDS)) return 'position';
  if (has(tokens, COMPARISONS) || isLikeness(tokens)) return 'comparison';
  if (has(tokens, CAUSES)) return 'cause';
  if (
    tokens.some(
      (token) => token.lower === 'will' || token.lower === "won't" || token.lower === "'ll",
    ) ||
    saysFuture(tokens)
  )
    return 'prediction';
  if (
    tokens.some(
      (token, at) =>
        ['is', 'are', 'was', 'were'].includes(token.lower) &&
        ['a', 'an', 'the', 'one'].includes(tokens[at + 1]?.lower ?? ''),
    )
  )
    return 'attribute';
  return 'event';
}

const has = (tokens: readonly Token[], list: ReadonlySet<string>): boolean =>
  tokens.some((token) => list.has(token.lower));

/** 'looks very much like', 'is just like'. */
const isLikeness = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lower }, at) => lower === 'like' && BEFORE_LIKE.has(tokens[at - 1]?.lower ?? ''));

const BEFORE_LIKE = wordList('much just exactly look looks looked is are was were');

const saysFuture = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, at) =>
      FUTURES.has(token.lower) && tokens[at + 1]?.lower === 'to' && token.lower !== 'could',
  );

/** A future event and a mere judgement cannot be checked. */
export const isCheckable = (kind: ClaimKind): boolean =>
  kind !== 'prediction' && kind !== 'opinion';
