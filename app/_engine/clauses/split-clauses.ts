import { hedgesNumber, isCountWord } from '../english/counts';
import { isDenied, opensDenied } from '../english/denials';
import { ADVERBS, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS } from '../english/grammar-words';
import { SPEECH_VERBS } from '../english/verb-words';
import { isFiniteAt, isIng, isParticiple, isPast, THIRD_PERSON } from '../english/verbs';
import { OPEN_QUOTES } from '../tokens/quotations';
import type { Token } from '../tokens/tokens';
import type { Boundary, Clause, ClauseLink, HasVerb } from './clause';
import { isConditionAhead, isContrast, OPENS_CLAUSE, subordinateEnd } from './lead-ins';
import { antecedent, restrictive } from './relative-clauses';

/** How far ahead a verb may stand from its subject. */
const SUBJECT_REACH = 12;

/**
 * Splits a sentence where a second statement begins: 'A did this and B did that', ', which …',
 * ', with 4,000 injured', ', killing 12'. Never inside a quotation.
 */
export function splitClauses(tokens: readonly Token[], quoted: readonly boolean[]): Clause[] {
  const clauses: Clause[] = [];
  const verbs = countVerbs(tokens);
  let from = 0;
  let link: ClauseLink = 'main';
  let subject: Clause['subject'] = null;
  /** The start of the clause with the last subordinating word: it needs a verb of its own first. */
  let inner = 0;
  /** The comma that closes an 'if' or 'when' clause: nothing begins before it, nor at it. */
  let condition = subordinateEnd(tokens, 0);
  const contrast = isContrast(tokens, 0, condition) ? condition : -1;
  /** In what somebody denies, 'and' adds more that is denied. */
  let isDenial = false;
  let at = 1;
  const hasVerb = (start: number, end: number) => (verbs[end] ?? 0) > (verbs[start] ?? 0);
  /** What a participle or 'with' begins is a statement without a finite verb. */
  const states = (start: number, end: number) =>
    hasVerb(start, end) ||
    (start === from && end > from + 1 && (link === 'participle' || link === 'with'));
  while (at < tokens.length) {
    const isWhole = quoted[at] || at <= condition || (isDenial && joinsMore(tokens, at));
    const splits = at === contrast && startsStatement(tokens, at + 1, hasVerb);
    const next: Boundary | null = splits
      ? { from: at + 1, link: 'and', subject: null }
      : isWhole
        ? null
        : boundaryAt(tokens, at, Math.max(from, inner), states);
    if (SUBORDINATORS.has(tokens[at]?.lower ?? '')) inner = at + 1;
    if (OPENS_CLAUSE.has(tokens[at]?.lower ?? '') && opensHere(tokens, at))
      condition = Math.max(condition, subordinateEnd(tokens, at));
    if (tokens[at]?.lower === 'that' && opensDenied(tokens, at)) isDenial = true;
    if (!next) {
      at++;
      continue;
    }
    clauses.push({ from: splits ? from + 1 : from, to: at, link, subject });
    [from, link, subject] = [next.from, next.link, next.subject];
    isDenial = false;
    condition = subordinateEnd(tokens, from);
    at = Math.max(next.from + 1, at + 1);
  }
  clauses.push({ from, to: tokens.length, link, subject });
  return clauses;
}

/** 'said that if prices rise,', 'and when the storm hit,'. */
const opensHere = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]?.lower ?? '';
  return before === 'that' || before === 'and' || before === 'but' || SPEECH_VERBS.has(before);
};

/** 'and 12 tanks were lost', but not 'and said that 12 were'. */
const joinsMore = (tokens: readonly Token[], at: number): boolean => {
  const and = tokens[at]?.text === ',' ? at + 1 : at;
  return tokens[and]?.lower === 'and' && !saysMore(tokens, and + 1);
};

const SUBORDINATORS = new Set(['that', 'whether', 'if', 'because', 'when', 'who', 'which', 'as']);

/** Running count of finite verbs, so that 'is there one between' costs nothing. */
function countVerbs(tokens: readonly Token[]): Int32Array {
  const counts = new Int32Array(tokens.length + 1);
  for (let at = 0; at < tokens.length; at++)
    counts[at + 1] = (counts[at] ?? 0) + (isFiniteAt(tokens, at) ? 1 : 0);
  return counts;
}

function boundaryAt(
  tokens: readonly Token[],
  at: number,
  from: number,
  hasVerb: HasVerb,
): Boundary | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.text === ';' && hasVerb(from, at)) return { from: at + 1, link: 'and', subject: null };
  const isJoint = token.lower === 'and' || token.lower === 'but' || token.text === ',';
  const more = isJoint && hasVerb(0, at) ? saysMoreAt(tokens, at) : 0;
  if (more > 0) return { from: more, link: 'saying', subject: null };
  if (/^[–—]$/.test(token.text) && hasVerb(from, at) && isSayingAfter(tokens, at))
    return { from: at + 1, link: 'saying', subject: null };
  if (token.text === ',') return hasVerb(from, at) ? afterComma(tokens, at, hasVerb) : null;
  if (
    (token.lower === 'and' || token.lower === 'but') &&
    hasVerb(from, at) &&
    startsStatement(tokens, at + 1, hasVerb) &&
    !isConditionAhead(tokens, at) &&
    !joinsSpeakers(tokens, at, hasVerb)
  )
    return { from: at + 1, link: 'and', subject: null };
  if (
    (token.lower === 'and' || token.lower === 'but') &&
    tokens[at + 1]?.lower === 'that' &&
    hasVerb(0, at) &&
    startsStatement(tokens, at + 2, hasVerb)
  )
    return { from: at + 2, link: 'and', subject: null };
  if (token.lower === 'that' || token.lower === 'which' || token.lower === 'who')
    return restrictive(tokens, at, from, hasVerb);
  return null;
}

/** ', rescuers and a medical source told AFP': both are speakers of the words before the comma. */
function joinsSpeakers(tokens: readonly Token[], and: number, hasVerb: HasVerb): boolean {
  let comma = and - 1;
  while (comma > and - SPEAKER_REACH && tokens[comma]?.text !== ',') comma--;
  if (tokens[comma]?.text !== ',' || comma === and - 1 || hasVerb(comma + 1, and)) return false;
  for (let at = and + 1; at < and + SPEAKER_REACH; at++) {
    if (!SPEECH_VERBS.has(tokens[at]?.lower ?? '')) continue;
    const left = tokens.length - at;
    return left <= SPEAKER_REACH && !hasVerb(at + 1, tokens.length);
  }
  return false;
}

/** As many words as a speaker has, or the listener and the day after the verb. */
const SPEAKER_REACH = 8;

/** 'rejected the verdict and said that …': the same subject, now speaking. */
const saysMore = (tokens: readonly Token[], at: number): boolean =>
  SAYS_MORE.test(tokens[at]?.text ?? '') &&
  (/^(?:word|number)$/.test(tokens[at + 1]?.kind ?? '') ||
    /^(?:[:“"]|,)$/.test(tokens[at + 1]?.text ?? '')) &&
  !/^(?:to|by|in|on|up|of)$/.test(tokens[at + 1]?.lower ?? '');

const SAYS_MORE =
  /^(?:said|says|added|adds|told|tells|warned|warns|claimed|claims|insisted|insists|argued|argues|announced|announces|admitted|admits|explained|predicted|predicts|promised|believes|thinks|suggested|suggests|acknowledged|alleged|conceded|complained|confirmed|confirms|declared|stressed|wrote|writes|pledged|vowed)$/;

/** Where the verb of 'and now says', 'but said', ', then told' stands; 0 where nothing of the kind does. */
function saysMoreAt(tokens: readonly Token[], joint: number): number {
  let at = joint + 1;
  if (tokens[joint]?.text === ',' && /^(?:and|but)$/.test(tokens[at]?.lower ?? '')) at++;
  const first = at;
  while (
    /^(?:now|also|later|then|has|have|had|still|even|simply|\w+ly)$/.test(tokens[at]?.lower ?? '')
  )
    at++;
  const isThen = at > first || tokens[joint]?.text !== ',' || first > joint + 1;
  return isThen && saysMore(tokens, at) ? at : 0;
}

function afterComma(tokens: readonly Token[], at: number, hasVerb: HasVerb): Boundary | null {
  const word = tokens[at + 1]?.lower ?? '';
  if (word === 'which' || word === 'who') {
    if (closesBeforeVerb(tokens, at + 1)) return null;
    const subject = antecedent(tokens, at);
    return subject && { from: at + 2, link: 'relative', subject };
  }
  if (word === 'with' && isAbsolute(tokens, at + 2))
    return { from: at + 2, link: 'with', subject: null };
  if (
    word === 'as' &&
    tokens[at + 2]?.lower === 'well' &&
    tokens[at + 3]?.lower === 'as' &&
    isIng(tokens[at + 4]?.lower ?? '')
  )
    return { from: at + 4, link: 'participle', subject: null };
  const ingAt =
    ADVERBS.has(word) || /ly$/.test(word) || word === 'thus' || word === 'thereby'
      ? at + 2
      : at + 1;
  if (
    isIng(tokens[ingAt]?.lower ?? '') &&
    tokens[ingAt]?.text === tokens[ingAt]?.lower &&
    !hasVerbSoon(tokens, ingAt, hasVerb)
  )
    return {
      from: ingAt,
      link: isSaying(tokens, ingAt) ? 'saying' : 'participle',
      subject: null,
    };
  if (
    isCountWord(tokens[at + 1]) &&
    isLastOfThree(tokens, at + 1) &&
    startsStatement(tokens, at + 1, hasVerb)
  )
    return { from: at + 1, link: 'and', subject: null };
  if (
    ['and', 'but', 'while', 'whereas', 'so', 'yet', 'though', 'although'].includes(word) &&
    startsStatement(tokens, at + 2, hasVerb)
  )
    return { from: at + 2, link: 'and', subject: null };
  return null;
}

/** 'flipped his choice – saying he was'. */
const isSayingAfter = (tokens: readonly Token[], dash: number): boolean =>
  isIng(tokens[dash + 1]?.lower ?? '') && isSaying(tokens, dash + 1);

const isSaying = (tokens: readonly Token[], at: number): boolean =>
  SPEECH_VERBS.has(tokens[at]?.lower ?? '') && !isDenied(tokens, at, at);

/** ', 17 were injured and police arrested 30': a list of statements, which ends with 'and'. */
const isLastOfThree = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(from, from + SUBJECT_REACH).some(({ lower }) => lower === 'and');

/** ', building on that, said': a participle that only leads in to the verb after it. */
const hasVerbSoon = (tokens: readonly Token[], at: number, _hasVerb: HasVerb): boolean => {
  for (let i = at + 1; i < Math.min(tokens.length, at + 14); i++)
    if (tokens[i]?.text === ',') return isFiniteAt(tokens, i + 1);
  return false;
};

/** ', who is 45, said': the clause closes and the sentence goes on. */
function closesBeforeVerb(tokens: readonly Token[], from: number): boolean {
  for (let at = from + 1; at < Math.min(tokens.length, from + 30); at++)
    if (tokens[at]?.text === ',' && isFiniteAt(tokens, at + 1)) return true;
  return false;
}

/** A subject with its verb begins here, so a new statement does. */
function startsStatement(tokens: readonly Token[], from: number, hasVerb: HasVerb): boolean {
  const first = tokens[from];
  if (!first || (first.kind === 'mark' && !OPEN_QUOTES.has(first.text))) return false;
  if (
    isFiniteAt(tokens, from) ||
    isIng(first.lower) ||
    (PREPOSITIONS.has(first.lower) && first.lower !== 'in' && !hedgesNumber(tokens, from))
  )
    return false;
  if (CONJUNCTIONS.has(first.lower) || isParticiple(first.lower)) return false;
  if (THIRD_PERSON.has(first.lower) && isComplement(tokens[from + 1])) return false;
  const reach = Math.min(tokens.length, from + SUBJECT_REACH);
  for (let at = from + 1; at < reach; at++) {
    const token = tokens[at];
    if (token?.text === ',' && isAge(tokens, at + 1)) {
      at += 2;
      continue;
    }
    if (token?.kind === 'mark' && /^[,;:.!?()]$/.test(token.text)) return false;
    if (!token || ENDS_SUBJECT.has(token.lower) || joinsVerb(tokens, at)) return false;
    if (hasVerb(at, at + 1)) return hasNoun(tokens, from, at);
  }
  return false;
}

/**
 * Words that no subject has before its verb: 'between junctions 9 and 11 after a lorry overturned'.
 */
const ENDS_SUBJECT = new Set(
  'to that who which after before when while because if unless until although though'.split(' '),
);

/** 'for 12 years and six months and must pay': the verb has its subject further back. */
const joinsVerb = (tokens: readonly Token[], at: number): boolean => {
  const verb = tokens[at]?.lower === 'and' ? (tokens[at + 1]?.lower ?? '') : '';
  return AUXILIARIES.has(verb) || isPast(verb) || THIRD_PERSON.has(verb);
};

/** 'and lives among leaves': what follows a verb; 'reports of' has a noun before it. */
const isComplement = (next: Token | undefined): boolean =>
  next?.kind === 'number' ||
  (PREPOSITIONS.has(next?.lower ?? '') && next?.lower !== 'of') ||
  /^(?:a|an|the|his|her|its|their)$/.test(next?.lower ?? '');

/** 'a girl, 15, was': an age between commas. */
const isAge = (tokens: readonly Token[], at: number): boolean =>
  /^\d{1,2}$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === ',';

/** Words that can be a subject: not adverbs alone, as in 'and financially can'. */
const hasNoun = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some(
      ({ kind, lower }) =>
        kind === 'number' || (kind === 'word' && !ADVERBS.has(lower) && !/ly$/.test(lower)),
    );

/** ', with NP doing', ', with 4,000 injured': a statement without a verb of its own. */
function isAbsolute(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 24); at++) {
    const token = tokens[at];
    if (!token || /^[,;:]$/.test(token.text)) return false;
    if (
      at > from &&
      (isIng(token.lower) ||
        isParticiple(token.lower) ||
        ['injured', 'dead', 'missing', 'due', 'expected', 'set'].includes(token.lower))
    )
      return true;
    if (['that', 'which', 'who'].includes(token.lower)) return false;
  }
  return false;
}
