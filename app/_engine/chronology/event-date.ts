import type { ReadClaim, ReadDate } from '#domain/claims/reading';
import { BACK_TO, PLANNED } from '../english/date-words';
import { BE_OR_HAVE, isFunctionWord } from '../english/grammar-words';
import { SPEECH_VERBS } from '../english/verb-words';
import { findFinite, isPast, isPlainVerb } from '../english/verbs';
import { isAdverb, isFiniteVerb, isNoun, isVerb, tagOf } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { ReadPassage } from '../tokens/passage';
import type { Range, Token } from '../tokens/tokens';
import {
  datedEnd,
  isInAside,
  isInName,
  isLength,
  isOtherSide,
  type Placed,
  periodTo,
  prepositionOf,
  spanOfDates,
} from './dated-phrase';

/** The tokens of a claim. */
export function rangeOf(tokens: readonly Token[], { start, end }: ReadClaim): Range {
  let from = 0;
  while (from < tokens.length && (tokens[from]?.start ?? 0) < start) from++;
  let to = from;
  while (to < tokens.length && (tokens[to]?.end ?? 0) <= end) to++;
  return { from, to };
}

const PARTICIPLE = tagOf('VBN');
const PAST = tagOf('VBD');
/** The tagger's guess for 'cut' and 'set' after a comma. */
const PLAIN = tagOf('VB');

const AHEAD =
  /^(?:as|when|if|after|before|since|while|although|though|because|unless|until|once|whereas)$/;

/** The verb of the main clause: past a clause ahead with its comma, and past relative clauses; or -1. */
export function verbOfClaim(tokens: readonly Token[], { from, to }: Range): number {
  const comma = AHEAD.test(tokens[from]?.lower ?? '') ? commaIn(tokens, from, to) : -1;
  let verb = finiteIn(tokens, Math.max(from, comma + 1), to);
  if (verb < 0) verb = finiteIn(tokens, from, to);
  if (verb < 0) {
    // 'The firm, founded in 1984, cut its dividend': no word has the tag of a verb of a sentence.
    const participle = commaIn(tokens, from, to) + 1;
    const isVerbal = participle > 0 && isVerb(tagsOf(tokens)[participle]);
    return isVerbal ? asideEnd(tokens, from, participle, to) : -1;
  }
  const isRelative = verb > from + 1 && /^(?:who|which|that)$/.test(tokens[verb - 1]?.lower ?? '');
  // 'The firm, founded in 1998, sold': a participle between commas.
  const isAside = tokens[verb - 1]?.text === ',' && tagsOf(tokens)[verb] === PARTICIPLE;
  const beyond = asideEnd(tokens, from, verb, to);
  if (beyond >= 0) return beyond;
  const next = isRelative || isAside ? finiteIn(tokens, verb + 1, to) : -1;
  return next >= 0 ? next : verb;
}

/**
 * The verb right after an aside that has the first verb: 'The team, whose paper appeared on Monday,
 * found', 'Marlow Foods, founded in 1984, cut'; -1 where that verb stands in none.
 */
function asideEnd(tokens: readonly Token[], from: number, verb: number, to: number): number {
  let opening = verb - 1;
  while (opening > from && tokens[opening]?.text !== ',') opening--;
  if (opening <= from || opening < verb - LONGEST_OPENING) return -1;
  const opens = opening === verb - 1 && isPast(tokens[verb]?.lower ?? '');
  if (!opens && !/^(?:whose|which|who|where)$/.test(tokens[opening + 1]?.lower ?? '')) return -1;
  const close = commaIn(tokens, verb + 1, to);
  if (close < 0) return -1;
  const tags = tagsOf(tokens);
  let next = close + 1;
  while (next < to && isAdverb(tags[next])) next++;
  return isFiniteVerb(tags[next]) || tags[next] === PLAIN || isPast(tokens[next]?.lower ?? '')
    ? next
    : -1;
}

/** From its comma to its verb, in tokens. */
const LONGEST_OPENING = 8;

/** The first verb that can be the verb of a sentence, by its tag, else by its form; or -1. */
function finiteIn(tokens: readonly Token[], from: number, to: number): number {
  const tags = tagsOf(tokens);
  for (let at = from; at < to; at++) if (isFiniteVerb(tags[at])) return at;
  return findFinite(tokens, from, to);
}

function commaIn(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (tokens[at]?.text === ',') return at;
  return -1;
}

/**
 * The day of the saying, where the main verb of a claim is a verb of saying with a statement after it:
 * 'The board on Tuesday announced that it will close'.
 */
export function dayOfSaying(
  { tokens }: ReadPassage,
  { from, to }: Range,
  placed: readonly Placed[],
): Placed | null {
  const first = findFinite(tokens, from, to);
  for (const date of placed) {
    if (date.from < from || date.to > to) continue;
    const verb =
      verbBeside(tokens, date) ?? (date.from <= from + 1 && isSaying(tokens, first) ? first : -1);
    // A verb of saying has its subject before it: the 'hopes' of 'Hopes rose' is none.
    if (verb <= from || (first >= 0 && verb > first)) continue;
    // 'The bill, announced in 2021, fails' is no saying of that year.
    if (tokens[verb - 1]?.text === ',' || tokens[datedEnd(tokens, date.to)]?.text === ',') continue;
    const rest = Math.max(verb + 1, datedEnd(tokens, date.to));
    if (findFinite(tokens, rest, to) >= 0 || isOwnWord(tokens, from, verb)) return date;
  }
  return null;
}

/** The verb of saying right before or after a date: 'on Tuesday announced', 'told reporters Tuesday'. */
function verbBeside(tokens: readonly Token[], { from, to }: Range): number | null {
  const after = datedEnd(tokens, to);
  if (isSaying(tokens, after)) return after;
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    if (tokens[at]?.kind === 'mark' || tokens[at]?.lower === 'that') return null;
    if (isSaying(tokens, at)) return at;
  }
  return null;
}

/** Whether a verb of saying stands at this token, or 'is announcing' begins there. */
export const isSaying = (tokens: readonly Token[], verb: number): boolean => {
  const tags = tagsOf(tokens);
  const isAt = (at: number) => SPEECH_VERBS.has(tokens[at]?.lower ?? '') && isVerb(tags[at]);
  return isAt(verb) || (BE_OR_HAVE.has(tokens[verb]?.lower ?? '') && isAt(verb + 1));
};

/** 'Today I am announcing …'. */
const isOwnWord = (tokens: readonly Token[], from: number, verb: number): boolean =>
  /^(?:i|we)$/.test(tokens[verb - 1]?.lower ?? '') && verb > from;

/** The date of what a claim tells of: one beside its own verb, and not in a name, an aside or a clause of its own. */
export function eventDateIn(
  passage: ReadPassage,
  range: Range,
  placed: readonly Placed[],
): ReadDate | null {
  const { tokens } = passage;
  const verb = verbOfClaim(tokens, range);
  let best: Placed | null = null;
  let lowest = 2;
  for (const [at, date] of placed.entries()) {
    if (date.from < range.from || date.to > range.to) continue;
    const rank = rankOf(tokens, date, range, verb, isSpanStart(tokens, date, placed[at + 1]));
    if (rank < lowest) [best, lowest] = [date, rank];
  }
  return best && spanOfDates(passage, best, placed[placed.indexOf(best) + 1]);
}

const isSpanStart = (tokens: readonly Token[], date: Placed, next: Placed | undefined): boolean =>
  next?.from === date.to + 1 &&
  /^(?:to|through|until|till|[-–—])$/.test(tokens[date.to]?.lower ?? '');

/** 0 for a date beside the verb, 1 where that is less sure, 2 for one that says nothing of the event. */
function rankOf(
  tokens: readonly Token[],
  place: Placed,
  range: Range,
  verb: number,
  isSpan: boolean,
): number {
  if (isLength(place.date) || isInName(tokens, place) || isInAside(tokens, place)) return 2;
  const isBetween = tokens[place.from]?.lower === 'between';
  const before = isBetween ? 'between' : prepositionOf(tokens, place.from);
  if (periodTo(tokens, place)) {
    const ahead = { ...place, from: place.from - 1 };
    return verb >= 0 && isOfOtherVerb(tokens, ahead, range, verb) ? 2 : 0;
  }
  if (!(isSpan && before === 'from') && isOtherSide(tokens, place, verb)) return 2;
  if (verb >= 0 && isOfOtherVerb(tokens, place, range, verb)) return 2;
  if (/^(?:in|on|at|during|by|throughout|over|between|across|from|of)$/.test(before))
    return before !== 'of' ? 0 : isOfBound(tokens, place.from) ? 2 : 1;
  if (before === 'for') {
    const planned = tokens[place.from - 2]?.lower ?? '';
    if (planned === 'set' || PLANNED.has(planned)) return 0;
    return isSpan || tokens[place.from - 1]?.lower === 'period' ? 1 : 2;
  }
  return /^\d{4}$/.test(tokens[place.from]?.text ?? '') && place.to === place.from + 1 ? 2 : 0;
}

/** 'after the flood of 1998', 'since the vote of 3 May': the noun that has the date is a bound. */
function isOfBound(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 2; at >= Math.max(0, from - 8); at--) {
    const lower = tokens[at]?.lower ?? '';
    if (BACK_TO.has(lower)) return true;
    if (/^(?:in|on|at|during)$/.test(lower) || tokens[at]?.kind === 'mark') return false;
  }
  return false;
}

const OPENERS =
  /^(?:that|which|who|whom|whose|when|where|while|whereas|because|although|though|if|unless|until|till|after|before|since|as|than|once)$/;

/** Whether another verb stands nearer to a date: in a relative clause, after 'when', or a participle. */
function isOfOtherVerb(
  tokens: readonly Token[],
  { from }: Placed,
  range: Range,
  verb: number,
): boolean {
  if (from < verb) return isBeforeVerb(tokens, from, range, verb);
  const isExistential = tokens[verb - 1]?.lower === 'there';
  for (let at = verb + 1; at < from; at++) {
    const { lower = '', kind } = tokens[at] ?? {};
    if (kind !== 'word') continue;
    // ', including one last month that failed'
    if (lower === 'including' && tokens[at - 1]?.text === ',') return true;
    if (OPENERS.test(lower) && opensClause(tokens, at, from) && !isComplement(tokens, verb, at))
      return true;
    if (!isExistential && isReduced(tokens, verb, at)) return true;
  }
  return false;
}

/** 'said that', 'believe that': what follows is what the claim tells. */
const isComplement = (tokens: readonly Token[], verb: number, at: number): boolean =>
  at <= verb + 3 &&
  tokens[at]?.lower === 'that' &&
  !/^(?:the|a|an)$/.test(tokens[at - 2]?.lower ?? '');

/** Whether the clause that a word opens has its verb before this place, and before a comma. */
function opensClause(tokens: readonly Token[], at: number, to: number): boolean {
  const tags = tagsOf(tokens);
  for (let verb = at + 1; verb < to && tokens[verb]?.text !== ','; verb++)
    if (isFiniteVerb(tags[verb])) return true;
  return false;
}

/** 'were among the homes built in 2010': a participle right after its noun. */
function isReduced(tokens: readonly Token[], verb: number, at: number): boolean {
  const tags = tagsOf(tokens);
  if (!isNoun(tags[at - 1])) return false;
  // 'see the offence come into force': a plain form.
  if (tags[at] === PARTICIPLE) return !isPlainVerb(tokens[at]?.lower ?? '');
  // 'covers cars made in 2010': in one clause a second verb is a participle, but after 'say' or 'fear'.
  const isJoined = tokens
    .slice(verb, at)
    .some(({ text, lower }) => text === ',' || /^(?:and|but|or|that|who|which)$/.test(lower));
  return tags[at] === PAST && !isJoined && !THINKS.has(tokens[verb]?.lower ?? '');
}

/** After these a statement can stand without 'that': 'officials fear all died on Friday'. */
const THINKS = new Set([
  ...SPEECH_VERBS.keys(),
  ...'fear fears feared believe believes believed think thinks thought hope hopes hoped know knows knew'.split(
    ' ',
  ),
]);

/** 'the firm, founded in 1998, …', 'a mill built in 1998 …': the date is of that participle. */
const isAsideVerb = (tokens: readonly Token[], at: number): boolean => {
  const tags = tagsOf(tokens);
  if (tokens[at - 1]?.text === ',') return tags[at] === PARTICIPLE || tags[at] === PAST;
  return tags[at] === PARTICIPLE && isNoun(tags[at - 1]);
};

/** 'The crash, the third this year, …': between the comma and the date stands a noun with its article. */
function isInApposition(tokens: readonly Token[], start: number, from: number): boolean {
  let comma = from - 1;
  while (comma > start && tokens[comma]?.text !== ',') comma--;
  return (
    comma > start && /^(?:the|a|an|its|his|her|their|one)$/.test(tokens[comma + 1]?.lower ?? '')
  );
}

/** ', which cost £2m to make in 2019,': all up to the next comma is aside, whatever its verb. */
const opensAside = (tokens: readonly Token[], at: number, to: number): boolean =>
  /^(?:which|who|whose|where)$/.test(tokens[at]?.lower ?? '') &&
  tokens[at - 1]?.text === ',' &&
  !tokens.slice(at, to).some(({ text }) => text === ',');

/** A date before the verb: at the head of the claim it is of the verb, in 'after the vote on Monday' it is not. */
function isBeforeVerb(tokens: readonly Token[], from: number, range: Range, verb: number): boolean {
  const first = tokens[range.from]?.lower ?? '';
  // 'When the ship sank in 1990, nobody noticed' is of that year, 'after it sank in 1990' is not.
  if (/^(?:when|while|as)$/.test(first)) return false;
  if (/^(?:after|before|since|until|following|if|because|although|though)$/.test(first)) {
    const comma = tokens.findIndex(({ text }, at) => at > range.from && at < verb && text === ',');
    return comma < 0 || from < comma;
  }
  for (let at = range.from; at < from; at++) {
    if (OPENERS.test(tokens[at]?.lower ?? '') && opensClause(tokens, at, from)) return true;
    if (isAsideVerb(tokens, at) || opensAside(tokens, at, from)) return true;
  }
  const isHead =
    from <= range.from + 4 &&
    tokens
      .slice(range.from, from)
      .every(
        ({ kind, lower }) =>
          kind !== 'word' ||
          isFunctionWord(lower) ||
          /^(?:early|late|later|earlier|also)$/.test(lower),
      );
  const isClosed = tokens.slice(from, verb).some(({ text }) => text === ',');
  if (isClosed && isInApposition(tokens, range.from, from)) return true;
  // 'The vote on Monday was close': of the verb too, if that is past.
  return (
    !isHead &&
    !isClosed &&
    !isPast(tokens[verb]?.lower ?? '') &&
    !/^(?:was|were)$/.test(tokens[verb]?.lower ?? '')
  );
}
