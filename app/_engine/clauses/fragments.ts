import { MONTHS, WEEKDAYS } from '../english/date-words';
import { verbTags } from '../english/verbs';
import {
  isAdjective,
  isAdverb,
  isCommonNoun,
  isDeterminer,
  isFiniteVerb,
  isNoun,
  isPronoun,
  isProperNoun,
  isRelative,
  tagOf,
} from '../tags/tag';
import { QUOTES } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';

const CC = tagOf('CC');
const DT = tagOf('DT');
const IN = tagOf('IN');
const PRP = tagOf('PRP');
const VBD = tagOf('VBD');
const VBG = tagOf('VBG');
const VBP = tagOf('VBP');
const VBZ = tagOf('VBZ');
const WDT = tagOf('WDT');
const WP = tagOf('WP');
/** 'it’ll': the subject and its verb. */
const CONTRACTED = tagOf('PRP:VERB');
const OPENERS: readonly number[] = (['IN:MARK', 'WDT', 'WP', 'WRB'] as const).map(tagOf);

/** Tags of words after which more has to come. */
const DANGLING: readonly number[] = (
  ['CC', 'TO', 'DT', 'PDT', 'PRP$', 'WDT', 'WP', 'WP$', 'WRB', 'IN:MARK', 'POS'] as const
).map(tagOf);

/**
 * Whether words are a piece of a sentence and no sentence: without a subject and a verb of their own,
 * cut off before or after a word that joins, or with half a pair of brackets or quotation marks.
 *
 * @param hasSubject  whether their subject stands elsewhere and is put in front
 */
export function isFragment(
  tokens: readonly Token[],
  { from, to }: Range,
  hasSubject: boolean,
): boolean {
  const tags = verbTags(tokens);
  if (isUneven(tokens, from, to) || dangles(tokens, tags, from, to)) return true;
  return !hasSubject && mainVerbAt(tokens, tags, from, to) < 0;
}

/** A bracket that is not closed, or a quotation mark alone. */
function isUneven(tokens: readonly Token[], from: number, to: number): boolean {
  let [open, quotes, singles] = [0, 0, 0];
  for (let at = from; at < to; at++) {
    const text = tokens[at]?.text ?? '';
    if (text === '(') open++;
    else if (text === ')') open--;
    else if (text === '‘') singles++;
    else if (text === '’' && singles > 0) singles--;
    else if (QUOTES.has(text)) quotes++;
    if (open < 0) return true;
  }
  return open !== 0 || singles > 0 || quotes % 2 === 1;
}

function dangles(tokens: readonly Token[], tags: Uint8Array, from: number, to: number): boolean {
  const first = tags[from] ?? -1;
  const last = tags[to - 1] ?? -1;
  if (first === CC && !/^(?:both|either|neither)$/.test(tokens[from]?.lower ?? '')) return true;
  const isStranded = last === PRP && OPENERS.includes(tags[to - 2] ?? -1);
  return (
    isStranded ||
    DANGLING.includes(last) ||
    isSubjectAlone(tokens, to) ||
    isTimeAlone(tokens, tags, from) ||
    isTwoSubjects(tags, from, to) ||
    isStateAlone(tokens, tags, from, to) ||
    isCountAlone(tokens, tags, from, to) ||
    joinsRelative(tags, from, to) ||
    isHalfClause(tokens, tags, from, to)
  );
}

/** '…, he', of 'he and his wife explained': nobody does anything. */
const isSubjectAlone = (tokens: readonly Token[], to: number): boolean =>
  /^(?:,|and|or|but)$/.test(tokens[to - 2]?.lower ?? '') &&
  /^(?:i|he|she|we|they)$/.test(tokens[to - 1]?.lower ?? '');

/** 'The minister the people share grief', of 'told the minister the people share grief'. */
function isTwoSubjects(tags: Uint8Array, from: number, to: number): boolean {
  if (tags[from] !== DT) return false;
  let at = from + 1;
  while (at < to && (isNoun(tags[at]) || isAdjective(tags[at]))) at++;
  if (tags[at] !== DT || !isNoun(tags[at - 1])) return false;
  let verbs = 0;
  for (; at < to; at++) if (isFiniteVerb(tags[at]) && !isFiniteVerb(tags[at - 1])) verbs++;
  return verbs === 1;
}

/** 'Boyd had 15', after 'Reed scored 12 points': what is counted stands in the words that were cut off. */
const isCountAlone = (
  tokens: readonly Token[],
  tags: Uint8Array,
  from: number,
  to: number,
): boolean =>
  to - from <= 5 &&
  tokens[to - 1]?.kind === 'number' &&
  !/^(?:1\d|20)\d\d$/.test(tokens[to - 1]?.text ?? '') &&
  isFiniteVerb(tags[to - 2]) &&
  !/^(?:is|are|was|were|be|turned|turns|reached|hit)$/.test(tokens[to - 2]?.lower ?? '');

/** 'Last June stirred anger': a time does nothing, so its verb is of a subject that was cut off. */
function isTimeAlone(tokens: readonly Token[], tags: Uint8Array, from: number): boolean {
  const opens = /^(?:last|this|next|earlier|later)$/.test(tokens[from]?.lower ?? '');
  const time = tokens[from + (opens ? 1 : 0)]?.lower ?? '';
  const isTime =
    MONTHS.has(time) ||
    WEEKDAYS.has(time) ||
    (opens && /^(?:week|month|year|spring|summer|autumn|fall|winter|season)$/.test(time));
  const verb = from + (opens ? 2 : 1);
  return isTime && isFiniteVerb(tags[verb]) && !OF_TIMES.test(tokens[verb]?.lower ?? '');
}

/** What a time may be and do: 'last year was dry', 'this week marks'. */
const OF_TIMES =
  /^(?:is|was|has|had|will|would|could|may|might|saw|sees|marks|marked|brings|brought|begins|began|ends|ended|comes|came|'s|’s)$/;

/** 'keeps the boy and who went to court': a second relative clause of a noun that stands elsewhere. */
function joinsRelative(tags: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at + 1 < to; at++) {
    if (isRelative(tags[at])) return false;
    if (tags[at] === CC && (tags[at + 1] === WDT || tags[at + 1] === WP)) return true;
  }
  return false;
}

/** 'The fact is', of 'The fact is, I came': what it is stands after the comma. */
const isStateAlone = (
  tokens: readonly Token[],
  tags: Uint8Array,
  from: number,
  to: number,
): boolean =>
  tokens[to]?.text === ',' &&
  /^(?:is|was|are|were)$/.test(tokens[to - 1]?.lower ?? '') &&
  mainVerbAt(tokens, tags, from, to) === to - 1;

/** 'Few know him, so when they vote': the clause after the joint waits for the words that were cut off. */
function isHalfClause(
  tokens: readonly Token[],
  tags: Uint8Array,
  from: number,
  to: number,
): boolean {
  if (tokens[to]?.text !== ',') return false;
  for (let at = to - 2; at > from + 1; at--) {
    const { lower = '', text = '' } = tokens[at] ?? {};
    if (/^[,;:]$/.test(text)) return false;
    if (!/^(?:if|when|while|because|although|once|unless)$/.test(lower)) continue;
    return tags[at - 1] === CC || /^(?:so|that)$/.test(tokens[at - 1]?.lower ?? '');
  }
  return false;
}

/**
 * The verb of the sentence that these words are: finite, after its subject, and no verb of a clause
 * inside ('which fell', 'steps they take', 'two days after the ferry sank'); -1 when there is none.
 */
export function mainVerbAt(
  tokens: readonly Token[],
  tags: Uint8Array,
  from: number,
  to: number,
): number {
  let inner = 0;
  /** Clauses that may be open by a word that is a preposition as well: a mark ends them. */
  let maybe = 0;
  let hasSubject = false;
  /** It begins with a clause that hangs on the words after it: 'If he won it would …'. */
  let isLed = false;
  let opensWithClause = false;
  let isInVerb = false;
  for (let at = from; at < to; at++) {
    const tag = tags[at] ?? -1;
    if (isFiniteVerb(tag)) {
      if (isInVerb) continue;
      isInVerb = true;
      if (maybe > 0) maybe--;
      else if (inner > 0) inner--;
      else if (
        (hasSubject || tag === CONTRACTED) &&
        !isRatherNoun(tokens, tags, at, to) &&
        !isRatherParticiple(tokens, at) &&
        // 'having 40 times your costs saved or invested'
        !(tags[from] === VBG && tag === VBD && ENDS_VERB.test(tokens[at + 1]?.text ?? '.'))
      )
        return at;
      continue;
    }
    if (isInVerb && !isAdverb(tag) && !QUOTES.has(tokens[at]?.text ?? '')) isInVerb = false;
    // 'of making', 'after leaving': no clause with a verb of its own
    if (
      OPENERS.includes(tag) &&
      (tags[at + 1] !== VBG || ALWAYS_OPENS.test(tokens[at]?.lower ?? ''))
    ) {
      if (!hasSubject) isLed = true;
      if (!hasSubject && HALF_OPENERS.test(tokens[at]?.lower ?? '')) opensWithClause = true;
      inner++;
    } else if (tokens[at]?.text === ',') {
      maybe = 0;
      // 'As a partner of the firm, we': the clause that was to come is none.
      if (opensWithClause && isPronoun(tags[at + 1])) inner = 0;
      opensWithClause = false;
    } else if (tag === IN && hasSubject && HALF_OPENERS.test(tokens[at]?.lower ?? '')) maybe++;
    else if (!isLed && opensClauseOfNoun(tokens, tags, at, from)) inner++;
    else if (
      isNoun(tag) ||
      isPronoun(tag) ||
      tokens[at]?.kind === 'number' ||
      (at === from &&
        (tag === VBG || /^(?:neither|either|both|none|each)$/.test(tokens[at]?.lower ?? ''))) ||
      (isDeterminer(tag) && isFiniteVerb(tags[at + 1]))
    )
      hasSubject = true;
  }
  return -1;
}

/** 'A law named for Reed', 'a man known as Karl': what it is called, and no verb. */
const isRatherParticiple = (tokens: readonly Token[], at: number): boolean =>
  /^(?:named|dubbed|known|titled|nicknamed)$/.test(tokens[at]?.lower ?? '') &&
  /^(?:for|after|as)$/.test(tokens[at + 1]?.lower ?? '');

const ALWAYS_OPENS = /^(?:because|that|if|whether|although|though|unless)$/;
const ENDS_VERB = /^(?:[,.;]|and|or)$/;

/** What may open a clause though it is tagged as a preposition: 'a night after the fleet left'. */
const HALF_OPENERS = /^(?:after|before|since|until|till|as|than)$/;

/** 'steps they take', 'from the day Lund left': a subject and its verb right after a noun. */
const opensClauseOfNoun = (
  tokens: readonly Token[],
  tags: Uint8Array,
  at: number,
  from: number,
): boolean =>
  at > from &&
  isFiniteVerb(tags[at + 1]) &&
  ((tags[at] === PRP && isNoun(tags[at - 1])) ||
    (isProperNoun(tags[at]) && /^(?:day|moment|time|year|way)$/.test(tokens[at - 1]?.lower ?? '')));

/** 'retirement plans' of 'retirement plans and accounts bring': a plural at the end, and no verb. */
const isRatherNoun = (
  tokens: readonly Token[],
  tags: Uint8Array,
  at: number,
  to: number,
): boolean =>
  at === to - 1 &&
  (tags[at] === VBZ || tags[at] === VBP) &&
  isCommonNoun(tags[at - 1]) &&
  /[^s]s$/.test(tokens[at]?.lower ?? '') &&
  /^(?:and|or|,)$/.test(tokens[to]?.lower ?? '');
