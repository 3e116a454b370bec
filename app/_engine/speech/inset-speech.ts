import { isDenied } from '../english/denials';
import { IRREGULAR_PAST, SPEECH_VERBS } from '../english/verb-words';
import { isFiniteAt, isIng, isParticipleForm } from '../english/verbs';
import { isNoun, isPastVerb } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { Edit } from '../tokens/edits';
import { OPEN_QUOTES } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';
import { contentStart } from './reported-words';
import { canSpeak, findEnd, namesSpeaker } from './speakers';
import { hasTaggedVerb, isTaggedVerb } from './tagged-verbs';
import { isNounPhrase, subjectOfVerb } from './verb-subject';

/** Who speaks in the midst of a statement: 'The road, officials said, carries …'. */
export type Inset = {
  readonly speaker: Range;
  /** The place of the day of saying. */
  readonly verbSpan: Range;
  /** The tokens to leave out, so that the statement is one: ', officials said,'. */
  readonly cut: Range;
  /** The same in the text: a comma stays after words that lead in. */
  readonly edit: Edit;
};

const CLOSERS = new Set(['"', '”', '»']);
/** The longest words between two commas that say who speaks. */
const LONGEST_INSET = 22;

const COMMAS = new Set([',', '–', '—']);
const STOPS = new Set([';', ':', '.', '!', '?', '(', ')']);

/**
 * Finds the words that say who speaks between two parts of what is said, so that the parts can be read
 * as one statement: 'The road, officials said, carries 9,000 cars', '"The bridge," Holm said, "cost 14
 * million"', 'If the bill passes, Holm said the firm would hire 40'.
 *
 * @returns null where nobody speaks so, or where both parts are statements of their own
 */
export function findInset(tokens: readonly Token[], quoted: readonly boolean[]): Inset | null {
  for (let open = 1; open + 3 < tokens.length; open++) {
    if (!COMMAS.has(tokens[open]?.text ?? '')) continue;
    const found = between(tokens, quoted, open) ?? afterCondition(tokens, quoted, open);
    if (found) return found;
  }
  return null;
}

/** Two commas or dashes with a speaker and a verb of saying between them, and the statement around them. */
function between(tokens: readonly Token[], quoted: readonly boolean[], open: number): Inset | null {
  const closes = CLOSERS.has(tokens[open + 1]?.text ?? '') && quoted[open];
  const isQuote = closes || (CLOSERS.has(tokens[open - 1]?.text ?? '') && quoted[open - 1]);
  const from = closes ? open + 2 : open + 1;
  if (!isQuote && quoted[open]) return null;
  const first = closingMark(tokens, quoted, from);
  const close = first < 0 || isQuote ? first : afterRole(tokens, quoted, from, first);
  if (close < 0) return null;
  const reopens = OPEN_QUOTES.has(tokens[close + 1]?.text ?? '') && quoted[close + 1] === true;
  if (isQuote ? !reopens : reopens) return null;
  const next = tokens[close + 1];
  if (!next || close + 3 > tokens.length) return null;
  const isJoined = joinsVerb(tokens, close + 1) && hasTaggedVerb(tokens, 0, open);
  if (GOES_ON.test(next.lower) && !isJoined) return null;
  const speaker = speakerBetween(tokens, from, first);
  if (!speaker) return null;
  const isVerbFirst = speaker.speaker.from > from && tokens[from]?.lower !== 'according';
  if (!isQuote && isVerbFirst && isRoleAt(tokens, close + 1)) return null;
  const place = isQuote || isJoined ? 'within' : placeOf(tokens, open, close);
  if (!place) return null;
  const start = isQuote && CLOSERS.has(tokens[open - 1]?.text ?? '') ? open - 1 : open;
  const to = reopens ? close + 2 : close + 1;
  if (
    reopens &&
    /^\p{Lu}/u.test(tokens[close + 2]?.text ?? '') &&
    opensStatement(tokens, close + 2)
  )
    return null;
  const leads = place === 'after lead';
  const cut = { from: start, to: leads ? close : to };
  const edit = {
    start: tokens[start]?.start ?? 0,
    end: (leads ? tokens[close]?.start : tokens[to - 1]?.end) ?? 0,
    words: reopens ? ' ' : '',
  };
  return { ...speaker, cut, edit };
}

/** '"It fell," he said, "He ran."': a capital that is no name begins a sentence of its own. */
const opensStatement = (tokens: readonly Token[], at: number): boolean =>
  /^(?:the|it|he|she|they|we|this|that|there|a|an|in|but|and|our|my|no|yes)$/.test(
    tokens[at]?.lower ?? '',
  );

/** After these a statement of its own goes on: the speaker belongs to the words before. */
const GOES_ON =
  /^(?:and|but|while|who|which|whose|adding|citing|referring|with|as|though|although|so|or|where|when|after|before|because|calling|noting|saying|telling|warning)$/;

/** 'says Ann Roe, head of sales at Lund.': the words after the comma tell who she is. */
const isRoleAt = (tokens: readonly Token[], from: number): boolean =>
  (isNoun(tagsOf(tokens)[from]) || /^(?:an?|the|his|her)$/.test(tokens[from]?.lower ?? '')) &&
  !hasTaggedVerb(tokens, from, tokens.length);

/** 'The plan, said Ann Roe, the head of sales, is to': the mark after her role. */
function afterRole(
  tokens: readonly Token[],
  quoted: readonly boolean[],
  from: number,
  close: number,
): number {
  if (!SPEECH_VERBS.has(tokens[from]?.lower ?? '')) return close;
  if (!/^(?:an?|the|his|her)$/.test(tokens[close + 1]?.lower ?? '')) return close;
  const end = closingMark(tokens, quoted, close + 1);
  return end > 0 && !hasTaggedVerb(tokens, close + 1, end) && isTaggedVerb(tokens, end + 1)
    ? end
    : close;
}

/** 'The crew found it, Holm said, and mended the pipe': one subject with two verbs. */
function joinsVerb(tokens: readonly Token[], at: number): boolean {
  const verb = OPEN_QUOTES.has(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  return /^(?:and|but)$/.test(tokens[at]?.lower ?? '') && isPastVerb(tagsOf(tokens)[verb]);
}

function closingMark(tokens: readonly Token[], quoted: readonly boolean[], from: number): number {
  for (let at = from + 1; at < Math.min(tokens.length - 2, from + LONGEST_INSET); at++) {
    if (quoted[at]) return -1;
    if (
      STOPS.has(tokens[at]?.text ?? '') &&
      (tokens[at]?.text !== '.' ||
        tokens[at]?.spaced !== false ||
        (tokens[at - 1]?.text.length ?? 9) > 3)
    )
      return -1;
    if (COMMAS.has(tokens[at]?.text ?? '')) return at;
  }
  return -1;
}

/**
 * Where in one statement these marks stand; null where a statement stands before them and another
 * after.
 */
function placeOf(
  tokens: readonly Token[],
  open: number,
  close: number,
): 'within' | 'after lead' | null {
  const joined = [...tokens.slice(0, open), ...tokens.slice(close + 1)];
  const isBefore = hasTaggedVerb(joined, 0, open);
  const isNext = isTaggedVerb(joined, open) || isFiniteAt(joined, open);
  const isAfter =
    isNext ||
    hasTaggedVerb(joined, open, joined.length) ||
    joined.some(({ text }, at) => at >= open && IRREGULAR_PAST.has(text) && isFiniteAt(joined, at));
  if (isLead(tokens, 0, open) && !isNext) return isAfter ? 'after lead' : null;
  return isBefore === isAfter && !isNext ? null : 'within';
}

/** Words that lead in to a statement: 'Beyond that', 'When prices rose', 'In May'. */
const isLead = (tokens: readonly Token[], from: number, to: number): boolean => {
  const { lower = '' } = tokens[from] ?? {};
  return (
    to > from &&
    (LEADS.test(lower) ||
      /^[a-z]+ly$/.test(lower) ||
      ((isIng(lower) || isParticipleForm(lower)) && !hasTaggedVerb(tokens, from, to)))
  );
};

const LEADS =
  /^(?:in|on|at|by|for|with|without|under|over|since|until|during|despite|beyond|besides|before|after|when|while|if|unless|once|as|although|though|because|instead|still|now|then|today|yesterday|last|this|next|among|between|of|from|to|however|meanwhile|second|first|third|finally|perhaps|moreover|whereas|given|across|within|through)$/;

/** 'officials said on Monday', 'said the mayor', 'according to police'. */
function speakerBetween(
  tokens: readonly Token[],
  from: number,
  to: number,
): Pick<Inset, 'speaker' | 'verbSpan'> | null {
  if (tokens[from]?.lower === 'according' && tokens[from + 1]?.lower === 'to')
    return to > from + 2 ? { speaker: { from: from + 2, to }, verbSpan: { from, to } } : null;
  const first = /^(?:as|so)$/.test(tokens[from]?.lower ?? '') ? from + 1 : from;
  for (let at = first; at < to; at++) {
    const verb = SPEECH_VERBS.get(tokens[at]?.lower ?? '');
    if (!verb || tokens[at]?.text !== tokens[at]?.lower || isIng(tokens[at]?.lower ?? '')) continue;
    if (isDenied(tokens, at, first)) return null;
    if (!canSpeak(tokens, at, { from: first, to, link: 'main', subject: null })) continue;
    if (at === first) {
      const end = findEnd(tokens, at + 1, to);
      if (verb.bare !== 'always' && !namesSpeaker(tokens, at + 1, end)) return null;
      return end > at + 1 && isNounPhrase(tokens, at + 1, end) && !hasTaggedVerb(tokens, at + 1, to)
        ? { speaker: { from: at + 1, to: end }, verbSpan: { from: at + 1, to } }
        : null;
    }
    const tail = at + 1 < to ? (tokens[at + 1]?.lower ?? '') : '';
    const isTail =
      at + 1 >= to ||
      TAILS.test(tail) ||
      /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '') ||
      /ly$/.test(tail);
    if (!isTail || hasTaggedVerb(tokens, at + 1, to)) return null;
    const subject = subjectOfVerb(tokens, first, at);
    if (!subject || subject.adjunct.to > subject.adjunct.from) return null;
    return { speaker: subject, verbSpan: { from: subject.to, to } };
  }
  return null;
}

/** What may stand between the verb and the comma: a day, a listener, an occasion. */
const TAILS =
  /^(?:on|in|at|during|to|last|this|yesterday|today|later|earlier|reporters|journalists|parliament|lawmakers|the|a|him|her|them|us|me|by|late|after|before|before|through|via|of|with|then|again|also)$/;

/** 'If the bill passes, Holm said (that) the firm would …': the condition is of what is said. */
function afterCondition(
  tokens: readonly Token[],
  quoted: readonly boolean[],
  comma: number,
): Inset | null {
  if (quoted[comma] || !isCondition(tokens)) return null;
  for (let at = comma + 2; at < Math.min(tokens.length - 2, comma + LONGEST_INSET); at++) {
    if (quoted[at] || /^[,;:]$/.test(tokens[at]?.text ?? '')) return null;
    const verb = SPEECH_VERBS.get(tokens[at]?.lower ?? '');
    if (
      !verb ||
      verb.bare === 'never' ||
      tokens[at]?.text !== tokens[at]?.lower ||
      isIng(tokens[at]?.lower ?? '')
    )
      continue;
    if (isDenied(tokens, at, comma + 1)) return null;
    const subject = subjectOfVerb(tokens, comma + 1, at);
    if (!subject || subject.adjunct.to > subject.adjunct.from) return null;
    const content = contentStart(tokens, at + 1, tokens.length, verb, quoted);
    if (content < 0 || quoted[content]) return null;
    const verbSpan = { from: subject.to, to: content };
    const [start, end] = [tokens[comma + 1]?.start ?? 0, tokens[content]?.start ?? 0];
    return {
      speaker: subject,
      verbSpan,
      cut: { from: comma + 1, to: content },
      edit: { start, end, words: '' },
    };
  }
  return null;
}

/** What holds for the statement alone: without it the statement would say more than was said. */
function isCondition(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  const lower = first?.lower ?? '';
  if (/^(?:if|unless|without|until|under|once|provided|assuming|by|with)$/.test(lower)) return true;
  if (!/^when(?:ever)?$/.test(lower) || isParticipleForm(second?.lower ?? '')) return false;
  // 'When prices rise': always. 'When the pact was signed, Berg said': then.
  const verb = tokens.findIndex((_, at) => isTaggedVerb(tokens, at));
  return !isPastVerb(tagsOf(tokens)[verb]);
}
