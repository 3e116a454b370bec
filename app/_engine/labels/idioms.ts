import { isPluralNoun } from '../english/nouns';
import { isPlainVerb } from '../english/verbs';
import type { ReadNumber } from '../numbers/number';
import type { Token } from '../tokens/tokens';

/** After a number and a hyphen: 'three-way tie', 'two-faced', 'six-figure sum', 'one-off'. */
const TAILS =
  /^(?:ways?|faced|sided|off|dimensional|handed|pronged|figure|figures|liner|liners|sum|tracked|horse|pointers?|putts?|putted|peat|step|steps|bit|timer|upmanship|size)$/;
/** A tail of one alone: a 'two-man crew' has two men. */
const TAILS_OF_ONE = /^(?:man|woman|party|time|stop|size|piece|track|trick|eyed|on)$/;

/** Words before a number in words that make an idiom of the two. */
const BEFORE = /^(?:square|number|catch|cloud|chapter|channel)$/;

/** What is numbered in words: 'day five', 'phase two'. */
const NUMBERED =
  /^(?:day|page|chapter|phase|round|step|stage|part|week|act|scene|room|item|option|question|table|section|volume|episode|season)$/;

/** Words after 'one': 'one step further', 'one thing', 'one after another'. */
const AFTER_ONE =
  /^(?:step|thing|day|way|side|hand|after|by|another|more|such|big|final|last|or|and|at|too|to|who|whose|that)$/;
const FURTHER = /^(?:further|ahead|closer|beyond|back|forward|away|more)$/;

/**
 * Whether a number is part of an idiom and counts nothing: 'one step further', 'once and for all', 'a
 * three-way tie', 'at one point', 'square one', 'fifty-fifty'.
 */
export function isIdiom(tokens: readonly Token[], { from, to, form, scaled }: ReadNumber): boolean {
  if (scaled || (form !== 'words' && form !== 'digits')) return false;
  const [before, next, later] = [tokens[from - 1], tokens[to], tokens[to + 1]];
  const isOne = to === from + 1 && tokens[from]?.lower === 'one';
  if (next?.text === '-' && !next.spaced && later && !later.spaced) {
    if (TAILS.test(later.lower) || (isOne && TAILS_OF_ONE.test(later.lower))) return true;
    // 'fifty-fifty'
    if (form === 'words' && later.lower === tokens[to - 1]?.lower) return true;
  }
  if (form === 'digits') return false;
  if (before?.text === '-' && !before.spaced && tokens[from - 2]?.lower === tokens[from]?.lower)
    return true;
  if (BEFORE.test(before?.lower ?? '') && (next?.kind !== 'word' || !next.spaced)) return true;
  // 'a high-five'
  if (before?.text === '-' && tokens[from - 2]?.lower === 'high') return true;
  // 'Two, defend the coast': the number of a point.
  if (from === 0 && to === 1 && next?.text === ',' && isPlainVerb(later?.lower ?? '')) return true;
  // 'day five', 'page two'
  if (to === from + 1 && NUMBERED.test(before?.lower ?? '') && !isPluralNoun(next?.text ?? ''))
    return !/^(?:a|an|the|this|that|last|next|per|every|each|one)$/.test(
      tokens[from - 2]?.lower ?? '',
    );
  if (!isOne) return false;
  if (before?.lower === 'at' && /^(?:point|stage|time|end)$/.test(next?.lower ?? '')) return true;
  if (next?.lower === 'step') return FURTHER.test(later?.lower ?? '');
  return /^(?:thing|another|day)$/.test(next?.lower ?? '') || isFromOneToOther(next, later);
}

/** 'one after another', 'one by one', 'one or the other', 'one and the same'. */
const isFromOneToOther = (next: Token | undefined, later: Token | undefined): boolean =>
  AFTER_ONE.test(next?.lower ?? '') &&
  /^(?:one|another|other|the|all|time)$/.test(later?.lower ?? '');
