import type { Change, Qualifier } from '#domain/figures/figure';
import { findUnit } from '#domain/units/unit';
import { BETWEEN, FALLS, RISES } from '../english/change-words';
import { AUXILIARIES } from '../english/grammar-words';
import {
  AFTER_FIGURE,
  BEFORE_FIGURE,
  BREAKS_QUALIFIER,
  LONGEST_QUALIFIER,
  PASSED_OVER,
} from '../english/qualifier-words';
import { isPast, isPlainVerb, THIRD_PERSON } from '../english/verbs';
import { readNumber } from '../numbers/read-number';
import type { Token } from '../tokens/tokens';
import { readUnit } from '../units/read-unit';

export type QualifierMatch = {
  readonly qualifier: Qualifier;
  readonly from: number;
  readonly to: number;
  /** The meaning of the words: 'just under' is a bound, 'nearly' is only nearness. */
  readonly change: Change;
};

/**
 * The qualifier that ends just before this token: 'more than' in 'more than 4,000'.
 *
 * @param free  where in the text the figure before ends: the 'in' of '5in under 6' is its own
 */
export function readQualifierBefore(
  tokens: readonly Token[],
  at: number,
  free: number,
): QualifierMatch | null {
  let end = at;
  for (let skipped = 0; skipped < 3; skipped++) {
    const found = longestEndingAt(tokens, end, free);
    if (found) return found;
    const word = tokens[end - 1]?.lower ?? '';
    if (!PASSED_OVER.has(word) || BREAKS_QUALIFIER.has(word)) return null;
    end--;
  }
  return null;
}

function longestEndingAt(
  tokens: readonly Token[],
  end: number,
  free: number,
): QualifierMatch | null {
  let phrase = '';
  let found: QualifierMatch | null = null;
  for (let from = end - 1; from >= Math.max(0, end - LONGEST_QUALIFIER); from--) {
    const token = tokens[from];
    if (!token || token.start < free) break;
    const word = token.lower;
    phrase = phrase ? `${word} ${phrase}` : word;
    const qualifier = BEFORE_FIGURE.get(phrase);
    if (qualifier && isMeant(tokens, from, end, phrase, free > 0))
      found = denied(tokens, {
        qualifier,
        from,
        to: end,
        change: changeInPhrase(phrase, qualifier),
      });
  }
  return found;
}

/** 'some' and 'near' and 'within' are qualifiers only where they can be nothing else. */
function isMeant(
  tokens: readonly Token[],
  from: number,
  end: number,
  phrase: string,
  hasFigure: boolean,
): boolean {
  const previous = tokens[from - 1]?.lower ?? '';
  if (phrase === 'above' || phrase === 'beyond' || phrase === 'near')
    return previous !== 'the' && previous !== 'and';
  if (phrase === 'over' && isDuring(tokens, from, end, hasFigure)) return false;
  if (phrase === 'under' || phrase === 'over')
    return !(previous === 'from' || (previous === 'in' && phrase === 'over'));
  if (phrase === 'within') return isSpan(tokens, end);
  if (phrase === 'c .' || phrase === 'ca .') return !tokens[end - 1]?.spaced;
  return true;
}

/** 'within three years', 'within 5 km': no more than that; 'within 1σ' and 'within two of them' say nothing. */
function isSpan(tokens: readonly Token[], end: number): boolean {
  const number = readNumber(tokens, end);
  const unit = number && readUnit(tokens, number.to);
  return unit !== null && /^(?:time|length)$/.test(findUnit(unit.code)?.dimension ?? '');
}

/** What a denial before it makes of a bound: 'no school loses more than 1.5 %' is at most 1.5 %. */
function denied(tokens: readonly Token[], match: QualifierMatch): QualifierMatch {
  const turned =
    match.qualifier === 'over' ? 'atMost' : match.qualifier === 'under' ? 'atLeast' : null;
  if (!turned || !isDenied(tokens, match.from)) return match;
  return { ...match, qualifier: turned, change: changeOf(turned) };
}

/** As far as a denial reaches: 'no school in the county may lose more than'. */
const DENIAL_REACH = 9;
const ENDS_DENIAL =
  /^(?:[,;:.()"“”—–]|that|which|who|because|as|when|if|but|and|than|only|with|doubt|one|matter|longer)$/;

/** Whether 'not', 'never' or 'no' with its noun stands before, with a verb and no other clause between. */
function isDenied(tokens: readonly Token[], from: number): boolean {
  let hasVerb = false;
  for (let at = from - 1; at >= Math.max(0, from - DENIAL_REACH); at--) {
    const { lower = '' } = tokens[at] ?? {};
    if (ENDS_DENIAL.test(lower)) return false;
    if (/^(?:not|never|cannot)$|n['’]t$/.test(lower))
      return (
        !ENDS_DENIAL.test(tokens[at + 1]?.lower ?? '') &&
        !/^(?:yet|even)$/.test(tokens[at + 1]?.lower ?? '')
      );
    if (/^(?:no|none|nobody|neither)$/.test(lower)) return hasVerb && isOpening(tokens, at);
    if (isVerbForm(lower)) hasVerb = true;
  }
  return false;
}

const isVerbForm = (lower: string): boolean =>
  AUXILIARIES.has(lower) || isPast(lower) || THIRD_PERSON.has(lower) || isPlainVerb(lower);

/** 'No school …' begins its clause, also after 'ensures' and 'said'; 'there is no school with more than' denies the school. */
const isOpening = (tokens: readonly Token[], at: number): boolean =>
  at === 0 ||
  /^[a-z]+(?:s|ed)$/.test(tokens[at - 1]?.text ?? '') ||
  /^(?:[,;:"“]|that|and|but|so)$/.test(tokens[at - 1]?.lower ?? '');

const PERIOD = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries)$/;
/** Before 'over 20 years' these make it a length: 'for over 20 years', 'took over 20 years'. */
const OF_LENGTH = new Set(
  `for of after in than by with well just take takes took taken taking last lasts lasted lasting is was were be been are spend
  spends spent spending wait waits waited waiting aged and or to`.split(/\s+/),
);

/**
 * 'lost 15% over 68 weeks', 'over 20 years, they lost': the time itself, and not more than it. Only
 * an amount named before is spread over a time: 'ran over five weeks' may be either.
 */
function isDuring(
  tokens: readonly Token[],
  from: number,
  end: number,
  hasFigure: boolean,
): boolean {
  const number = readNumber(tokens, end);
  if (!number || !PERIOD.test(tokens[number.to]?.lower ?? '')) return false;
  const next = tokens[number.to + 1];
  if (/^(?:ago|old|late|before|after|earlier|later)$/.test(next?.lower ?? '')) return false;
  return from === 0 || tokens[from - 1]?.text === ','
    ? next?.text === ','
    : hasFigure && !OF_LENGTH.has(tokens[from - 1]?.lower ?? '');
}

/** '£35m plus £5m', '30 plus a fee': what follows is added. */
const isSum = (next: Token | undefined): boolean =>
  next?.kind === 'number' || /^(?:an?|the|[£$€¥])$/.test(next?.lower ?? '');

/** The qualifier that begins at this token: 'or more' in '600 or more'. */
export function readQualifierAfter(tokens: readonly Token[], at: number): QualifierMatch | null {
  for (const count of [3, 2, 1]) {
    let phrase = '';
    for (let i = at; i < at + count; i++) phrase += `${phrase ? ' ' : ''}${tokens[i]?.lower ?? ''}`;
    const qualifier = AFTER_FIGURE.get(phrase);
    if (phrase === 'plus' && isSum(tokens[at + 1])) continue;
    // The 737 MAX is a model.
    if (phrase === 'max' && tokens[at]?.text !== 'max') continue;
    const glued = phrase === '+' || phrase === '- odd' || phrase === '- plus' || phrase === 'odd';
    if (qualifier && (!glued || (phrase === 'odd' ? true : !tokens[at]?.spaced)) && tokens[at])
      return { qualifier, from: at, to: at + count, change: changeOf(qualifier) };
  }
  return null;
}

/**
 * Whether the words just before a figure mean a rise or a fall ('shares rose 3 %').
 *
 * @param from  index of the first token of the figure, its qualifier included
 */
export function readDirection(tokens: readonly Token[], from: number): 'up' | 'down' | null {
  for (let at = from - 1; at >= Math.max(0, from - 5); at--) {
    const token = tokens[at];
    if (!token) return null;
    const isUpTo = token.lower === 'up' && tokens[at + 1]?.lower === 'to';
    if (RISES.has(token.lower) && !isUpTo) return 'up';
    if (FALLS.has(token.lower)) return 'down';
    if (!BETWEEN.has(token.lower)) return null;
  }
  return null;
}

const BOUNDS = /\b(?:under|below|less|fewer|shy|short)\b/;

const changeInPhrase = (phrase: string, qualifier: Qualifier): Change =>
  qualifier === 'nearly' && BOUNDS.test(phrase) ? 'under' : changeOf(qualifier);

/** The change that a qualifier means if no rise or fall is stated. */
export function changeOf(qualifier: Qualifier): Change {
  switch (qualifier) {
    case 'about':
    case 'nearly':
      return 'about';
    case 'justOver':
    case 'over':
    case 'atLeast':
      return 'over';
    case 'under':
    case 'atMost':
    case 'upTo':
      return 'under';
    case 'exact':
    case 'between':
    case 'order':
      return 'equal';
  }
}
