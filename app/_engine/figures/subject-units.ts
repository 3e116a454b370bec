import { FALLS, RISES } from '../english/change-words';
import { NOT_COUNTED, OFTEN_COUNTED } from '../english/counts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  isFunctionWord,
  PREPOSITIONS,
} from '../english/grammar-words';
import { isPluralNoun, toSingular } from '../english/nouns';
import { BEFORE_FIGURE } from '../english/qualifier-words';
import { isFiniteAt, isPast } from '../english/verbs';
import { PEOPLE_IN_A_STATE } from '../measures/counted-noun';
import type { Token } from '../tokens/tokens';
import type { Draft } from './draft';

/** A unit by code and name, as a figure has it. */
export type NamedUnit = { readonly code: string; readonly name: string };

const PEOPLE: NamedUnit = { code: '{people}', name: 'people' };
const AGE: NamedUnit = { code: 'a', name: 'year of age' };
const POINT: NamedUnit = { code: '{point}', name: 'point' };

/** Nouns that say what a bare number after them counts. */
const HEADS: ReadonlyMap<string, NamedUnit> = new Map([
  ...'population turnout crowd workforce toll attendance audience headcount electorate readership viewership'
    .split(' ')
    .map((word) => [word, PEOPLE] as const),
  ...'expectancy age'.split(' ').map((word) => [word, AGE] as const),
  ...'index ftse dow nasdaq dax cac nikkei sensex topix stoxx nifty ibex gauge'
    .split(' ')
    .map((word) => [word, POINT] as const),
]);

/** 'The number of hives is 60,000': what stands after 'of' is counted. */
const COUNTS = /^(?:number|numbers|total|count|tally|sum|list)$/;

/** How far before a figure its verb, and before the verb its subject, is looked for. In tokens. */
const REACH = 14;

/**
 * The unit that the subject of a bare number names: 'the number of hives reached 60,000', 'the
 * population grew to 2.6 million', 'a crowd of 4,000', 'the index stood at 2,410'.
 */
export function unitOfSubject(tokens: readonly Token[], draft: Draft): NamedUnit | null {
  const { form } = draft.number;
  if (form === 'fraction' || form === 'fold') return null;
  const governor = skipHedges(tokens, draft.from);
  if (tokens[governor]?.lower === 'of') return ofHead(tokens, governor - 1);
  if (governor < 0 || !mayGovern(tokens, governor)) return null;
  const verb = verbBefore(tokens, governor);
  if (verb < 0) return null;
  // 'brought the toll for both to 259': the object is what reaches the level.
  if (tokens[governor]?.lower === 'to' && governor > verb + 1) {
    const object = unitOfNounPhrase(tokens, verb + 1, governor);
    if (object) return object;
  }
  const end = subjectEnd(tokens, verb);
  const start = clauseStart(tokens, end);
  if (/^number(?:s|ed)?$/.test(tokens[verb]?.lower ?? '')) return thingsAfter(tokens, start, end);
  return (
    unitOfNounPhrase(tokens, start, end) ??
    unitOfMany(tokens, start, end, verb, isManyOfThem(draft))
  );
}

/** A whole number of some size: an index stands at 212.4, and seven may be points. */
const isManyOfThem = ({ number: { value, form } }: Draft): boolean =>
  form === 'digits' && value.denominator === 1n && value.numerator >= 20n;

/** 'Visitors rose to 4,200', 'hospital admissions fell to 367': those whose number changes. */
function unitOfMany(
  tokens: readonly Token[],
  start: number,
  end: number,
  verb: number,
  isMany: boolean,
): NamedUnit | null {
  const { lower = '' } = tokens[verb] ?? {};
  if (!RISES.has(lower) && !FALLS.has(lower) && !LEVEL_VERBS.test(lower)) return null;
  let head = start;
  while (head < end && !PREPOSITIONS.has(tokens[head]?.lower ?? '')) head++;
  const things = tokens[head - 1]?.lower ?? '';
  const mayBe = OFTEN_COUNTED.has(things) || (isMany && !NOT_COUNTED.has(things));
  return mayBe ? thingsAfter(tokens, start, head) : null;
}

/** 'brought to nine the number of people in custody'. */
export function unitOfThingsAfter(tokens: readonly Token[], { to }: Draft): NamedUnit | null {
  const isCount =
    tokens[to]?.lower === 'the' &&
    /^(?:number|total)$/.test(tokens[to + 1]?.lower ?? '') &&
    tokens[to + 2]?.lower === 'of';
  return isCount ? thingsAfter(tokens, to + 3, Math.min(tokens.length, to + 9)) : null;
}

/** 'a crowd of 4,000', 'a population of 2.1 million'. */
function ofHead(tokens: readonly Token[], at: number): NamedUnit | null {
  const head = HEADS.get(tokens[at]?.lower ?? '') ?? null;
  return head === POINT ? null : head;
}

/** The token before a figure and its hedges. */
function skipHedges(tokens: readonly Token[], from: number): number {
  let at = from - 1;
  while (at >= 0 && at > from - 5 && isHedge(tokens[at])) at--;
  return at;
}

const isHedge = (token: Token | undefined): boolean =>
  token !== undefined &&
  !/^(?:to|at|from|by|of|in|on|was|is|averag(?:ed|es|ing)|total(?:led|ed|s|ling)?)$/.test(
    token.lower,
  ) &&
  (BEFORE_FIGURE.has(token.lower) ||
    /^(?:more|less|fewer|than|least|most|just|only|already|now|some|nearly|even|still|an?|record|the|estimated)$/.test(
      token.lower,
    ));

/** Before a level or the size of a change stand a verb or one of these. */
const mayGovern = (tokens: readonly Token[], at: number): boolean =>
  /^(?:to|at|from|by)$/.test(tokens[at]?.lower ?? '') || isVerb(tokens, at);

const isVerb = (tokens: readonly Token[], at: number): boolean =>
  isFiniteAt(tokens, at) ||
  LEVEL_VERBS.test(tokens[at]?.lower ?? '') ||
  isMove(tokens[at]?.lower ?? '');

/** 'dropped', 'soared': also where the tagger takes it for a participle. */
const isMove = (lower: string): boolean => (RISES.has(lower) || FALLS.has(lower)) && isPast(lower);

/** Verbs of a level or a change in the plain form, which no other word shares before a number. */
const LEVEL_VERBS =
  /^(?:be|been|reach(?:ed|es)?|exceed(?:ed|s)?|total(?:s|led|ed)?|hit|pass(?:ed)?|top(?:s|ped)?|number(?:s|ed)?|rang(?:e|es|ed)|brought|brings?|pushe[ds]|raised|lifted|took|takes|remain|become|grow|rise|fall|climb|drop|stand|average)$/;

/** The verb that governs: at this token, or before it with figures, dates and places between. */
function verbBefore(tokens: readonly Token[], governor: number): number {
  for (let at = governor; at >= Math.max(0, governor - REACH); at--) {
    if (isVerb(tokens, at)) return at;
    const { kind = 'mark', text = '' } = tokens[at] ?? {};
    if (kind === 'mark' && !/^[%$£€,.-]$/.test(text)) return -1;
    if (/^(?:while|whereas|and|but|or|which|that|who)$/.test(tokens[at]?.lower ?? '')) return -1;
  }
  return -1;
}

/** The token after the subject: auxiliaries and adverbs before the verb are passed over. */
function subjectEnd(tokens: readonly Token[], verb: number): number {
  let at = verb;
  while (at > 0 && (AUXILIARIES.has(tokens[at - 1]?.lower ?? '') || isAdverb(tokens[at - 1]))) at--;
  // 'expect the number of vans to grow to 80'
  if (tokens[at - 1]?.lower === 'to') at--;
  // 'The toll, initially 10, has risen to 12': an aside is passed over.
  if (tokens[at - 1]?.text !== ',') return at;
  for (let comma = at - 2; comma > at - REACH; comma--)
    if (tokens[comma]?.text === ',') return comma;
  return at;
}

const isAdverb = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (ADVERBS.has(token.lower) || /..ly$/.test(token.lower));

const CLAUSE_ENDS =
  /^(?:[,;:()"“”—–]|while|whereas|but|and|that|which|because|when|as|if|said|says)$/;

function clauseStart(tokens: readonly Token[], end: number): number {
  let at = end;
  while (at > 0 && at > end - REACH && !CLAUSE_ENDS.test(tokens[at - 1]?.lower ?? '')) at--;
  // 'Near noon the index': the last noun phrase with an article.
  const first = tokens[at];
  if (
    !PREPOSITIONS.has(first?.lower ?? '') &&
    !isAdverb(first) &&
    !/^(?:late|early)$/.test(first?.lower ?? '')
  )
    return at;
  for (let article = end - 1; article > at; article--)
    if (DETERMINERS.has(tokens[article]?.lower ?? '')) return article;
  return at;
}

/** The unit that the head of a noun phrase names: its last word before a preposition. */
function unitOfNounPhrase(tokens: readonly Token[], start: number, end: number): NamedUnit | null {
  let head = start;
  while (head < end && !PREPOSITIONS.has(tokens[head]?.lower ?? '')) head++;
  let last = head - 1;
  // 'the FTSE 100'
  while (last > start && tokens[last]?.kind === 'number') last--;
  const word = tokens[last]?.lower ?? '';
  // 'the number injured'
  if (PEOPLE_IN_A_STATE.has(word) && COUNTS.test(tokens[last - 1]?.lower ?? '')) return PEOPLE;
  if (COUNTS.test(word) && tokens[head]?.lower === 'of') return thingsAfter(tokens, head + 1, end);
  if (word === 'age' && !/^(?:average|mean|median|typical)$/.test(tokens[last - 1]?.lower ?? ''))
    return null;
  if (word === 'expectancy' && tokens[last - 1]?.lower !== 'life') return null;
  if (/^(?:index|gauge)$/.test(word) && !isOfShares(tokens.slice(start, last))) return null;
  return HEADS.get(word) ?? null;
}

/** An index of shares is counted in points; a body mass index and an index of prices are bare numbers. */
const isOfShares = (words: readonly Token[]): boolean =>
  words.some(
    ({ lower, text }, at) =>
      /^(?:shares?|stocks?|blue|chip|chips|benchmark|composite|cap|equity|equities)$/.test(lower) ||
      (at > 0 && /^\p{Lu}/u.test(text)),
  );

/** The plural that is counted: 'the number of licensed beekeepers in Wales'. */
function thingsAfter(tokens: readonly Token[], start: number, end: number): NamedUnit | null {
  for (let at = start; at < end; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || (isFunctionWord(token.lower) && at > start)) return null;
    const isLast = !isPluralNoun(tokens[at + 1]?.text ?? '') || at + 1 >= end;
    if (!isPluralNoun(token.text) || !isLast) continue;
    const head = toSingular(token.text);
    const before = tokens
      .slice(start, at)
      .filter(({ lower, kind }) => kind === 'word' && !isFunctionWord(lower))
      .map(({ text }) => text);
    return { code: `{${head.toLowerCase()}}`, name: [...before, head].join(' ') };
  }
  return null;
}

/** 'Injured: 74', 'Deaths: 12': the heading of a list says what is counted. */
export function unitOfHeading(tokens: readonly Token[], { from, to }: Draft): NamedUnit | null {
  const [heading, next] = [tokens[from - 2], tokens[to]];
  if (tokens[from - 1]?.text !== ':' || heading?.kind !== 'word') return null;
  const isEnd = next === undefined || next.kind === 'mark' || /^\p{Lu}/u.test(next.text);
  if (!isEnd || next?.text === ':' || next?.text === '/') return null;
  if (PEOPLE_IN_A_STATE.has(heading.lower)) return { code: '{person}', name: 'people' };
  if (!isPluralNoun(heading.text) || isFunctionWord(heading.lower)) return null;
  const head = toSingular(heading.text);
  return { code: `{${head.toLowerCase()}}`, name: head };
}
