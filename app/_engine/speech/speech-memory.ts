import type { Claimant, ReadDate } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { datelineEnd } from '../parties/datelines';
import type { Parties } from '../parties/party-memory';
import type { ReadPassage } from '../tokens/passage';
import { isOpenAtEnd, quotedTokens } from '../tokens/quotations';
import type { Range } from '../tokens/tokens';
import { type Announced, announcedSpeaker, stillAnnounced } from './announced-quote';
import { type Attribution, attributionTo } from './claimant-of';
import { findInset } from './inset-speech';
import { groupIn, personIn } from './people-in-sentence';
import type { Speech } from './read-speech';

/** Who says a sentence that names nobody: the speaker of its text, or of its part of a transcript. */
export type Voices = {
  /** Sentences must be asked for in the order of the text; `start` is after the label of the speaker. */
  of(sentence: Span): {
    readonly speaker: Claimant | null;
    readonly start: number;
    readonly statesNothing: boolean;
  };
};

/** A sentence without the words that only say where and by whom it was said. */
export type Spoken = {
  /** Without its dateline and its label. */
  readonly whole: ReadPassage;
  /** Also without the words in its midst that say who speaks. */
  readonly passage: ReadPassage;
  /** Who is said to say it in its midst, and the token before which that stood. */
  readonly inset: { readonly attribution: Attribution | null; readonly at: number } | null;
  /** Who makes the statements that nobody else is given. */
  readonly voice: Attribution | null;
  /** A question of an interview, or the line that names the speaker. */
  readonly statesNothing: boolean;
};

/** What is remembered of who speaks, from sentence to sentence. */
export class SpeechMemory {
  readonly parties: Parties;
  readonly #voices: Voices;
  /** The speaker of a quotation that runs on into the next sentence. */
  openQuote: Claimant | null = null;
  /** The speaker quoted in the sentence before, for a quotation that stands alone after it. */
  lastQuoted: Claimant | null = null;
  /** The speaker whose words the sentence before announced: 'Ana Ruiz said:'. */
  announced: Announced | null = null;
  /** Whether the sentence stands in a quotation that began before it. */
  #isWithin = false;
  /** The name of whom the sentence is about that begins with 'he' or 'she'; undefined where it is not known. */
  subjectMeant: string | null | undefined = null;
  /** The day of the speech or the interview, from a line of its own above it. */
  #spokenOn: ReadDate | null = null;

  constructor(parties: Parties, voices: Voices) {
    this.parties = parties;
    this.#voices = voices;
  }

  /** Takes up the next sentence of the text. */
  begin(read: ReadPassage): Spoken {
    const { speaker, start, statesNothing } = this.#voices.of(read.span);
    this.#isWithin = this.openQuote !== null;
    const whole = withoutLead(read, start);
    this.#spokenOn ??= dayLine(whole);
    const voice = speaker && { claimant: speaker, saidOn: this.#spokenOn };
    return { whole, ...withoutInset(whole, this.parties), voice, statesNothing };
  }

  /** Keeps whose quotation is open after the statements of a sentence. */
  keep(
    { tokens }: ReadPassage,
    quoted: readonly boolean[],
    already: Attribution | null,
    speaker: Claimant | null,
  ): void {
    const isOpen = isOpenAtEnd(tokens, quoted);
    const wasOpen = already !== null && already.claimant === this.openQuote;
    // Whoever is told of within a quotation, the quotation is of who began it.
    const own = wasOpen && isOpen !== false ? already.claimant : speaker;
    this.openQuote = (isOpen ?? wasOpen) ? own : null;
    this.lastQuoted = own?.kind === 'person' || quoted.some(Boolean) ? own : null;
  }

  /** Keeps whose words a sentence announces; a colon ends what was open before it. */
  end({ whole }: Spoken): void {
    const isPronoun = this.subjectMeant === undefined;
    const named = this.#isWithin ? null : personIn(whole, this.parties);
    const person =
      named ?? (isPronoun && !this.#isWithin ? undefined : (this.subjectMeant ?? null));
    this.parties.about(person, this.#isWithin ? null : groupIn(whole));
    this.subjectMeant = null;
    this.announced = announcedSpeaker(whole, this.parties) ?? stillAnnounced(whole, this);
    if (whole.tokens.at(-1)?.text === ':') this.openQuote = this.lastQuoted = null;
  }
}

/** Without a dateline, and without the label of who speaks. */
function withoutLead(passage: ReadPassage, start: number): ReadPassage {
  const { tokens } = passage;
  const label = tokens.findIndex((token) => token.start >= start);
  const begin = label === 0 ? datelineEnd(tokens) : label < 0 ? tokens.length : label;
  return begin === 0 ? passage : { ...passage, tokens: passage.tokens.slice(begin) };
}

/**
 * A sentence without the words in its midst that say who speaks, so that the statement around them is
 * one: 'The road, officials said, carries 9,000 cars'.
 */
function withoutInset(passage: ReadPassage, parties: Parties): Pick<Spoken, 'passage' | 'inset'> {
  const { tokens } = passage;
  const found = findInset(tokens, quotedTokens(tokens));
  if (!found) return { passage, inset: null };
  const { speaker, verbSpan, cut, edit } = found;
  // '“With 40 vans, we believe …”': whose quotation it is tells who speaks.
  const isOwn = /^(?:i|we)$/.test(tokens[speaker.from]?.lower ?? '');
  const attribution = isOwn ? null : attributionTo(passage, speaker, verbSpan, { parties });
  return {
    passage: {
      ...passage,
      tokens: [...tokens.slice(0, cut.from), ...tokens.slice(cut.to)],
      cuts: [edit],
    },
    inset: { attribution, at: cut.from },
  };
}

/**
 * Words that nobody is given are those of the speaker of the text, unless they quote somebody, or are
 * what nobody in particular says: 'It is believed that …'.
 */
export function bySpeaker(
  own: Attribution | null,
  speech: Speech | null,
  voice: Attribution | null,
  quoted: readonly boolean[],
  { from, to }: Range,
): Attribution | null {
  const isImpersonal =
    speech !== null &&
    !speech.isBefore &&
    speech.speaker === null &&
    speech.verbSpan.to > speech.verbSpan.from;
  const isOthers = own?.claimant || isImpersonal || quoted.slice(from, to).every(Boolean);
  return voice && !isOthers ? { ...voice, saidOn: own?.saidOn ?? voice.saidOn } : own;
}

/** The day in a line that has nothing else: 'JULY 11, 2022', 'Delivered on: 19 December 2016'; null in other lines. */
function dayLine({ text, span, tokens, dates, isHeading }: ReadPassage): ReadDate | null {
  const [date] = dates;
  if (!isHeading || !date || dates.length > 1 || tokens.length > 8) return null;
  const before = text.slice(span.start, date.start);
  const after = text.slice(date.end, span.end);
  return /^(?:(?:delivered|given|spoken|recorded)(?: on)?:?\s*)?$/i.test(before) &&
    after.trim() === ''
    ? date
    : null;
}
