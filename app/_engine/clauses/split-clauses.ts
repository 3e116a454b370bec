import { isPersonNoun } from '../discourse/nouns';
import { isCountWord } from '../english/counts';
import { isDenied, opensDenied } from '../english/denials';
import { ADVERBS } from '../english/grammar-words';
import { isPluralNoun, toSingular } from '../english/nouns';
import { SPEECH_VERBS } from '../english/verb-words';
import { isFiniteAt, isIng, isParticipleForm, verbTags } from '../english/verbs';
import { isOffice } from '../parties/party-words';
import {
  among,
  isAdjective,
  isAdverb,
  isDeterminer,
  isFiniteVerb,
  isNoun,
  isPronoun,
  isProperNoun,
  TAGS,
  type Tag,
  tagOf,
} from '../tags/tag';
import { OPEN_QUOTES } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';
import { mainVerbAt } from './fragments';
import { goesOnWithList, isListOfIng, joinsWords } from './joins';
import {
  isConditionAhead,
  isContrast,
  isLeadInAlone,
  OPENS_CLAUSE,
  saysBefore,
  subordinateEnd,
} from './lead-ins';
import type { Boundary, Clause, ClauseLink, HasVerb } from './part';
import { isHyphenated } from './predicates';
import { antecedent, restrictive } from './relative-clauses';
import { verbOfSubject } from './subject-at';

const IN = tagOf('IN');
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
  /** The start of reported words without 'that': 'and' joins two of them once they have a verb. */
  let reported = 0;
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
    const splits = at === contrast && startsStatement(tokens, at + 1);
    const next: Boundary | null = splits
      ? { from: at + 1, link: saysBefore(tokens, 0, at) ? 'main' : 'and', subject: null }
      : isWhole
        ? null
        : boundaryAt(tokens, at, Math.max(from, inner), Math.max(from, inner, reported), states);
    if (SUBORDINATORS.has(tokens[at]?.lower ?? '')) inner = at + 1;
    if (reports(tokens, at)) reported = at + 1;
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
  return /^(?:that|and|but|:)$/.test(before) || SPEECH_VERBS.has(before);
};

/** 'and 12 tanks were lost', but not 'and said that 12 were'. */
const joinsMore = (tokens: readonly Token[], at: number): boolean => {
  const and = tokens[at]?.text === ',' ? at + 1 : at;
  return tokens[and]?.lower === 'and' && !saysMore(tokens, and + 1);
};

/** 'says 17 helicopters and 40 boats will be sent': what is said needs a verb of its own first. */
const reports = (tokens: readonly Token[], at: number): boolean =>
  ((SPEECH_VERBS.has(tokens[at]?.lower ?? '') && isFiniteVerb(verbTags(tokens)[at])) ||
    TAKES_CLAUSE.has(tokens[at]?.lower ?? '')) &&
  !ENDS_REPORT.includes(verbTags(tokens)[at + 1] ?? 0);

const ENDS_REPORT: readonly Tag[] = [tagOf('IN'), tagOf('TO'), tagOf('PUNCT')];

/** 'to ensure staff and pupils are safe'. */
const TAKES_CLAUSE = wordList(`
  ensure ensures ensured ensuring sure mean means meant meaning see sees seen seeing saw know knows
  known knowing knew hope hopes hoped hoping feel feels felt fear fears feared think thinks thinking
  thought believe believes believed believing guarantee guarantees guaranteed prefer wish wishes wished
  realise realises realised realize realizes realized
`);

const SUBORDINATORS = new Set('that whether if because when where who which whose as'.split(' '));

/** Running count of finite verbs, so that 'is there one between' costs nothing. */
function countVerbs(tokens: readonly Token[]): Int32Array {
  const tags = verbTags(tokens);
  const counts = new Int32Array(tokens.length + 1);
  for (let at = 0; at < tokens.length; at++)
    counts[at + 1] = (counts[at] ?? 0) + (isFiniteVerb(tags[at]) ? 1 : 0);
  return counts;
}

function boundaryAt(
  tokens: readonly Token[],
  at: number,
  from: number,
  reported: number,
  hasVerb: HasVerb,
): Boundary | null {
  const token = tokens[at];
  if (!token || isHyphenated(tokens, at)) return null;
  if (token.text === ';' && hasVerb(from, at)) return { from: at + 1, link: 'and', subject: null };
  if (
    token.text === ':' &&
    hasVerb(from, at) &&
    isNoun(verbTags(tokens)[at - 1]) &&
    startsStatement(tokens, at + 1)
  )
    return { from: at + 1, link: 'and', subject: null };
  const isJoint = token.lower === 'and' || token.lower === 'but' || token.text === ',';
  const more = isJoint && hasVerb(0, at) ? saysMoreAt(tokens, at) : 0;
  if (more > 0) return { from: more, link: 'saying', subject: null };
  if ((token.text === '–' || token.text === '—') && hasVerb(from, at) && isSayingAfter(tokens, at))
    return { from: at + 1, link: 'saying', subject: null };
  if (token.text === ',') return hasVerb(from, at) ? afterComma(tokens, at, from, hasVerb) : null;
  if (
    (token.lower === 'and' || token.lower === 'but') &&
    hasVerb(reported, at) &&
    startsStatement(tokens, at + 1) &&
    !isConditionAhead(tokens, at) &&
    !joinsWords(tokens, from, at, hasVerb)
  )
    return { from: at + 1, link: 'and', subject: null };
  if (
    (token.lower === 'and' || token.lower === 'but') &&
    tokens[at + 1]?.lower === 'that' &&
    hasVerb(0, at) &&
    startsStatement(tokens, at + 2)
  )
    return { from: at + 2, link: 'and', subject: null };
  if (token.lower === 'that' || token.lower === 'which' || token.lower === 'who')
    return restrictive(tokens, at, from, hasVerb);
  return null;
}

/** 'rejected the verdict and said that …': the same subject, now speaking. */
const saysMore = (tokens: readonly Token[], at: number): boolean =>
  // Who was 'seen and told that' is a listener.
  !(/^tell?|^told/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'that') &&
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

function afterComma(
  tokens: readonly Token[],
  at: number,
  from: number,
  hasVerb: HasVerb,
): Boundary | null {
  const tags = verbTags(tokens);
  const word = tokens[at + 1]?.lower ?? '';
  if (word === 'which' || word === 'who') {
    if (closesBeforeVerb(tokens, at + 1) || isReportedToHave(tokens, at + 2)) return null;
    const subject = antecedent(tokens, at);
    if (
      !subject ||
      isTorn(tokens, subject, at + 2) ||
      (word === 'which' && isOfDeed(tokens, subject, at + 2)) ||
      goesOnAfter(tokens, at + 2) ||
      (word === 'who' && !isSomebody(tokens, subject)) ||
      // 'she can ask her father, which she will not do'
      (word === 'which' && isPersonNoun(toSingular(tokens[subject.to - 1]?.lower ?? '')))
    )
      return null;
    return { from: at + 2, link: 'relative', subject };
  }
  if (word === 'with' && isAbsolute(tokens, at + 2) && !isAhead(tokens, at + 2))
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
    !hasVerbSoon(tokens, ingAt, hasVerb) &&
    !isListOfIng(tokens, at)
  )
    return {
      from: ingAt,
      link: isSaying(tokens, ingAt) ? 'saying' : 'participle',
      subject: null,
    };
  if (
    isCountWord(tokens[at + 1]) &&
    isLastOfThree(tokens, at + 1) &&
    startsStatement(tokens, at + 1)
  )
    return { from: at + 1, link: 'and', subject: null };
  // 'called him, so he remains': what was wanted, and no statement
  if (word === 'so' && isPronoun(tags[at + 2]) && isPurpose(tags[at + 3] ?? -1)) return null;
  if (word === 'and' && goesOnWithList(tokens, from, at, hasVerb)) return null;
  if (
    ['and', 'but', 'while', 'whilst', 'whereas', 'so', 'yet', 'though', 'although'].includes(
      word,
    ) &&
    startsStatement(tokens, at + 2)
  )
    return { from: at + 2, link: 'and', subject: null };
  return isSpliced(tokens, from, at) ? { from: at + 1, link: 'and', subject: null } : null;
}

const isPurpose = among('VBZ', 'VBP', 'VBZ:AUX', 'VBP:AUX', 'MD');

/**
 * 'a benefit for residents of the state, which helped': the clause may hang on a noun before the last one,
 * unless that is a name or the verb fits it alone.
 */
function isTorn(tokens: readonly Token[], { from, to }: Range, verb: number): boolean {
  const tags = verbTags(tokens);
  if (isOfOneThing(tokens, { from, to }, verb)) return true;
  const hangsOn = /^(?:of|for)$/.test(tokens[from - 1]?.lower ?? '') && isNoun(tags[from - 2]);
  if (!hangsOn || tokens[verb - 1]?.lower === 'who') return false;
  const isOneOfMany =
    isPluralNoun(tokens[to - 1]?.lower ?? '') && /^VBZ/.test(TAGS[tags[verb] ?? 0] ?? '');
  // 'the Atlas of Presidential Elections, which lists'
  if (isProperNoun(tags[to - 1]) || /^\p{Lu}/u.test(tokens[to - 1]?.text ?? '')) return isOneOfMany;
  const isMany = isPluralNoun(tokens[to - 1]?.lower ?? '');
  const isManyBefore = isPluralNoun(tokens[from - 2]?.lower ?? '');
  const agrees =
    /^VB[ZP]/.test(TAGS[tags[verb] ?? 0] ?? '') || /^(?:was|were)$/.test(tokens[verb]?.lower ?? '');
  return !(agrees && isMany !== isManyBefore);
}

/**
 * 'is a hall in Oslo, which was built in 1990', 'is a novel from Arden, which sold well': the clause is of
 * the thing as likely as of the name, unless the noun is a person or only the name has the number of the verb.
 */
function isOfOneThing(tokens: readonly Token[], { from, to }: Range, verb: number): boolean {
  const tags = verbTags(tokens);
  const isNamed = isProperNoun(tags[to - 1]) || /^\p{Lu}/u.test(tokens[to - 1]?.text ?? '');
  const head = tokens[from - 2]?.lower ?? '';
  if (!isNamed || tags[from - 1] !== IN || !isNoun(tags[from - 2]) || isProperNoun(tags[from - 2]))
    return false;
  if (tokens[verb - 1]?.lower !== 'which' || isPersonNoun(toSingular(head)) || isOffice(head))
    return false;
  if (isPluralNoun(head)) return false;
  let start = from - 2;
  while (isNoun(tags[start]) || isAdjective(tags[start])) start--;
  if (!/^(?:a|an)$/.test(tokens[start]?.lower ?? '')) return false;
  const isWhole = /^(?:is|was)$/.test(tokens[start - 1]?.lower ?? '');
  const isMade =
    /^(?:is|was)$/.test(tokens[verb]?.lower ?? '') &&
    isParticipleForm(tokens[verb + 1]?.lower ?? '');
  return isWhole || isMade;
}

/**
 * 'has a permit to stay in Lund, which would allow her to work', 'with a risk of war at home, which nobody
 * wants': the clause is hardly of the noun after the preposition.
 */
function isOfDeed(tokens: readonly Token[], { from }: Range, verb: number): boolean {
  const tags = verbTags(tokens);
  if (tags[from - 1] !== IN) return false;
  if (isPronoun(tags[verb]) || isDeterminer(tags[verb])) return !isStranded(tokens, verb);
  const at = tags[verb] === tagOf('MD') ? verb + 1 : verb;
  return FOLLOWS.test(tokens[at]?.lower ?? '');
}

/** 'which the mayor had warned about in 2019': the noun before 'which' belongs after 'about'. */
function isStranded(tokens: readonly Token[], from: number): boolean {
  const tags = verbTags(tokens);
  for (let at = from; at < from + LONGEST_SPLICED && at < tokens.length; at++)
    if (
      ENDS_CLAUSE.includes(tags[at] ?? -1) &&
      (tags[at + 1] === IN || /^[,.;]$/.test(tokens[at + 1]?.text ?? '.'))
    )
      return true;
  return false;
}

const ENDS_CLAUSE: readonly number[] = [IN, tagOf('RP'), tagOf('RB')];

/** What a deed does to others. */
const FOLLOWS =
  /^(?:allow|enable|mean|meant|let|lead|led|force|cause|help|prompt|spark|trigger|leave|left|open|pave)(?:s|d|ed)?$/;

/** ', which it said sank near Bergen': the verb is of the noun before, and another says so. */
function isReportedToHave(tokens: readonly Token[], from: number): boolean {
  const tags = verbTags(tokens);
  let verb = from;
  while (verb < from + LONGEST_SPLICED && !isFiniteVerb(tags[verb])) verb++;
  const isNext = isFiniteVerb(tags[verb + 1]) || isParticipleForm(tokens[verb + 1]?.lower ?? '');
  return verb > from && SPEECH_VERBS.has(tokens[verb]?.lower ?? '') && isNext;
}

/** 'flipped his choice – saying he was'. */
const isSayingAfter = (tokens: readonly Token[], dash: number): boolean =>
  isIng(tokens[dash + 1]?.lower ?? '') && isSaying(tokens, dash + 1);

/** 'Prices soared, rents were up 9 %': two statements that only a comma joins; ', officials said' is none. */
function isSpliced(tokens: readonly Token[], from: number, comma: number): boolean {
  const tags = verbTags(tokens);
  if (isAdverb(tags[comma + 1]) || tags[comma + 1] === IN) return false;
  // 'In an age where the line has vanished, some are': the comma ends what 'where' began
  const opener = tokens[from - 1]?.lower ?? '';
  if (SUBORDINATORS.has(opener) && opener !== 'that') return false;
  // 'a mission, a rover the agency wants to send': what the noun before is
  if (/^an?$/.test(tokens[comma + 1]?.lower ?? '') && isNoun(tags[comma - 1])) return false;
  // 'Having bought the farm, a ruin, Sweden will': what a participle leads in to is one statement.
  const first = tokens[from]?.lower ?? '';
  // 'If he cuts taxes on fuel, food, and cars, he': the main clause comes last.
  if (OPENS_CLAUSE.has(first) || /^(?:had|were|should)$/.test(first)) return false;
  if (first === 'with' || (isIng(first) && !isFiniteVerb(tags[from + 1]))) return false;
  if ((tags[from] === IN || first === 'according') && isLeadInAlone(tokens, from, comma))
    return false;
  const verb = verbOfSubject(tokens, comma + 1);
  const before = mainVerbAt(tokens, tags, from, comma);
  if (before < 0 || leadsIn(tokens, from, comma)) return false;
  // 'Reed says despite his age, he runs'
  if (SPEECH_VERBS.has(tokens[before]?.lower ?? '') && tags[before + 1] === IN) return false;
  if (verb < 0 || verb > comma + LONGEST_SPLICED || tokens.length - verb < SHORTEST_SPLICED)
    return false;
  const between = tokens.slice(comma + 1, verb).map(({ text }) => text);
  // 'where Reed, Holm and other members are', 'after his mother, stepfather and two others died'
  const isBare = tags[comma + 1] === tagOf('NN') && isNoun(tags[comma - 1]);
  const isList = (isProperNoun(tags[comma - 1]) || isBare) && between.includes('and');
  return !isList && !saysSomething(tokens, verb) && !between.some((text) => /^[,(–—]$/.test(text));
}

const LONGEST_SPLICED = 8;
const SHORTEST_SPLICED = 4;

/**
 * 'He was ill—after a fall, he', 'and, for opium, we': what stands between the mark and the comma belongs to
 * the words after it, and 'the federal' to its noun.
 */
function leadsIn(tokens: readonly Token[], from: number, comma: number): boolean {
  const tags = verbTags(tokens);
  const isOfNoun =
    isAdjective(tags[comma - 1]) && /^(?:DT|JJ)$/.test(TAGS[tags[comma - 2] ?? 0] ?? '');
  if (isOfNoun && !isAdverb(tags[comma - 2])) return true;
  const opensWith = (at: number) => LEAD_IN.includes(tags[at] ?? -1);
  for (let mark = comma - 1; mark > from; mark--) {
    if (/^[–—]$/.test(tokens[mark]?.text ?? '')) return opensWith(mark + 1);
    if (tokens[mark]?.text !== ',') continue;
    const isAfterAnd = tokens[mark - 1]?.lower === 'and' && opensWith(mark + 1);
    const isBeforeAnd = tokens[mark + 1]?.lower === 'and' && opensWith(mark + 2);
    if (isAfterAnd || isBeforeAnd) return true;
  }
  return false;
}

const LEAD_IN: readonly number[] = [IN, tagOf('IN:MARK'), tagOf('WRB')];

/** A verb of saying, with or without its helpers. */
const saysSomething = (tokens: readonly Token[], verb: number): boolean =>
  tokens
    .slice(verb, verb + 3)
    .some(
      ({ lower }) =>
        SPEECH_VERBS.has(lower) || /^(?:recalled|joked|wrote|tweeted|asked|replied)$/.test(lower),
    );

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
function startsStatement(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from];
  if (!first) return false;
  const at = OPEN_QUOTES.has(first.text) ? from + 1 : from;
  const verb = verbOfSubject(tokens, at);
  return verb > at;
}

/** ', who slept, and is based on': the second verb may be of the sentence before the clause. */
function goesOnAfter(tokens: readonly Token[], from: number): boolean {
  const tags = verbTags(tokens);
  for (let at = from; at + 2 < tokens.length; at++) {
    const isJoint = tokens[at]?.text === ',' && /^(?:and|but)$/.test(tokens[at + 1]?.lower ?? '');
    if (isJoint && isFiniteVerb(tags[at + 2])) return true;
  }
  return false;
}

/** 'the director of the film, who', 'an official in Lund, who': nobody is meant by the last noun. */
function isSomebody(tokens: readonly Token[], { from, to }: Range): boolean {
  const head = toSingular(tokens[from - 2]?.lower ?? '');
  const hangsOn = /^(?:in|at|from|near|of)$/.test(tokens[from - 1]?.lower ?? '');
  const speaks = SPEECH_VERBS.has(tokens[to + 2]?.lower ?? '');
  const isPlace = /^(?:in|at|near)$/.test(tokens[from - 1]?.lower ?? '');
  if (isPlace && !speaks && isProperNoun(verbTags(tokens)[to - 1])) return false;
  if (hangsOn && !speaks && (isPersonNoun(head) || isOffice(head) || /^officials?$/.test(head)))
    return false;
  const { lower = '', text = '' } = tokens[to - 1] ?? {};
  const singular = toSingular(lower);
  return (
    /^\p{Lu}/u.test(text) || isPersonNoun(singular) || isOffice(singular) || isPluralNoun(lower)
  );
}

/** ', with laws banning it expected next month': what is to come is told by no past form. */
const isAhead = (tokens: readonly Token[], from: number): boolean =>
  tokens
    .slice(from, from + 24)
    .some(({ lower }) => /^(?:expected|planned|due|set|likely|scheduled)$/.test(lower));

/** ', with NP doing', ', with 4,000 injured': a statement without a verb of its own. */
function isAbsolute(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 24); at++) {
    const token = tokens[at];
    if (!token || /^[,;:]$/.test(token.text)) return false;
    if (
      at > from &&
      (isIng(token.lower) ||
        isParticipleForm(token.lower) ||
        ['injured', 'dead', 'missing', 'due', 'expected', 'set'].includes(token.lower))
    )
      return true;
    if (['that', 'which', 'who'].includes(token.lower)) return false;
  }
  return false;
}
