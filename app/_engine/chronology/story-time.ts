import type { ReadClaim, ReadDate } from '#domain/claims/reading';
import {
  BACK_TO,
  BACKGROUND_VERBS,
  PERIOD_WORDS,
  SHIFT_WORDS,
  STORY_EVENTS,
} from '../english/date-words';
import { ADVERBS, DETERMINERS, isFunctionWord } from '../english/grammar-words';
import { SPEECH_VERBS } from '../english/verb-words';
import { findFinite, isParticipleForm, isPast } from '../english/verbs';
import { tagOf } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { ReadPassage } from '../tokens/passage';
import type { Range, Token } from '../tokens/tokens';
import {
  datedEnd,
  isInName,
  isOtherSide,
  type Placed,
  placeDates,
  prepositionOf,
} from './dated-phrase';
import { dayOfSaying, eventDateIn, isSaying, rangeOf, verbOfClaim } from './event-date';

/** The time that a story is at, and who tells it. */
type StoryPoint = {
  readonly date: ReadDate;
  readonly claimant: string | null;
  /** 'At 9.15am on Friday': told by the clock, so that the next paragraph can go on with it. */
  readonly isByClock: boolean;
};

const ING = tagOf('VBG');

const CLOCK = /\b\d{1,2}(?:[.:]\d\d)? ?(?:[ap]m\b|[ap]\.m\.|o['’]clock)|\b\d{1,2}:\d\d\b/i;

/** Words that go on with a day at the head of a paragraph. */
const GOES_ON =
  /^(?:when|then|at that|immediately|shortly|minutes|soon|meanwhile|by then|after that|later that|during the (?:morning|afternoon|evening|night)|throughout the (?:day|night)|that (?:morning|afternoon|evening|night))\b|\b(?:immediately|at that (?:point|moment|time)|shortly (?:after|before))\b/i;

/** 'The crash happened at 9pm', 'The fire broke out': of that which the story is about. */
const HAPPENED =
  /^(?:happened|occurred|began|started|broke|came|followed|took|lasted|ended|killed|left|injured)$/;

/** How many events with a day of their own are remembered by their noun. */
const MOST_EVENTS = 50;

/** When the claims of a text happened: read sentence by sentence, in the order of the text. */
export class StoryTime {
  private now: StoryPoint | null = null;
  private isNewParagraph = true;
  private end = 0;
  /** The day in a line of its own over a speech or a transcript: 'JULY 11, 2022'. */
  private spokenOn: ReadDate | null = null;
  /** Of the statement before in this sentence. */
  private wasPast = false;
  /** The first day that something was done on: the day of what the story is about. */
  private first: ReadDate | null = null;
  /** 'the Friday game': the day of the game, for 'the game was called off'. */
  private readonly events = new Map<string, ReadDate>();
  /** The period that several paragraphs in a row are about, as in a release of statistics. */
  private period: { date: ReadDate; paragraphs: number } | null = null;

  /**
   * The claims of a sentence with the day they were said, where the sentence tells it, and the date of
   * what they tell of: their own, or the one that the story is at.
   */
  date(passage: ReadPassage, claims: readonly ReadClaim[]): ReadClaim[] {
    const { text, span, tokens, isHeading } = passage;
    const gap = text.slice(this.end, span.start);
    this.isNewParagraph = this.end === 0 || gap.includes('\n');
    this.end = span.end;
    if (this.isNewParagraph)
      this.beginParagraph(text.slice(span.start, Math.min(span.end, span.start + 300)));
    this.wasPast = false;
    const placed = placeDates(passage);
    this.remember(tokens, placed);
    if (isHeading && claims.length === 0) {
      this.spokenOn ??= dateLine(tokens, placed);
      this.now = null;
      return [...claims];
    }
    return claims.map((claim) => this.dateOne(passage, claim, placed));
  }

  private beginParagraph(head: string): void {
    const goesOn = this.now?.isByClock && (CLOCK.test(head) || GOES_ON.test(head));
    if (!goesOn) this.now = null;
  }

  private dateOne(passage: ReadPassage, claim: ReadClaim, placed: readonly Placed[]): ReadClaim {
    const { text, tokens } = passage;
    const range = rangeOf(tokens, claim);
    const saying = claim.saidOn
      ? null
      : (dayOfSaying(passage, range, placed) ?? outside(passage, claim, placed));
    const isSpoken = claim.claimant !== null && !isReported(passage, claim);
    const saidOn = claim.saidOn ?? saying?.date ?? (isSpoken ? this.spokenOn : null);
    const others = placed.filter(({ date }) => date !== saidOn);
    const own = eventDateIn(passage, range, others) ?? leadIn(claim, saidOn);
    const speaker = claim.claimant?.name ?? null;
    if (own) {
      const sentence = text.slice(passage.span.start, passage.span.end);
      if (own.value && this.isPast(passage, range, claim))
        this.moveTo({ date: own, claimant: speaker, isByClock: CLOCK.test(sentence) });
      return { ...claim, saidOn, eventOn: own };
    }
    const inside = others.filter(({ from, to }) => from >= range.from && to <= range.to);
    // 'Turnout was 61 %, up from 54 % in 2017': the other side of a comparison dates no event.
    const verb = verbOfClaim(tokens, range);
    const areOther = inside.every(
      (date) => isOtherSide(tokens, date, verb) && !BACK_TO.has(prepositionOf(tokens, date.from)),
    );
    if (!areOther) return { ...claim, saidOn, eventOn: null };
    return { ...claim, saidOn, eventOn: this.carried(passage, range, claim, speaker) };
  }

  /** 'and taken to hospital' is as past as the statement before it, which has the verb. */
  private isPast(passage: ReadPassage, range: Range, claim: ReadClaim): boolean {
    const isShared =
      verbOfClaim(passage.tokens, range) < 0 &&
      range.from > 0 &&
      (isParticipleForm(passage.tokens[range.from]?.lower ?? '') ||
        tagsOf(passage.tokens)[range.from] === ING);
    if (!isShared) this.wasPast = isOncePast(passage, range, claim);
    return this.wasPast;
  }

  private moveTo(point: StoryPoint): void {
    const value = point.date.value ?? '';
    const isPeriod = /^\d{4}(?:\/\d{4})?$/.test(value);
    if (isPeriod && this.now?.date.value !== value)
      this.period = {
        date: point.date,
        paragraphs: this.period?.date.value === value ? this.period.paragraphs + 1 : 1,
      };
    if (!isPeriod) this.period = null;
    if (value.length === 10) this.first ??= point.date;
    this.now = point;
  }

  private carried(
    passage: ReadPassage,
    range: Range,
    claim: ReadClaim,
    speaker: string | null,
  ): ReadDate | null {
    const { tokens } = passage;
    if (isShifted(tokens, range)) {
      this.now = null;
      return null;
    }
    if (!this.isPast(passage, range, claim)) return null;
    if (this.now) return this.now.claimant === speaker ? this.now.date : null;
    const event = this.eventNamed(tokens, range);
    if (event) this.now = { date: event, claimant: speaker, isByClock: false };
    const isRelease =
      this.period !== null && this.period.paragraphs > 1 && claim.quantities.length > 0;
    return event ?? (isRelease && speaker === null ? (this.period?.date ?? null) : null);
  }

  /** 'The brawl began': the day that the brawl was given before. */
  private eventNamed(tokens: readonly Token[], { from, to }: Range): ReadDate | null {
    if (tokens[from]?.lower !== 'the') return null;
    const verb = findFinite(tokens, from, to);
    const noun = tokens[verb - 1];
    if (!noun || verb > from + 3) return null;
    const event = this.events.get(noun.lower) ?? null;
    return (
      event ??
      (HAPPENED.test(tokens[verb]?.lower ?? '') && STORY_EVENTS.has(noun.lower) ? this.first : null)
    );
  }

  /** Keeps the nouns that have a day of their own: 'a brawl at the end of the Friday game'. */
  private remember(tokens: readonly Token[], placed: readonly Placed[]): void {
    for (const place of placed) {
      if (place.date.value?.length !== 10 || !isInName(tokens, place)) continue;
      if (!DETERMINERS.has(tokens[place.from - 1]?.lower ?? '')) continue;
      const head = headAfter(tokens, datedEnd(tokens, place.to));
      for (const noun of [head, ...eventsAround(tokens, place.from)])
        if (noun && this.events.size < MOST_EVENTS) this.events.set(noun, place.date);
    }
  }
}

/** In words: how much a line may say besides its date, as a place does. */
const DATE_LINE_WORDS = 4;

/** The date of a line that is little more than a whole date. */
function dateLine(tokens: readonly Token[], placed: readonly Placed[]): ReadDate | null {
  const [only] = placed;
  if (!only || placed.length > 1 || only.date.value?.length !== 10) return null;
  const others = tokens.filter(
    ({ kind }, at) => kind === 'word' && (at < only.from || at >= only.to),
  );
  return /\d{4}/.test(only.date.surface) && others.length <= DATE_LINE_WORDS ? only.date : null;
}

/** Whether the sentence has a verb of saying outside the claim, or quotes: another day may be meant. */
const isReported = ({ tokens }: ReadPassage, { start, end }: ReadClaim): boolean =>
  tokens.some(
    (token) =>
      (token.end <= start || token.start >= end) &&
      (SPEECH_VERBS.has(token.lower) || /^["“”„«»]$/.test(token.text)),
  );

/** The last noun of the phrase that begins here: 'cup game between' is a game. */
function headAfter(tokens: readonly Token[], from: number): string | null {
  let at = from;
  while (at < from + 4 && tokens[at]?.kind === 'word' && !isFunctionWord(tokens[at]?.lower ?? ''))
    at++;
  return at > from ? (tokens[at - 1]?.lower ?? null) : null;
}

/** 'during a brawl at the end of the Friday game': the brawl was at the game. */
function eventsAround(tokens: readonly Token[], from: number): string[] {
  for (let at = from - 2; at >= Math.max(1, from - 9); at--) {
    const isPlace = /^(?:at|during|in|after)$/.test(tokens[at + 1]?.lower ?? '');
    if (isPlace && /^(?:a|an|the)$/.test(tokens[at - 1]?.lower ?? ''))
      return [tokens[at]?.lower ?? ''];
  }
  return [];
}

/** A date before the claim that holds for it, as the reader of claims found it. */
const leadIn = (claim: ReadClaim, saidOn: ReadDate | null): ReadDate | null =>
  claim.eventOn && claim.eventOn !== saidOn && claim.eventOn.end <= claim.start
    ? claim.eventOn
    : null;

/** 'On Friday, Novak said …': the day before or beside the verb of saying, outside the claim. */
function outside(
  { tokens, dates }: ReadPassage,
  claim: ReadClaim,
  placed: readonly Placed[],
): Placed | null {
  if (!claim.claimant || dates.length === 0) return null;
  const found = placed.filter(({ date }) => date.end <= claim.start || date.start >= claim.end);
  const [only] = found;
  if (!only || found.length > 1) return null;
  const isAhead = only.date.end <= claim.start;
  const { from, to } = rangeOf(tokens, claim);
  const range = isAhead ? { from: 0, to: from } : { from: to, to: tokens.length };
  return dayOfSayingOutside(tokens, only, range) ? only : null;
}

function dayOfSayingOutside(tokens: readonly Token[], { from }: Placed, range: Range): boolean {
  const verb = findFinite(tokens, range.from, range.to);
  if (verb < 0 || !isSaying(tokens, verb)) return false;
  const between = tokens.slice(Math.min(verb, from) + 1, Math.max(verb, from));
  return (
    between.length < 12 &&
    !between.some(({ lower }) => /^(?:that|who|which|when|after|before|as)$/.test(lower))
  );
}

/** Whether a claim tells of something that was done once: 'climbed', 'was treated', 'there were reports'. */
function isOncePast({ text, tokens }: ReadPassage, { from, to }: Range, claim: ReadClaim): boolean {
  if (claim.kind === 'attribute' && claim.quantities.length === 0) return false;
  const verb = verbOfClaim(tokens, { from, to });
  const lower = tokens[verb]?.lower ?? '';
  let next = verb + 1;
  while (next < to && ADVERBS.has(tokens[next]?.lower ?? '')) next++;
  const after = tokens[next]?.lower ?? '';
  if (/^(?:was|were|wasn['’]t|weren['’]t)$/.test(lower))
    return isParticipleForm(after)
      ? !BACKGROUND_VERBS.has(after)
      : tokens[verb - 1]?.lower === 'there' || claim.quantities.length > 0;
  if (/^(?:did|didn['’]t)$/.test(lower)) return true;
  if (lower === 'had')
    return tokens[from]?.lower === 'when' || CLOCK.test(text.slice(claim.start, claim.end));
  const isHabit = lower === 'used' && after === 'to';
  return isPast(lower) && !BACKGROUND_VERBS.has(lower) && !isHabit;
}

/** Words that put a statement at another time: at its head, or from its verb on. */
function isShifted(tokens: readonly Token[], range: Range): boolean {
  const verb = verbOfClaim(tokens, range);
  if (/^(?:until|till|since|before)$/.test(tokens[range.from]?.lower ?? '')) return true;
  if (isSameDay(tokens, range)) return false;
  const own = tokens.slice(range.from, range.to);
  // 'the year before': of another time, also where it cannot be said which.
  const isBeside = own.some(
    ({ lower }, at) =>
      PERIOD_WORDS.has(own[at - 1]?.lower ?? '') && /^(?:before|after)$/.test(lower),
  );
  return (
    isBeside ||
    own.some(({ lower }, at) => (at < 3 || range.from + at >= verb - 1) && SHIFT_WORDS.has(lower))
  );
}

/** 'Hours later', 'minutes earlier', 'shortly afterwards': the day goes on. */
const isSameDay = (tokens: readonly Token[], { from }: Range): boolean =>
  /^(?:hours|minutes|moments|seconds|shortly)$/.test(tokens[from]?.lower ?? '') &&
  /^(?:later|earlier|after|afterwards|before)$/.test(tokens[from + 1]?.lower ?? '');
