import { nounPhraseEnd } from '../discourse/noun-phrases';
import { hedgesNumber, isCountWord } from '../english/counts';
import { WEEKDAYS } from '../english/date-words';
import { ADVERBS, PREPOSITIONS } from '../english/grammar-words';
import { IRREGULAR_PAST, type SpeechVerb } from '../english/verb-words';
import { findFinite, findLikelyFinite, isFiniteAt } from '../english/verbs';
import { DOCUMENTS } from '../parties/party-words';
import { nameEnd } from '../parties/read-party';
import { among, isDeterminer, isNoun, isPronoun, isRelative, tagOf } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { Token } from '../tokens/tokens';
import { hasTaggedVerb, isContraction, isTaggedVerb } from './tagged-verbs';

/** Marks that may close a quotation. */
const CLOSING = new Set(['"', '”', '»', "'", '’']);

/** Marks that may open one; a straight one may be either. */
const OPENING = new Set(['"', '“', '„', '«', "'", '‘']);

/** The start of the statement: after 'that', a colon or a quotation mark, or at once. */
export function contentStart(
  tokens: readonly Token[],
  from: number,
  to: number,
  verb: SpeechVerb,
  quoted: readonly boolean[],
): number {
  const first = skipAdverbials(tokens, from, to, LISTENED.has(verb.plain));
  const reach = Math.min(to, from + (LISTENED.has(verb.plain) ? 26 : 16));
  const _tags = tagsOf(tokens);
  for (let at = from; at < reach; at++) {
    const token = tokens[at];
    const isAfterListener =
      LISTENED.has(verb.plain) &&
      at > from &&
      at - from <= LONGEST_LISTENER &&
      !hasTaggedVerb(tokens, from, listenerEnd(tokens, from, at));
    if (token?.lower === 'that' && CLAIM_NOUNS.test(tokens[at - 1]?.text ?? '') && at > from)
      return RELAYS.has(verb.plain) ? at + 1 : -1;
    if (token?.lower === 'that' && (isAfterListener || opensContent(tokens, first, at)))
      return (at === from && isHelper(tagsOf(tokens)[at + 1])) || isCounted(tokens, at + 1)
        ? at
        : at + 1;
    if (token?.text === ':') return at + 1 < to ? at + 1 : -1;
    if (
      quoted[at] &&
      OPENING.has(token?.text ?? '') &&
      (at === from || tokens[at - 1]?.text === ',')
    )
      return at;
    const isListeners = LISTENED.has(verb.plain) && listenerEnd(tokens, from, at) < at;
    if (isContraction(token) || (isTaggedVerb(tokens, at) && at > from && !isListeners)) break;
  }
  if (verb.bare === 'never') return -1;
  const start = first;
  const states =
    verb.bare === 'always'
      ? hasTaggedVerb(tokens, start, to) || findLikelyFinite(tokens, start, to) > start
      : isPlainStatement(tokens, start, to);
  // 'Polls show Reed with a lead of 9 points': what is shown needs no verb.
  const isShown =
    verb.plain === 'show' &&
    tokens.slice(start, to).some(({ lower }) => lower === 'with') &&
    tokens.slice(start, to).some(isCountWord);
  return states || isShown ? start : -1;
}

/** 'estimates that number is 40', 'reported that night Reed left': of these there are several, so that 'that' points. */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:night|morning|evening|afternoon)$/.test(tokens[at]?.lower ?? '') &&
    !isTaggedVerb(tokens, at + 1)) ||
  (/^(?:number|figure|amount|rate|share|sum|total|level|percentage|ratio|estimate)$/.test(
    tokens[at]?.lower ?? '',
  ) &&
    isTaggedVerb(tokens, at + 1));

/** Verbs with a listener before the statement: 'told reporters', 'informed the court that'. */
const LISTENED = new Set(['tell', 'inform', 'assure', 'remind', 'notify', 'warn', 'advise']);

/** 'told teachers who had come that': the verb after 'who' is the listeners'. */
function listenerEnd(tokens: readonly Token[], from: number, to: number): number {
  const who = tokens.slice(from, to).findIndex(({ lower }) => lower === 'who');
  return who > 0 ? from + who : to;
}

/** 'the Herald and the Post'. */
const LONGEST_LISTENER = 24;

/** How many words a subject may have before its verb. */
const LONGEST_SUBJECT = 16;

/** 'responded to claims that': they are of others, unless somebody passes them on. */
const CLAIM_NOUNS =
  /^(?:reports?|claims?|words?|news|rumou?rs?|warnings?|allegations?|accusations?|suggestions?|fears?|concerns?|hopes?|beliefs?|idea|notion|assertions?|speculation|complaints?|charges?|questions?)$/;
const RELAYS = new Set(['pass', 'repeat', 'reiterate']);

/** 'that' before a statement; not 'a bridge that', nor 'said that was wrong'. */
function opensContent(tokens: readonly Token[], first: number, at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  if (tagsOf(tokens)[at] === MARK)
    return at === first || !/^(?:so|such|now|but|and|or)$/.test(before);
  return at === first && !isTaggedVerb(tokens, at + 1);
}

/** 'estimates that could be more': the word is the subject of what is said. */
const isHelper = among('MD', 'VBZ:AUX', 'VBD:AUX');

const [MARK, IN, TO, CC] = [tagOf('IN:MARK'), tagOf('IN'), tagOf('TO'), tagOf('CC')];

/**
 * Whether a subject and its verb follow, with nothing that would make them part of something else:
 * 'suggests the drug cut deaths', and not 'announced plans that will cost', nor 'reported losses'.
 */
function isPlainStatement(tokens: readonly Token[], from: number, to: number): boolean {
  const tags = tagsOf(tokens);
  const first = tokens[from];
  if (!first || (first.kind === 'mark' && !OPENING.has(first.text) && !/^[$£€]$/.test(first.text)))
    return false;
  if (tags[from] === IN && !hedgesNumber(tokens, from) && first.lower !== 'at') return false;
  if (tags[from] === TO || tags[from] === CC || isRelative(tags[from])) return false;
  for (let at = from; at < Math.min(to, from + LONGEST_SUBJECT); at++) {
    const tag = tags[at];
    const isPlainly = isTaggedVerb(tokens, at) || isActive(tokens, at) || isIrregular(tokens, at);
    // 'found the leak and patched the pipe' has one subject.
    const joins = OPENING.has(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1;
    if (isPlainly && at > from && tags[joins] === CC) return false;
    if (isPlainly) return at > from || isContraction(tokens[at]);
    const isCut =
      tag === TO ||
      tag === MARK ||
      OPENS_TIME.test(tokens[at]?.lower ?? '') ||
      (isRelative(tag) && at > from);
    if (isCut || (at > from && /^[,;:.!?()–—]$/.test(tokens[at]?.text ?? ''))) return false;
  }
  return false;
}

const OPENS_TIME = /^(?:after|before|since|while|because|until)$/;

/** 'the drug cut deaths': a form that may be a participle, between a noun and an object. */
function isActive(tokens: readonly Token[], at: number): boolean {
  const tags = tagsOf(tokens);
  const isForm = tags[at] === PARTICIPLE && (isNoun(tags[at - 1]) || isPronoun(tags[at - 1]));
  return (
    isForm &&
    (isNoun(tags[at + 1]) || isDeterminer(tags[at + 1]) || tokens[at + 1]?.kind === 'number')
  );
}

/** 'hid', 'froze': a past form whatever its tag, where a subject stands before it. */
const isIrregular = (tokens: readonly Token[], at: number): boolean =>
  IRREGULAR_PAST.has(tokens[at]?.text ?? '') && isFiniteAt(tokens, at);

const [PARTICIPLE, PRP] = [tagOf('VBN'), tagOf('PRP')];

const LISTENERS = new Set([
  'him',
  'her',
  'them',
  'us',
  'me',
  'reporters',
  'journalists',
  'parliament',
  'lawmakers',
  'mps',
  'senators',
]);

/** After 'told': skips 'reporters', 'Sky News', 'the BBC'. */
export function skipListener(tokens: readonly Token[], from: number, to: number): number {
  if (LISTENERS.has(tokens[from]?.lower ?? '')) return from + 1;
  const name = tokens[from]?.lower === 'the' ? from + 1 : from;
  const end = nameEnd(tokens, name, to);
  if (end > name) return end;
  // 'told officers he', 'told the paper they'
  const tags = tagsOf(tokens);
  const noun = nounPhraseEnd(tokens, tags, from);
  return noun > from && noun < to && tags[noun] === PRP ? noun : from;
}

/** Skips 'on Monday', and after 'told' also 'reporters' and 'Sky News', before the statement. */
function skipAdverbials(
  tokens: readonly Token[],
  from: number,
  to: number,
  hasListener: boolean,
): number {
  let at = hasListener ? skipListener(tokens, from, to) : from;
  if (tokens[at]?.lower === 'on' && /day$/.test(tokens[at + 1]?.lower ?? '')) at += 2;
  else if (
    /(?:day|yesterday)$/.test(tokens[at]?.lower ?? '') &&
    /^[A-Z]/.test(tokens[at]?.text ?? '')
  )
    at++;
  return Math.min(afterDocument(tokens, at), to);
}

/** Where people say things, and no documents of others. */
const SAYINGS =
  /^(?:(?:news )?releases?|statements?|interviews?|speech(?:es)?|tweets?|posts?|briefings?|conferences?|hearings?)$/;

/** 'said in the release this case shows': the paper is no part of the words, where a subject follows it. */
function afterDocument(tokens: readonly Token[], from: number): number {
  if (!/^(?:in|at)$/.test(tokens[from]?.lower ?? '')) return from;
  const tags = tagsOf(tokens);
  const end = nounPhraseEnd(tokens, tags, from + 1);
  const noun = tokens[end - 1]?.lower ?? '';
  const isDocument = DOCUMENTS.has(noun) || SAYINGS.test(noun);
  const opens = isDeterminer(tags[end]) || isPronoun(tags[end]);
  return isDocument && opens && !isRelative(tags[end]) ? end : from;
}

/** Nothing but a time or a place after the verb: 'said on Monday', 'said in a statement'. */
export function restIsShort(
  tokens: readonly Token[],
  from: number,
  to: number,
  isQuote: boolean,
): boolean {
  const end = dayEnd(tokens, from, trimFullStop(tokens, from, to));
  if (end <= from) return true;
  const first = tokens[from];
  if (first?.text === ',' && !isQuote) return isAfterthought(tokens, from, end);
  if (first && (first.text === ',' || first.text === '.' || first.text === ':')) return isQuote;
  if (first?.lower === 'that') return false;
  if (isQuote && first && !OPENING.has(first.text)) return true;
  return (
    end - from <= 8 &&
    findFinite(tokens, from, end) < 0 &&
    first !== undefined &&
    (PREPOSITIONS.has(first.lower) ||
      ADVERBS.has(first.lower) ||
      /day$/.test(first.lower) ||
      ['reporters', 'this', 'last', 'the'].includes(first.lower))
  );
}

/** ', well above expectations': more of what was said, and no statement. */
const isAfterthought = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from <= LONGEST_AFTERTHOUGHT &&
  findFinite(tokens, from, to) < 0 &&
  findLikelyFinite(tokens, from, to) < 0;

const LONGEST_AFTERTHOUGHT = 12;

/** 'said on Tuesday, hours after …': what follows the day and a comma is no more of the saying. */
function dayEnd(tokens: readonly Token[], from: number, to: number): number {
  const day = tokens[from]?.lower === 'on' ? from + 1 : from;
  const isDay = WEEKDAYS.has(tokens[day]?.lower ?? '') && tokens[day + 1]?.text === ',';
  return isDay ? Math.min(to, day + 1) : to;
}

const trimFullStop = (tokens: readonly Token[], from: number, to: number): number => {
  let end = to;
  while (end > from && /^[.!?"”’']$/.test(tokens[end - 1]?.text ?? '')) end--;
  return end;
};

type Parting = { readonly mark: number; readonly contentEnd: number };

/** What parts the words that were said from their speaker: the last closing quote, or a comma or dash. */
export function partingBefore(
  tokens: readonly Token[],
  from: number,
  at: number,
  quoted: readonly boolean[],
): Parting | null {
  for (let i = at - 1; i > from; i--) {
    if (!quoted[i] || !CLOSING.has(tokens[i]?.text ?? '')) continue;
    const comma = goesOn(tokens, i) ? lastComma(tokens, i + 1, at) : -1;
    if (comma > 0) return { mark: comma, contentEnd: comma };
    return { mark: tokens[i + 1]?.text === ',' ? i + 1 : i, contentEnd: i + 1 };
  }
  for (let i = at - 1; i > from; i--)
    if (/^[,–—]$/.test(tokens[i]?.text ?? '')) return { mark: i, contentEnd: i };
  return null;
}

/** 'a “skinny” deal, Holm said': the statement goes on after the quotation, which no comma ends. */
const goesOn = (tokens: readonly Token[], close: number): boolean =>
  !/^[,!?–—-]$/.test(tokens[close - 1]?.text ?? '') && tokens[close + 1]?.kind !== 'mark';

function lastComma(tokens: readonly Token[], from: number, to: number): number {
  let at = to - 1;
  while (at > from && !/^[,–—]$/.test(tokens[at]?.text ?? '')) at--;
  return at > from ? at : -1;
}

/** The token after a comma and the marks that close a quotation. */
export const skipQuoteMarks = (tokens: readonly Token[], from: number, to: number): number => {
  let at = from;
  while (at < to && (tokens[at]?.text === ',' || CLOSING.has(tokens[at]?.text ?? ''))) at++;
  return at;
};

/** As many words as a role or a name takes. */
const LONGEST_TITLE = 10;

/** The comma before the speaker in 'cost 2.5 million euros, the mayor, Greta Holm, said'; 0 for no such speaker. */
export function titledBefore(
  tokens: readonly Token[],
  from: number,
  at: number,
  quoted: readonly boolean[],
): number {
  if (tokens[at - 1]?.text !== ',' || quoted[at - 1]) return 0;
  const commas: number[] = [];
  for (let i = at - 2; i > from && i > at - 2 * LONGEST_TITLE && commas.length < 2; i--)
    if (tokens[i]?.text === ',') commas.push(i);
  const [inner, outer] = commas;
  if (!inner || !outer || quoted[outer - 1]) return 0;
  const isName = /^\p{Lu}/u.test(tokens[inner + 1]?.text ?? '') && inner < at - 2;
  const isRole = /^(?:the|a|an|his|her|its|their)$/.test(tokens[outer + 1]?.lower ?? '');
  const isNamed = /^\p{Lu}/u.test(tokens[outer + 1]?.text ?? '');
  if (!(isName && isRole) && !isNamed) return 0;
  const states = findFinite(tokens, from, outer) >= 0 && findFinite(tokens, outer, at) < 0;
  return states ? outer : 0;
}

/** 'According to his aunt, Jane Moe, “…”': the end of the name that stands between two commas after a role. */
export function namedAfterRole(
  tokens: readonly Token[],
  from: number,
  comma: number,
  to: number,
): number {
  const isRole = /^(?:the|a|an|his|her|its|their|one)$/.test(tokens[from]?.lower ?? '');
  const end = isRole && tokens[comma]?.text === ',' ? nameEnd(tokens, comma + 1, to) : comma;
  return end > comma + 2 && tokens[end]?.text === ',' ? end : comma;
}

/** The first such mark outside quotations; -1 for none. */
export function findMark(
  tokens: readonly Token[],
  from: number,
  to: number,
  mark: string,
  quoted: readonly boolean[],
): number {
  for (let at = from; at < to; at++) if (tokens[at]?.text === mark && !quoted[at]) return at;
  return -1;
}

/** The end of these tokens without commas. */
export const trimComma = (tokens: readonly Token[], from: number, to: number): number => {
  let end = to;
  while (end > from && tokens[end - 1]?.text === ',') end--;
  return end;
};
