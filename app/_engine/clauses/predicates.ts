import { isCountWord } from '../english/counts';
import { isDenied } from '../english/denials';
import { AUXILIARIES, DETERMINERS, PREPOSITIONS } from '../english/grammar-words';
import { PURE_PAST } from '../english/verb-words';
import {
  isIng,
  isParticipleForm,
  isPast,
  isPlainVerb,
  mayFollowVerb,
  THIRD_PERSON,
  verbTags,
} from '../english/verbs';
import { isAdjective, isAuxiliary, isFiniteVerb, isNoun, tagOf } from '../tags/tag';
import type { Range, Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';
import { isConditionAhead } from './lead-ins';
import type { Weigh } from './part';
import { type Frame, isAdverbWord, standsAsVerb, verbGroupEnd } from './subject-and-verb';

/** One of several predicates with the same subject: 'sank 3 miles from the coast'. */
export type Predicate = Range & {
  /** Tokens that it shares with the first, after the subject: 'has been', 'will', 'plans to'. */
  readonly helpers: Range | null;
};

const VB = tagOf('VB');
const VBP = tagOf('VBP');
const VBP_AUX = tagOf('VBP:AUX');
const VBZ = tagOf('VBZ');
const VBD = tagOf('VBD');
const VBN = tagOf('VBN');
const VBG = tagOf('VBG');
const MARK = tagOf('IN:MARK');

type Joint = { readonly mark: number; readonly head: number; readonly helpers: Range | null };

/**
 * Splits 'weighs 4,500 tons and sank 3 miles from the coast' into its predicates, where each has
 * something of its own to check. 'rose and fell by turns' stays one.
 *
 * @param to  the end of the clause; `frame` its subject and verb
 * @returns one predicate at least; the first begins at the verb
 */
export function splitPredicates(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'lexical'>,
  to: number,
  quoted: readonly boolean[],
  weigh: Weigh,
): Predicate[] {
  const predicates: Predicate[] = [];
  let current: Predicate = { from: frame.verb, to, helpers: null };
  const joints = findJoints(tokens, frame, to, quoted);
  for (const [at, joint] of joints.entries()) {
    const left = { from: current.from, to: joint.mark };
    const right = { from: joint.head, to: joints[at + 1]?.mark ?? to };
    const [mine, other] = [weigh(left), weigh(right)];
    if (mine === 'none' || other === 'none' || mayBeOfObject(tokens, frame, joint)) continue;
    predicates.push({ ...current, to: joint.mark });
    current = { from: joint.head, to, helpers: joint.helpers };
  }
  return [...predicates, current];
}

/**
 * 'Korea substituted Park and was replaced by Kim': a passive after an active verb with a name for its
 * object may tell of that one.
 */
function mayBeOfObject(
  tokens: readonly Token[],
  { verb, lexical }: Pick<Frame, 'verb' | 'lexical'>,
  { head }: Joint,
): boolean {
  const isActive = verb === lexical && !BE.test(tokens[verb]?.lower ?? '');
  const isPassive =
    BE.test(tokens[head]?.lower ?? '') &&
    tokens.slice(head + 2, head + 4).some(({ lower }) => lower === 'by');
  return isActive && isPassive && isNamed(tokens[lexical + 1]);
}

/** 'a bought-and-paid-for judge': the 'and' is part of one word. */
export const isHyphenated = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'word' && tokens[at - 1]?.text === '-' && tokens[at]?.spaced === false;

/**
 * The start of a further predicate: after 'and' or 'but', and after the commas of a list that has
 * one.
 */
function findJoints(
  tokens: readonly Token[],
  frame: Pick<Frame, 'verb' | 'lexical'>,
  to: number,
  quoted: readonly boolean[],
): Joint[] {
  const joints: Joint[] = [];
  let waiting: Joint[] = [];
  const tags = verbTags(tokens);
  // 'it is likely that'
  if (opensClause(tokens, frame.lexical, to)) return [];
  for (let at = frame.lexical + 1; at + 1 < to; at++) {
    const token = tokens[at];
    if (!token || quoted[at] || isHyphenated(tokens, at)) continue;
    // A verb of its own opens a clause, and 'and' may go on with that.
    if (isFiniteVerb(tags[at]) && at > frame.lexical + 1 && !isFiniteVerb(tags[at - 1])) break;
    if (token.text === ';' || opensClause(tokens, at, to)) break;
    const isAnd = token.lower === 'and' || token.lower === 'but';
    if (!isAnd && token.text !== ',') continue;
    if (isAnd && isConditionAhead(tokens, at)) break;
    // 'has not won in Lund and still won the seat': both are denied together.
    if (isAnd && tokens[at + 1]?.lower === 'still' && isDenied(tokens, frame.lexical, frame.verb))
      break;
    // 'threatening to shoot and kill a judge': both have the one object.
    if (isAnd && tags[at - 1] === VB && tags[at + 1] === VB) continue;
    let head = at + 1;
    const joins = /^(?:and|but|then)$/;
    const isJoined = isAnd || joins.test(tokens[head]?.lower ?? '');
    if (!isAnd && isJoined) head++;
    while (isAdverbWord(tokens[head]) || tokens[head]?.lower === 'then') head++;
    // 'and more was expected', 'and there was nobody': a subject of its own
    if (head > at + 1 && /^(?:more|less|there|here)$/.test(tokens[head - 1]?.lower ?? '')) continue;
    const helpers = quoted[head] || head >= to ? undefined : helpersOf(tokens, frame, at, head);
    if (helpers === undefined) continue;
    const joint = { mark: at, head: isJoined || isAnd ? head : at + 1, helpers };
    if (!isJoined) waiting.push(joint);
    else {
      joints.push(...waiting, joint);
      waiting = [];
    }
    at = Math.max(at, verbGroupEnd(tokens, head) - 1);
  }
  return joints;
}

/** 'after regulators found', 'that cost': what follows may belong to this clause, so nothing is split. */
function opensClause(tokens: readonly Token[], at: number, to: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (!SUBORDINATORS.has(lower) || tokens[at + 1]?.lower === 'of') return false;
  if (lower === 'that' && verbTags(tokens)[at] === MARK) return true;
  for (let ahead = at + 1; ahead < Math.min(to, at + 12); ahead++) {
    if (/^[,;]$/.test(tokens[ahead]?.text ?? '')) return false;
    if (standsAsVerb(tokens, ahead)) return true;
  }
  return false;
}

const SUBORDINATORS = new Set(
  'that which who whose where when while after before because if as since until although though whether how why what once unless so'.split(
    ' ',
  ),
);

const MODALS = /^(?:will|would|can|could|may|might|must|should|shall|cannot|did|does|do)$/;
const HAVE = /^(?:has|have|had)$/;
const BE = /^(?:is|are|was|were|be|been|being)$/;

/**
 * What a verb after 'and' shares with the first one, by its form.
 *
 * @returns null where it needs nothing but the subject; undefined where it is no further predicate
 */
function helpersOf(
  tokens: readonly Token[],
  { verb, lexical }: Pick<Frame, 'verb' | 'lexical'>,
  mark: number,
  head: number,
): Range | null | undefined {
  const token = tokens[head];
  if (token?.kind !== 'word' || token.text !== token.lower) return undefined;
  const { lower } = token;
  const next = tokens[head + 1];
  // 'but we’re starting': a subject and its verb in one.
  if (/^(?:i|you|he|she|it|we|they|that|there|who|what)['’]/.test(lower)) return undefined;
  const tag = verbTags(tokens)[head] ?? -1;
  if (lower === 'have' && MODALS.test(tokens[verb]?.lower ?? ''))
    return { from: verb, to: Math.max(lexical, verb + 1) };
  if (lower === 'have' && tag !== VB && !isPlural(tokens, verb)) return undefined;
  if (isAuxiliary(tag) || AUXILIARIES.has(lower))
    return /^(?:be|been|being|having)$/.test(lower) ? sharedBe(tokens, verb, lower) : null;
  const isPlain =
    tag === VB || tag === VBP || (isPlainVerb(lower) && !isPast(lower) && opensObject(next));
  const shared = isPlain ? plainHelpers(tokens, verb, lexical, mark, head) : undefined;
  if (shared !== undefined || tag === VB) return shared;
  if (tag === VBP) return isPlural(tokens, verb) ? null : undefined;
  if (tag === VBZ || (THIRD_PERSON.has(lower) && next?.lower === 'to'))
    return mayFollowVerb(next) || isAdverbWord(next) || next?.lower === 'to' ? null : undefined;
  if (tag === VBG)
    return lexical > verb && isIng(tokens[lexical]?.lower ?? '')
      ? { from: verb, to: lexical }
      : undefined;
  if (tag !== VBD && tag !== VBN) return undefined;
  if (!BE.test(tokens[verb]?.lower ?? '') && isDoneBy(tokens, mark, head)) return undefined;
  // 'shared ownership and shared equity'
  if (
    tag === VBN &&
    (isNoun(verbTags(tokens)[head + 1]) || isAdjective(verbTags(tokens)[head + 1])) &&
    !isNamed(next)
  )
    return undefined;
  if (tag === VBD && !BE.test(tokens[verb]?.lower ?? '')) return null;
  const helpers = tokens.slice(verb, lexical).map((helper) => helper.lower);
  const isBare = helpers.length === 0;
  if (PURE_PAST.has(lower)) return null;
  const standsAlone = !BE.test(tokens[verb]?.lower ?? '') || opensObject(next);
  if (isBare) return isPast(lower) && standsAlone ? null : undefined;
  const last = helpers.findLast((helper) => BE.test(helper) || HAVE.test(helper)) ?? '';
  if (HAVE.test(last)) return { from: verb, to: lexical };
  if (!BE.test(last)) return isPast(lower) ? null : undefined;
  if (!isPast(lower)) return { from: verb, to: lexical };
  if (!opensObject(next) && !INTRANSITIVE.has(lower)) return { from: verb, to: lexical };
  const have = tokens.slice(verb, lexical).findIndex((helper) => HAVE.test(helper.lower));
  return have < 0 ? null : { from: verb, to: verb + have + 1 };
}

/** 'a hall, large and heated by the city': what somebody does to a thing needs 'is' before it, so no subject does it. */
const isDoneBy = (tokens: readonly Token[], mark: number, head: number): boolean => {
  const [{ lower = '' } = {}, by, doer, next] = tokens.slice(head, head + 4);
  if (by?.lower !== 'by' || !isParticipleForm(lower) || DONE_ALONE.has(lower)) return false;
  if (isAdjective(verbTags(tokens)[mark - 1]) && tokens[mark - 2]?.text === ',') return true;
  // 'eased by 4 %', 'eased by about a third', 'improved by cutting': how much and how
  const opens = /^(?:a|an|about|over|more|nearly|almost)$/.test(doer?.lower ?? '');
  const isAmount = isCountWord(doer) || (opens && isCountWord(next));
  return !isAmount && !isIng(doer?.lower ?? '');
};

/** What a subject does by itself, though 'by' follows. */
const DONE_ALONE = wordList(`
  stood passed went came lived abided stopped walked drove flew sailed marched died won lost rose fell grew
  dropped shrank increased decreased declined slipped expanded travelled traveled arrived left fled swore
  stuck
`);

/** 'is to be called … and be based': the helpers up to the 'to'. */
function sharedBe(tokens: readonly Token[], verb: number, lower: string): Range | undefined {
  if (lower !== 'be' && lower !== 'been') return undefined;
  for (let at = verb; at < verb + 5; at++)
    if (tokens[at + 1]?.lower === lower) return { from: verb, to: at + 1 };
  return undefined;
}

/** The plain form goes on after a plural subject: 'are', 'have', 'work'. */
const isPlural = (tokens: readonly Token[], verb: number): boolean =>
  [VBP, VBP_AUX].includes(verbTags(tokens)[verb] ?? -1);

/** After 'will … and', 'plans to … and', or with a plural subject in the present. */
function plainHelpers(
  tokens: readonly Token[],
  verb: number,
  lexical: number,
  mark: number,
  head: number,
): Range | null | undefined {
  const next = tokens[head + 1];
  const main = tokens[verb]?.lower ?? '';
  const tags = verbTags(tokens);
  for (let at = mark - 1; at > verb; at--)
    if (
      tokens[at]?.lower === 'to' &&
      (tags[at + 1] === VB ||
        tokens[at + 1]?.lower === 'be' ||
        isPlainVerb(tokens[at + 1]?.lower ?? ''))
    )
      return opensObject(next) ? { from: verb, to: at + 1 } : undefined;
  if (MODALS.test(main)) return { from: verb, to: Math.max(lexical, verb + 1) };
  return undefined;
}

const isNamed = (next: Token | undefined): boolean => /^\p{Lu}/u.test(next?.text ?? '');

/** What can be the object of a verb: 'was fined and paid £3m' is no passive. */
export const opensObject = (next: Token | undefined): boolean =>
  next !== undefined &&
  (isCountWord(next) ||
    (DETERMINERS.has(next.lower) && !PREPOSITIONS.has(next.lower) && next.lower !== 'that') ||
    /^(?:[£$€]|more|nearly|about|around|almost|over|him|her|them|it|us|only|just|hundreds|thousands|millions)$/.test(
      next.lower,
    ) ||
    /^\p{Lu}/u.test(next.text));

const INTRANSITIVE = new Set(
  'served worked lived moved studied fought acted stayed competed participated retired emigrated travelled traveled sailed walked died collapsed crashed resigned emerged escaped happened appeared arrived lasted remained returned vanished disappeared survived occurred erupted graduated'.split(
    ' ',
  ),
);
