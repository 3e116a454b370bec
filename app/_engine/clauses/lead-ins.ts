import { hedgesNumber, isCountWord } from '../english/counts';
import { MONTHS, WEEKDAYS } from '../english/date-words';
import { AUXILIARIES, CONJUNCTIONS, PREPOSITIONS } from '../english/grammar-words';
import { SPEECH_VERBS } from '../english/verb-words';
import {
  isFiniteAt,
  isIng,
  isParticipleForm,
  isPast,
  THIRD_PERSON,
  verbTags,
} from '../english/verbs';
import { isRelative, tagOf } from '../tags/tag';
import type { Range, Token } from '../tokens/tokens';
import { mainVerbAt } from './fragments';

/** How many tokens to search for the comma that ends a lead-in. */
const LONGEST_LEAD_IN = 24;

/** 'In May he closed 14': no comma is needed after a day. */
function dayEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  while (
    at < from + 4 &&
    (MONTHS.has(tokens[at]?.lower ?? '') ||
      WEEKDAYS.has(tokens[at]?.lower ?? '') ||
      // 'On Sept. 2'
      (at > from && tokens[at]?.text === '.' && tokens[at]?.spaced === false) ||
      (at > from && /^[123]?\d$/.test(tokens[at]?.text ?? '')) ||
      /^(?:1\d|20)\d\d$/.test(tokens[at]?.text ?? ''))
  )
    at++;
  return at;
}

/** 'At least 40 people', and not 'At 84, she': a hedge before a number opens a subject. */
const opensCount = (tokens: readonly Token[], at: number): boolean =>
  hedgesNumber(tokens, at) && tokens[at + 2]?.text !== ',' && tokens[at]?.lower !== 'in';

/** Passes over 'In May,' and 'When the storm hit,'; -1 where no comma says where the subject begins. */
export function skipLeadIn(tokens: readonly Token[], { from, to }: Range): number {
  let at = from;
  for (let round = 0; round < 2; round++) {
    const token = tokens[at];
    if (!token || at >= to) return -1;
    const leads =
      (PREPOSITIONS.has(token.lower) && !opensCount(tokens, at)) ||
      (CONJUNCTIONS.has(token.lower) && token.lower !== 'that') ||
      (isIng(token.lower) && tokens[at + 1]?.lower !== 'of') ||
      /^(?:today|yesterday|earlier|later|meanwhile|however|last|then|also)$/.test(token.lower);
    if (!leads) return at;
    const day = dayEnd(tokens, at + 1);
    if (day > at + 1 && tokens[day]?.text !== ',') {
      at = day;
      continue;
    }
    const comma = closingComma(tokens, at);
    if (comma < 0 || comma + 1 >= to || comma - at > LONGEST_LEAD_IN) return -1;
    at = comma + 1;
  }
  return at;
}

/** The comma that closes a lead-in: an aside with 'which' has two of its own. */
function closingComma(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at < tokens.length && at - from <= 2 * LONGEST_LEAD_IN; at++) {
    if (tokens[at]?.text !== ',') continue;
    if (!/^(?:which|who|whose)$/.test(tokens[at + 1]?.lower ?? '')) return at;
    at++;
    while (at < tokens.length && tokens[at]?.text !== ',') at++;
  }
  return -1;
}

/** Words that may begin a clause which hangs on the one after it. */
export const OPENS_CLAUSE: ReadonlySet<string> = new Set(
  'if unless when whenever while whereas after before once until because although though since as'.split(
    ' ',
  ),
);

/**
 * The comma that closes a clause which begins here with 'if', 'when', 'after' and the like; -1 where
 * none does. No statement begins before it, nor at it.
 */
export function subordinateEnd(tokens: readonly Token[], from: number): number {
  const opener = openerAt(tokens, from);
  if (opener < 0) return -1;
  const comma = closingComma(tokens, opener);
  if (comma < 0 || comma - from > LONGEST_LEAD_IN) return -1;
  if (isParticipleForm(tokens[opener + 1]?.lower ?? '')) return comma;
  for (let at = opener + 1; at < comma; at++) if (isFiniteAt(tokens, at)) return comma;
  return -1;
}

/** Where the word stands that opens a clause here: at once, or after a time ('Two nights after', 'A year before'); -1 where none does. */
function openerAt(tokens: readonly Token[], from: number): number {
  const { lower = '' } = tokens[from] ?? {};
  if (OPENS_CLAUSE.has(lower) || lower === 'despite') return from;
  // 'From the day she joined, sales rose'
  const isSince = /^(?:from|since|by)$/.test(lower) && tokens[from + 1]?.lower === 'the';
  if (isSince && /^(?:day|moment|time|year)$/.test(tokens[from + 2]?.lower ?? '')) return from + 2;
  for (let at = from; at < from + 4; at++) {
    if (!TIMES.has(tokens[at]?.lower ?? '')) continue;
    return /^(?:after|before|since)$/.test(tokens[at + 1]?.lower ?? '') ? at + 1 : -1;
  }
  return -1;
}

const TIMES: ReadonlySet<string> = new Set(
  'seconds minute minutes hour hours day days night nights week weeks month months year years decade decades season seasons moments'.split(
    ' ',
  ),
);

/** 'While the post claimed that she is rich, others': what is said ends with its clause. */
export const saysBefore = (tokens: readonly Token[], from: number, comma: number): boolean =>
  tokens
    .slice(from, comma)
    .some(({ lower }, at) => SPEECH_VERBS.has(lower) && tokens[from + at + 1]?.lower === 'that');

/**
 * 'Although prices rose, rents fell': two statements. 'While' may tell of a time, so both have to
 * have a figure: 'While exports grew 4%, imports fell 2%'.
 */
export const isContrast = (tokens: readonly Token[], from: number, comma: number): boolean =>
  comma > from &&
  (/^(?:whereas|although|though)$/.test(tokens[from]?.lower ?? '') ||
    (/^(?:while|whilst)$/.test(tokens[from]?.lower ?? '') && saysBefore(tokens, from, comma)) ||
    (/^(?:while|whilst)$/.test(tokens[from]?.lower ?? '') &&
      tokens.slice(from, comma).some(isCountWord) &&
      tokens.slice(comma, comma + LONGEST_LEAD_IN).some(isCountWord)));

/**
 * Whether an 'if' or 'unless' comes after a joint with nothing between to end what it governs:
 * 'would rise by 3% and 400 jobs would go if the bill passes'.
 */
export function isConditionAhead(tokens: readonly Token[], joint: number): boolean {
  for (let at = joint + 2; at < Math.min(tokens.length, joint + LONGEST_LEAD_IN); at++) {
    const lower = tokens[at]?.lower;
    if (lower === ',' || lower === ';' || lower === ':') return false;
    if (lower === 'unless') return true;
    if (lower === 'if')
      return !/^(?:as|even|see|ask|asked|know|unclear|wonder)$/.test(tokens[at - 1]?.lower ?? '');
  }
  return false;
}

const CONDITIONS = /^(?:if|unless|once|when|whenever|until|after|before|without)$/;
const SETTINGS =
  /^(?:in|at|on|during|under|within|across|throughout|by|since|following|last|next|this|today|yesterday)$/;
const PLACES = /^(?:in|at|on|near|across)$/;
/** 'In a statement', 'in its report', 'in fact', 'on the other hand': these set no scene. */
const NO_SETTING =
  /^(?:in|at|on|by|under) (?:(?:an?|its|his|her|their|the) (?:\p{L}+ )?(?:statement|report|interview|speech|letter|study|paper|post|email|ruling|other|way)|fact|addition|particular|all|turn|response|contrast|short|general|reply|other|top|least|first|last|comparison)\b/iu;

/** A lead-in: it stands before a subject and also applies to the statements after it. */
export type LeadIn = Range & {
  /**
   * 'If the bill passes': it applies to every later statement, while a time is replaced by another
   * time.
   */
  readonly kind: 'condition' | 'setting';
  /** The tense of the statement it opens. */
  readonly tense: Tense;
};

type Tense = 'past' | 'present' | 'modal';

/** The lead-in that the words before a subject are; null where later statements do without it. */
export function readLeadIn(
  tokens: readonly Token[],
  { from, to }: Range,
  verb: number,
): LeadIn | null {
  const lower = tokens[from]?.lower ?? '';
  if (to <= from) return null;
  const tense = tenseAt(tokens, verb);
  if (CONDITIONS.test(lower)) return { from, to, kind: 'condition', tense };
  if (!SETTINGS.test(lower)) return null;
  const words = tokens
    .slice(from, Math.min(to, from + 4))
    .map((token) => token.lower)
    .join(' ');
  return NO_SETTING.test(words) ? null : { from, to, kind: 'setting', tense };
}

/**
 * Whether a lead-in applies to a later statement: not across tenses ('In 2020, it hired 300 and now
 * employs 900'), and no time or place to a statement that has one of its own.
 *
 * @param verb  the first verb of the statement; null if it shares the verb of the first
 */
export function holdsFor(
  tokens: readonly Token[],
  leadIn: LeadIn,
  { from, to }: Range,
  verb: number | null,
): boolean {
  const tense = verb === null ? leadIn.tense : tenseAt(tokens, verb);
  const isPastOnOneSide = (tense === 'past') !== (leadIn.tense === 'past');
  if (isPastOnOneSide) return false;
  if (leadIn.kind === 'condition') return leadIn.tense !== 'modal' || !isPerfect(tokens, verb);
  if (tense !== leadIn.tense) return false;
  for (let at = from; at < to; at++) {
    const { lower = '', text = '' } = tokens[at] ?? {};
    if (/^(?:now|today|currently|still|yesterday|tomorrow|ago|later|earlier)$/.test(lower))
      return false;
    if (MONTHS.has(lower) || WEEKDAYS.has(lower) || /^(?:1\d|20)\d\d$/.test(text)) return false;
    if (PLACES.test(lower) && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')) return false;
  }
  return true;
}

const isPerfect = (tokens: readonly Token[], verb: number | null): boolean =>
  verb !== null && /^ha(?:s|ve)$/.test(tokens[verb]?.lower ?? '');

function tenseAt(tokens: readonly Token[], verb: number): Tense {
  const lower = tokens[verb]?.lower ?? '';
  if (/^(?:will|would|can|could|may|might|must|should|shall)$/.test(lower)) return 'modal';
  if (/^(?:was|were|had|did)$/.test(lower)) return 'past';
  if (THIRD_PERSON.has(lower) || AUXILIARIES.has(lower)) return 'present';
  return isPast(lower) ? 'past' : 'present';
}

/** 'In a poll released Monday,': no statement stands before the comma, but what leads in to the one after it. */
export function isLeadInAlone(tokens: readonly Token[], from: number, comma: number): boolean {
  const tags = verbTags(tokens);
  let mark = from;
  while (mark < comma && tokens[mark]?.text !== ',') mark++;
  const next = tags[mark + 1];
  return (
    mark === comma ||
    next === IN ||
    isRelative(next) ||
    mainVerbAt(tokens, tags, mark + 1, comma) < 0
  );
}

const IN = tagOf('IN');
