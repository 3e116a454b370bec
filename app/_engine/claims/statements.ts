import type { ReadClaim } from '#domain/claims/reading';
import { mainVerbAt } from '../clauses/fragments';
import { isPluralNoun } from '../english/nouns';
import { SPEECH_VERBS } from '../english/verb-words';
import {
  findLikelyFinite,
  hasFinite,
  isFiniteAt,
  isPast,
  isPlainVerb,
  verbTags,
} from '../english/verbs';
import { isAdverb, isFiniteVerb, tagOf } from '../tags/tag';
import { QUOTES, quotedTokens } from '../tokens/quotations';
import type { Token } from '../tokens/tokens';

/** Whether these words state something: a verb that is known for one stands among them, or a form that looks like one. */
export function isStatement(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  if (hasFinite(tokens, from, to)) return true;
  const likely = findLikelyFinite(tokens, from, to);
  const { lower = '' } = tokens[likely] ?? {};
  return isPast(lower) || (isPlainVerb(lower) && isPluralNoun(tokens[likely - 1]?.lower ?? ''));
}

const ORDERS = new Set(
  "keep click read sign subscribe follow share see watch join get find visit download check log register contact listen learn send tell let please do don't enter thank".split(
    ' ',
  ),
);

/** Questions, orders and buttons state nothing: 'Keep up to date with our articles'. */
export function isNoStatement(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (tokens.at(-1)?.text === '?' || endsWithQuestion(tokens) || isQuotedQuestion(tokens))
    return true;
  if (first && (isOrder(tokens) || isReasonAlone(tokens) || isTitle(tokens) || isRest(tokens)))
    return true;
  if (first?.lower === 'disclaimer' && second?.text === ':') return true;
  if (!first || !ORDERS.has(first.lower) || second?.kind !== 'word') return false;
  return !isFiniteAt(tokens, 1);
}

/** 'And could it be 12?”', of a quotation that began before, and 'She asked, “Is it 12?”'. */
function endsWithQuestion(tokens: readonly Token[]): boolean {
  if (!CLOSES.test(tokens.at(-1)?.text ?? '') || tokens.at(-2)?.text !== '?') return false;
  const open = tokens.findIndex(({ text }) => QUOTES.has(text));
  const isAsked = /^(?:asked|asks|wondered|inquired)$/.test(tokens[open - 2]?.lower ?? '');
  return open === tokens.length - 1 || isAsked;
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

/** 'Why you should not worry.', 'How 12 men fell.' and 'What was his reason.': a heading or a question with a full stop. */
function isTitle(tokens: readonly Token[]): boolean {
  const tags = verbTags(tokens);
  const first = tokens[0]?.lower ?? '';
  if (/^(?:why|how)$/.test(first)) return mainVerbAt(tokens, tags, 0, tokens.length) < 0;
  return (
    /^(?:what|where|who|when)$/.test(first) &&
    isFiniteVerb(tags[1]) &&
    !tags.subarray(2).some(isFiniteVerb)
  );
}

/** 'included the lighting of candles.': what is left of a sentence that a line broke. */
const isRest = (tokens: readonly Token[]): boolean =>
  tokens[0]?.kind === 'word' &&
  tokens[0].text === tokens[0].lower &&
  isFiniteVerb(verbTags(tokens)[0]) &&
  mainVerbAt(tokens, verbTags(tokens), 0, tokens.length) < 0;

/** 'Mostly because it helps the owner.': a clause that hangs on the sentence before. */
function isReasonAlone(tokens: readonly Token[]): boolean {
  const tags = verbTags(tokens);
  const at = isAdverb(tags[0]) ? 1 : 0;
  return (
    /^(?:because|although|though|whereas|which|unless)$/.test(tokens[at]?.lower ?? '') &&
    mainVerbAt(tokens, tags, 0, tokens.length) < 0
  );
}

const VB = tagOf('VB');

const NO_ANSWER =
  /\b(?:declin(?:ed|es)|refus(?:ed|es)) to (?:comment|answer)\b|\b(?:did not|didn['’]t|has not|have not) (?:immediately )?(?:respond|repl|comment)|\bcould not be reached\b/i;

/** In words. */
const SHORTEST_OPEN = 4;

/** 'He coached Lyon': a name after the verb can be checked. */
const NAMES = / \p{Lu}\p{Ll}/u;

/**
 * A refusal to answer is reported for fairness, and never checked; 'That's it' and 'They got her' say
 * nothing without the words around them; 'You get a badge' is advice.
 */
export function isWorthwhile({ exact, text, quantities, claimant, leansOn, eventOn }: ReadClaim) {
  if (quantities.length > 0) return true;
  const words = text.split(' ').length;
  const isOpen = /^(?:it|they|we|i|he|she|you)$/i.test(leansOn ?? '');
  const isIdle =
    claimant === null && words <= SHORTEST_OPEN && isOpen && eventOn === null && !NAMES.test(text);
  const isAdvice = claimant === null && /^(?:you|your|you['’]\w+)\s/i.test(exact);
  return !NO_ANSWER.test(exact) && !isIdle && !isAdvice;
}
