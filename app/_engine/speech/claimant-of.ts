import type { Claimant, ReadDate } from '#domain/claims/reading';
import type { Clause } from '../clauses/part';
import { isDenied } from '../english/denials';
import { AUXILIARIES, PRONOUNS } from '../english/grammar-words';
import { SPEECH_VERBS } from '../english/verb-words';
import { findFinite, findLikelyFinite, isFiniteAt } from '../english/verbs';
import type { Parties } from '../parties/party-memory';
import { readSpeaker } from '../parties/read-speaker';
import { isVerb } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { ReadPassage } from '../tokens/passage';
import { isOpenAtEnd, isWhollyQuoted, OPEN_QUOTES, QUOTES } from '../tokens/quotations';
import { isSpaceAt, type Range, type Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';
import type { Announced } from './announced-quote';
import { pronounSpeaker } from './people-in-sentence';
import { speakerAfterQuote } from './quote-ahead';
import type { Speech } from './read-speech';
import { isSpeaker } from './speakers';
import { hasTaggedVerb, isTaggedVerb } from './tagged-verbs';
import { subjectOfVerb } from './verb-subject';

/** What is remembered of speakers, from sentence to sentence. */
export type SpeechContext = {
  readonly parties: Parties;
  /** The speaker of a quotation that runs on into the next sentence. */
  readonly openQuote: Claimant | null;
  /** The speaker quoted in the sentence before, for a quotation that stands alone after it. */
  readonly lastQuoted: Claimant | null;
  /** The speaker whose quotation the sentence before announced: 'Ana Ruiz said:'. */
  readonly announced: Announced | null;
};

/** The claimant of a claim, and the day of saying it. */
export type Attribution = {
  readonly claimant: Claimant | null;
  readonly saidOn: ReadDate | null;
};

/** Words that go on within a quotation, or a whole sentence of one right after it, have its speaker. */
export function openAttribution(
  { text, tokens, span }: ReadPassage,
  quoted: readonly boolean[],
  context: SpeechContext,
): Attribution | null {
  const opens = OPEN_QUOTES.has(tokens[0]?.text ?? '');
  const { announced } = context;
  const isAnnounced = announced !== null && (opens || announced.isWhole);
  if (isAnnounced) return { claimant: announced.claimant, saidOn: null };
  const runsOn = opens || !opensParagraph(text, span.start) ? context.openQuote : null;
  const ahead =
    runsOn === null && opens && isOpenAtEnd(tokens, quoted)
      ? speakerAfterQuote(text, span.end, context.parties)
      : null;
  const claimant = runsOn ?? ahead ?? (isWhollyQuoted(tokens, quoted) ? context.lastQuoted : null);
  return claimant && { claimant, saidOn: null };
}

/**
 * A quotation that goes on in the next paragraph opens again there: an unclosed mark ends with its
 * paragraph.
 */
function opensParagraph(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && isSpaceAt(text, at) && text[at] !== '\n') at--;
  return text[at] === '\n';
}

/** The claimant of reported speech, and the day of saying it; the speaker is remembered. */
export function toAttribution(
  passage: ReadPassage,
  speech: Speech,
  { parties }: SpeechContext,
  inherited: Attribution | null,
): Attribution {
  const { tokens } = passage;
  const claimant = speech.speaker
    ? isOwnPronoun(tokens, speech.speaker)
      ? (inherited?.claimant ?? null)
      : namedSpeaker(passage, speech.speaker, parties)
    : speech.verbSpan.from === speech.content.from ||
        (speech.verbSpan.to <= speech.content.from && inherited && speech.speaker === null)
      ? (inherited?.claimant ?? null)
      : null;
  if (claimant) parties.remember(claimant, true);
  return { claimant, saidOn: dateIn(passage, speech.verbSpan, speech.verb) };
}

/** The same for a speaker who is named in the midst of the statement. */
export function attributionTo(
  passage: ReadPassage,
  speaker: Range,
  verbSpan: Range,
  { parties }: Pick<SpeechContext, 'parties'>,
): Attribution {
  const claimant = namedSpeaker(passage, speaker, parties);
  if (claimant) parties.remember(claimant, true);
  return { claimant, saidOn: dateIn(passage, verbSpan) };
}

function namedSpeaker(passage: ReadPassage, speaker: Range, parties: Parties): Claimant | null {
  const { text, tokens } = passage;
  const meant = pronounSpeaker(passage, speaker, parties);
  const found =
    meant === undefined
      ? readSpeaker(text, tokens, withoutDates(passage, speaker), parties)
      : meant;
  return found && isNamedLater(tokens, speaker, found) ? null : found;
}

/** The day of saying: right after the verb, or before it and in no aside ('which is to close this week'). */
function dateIn({ tokens, dates }: ReadPassage, { from, to }: Range, verb = -1): ReadDate | null {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  const found = dates.filter(
    (date) => date.start >= start && date.end <= end && !isInRelative(tokens, from, date.start),
  );
  return found.find((date) => date.start >= (tokens[verb]?.end ?? 0)) ?? found[0] ?? null;
}

/** 'Its owner, who bought it in 2015, said': the day of what the aside tells. */
function isInRelative(tokens: readonly Token[], from: number, date: number): boolean {
  let isOpen = false;
  for (let at = from; (tokens[at]?.start ?? date) < date; at++) {
    if (tokens[at]?.text !== ',') continue;
    isOpen = /^(?:who|which|whose)$/.test(tokens[at + 1]?.lower ?? '');
  }
  return isOpen;
}

/** A speaker's words without a date before or after them: 'On Monday Mr Smith'. */
function withoutDates(passage: ReadPassage, { from, to }: Range): [number, number] {
  let [start, end] = [from, to];
  const { tokens, dates } = passage;
  for (const date of dates) {
    const opens = /^(?:on|in)$/.test(tokens[start]?.lower ?? '') ? start + 1 : start;
    if (tokens[start] && date.start === tokens[opens]?.start) {
      while (start < end && (tokens[start]?.start ?? 0) < date.end) start++;
    }
    if (date.end === tokens[end - 1]?.end) {
      while (end > start && (tokens[end - 1]?.end ?? 0) > date.start) end--;
      if (end - start > 1 && /^(?:on|in|from)$/.test(tokens[end - 1]?.lower ?? '')) end--;
    }
  }
  return [start, end];
}

/** 'A fell and B rose, officials said': the speaker of a later clause said the earlier ones too. */
export function followingSpeech(
  clauses: readonly Clause[],
  speeches: readonly (Speech | null)[],
  at: number,
): Speech | null {
  for (let next = at + 1; next < clauses.length; next++) {
    const speech = speeches[next];
    if (speech) return speech.isBefore ? speech : null;
  }
  return null;
}

/**
 * Clauses joined to reported speech are reported too; an aside with 'which' is the article's own,
 * and the view of others against it has no claimant: 'Critics say 300 died, but officials put it at
 * 29'.
 */
export const inheritedAttribution = (
  tokens: readonly Token[],
  clause: Clause,
  inherited: Attribution | null,
): Attribution | null =>
  (clause.link === 'and' && !holdsOwnView(tokens, clause)) ||
  clause.link === 'with' ||
  clause.link === 'participle'
    ? inherited
    : null;

/** Verbs of people with a number or a view of their own, whoever speaks around them. */
const HOLDS =
  /^(?:puts?|den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?|estimate[sd]?|expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|doubts?|doubted|question(?:s|ed)?)$/;

function holdsOwnView(tokens: readonly Token[], { from, to }: Clause): boolean {
  if (PRONOUNS.has(tokens[from]?.lower ?? '')) return false;
  const finite = findFinite(tokens, from, to);
  const verb = finite < 0 ? findLikelyFinite(tokens, from, to) : finite;
  if (verb < 0 || !isSpeaker(tokens, from, verb)) return false;
  const lexical = AUXILIARIES.has(tokens[verb]?.lower ?? '') ? verb + 1 : verb;
  for (let at = verb; at < Math.min(to, verb + 5); at++)
    if (SPEECH_VERBS.has(tokens[at]?.lower ?? '') && isDenied(tokens, at, from)) return true;
  return HOLDS.test(tokens[lexical]?.lower ?? '');
}

/** 'Ms Reis praised "a rare courage"': words in quotation marks after what a person does are that person's. */
export function speakerOfQuote(
  passage: ReadPassage,
  clause: Clause,
  quoted: readonly boolean[],
  context: SpeechContext,
): Attribution | null {
  if (clause.link === 'relative') return null;
  const { tokens } = passage;
  let opening = clause.from;
  let forecast = -1;
  while (opening < clause.to && !quoted[opening]) {
    if (forecast < 0 && isForecast(tokens, opening, clause)) forecast = opening;
    opening++;
  }
  if (forecast > clause.from) {
    const claimant = subjectOf(passage, clause, forecast, context);
    const isShown = SHOWS.has(tokens[forecast]?.text ?? '');
    if (isShown && claimant?.kind !== 'document') return null;
    return claimant && !isDenied(tokens, forecast, clause.from) ? { claimant, saidOn: null } : null;
  }
  if (!isQuotation(tokens, quoted, opening, clause.to)) return null;
  const verb = findFinite(tokens, clause.from, opening);
  if (verb <= clause.from || AUXILIARIES.has(tokens[verb]?.lower ?? '')) return null;
  if (isDenied(tokens, verb, clause.from)) return null;
  const subject = subjectOfVerb(tokens, clause.from, verb);
  // 'An appearance by Ana Ruiz sparked': somebody in the subject is not who acts.
  if (!subject || tokens.slice(subject.from, subject.to).some(({ lower }) => lower === 'by'))
    return null;
  const claimant = subjectOf(passage, clause, verb, context);
  return claimant?.kind === 'person' ? { claimant, saidOn: null } : null;
}

/** Words that somebody said, and no title, nickname or word that is only called so: “Cmania”, “Wild Rose”. */
function isQuotation(
  tokens: readonly Token[],
  quoted: readonly boolean[],
  opening: number,
  to: number,
): boolean {
  let close = opening + 1;
  while (close < to && quoted[close] && !QUOTES.has(tokens[close]?.text ?? '')) close++;
  const words = tokens.slice(opening + 1, close).filter(({ kind }) => kind === 'word');
  return words.length > 1 && words.some(({ text, lower }) => text === lower && lower.length > 3);
}

/**
 * 'Economists expect growth of 3 %', 'promised up to 500 jobs': a forecast is theirs who make it; 'the
 * forecast' is none, and 'expects to grow' tells of an act.
 */
const isForecast = (tokens: readonly Token[], at: number, { from, to }: Clause): boolean =>
  (FORECASTS.has(tokens[at]?.text ?? '') || SHOWS.has(tokens[at]?.text ?? '')) &&
  (isTaggedVerb(tokens, at) || (isVerb(tagsOf(tokens)[at]) && !hasTaggedVerb(tokens, from, to))) &&
  !/^(?:to|by)$/.test(tokens[at + 1]?.lower ?? '') &&
  tokens[at - 1]?.lower !== 'to';

const FORECASTS = wordList(`
  expect expects expected predict predicts predicted anticipate anticipates anticipated project projects
  projected promise promises promised highlight highlights highlighted forecast forecasts forecasted
`);
/** A poll shows a lead; a person who shows one makes no statement. */
const SHOWS = wordList('show shows showed find finds found');

/** The party that a clause is about: the subject of its verb. */
function subjectOf(
  passage: ReadPassage,
  clause: Clause,
  verb: number,
  { parties }: Pick<SpeechContext, 'parties'>,
): Claimant | null {
  const { text, tokens } = passage;
  const subject = subjectOfVerb(tokens, clause.from, verb);
  if (!subject || isOwnPronoun(tokens, subject)) return null;
  const found = readSpeaker(text, tokens, [subject.from, subject.to], parties);
  return found && isNamedLater(tokens, subject, found) ? null : found;
}

/** Who acts in a clause: the subject of its first verb that has one. */
export function actorOf(
  passage: ReadPassage,
  clause: Clause,
  context: Pick<SpeechContext, 'parties'>,
): Claimant | null {
  for (let at = clause.from + 1; at < clause.to; at++)
    if (
      (isTaggedVerb(passage.tokens, at) || isFiniteAt(passage.tokens, at)) &&
      subjectOfVerb(passage.tokens, clause.from, at)
    )
      return subjectOf(passage, clause, at, context);
  return null;
}

/** 'I' and 'we': whoever speaks, and nobody whom the text has named before. */
const isOwnPronoun = (tokens: readonly Token[], { from, to }: Range): boolean =>
  to - from === 1 && /^(?:i|we)$/.test(tokens[from]?.lower ?? '');

/** 'He said that Mr Rubio': 'he' is somebody else than the one named after it. */
function isNamedLater(tokens: readonly Token[], { from, to }: Range, { name }: Claimant): boolean {
  if (to - from !== 1 || !/^(?:he|she|they)$/.test(tokens[from]?.lower ?? '')) return false;
  const last = name.split(' ').at(-1);
  return tokens.slice(to).some(({ text }) => text === last);
}
