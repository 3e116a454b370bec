import type { ReadClaim, ReadFigure } from '#domain/claims/reading';
import { mainVerbAt } from '../clauses/fragments';
import type { Clause } from '../clauses/part';
import { SPEECH_VERBS } from '../english/verb-words';
import { findLikelyFinite, hasFinite, isFiniteAt, verbTags } from '../english/verbs';
import { isAdverb, isFiniteVerb, tagOf } from '../tags/tag';
import { QUOTES, quotedTokens } from '../tokens/quotations';
import type { Token } from '../tokens/tokens';

/**
 * Whether these words state something: a verb that is known for one stands among them, or one that
 * looks like one, or, in the main clause of a sentence, a figure with its unit.
 */
export const isStatement = (
  tokens: readonly Token[],
  { link }: Pick<Clause, 'link'>,
  { from, to }: { readonly from: number; readonly to: number },
  quantities: readonly ReadFigure[],
): boolean =>
  hasFinite(tokens, from, to) ||
  findLikelyFinite(tokens, from, to) >= 0 ||
  (link === 'main' && quantities.some(({ unit }) => unit !== null));

const ORDERS = new Set(
  "keep click read sign subscribe follow share see watch join get find visit download check log register contact listen learn send tell let please do don't enter thank".split(
    ' ',
  ),
);

/** Questions, orders and buttons state nothing: 'Keep up to date with our articles'. */
export function isNoStatement(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (tokens.at(-1)?.text === '?' || isQuotedQuestion(tokens)) return true;
  if (first && isOrder(tokens)) return true;
  if (!first || !ORDERS.has(first.lower) || second?.kind !== 'word') return false;
  return !isFiniteAt(tokens, 1);
}

/** '“Where are the ships?” asked Eva Holm.': a question with its speaker. */
function isQuotedQuestion(tokens: readonly Token[]): boolean {
  const mark = tokens.findIndex(({ text }) => text === '?');
  if (mark < 0 || !CLOSES.test(tokens[mark + 1]?.text ?? '')) return false;
  const quoted = quotedTokens(tokens);
  const rest = tokens.slice(mark + 2);
  return (
    quoted.slice(0, mark).every(Boolean) &&
    rest.length <= LONGEST_TAG &&
    rest.some(({ text }) => SPEECH_VERBS.has(text)) &&
    !rest.some(({ text, lower }) => QUOTES.has(text) || lower === 'that')
  );
}

const CLOSES = /^["”»]$/;
/** As many words as name a speaker and an occasion. */
const LONGEST_TAG = 16;

/** 'Remain alert and follow the signs': a plain verb first, and no subject. */
const isOrder = (tokens: readonly Token[]): boolean => {
  const tags = verbTags(tokens);
  const at = isAdverb(tags[0]) ? 1 : 0;
  const isPlain = tags[at] === VB && tokens[at]?.kind === 'word';
  return (
    isPlain && !isFiniteVerb(tags[at + 1]) && mainVerbAt(tokens, tags, at + 1, tokens.length) < 0
  );
};

const VB = tagOf('VB');

const NO_ANSWER =
  /\b(?:declin(?:ed|es)|refus(?:ed|es)) to (?:comment|answer)\b|\b(?:did not|didn['’]t|has not|have not) (?:immediately )?(?:respond|repl|comment)|\bcould not be reached\b/i;

/** A refusal to answer is reported for fairness, and never checked. */
export const isWorthwhile = ({ exact, quantities }: ReadClaim): boolean =>
  quantities.length > 0 || !NO_ANSWER.test(exact);
