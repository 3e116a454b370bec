import type { Span } from '#domain/texts/annotation';
import type { Clause } from '../clauses/part';
import { verbTags } from '../english/verbs';
import { isFiniteVerb, tagOf } from '../tags/tag';
import { QUOTES } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';

/** ', a fee that made her …': the noun before a relative clause belongs to that clause alone. */
export function withoutApposition(tokens: readonly Token[], range: Range, next?: Clause): Range {
  const noun = next?.link === 'relative' ? next.subject : null;
  const isTail = noun && tokens[noun.from - 1]?.text === ',' && noun.from - 1 > range.from;
  const isShort = noun && /^(?:a|an|the)$/.test(tokens[noun.from]?.lower ?? '');
  return isTail && isShort && noun.to <= range.to && range.to - noun.to <= 1
    ? { from: range.from, to: noun.from - 1 }
    : range;
}

/**
 * 'launched the Choe Hyon, a destroyer of 4,500 tonnes': the end that is a claim of its own is left
 * out.
 */
export function withoutRole(tokens: readonly Token[], range: Range, roles: readonly Span[]): Range {
  const end = tokens[range.to - 1]?.end;
  const role = roles.find((span) => span.end === end);
  const comma = role
    ? tokens.findIndex((token) => token.start > role.start && token.text === ',')
    : -1;
  return comma > range.from + 2 ? { from: range.from, to: comma } : range;
}

/** 'and', and the 'that' that opens a clause; 'and that bridge is' points, and so does 'That bridge is'. */
const isJoint = (tokens: readonly Token[], at: number): boolean =>
  /^(?:and|but)$/.test(tokens[at]?.lower ?? '') ||
  (tokens[at]?.text === 'that' && !pointsAt(tokens, at));

/**
 * 'that was not the first', and 'though that number rose', where it follows a joint and no other 'that'
 * stands before it.
 */
const pointsAt = (tokens: readonly Token[], at: number): boolean =>
  (verbTags(tokens)[at] === ALONE && isFiniteVerb(verbTags(tokens)[at + 1])) ||
  (COUNTED.test(tokens[at + 1]?.lower ?? '') && isFiniteVerb(verbTags(tokens)[at + 2])) ||
  (verbTags(tokens)[at] === DT &&
    /^(?:and|but|though|although|while|because|yet|so)$/.test(tokens[at - 1]?.lower ?? '') &&
    !hasWord(tokens, 0, at, 'that'));

/** Of these there are several, so that 'that number is' has no other article. */
const COUNTED = /^(?:number|figure|amount|rate|share|sum|total|level|percentage|ratio|estimate)$/;
const ALONE = tagOf('DT:PRON');
const DT = tagOf('DT');

/** After 'It is important to note that': what is worth noting is a fact. */
function afterRemark(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.lower !== 'it') return from;
  const words = tokens.slice(from, from + LONGEST_REMARK).map(({ lower }) => lower);
  const that = words.indexOf('that');
  return that > 0 && REMARK.test(words.slice(0, that).join(' ')) ? from + that + 1 : from;
}

const LONGEST_REMARK = 9;
const REMARK =
  /^it (?:is|['’]s) (?:also |again )?(?:important|essential|vital|crucial|useful|worth)(?: to)? (?:recogni[sz]|not|remember|stress|point|emphasi[sz]|mention)(?:e|ing)?(?: out)?$/;

const LEAD_MARKS = /^[,;:–—.)\]]$|^-$/;
const TAIL_MARKS = /^[,;:.!?–—([]$|^-$/;

const hasWord = (tokens: readonly Token[], from: number, to: number, word: string): boolean => {
  for (let at = from; at < to; at++) if (tokens[at]?.lower === word) return true;
  return false;
};

/** '(The bank bought 25% of it.)': brackets around the whole. */
const isEnclosed = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens[from]?.text === '(' &&
  tokens[to - 1]?.text === ')' &&
  tokens.findIndex(({ text }, at) => at > from && text === ')') === to - 1;

/** Drops marks at both ends, and quotation marks around the whole. */
export function trim(tokens: readonly Token[], range: Range): Range {
  let from = afterRemark(tokens, range.from);
  let { to } = range;
  while (
    from < to &&
    (LEAD_MARKS.test(tokens[from]?.text ?? '') ||
      // 'that’s how it is'
      (isJoint(tokens, from) && !/^['’]/.test(tokens[from + 1]?.text ?? '')))
  )
    from++;
  while (
    to > from &&
    (TAIL_MARKS.test(tokens[to - 1]?.text ?? '') || tokens[to - 1]?.lower === 'and')
  )
    to--;
  // 'at the current rates, which are:'
  const isCutOff =
    /^(?:is|are|was|were)$/.test(tokens[to - 1]?.lower ?? '') && tokens[to - 2]?.lower === 'which';
  if (isCutOff && to - from > 4) return trim(tokens, { from, to: to - 2 });
  if (tokens[to - 1]?.text === ')' && !hasWord(tokens, from, to, '('))
    return trim(tokens, { from, to: to - 1 });
  if (tokens[from]?.text === '(' && !hasWord(tokens, from, to, ')'))
    return trim(tokens, { from: from + 1, to });
  if (isEnclosed(tokens, from, to)) return trim(tokens, { from: from + 1, to: to - 1 });
  let marks = 0;
  for (let at = from; at < to; at++) if (QUOTES.has(tokens[at]?.text ?? '')) marks++;
  const opens = QUOTES.has(tokens[from]?.text ?? '');
  const closes = QUOTES.has(tokens[to - 1]?.text ?? '');
  if (opens && closes && marks <= 2) return trim(tokens, { from: from + 1, to: to - 1 });
  if (opens && marks === 1) return trim(tokens, { from: from + 1, to });
  if (closes && marks === 1) return trim(tokens, { from, to: to - 1 });
  return { from, to };
}
