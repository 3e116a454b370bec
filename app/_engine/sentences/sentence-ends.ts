import type { Span } from '#domain/texts/annotation';
import { WEEKDAYS } from '../english/date-words';
import { SPEECH_VERBS } from '../english/verb-words';
import {
  BULLETS,
  CLOSING_MARKS,
  isLower,
  isUpper,
  lettersBackFrom,
  OPENING_MARKS,
  SENTENCE_MARKS,
  skipOpening,
  wordAt,
  wordBefore,
} from '../tokens/characters';
import { isDigitAt, isLetterAt, isSpaceAt } from '../tokens/tokens';
import { AFTER_NAMES, BEFORE_NUMBERS, CUT_DATES, INSIDE, OPENERS, TITLES } from './abbreviations';

/** Full stops of scripts without spaces: they always end a sentence. */
const WIDE_MARKS = '。！？．｡';

/** A run of marks that may end a sentence, with the closing quotes, brackets and notes after it. */
export type Stop = Span & {
  /** How many points; an ellipsis sign counts three. */
  readonly dots: number;
  readonly marks: string;
  /** 'the thing is . . . I mean': points with spaces between. */
  readonly isSpaced: boolean;
};

/** The run of marks at this UTF-16 offset; it goes no further than `limit`. */
export function readStop(text: string, start: number, limit: number): Stop {
  let end = start;
  let dots = 0;
  let isSpaced = false;
  while (end < limit) {
    const char = text[end] ?? '';
    if (SENTENCE_MARKS.includes(char)) {
      dots += char === '.' ? 1 : char === '…' ? 3 : 0;
      end++;
    } else if (char === ' ' && dots > 0 && text[end + 1] === '.' && !isDigitAt(text, end + 2)) {
      if (isFullStopBeforeEllipsis(text, start, end, limit)) break;
      isSpaced = true;
      end++;
    } else break;
  }
  const marks = text.slice(start, Math.min(end, start + 8));
  while (end < limit && CLOSING_MARKS.includes(text[end] ?? '')) {
    const opensNext = '"\''.includes(text[end] ?? '') && isLetterAt(text, end + 1);
    if (opensNext) break;
    end++;
  }
  // 'the council.“ However': what a space follows closes, whichever way it is curled.
  if (end < limit && '“„'.includes(text[end] ?? ' ') && isSpaceAt(text, end + 1)) end++;
  return { start, end: faceEnd(text, noteEnd(text, end, limit), limit), dots, marks, isSpaced };
}

/** 'great! :P', 'I love her. :)', '(… next day. )': a face or a bracket a space away ends it too. */
function faceEnd(text: string, end: number, limit: number): number {
  if (text[end] !== ' ') return end;
  const face = /^ (?:[:;]-?[)(DPp]|\)(?= ))(?=\s|$)/.exec(
    text.slice(end, Math.min(limit, end + 6)),
  );
  return face ? end + face[0].length : end;
}

/** 'compounds. . . . The practice': the point belongs to the word, the ellipsis to what follows. */
const isFullStopBeforeEllipsis = (
  text: string,
  start: number,
  end: number,
  limit: number,
): boolean =>
  end === start + 1 &&
  isLetterAt(text, start - 1) &&
  text.startsWith(' . . . ', end) &&
  end + 7 < limit &&
  isUpper(text, end + 7);

/** '.[7][8]', '.11 12': numbers of notes belong to the sentence before them. */
function noteEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && text[end] === '[') {
    let at = end + 1;
    while (at < limit && at < end + 8 && isDigitAt(text, at)) at++;
    if (at === end + 1 || text[at] !== ']') break;
    end = at + 1;
  }
  if (end > start || !isDigitAt(text, end) || isDigitAt(text, start - 2)) return end;
  const notes = /^\d{1,2}(?: \d{1,2}){0,3}(?= \p{Lu})/u.exec(
    text.slice(end, Math.min(limit, end + 16)),
  );
  return notes ? end + notes[0].length : end;
}

/**
 * Whether a sentence ends with these marks.
 *
 * @param rest    from the start of the sentence to the end of its block
 * @param casual  the block is written without capitals, so that a small letter may open a sentence
 */
export function endsSentence(text: string, rest: Span, stop: Stop, casual: boolean): boolean {
  const dot = stop.start;
  if (stop.end >= rest.end) return true;
  if (WIDE_MARKS.includes(text[dot] ?? ''))
    return (
      isLetterAt(text, dot - 1) ||
      isDigitAt(text, dot - 1) ||
      CLOSING_MARKS.includes(text[dot - 1] ?? ' ')
    );
  if (text[dot - 1] === '[' && stop.dots >= 3) return endsWithGap(text, rest, stop);
  if (!isSpaceAt(text, stop.end)) return runsTogether(text, stop) || typedTogether(text, stop);
  const next = skipOpening(text, stop.end, rest.end);
  if (next >= rest.end) return true;
  const isPause = stop.isSpaced || (isSpaceAt(text, dot - 1) && text[next] === 'I');
  if (isPause && stop.dots === 3) return false;
  if (stop.dots === 1 && stop.marks === '.' && isInsideAbbreviation(text, rest.start, stop, next))
    return false;
  if (/^[-–—]+\s?$/.test(text.slice(next, next + 2)) && isLower(text, skipDashes(text, next)))
    return false;
  if (isTagOfQuote(text, stop, next) || isNameWithMark(text, stop)) return false;
  if (isLower(text, next)) return stop.dots <= 1 && (casual || opensCasually(text, stop, next));
  return true;
}

/** 'E! News', 'Yahoo! Mail': the mark belongs to a name. */
const isNameWithMark = (text: string, { start, end }: Stop): boolean =>
  text[start] === '!' &&
  end === start + 1 &&
  /(?:^|[\s(“"])(?:E|Yahoo|Jeopardy)$/.test(text.slice(Math.max(0, start - 12), start)) &&
  isUpper(text, end + 1);

/** '“We won!” Ana Ruiz wrote on Monday.': the words that say who speaks belong to the quotation. */
function isTagOfQuote(text: string, { start, end, dots }: Stop, next: number): boolean {
  if (dots > 0 || !/["”»]/.test(text.slice(start, end)) || next > end + 1) return false;
  const tag = TAG.exec(text.slice(next, next + LONGEST_TAG));
  return tag !== null && SPEECH_VERBS.has(tag[1] ?? '');
}

const LONGEST_TAG = 80;
/** A name of up to four words, a verb in the past or present, and a full stop, a comma or a phrase of time or place. */
const TAG =
  /^(?!(?:Nobody|No|None|Every\p{Ll}+|Some\p{Ll}*|Others?|Many|All|They|We|It|He|She|The|A|An|This|That|I|You|But|And) )(?:(?:Mr|Mrs|Ms|Dr)\. )?(?:\p{Lu}[\p{L}.'’-]*,? ){1,4}(?:(?:later|then|also|once) )?(\p{Ll}+(?:ed|s|id|ote|old|ent))(?=[.,:]| (?:on|in|at|to|before|after|during|from|via|of|back|later|last|this|yesterday|recently|again|\p{Ll}+ly|\p{Lu}\p{Ll}+day)\b)/u;

/** 'is calm [...] The shore': words are left out at the end; 'Ms [...] Holm' goes on. */
function endsWithGap(text: string, rest: Span, { start, end }: Stop): boolean {
  const next = skipOpening(text, end, rest.end);
  if (next >= rest.end || !isUpper(text, next) || text[next - 1] === '(') return false;
  // A gap between two sentences opens the second one: 'was sold. [...] The mill'.
  if (text.slice(rest.start, start - 1).trim() === '') return false;
  const before = wordBefore(text, rest.start, start - 2);
  return !isUpper(before, 0) && !TITLES.has(before.toLowerCase());
}

function skipDashes(text: string, start: number): number {
  let at = start;
  while (at < start + 6 && (isSpaceAt(text, at) || /[-–—]/.test(text[at] ?? ''))) at++;
  return at;
}

/** 'See you. also, bring it': a small letter after a whole word and a point, as people type. */
function opensCasually(text: string, stop: Stop, next: number): boolean {
  if (stop.end !== stop.start + stop.marks.length) return false;
  const following = wordAt(text, next);
  if (SPEECH_VERBS.has(following) || next > stop.end + 2) return false;
  if (/^!+$/.test(stop.marks)) return TYPED_OPENERS.has(following);
  if (stop.marks === '?') return !['he', 'she', 'they', 'asked', 'one'].includes(following);
  if (stop.marks !== '.') return /^[?]+$/.test(stop.marks);
  const word = text.slice(lettersBackFrom(text, stop.start), stop.start);
  return word.length >= 4 && word === word.toLowerCase() && !isAbbreviation(word);
}

/** Small words that open a sentence after an exclamation and are never the end of a name. */
const TYPED_OPENERS = new Set([
  'so',
  'but',
  'and',
  'i',
  'it',
  'we',
  'you',
  'this',
  'that',
  'there',
  'thanks',
  'its',
  'lol',
  'also',
]);

const isAbbreviation = (word: string): boolean =>
  [TITLES, BEFORE_NUMBERS, INSIDE, AFTER_NAMES, CUT_DATES].some((list) => list.has(word));

/** 'remember...I should ask', 'open for talk?they will': as people type, but not in an address. */
function typedTogether(text: string, stop: Stop): boolean {
  const { start, end, dots, marks } = stop;
  if (end !== start + marks.length || !isLetterAt(text, start - 1) || !isLetterAt(text, end))
    return false;
  if (dots >= 2) return isUpper(text, end) && !isUpper(text, start - 1);
  const wordStart = lettersBackFrom(text, start);
  return (
    /^[?]+$/.test(marks) &&
    start - wordStart >= 3 &&
    /[\s"'(]/.test(text[wordStart - 1] ?? ' ') &&
    wordAt(text, end).length >= 2 &&
    text[end + wordAt(text, end).length] === ' '
  );
}

/** 'Hello world.Today is Tuesday.': no space, but plainly two sentences. */
function runsTogether(text: string, { start: dot, end }: Stop): boolean {
  if (end !== dot + 1 || !isUpper(text, end)) return false;
  const wordStart = lettersBackFrom(text, dot);
  const lowerBefore = dot - wordStart >= 3 && isLower(text, dot - 1);
  const digitBefore = dot > 2 && isDigitAt(text, dot - 1) && isDigitAt(text, dot - 2);
  if (!lowerBefore && !digitBefore) return false;
  if ('./@'.includes(text[wordStart - 1] ?? ' ')) return false;
  const following = wordAt(text, end);
  const after = text[end + following.length] ?? ' ';
  if (following.length === 2 && after === '.') return true;
  return following.length >= 2 && isLower(text, end + 1) && !'@./\\_('.includes(after);
}

/** Whether the point belongs to an abbreviation, an initial or a number, and the sentence goes on. */
function isInsideAbbreviation(
  text: string,
  sentenceStart: number,
  stop: Stop,
  next: number,
): boolean {
  const dot = stop.start;
  const before = wordBefore(text, sentenceStart, dot);
  if (before === '' || isGenitive(text, dot)) return false;
  const word = before.toLowerCase();
  if (isUpper(text, next) && endsInUnit(text, dot)) return false;
  const opens = isUpper(text, next) && OPENERS.has(wordAt(text, next).toLowerCase());
  if (/^[ivx]+$|^[a-z]$|^\d{1,2}$/.test(word) && isFirstWord(text, sentenceStart, dot, before))
    return true;
  if (stop.end > dot + 1) return TITLES.has(word);
  if (TITLES.has(word) && !(AFTER_NAMES.has(word) && opens)) return true;
  if (BEFORE_NUMBERS.has(word) && isDigitAt(text, next)) return true;
  if (INSIDE.has(word))
    return !opens || (!(word.length > 2 && !word.includes('.')) && before === word);
  if (CUT_DATES.has(word)) return isDigitAt(text, next) || (isUpper(before, 0) && !opens);
  if (/^[a-z]$/.test(word)) return isInitial(text, before, dot, opens);
  if (!AFTER_NAMES.has(word) && !/^(?:[a-z]\.)+[a-z]$/.test(word)) return false;
  if (isDigitAt(text, next)) return true;
  if (!isUpper(text, next)) return !OPENING_MARKS.includes(text[next - 1] ?? ' ');
  if (/^[ap]\.m$/.test(word))
    return isDayOf(text, next) || isShortAdjunct(text, sentenceStart, dot);
  return !opens;
}

/** 'at Carlo’s.', 'under 12's.': that letter is no initial. */
const isGenitive = (text: string, dot: number): boolean =>
  /[\p{L}\p{N}]['’]s$/iu.test(text.slice(Math.max(0, dot - 4), dot));

/** '30 km/h.', '5.1 mmol/L.', '30 m.': a letter after a number or a stroke is no initial. */
const endsInUnit = (text: string, dot: number): boolean =>
  /\p{L}\/(?:h|hr|s|sec|min|d|[dm]?[lL]|k?m|k?g)$|\d [a-z]$/u.test(
    text.slice(Math.max(0, dot - 8), dot),
  );

/** A single letter is an initial before a name; 'you and I.' and 'vitamin C.' may end a sentence. */
function isInitial(text: string, letter: string, dot: number, opens: boolean): boolean {
  if (!opens) return true;
  const previous = wordBefore(text, Math.max(0, dot - 40), lettersBackFrom(text, dot) - 1);
  return letter !== 'I' && isUpper(previous, 0);
}

const TIME_ZONES = new Set(
  'GMT UTC EST EDT CST CDT MST MDT PST PDT BST CET CEST EET IST JST AEST ET PT'.split(' '),
);

/** '1:40 a.m. Sunday, police said', '9 a.m. EST': of the hour; 'Sunday was quiet' is a sentence. */
function isDayOf(text: string, start: number): boolean {
  const word = wordAt(text, start);
  if (TIME_ZONES.has(word)) return true;
  if (!WEEKDAYS.has(word.toLowerCase())) return false;
  return !/^ (?:is|was|will|has|had|brought|saw)\b/.test(
    text.slice(start + word.length, start + word.length + 10),
  );
}

/** 'At 5 a.m.' is no sentence, so what follows belongs to it. */
const isShortAdjunct = (text: string, start: number, dot: number): boolean =>
  dot - start < 16 &&
  /^(?:at|by|around|about|after|before|until|from|since)\s/i.test(
    text.slice(start, start + 8).trimStart(),
  );

function isFirstWord(text: string, sentenceStart: number, dot: number, word: string): boolean {
  let at = sentenceStart;
  while (at < dot && (isSpaceAt(text, at) || (OPENING_MARKS + BULLETS).includes(text[at] ?? '')))
    at++;
  return at >= dot - word.length;
}
