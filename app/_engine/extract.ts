import type {
  ReadClaim,
  ReadDate,
  ReadFigure,
  Reading,
  ReadSentence,
} from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { StoryTime } from './chronology/story-time';
import { readClaims } from './claims/read-claims';
import { ClaimContext } from './claims/sentence';
import { parseCalendarDay } from './dates/calendar';
import { type DateContext, readDates } from './dates/read-dates';
import { isPlaceWord } from './figures/ambiguous-currencies';
import { readFigures, readPlainFigures } from './figures/read-figures';
import { isReadAsEnglish, recogniseLanguage } from './sentences/language';
import { withoutItemNumber } from './sentences/list-items';
import { segment } from './sentences/segment';
import { findTables } from './tables/find-tables';
import { type ReadRow, readRow } from './tables/read-row';
import { toPassage } from './tokens/passage';
import type { Trace } from './tokens/trace';
import { TextSpeakers } from './voices/text-speakers';
import { CHECK_WORTHY_FROM, CheckWorthiness } from './worth/check-worthiness';
import { reasonsFor } from './worth/reasons';

/** Written beside everything the engine suggests; it moves when the same text may read differently. */
export const ENGINE_VERSION = '0.8.0';

/** What is known of a text besides its words. */
export type ReadingOptions = {
  /** 'YYYY-MM-DD', the day that 'yesterday' and 'on Friday' count from; null when it is not known. */
  readonly publishedOn: string | null;
  /** BCP 47; null to let the engine recognise it. */
  readonly language: string | null;
  /**
   * Who says the whole text, as for a speech or a letter; without it the first lines tell, where they do.
   */
  readonly speaker?: string | null;
  /** Told which rule made what of which words, for `plumbline extract --explain`. */
  readonly trace?: Trace;
};

const SENTENCE_ENDS = '.!?…"”’\'';

/** Brackets at the end of a line say where it is from: 'Troops in Lund [File: Reuters]'. */
function endsSentence(text: string, { start, end }: Span): boolean {
  let last = end - 1;
  while (last > start && (text[last] === ')' || text[last] === ']')) last--;
  // 'While the post claimed that she has $17 million, others gave another sum:'
  const announces = text[last] === ':' && text.slice(start, last).split(' ').length >= LONG_LINE;
  return announces || SENTENCE_ENDS.includes(text[last] ?? '');
}

/** 'DESPITE SCARE, PARTY GOES ON.': a line in capitals, before words that are not. */
function isShouted(text: string, { start, end }: Span): boolean {
  if (end - start < SHORTEST_SHOUT || end - start > LONGEST_SHOUT) return false;
  const line = text.slice(start, end);
  return IN_CAPITALS.test(line) && /\p{Ll}/u.test(text.slice(end, end + 80));
}

const IN_CAPITALS = /^\P{Ll}*\p{Lu} \p{Lu}{2}\P{Ll}*$/u;
// In characters.
const [SHORTEST_SHOUT, LONGEST_SHOUT] = [12, 160];

/** In words: a shorter line before a colon is a heading. */
const LONG_LINE = 12;

/** What was found in a stretch of a text, in the order of the text. */
export type ReadPart = Omit<Reading, 'engineVersion' | 'language'> & {
  /** The end of the stretch, as a UTF-16 offset. */
  readonly end: number;
};

/**
 * Reads a text into sentences, figures, dates and claims. Never throws; takes time linear in the
 * text. In a language other than English only sentences and plain figures are found.
 *
 * @param text  any string; every offset in the reading is a UTF-16 offset into it, ends exclusive
 */
export function extract(text: string, options: ReadingOptions): Reading {
  const language = options.language ?? recogniseLanguage(text);
  const parts = [...extractInParts(text, { ...options, language })];
  return {
    engineVersion: ENGINE_VERSION,
    language,
    sentences: parts.flatMap(({ sentences }) => sentences),
    quantities: parts.flatMap(({ quantities }) => quantities),
    dates: parts.flatMap(({ dates }) => dates),
    claims: parts.flatMap(({ claims }) => claims),
  };
}

// A sentence takes a fraction of a millisecond.
const SENTENCES_A_PART = 50;

/**
 * The same reading in parts of a few milliseconds each, so that other work gets its turn between
 * them, and memory never has the reading of a whole book.
 */
export function* extractInParts(text: string, options: ReadingOptions): Generator<ReadPart> {
  const language = options.language ?? recogniseLanguage(text);
  const spans = segment(text);
  const read = isReadAsEnglish(language) ? readEnglish(text, spans, options) : readPlainly(text);
  for (let from = 0; from < spans.length; from += SENTENCES_A_PART) {
    const part: Found = { sentences: [], quantities: [], dates: [], claims: [] };
    const own = spans.slice(from, from + SENTENCES_A_PART);
    for (const span of own) read(span, part);
    yield { ...part, end: own.at(-1)?.end ?? text.length };
  }
}

// In tokens. What goes on for longer is no sentence, and its clauses are weighed against each other,
// which takes the square of their number.
const LONGEST_SENTENCE = 400;

type Found = {
  readonly sentences: ReadSentence[];
  readonly quantities: ReadFigure[];
  readonly dates: ReadDate[];
  readonly claims: ReadClaim[];
};

/** Reads sentences one after the other: earlier sentences settle the meaning of later ones. */
type SentenceReader = (span: Span, into: Found) => void;

function readEnglish(
  text: string,
  spans: readonly Span[],
  { publishedOn, speaker, trace }: ReadingOptions,
): SentenceReader {
  const dateContext: DateContext = { published: parseCalendarDay(publishedOn), lastYear: null };
  const voices = new TextSpeakers(text, spans, speaker ?? null);
  const claimContext = new ClaimContext(voices);
  const storyTime = new StoryTime();
  const places = new Set<string>();
  const checkWorthiness = new CheckWorthiness();
  const tables = findTables(text);
  const known = new Set<string>();
  return (span, into) => {
    const row = tables.get(span.start);
    if (row && row.span.end === span.end) {
      trace?.({ ...span, stage: 'sentence', rule: 'row of a table', gave: row.kind });
      const { speaker: teller } = voices.of(span);
      addRow(readRow(text, row, dateContext, teller), row.kind === 'data', span, into);
      return;
    }
    // Each object is written out: all passages then have one shape, and none is copied twice.
    const tokens = withoutItemNumber(toPassage(text, span, places).tokens);
    const passage = { text, tokens, setting: places, trace };
    for (const { lower, text: word } of tokens)
      if (word !== lower && isPlaceWord(lower)) places.add(lower);
    const found = readDates(passage, dateContext);
    const ownDates = found.map(({ solid: _solid, ...date }) => date);
    const figures = readFigures(
      passage,
      found.filter((date) => date.solid),
    );
    const score = checkWorthiness.score({
      text,
      tokens,
      setting: places,
      trace,
      span,
      quantities: figures,
      dates: ownDates,
    });
    trace?.({ ...span, stage: 'sentence', rule: 'worth checking', gave: String(score) });
    const isHeading = !endsSentence(text, span) || isShouted(text, span);
    const sentence = {
      text,
      tokens,
      setting: places,
      trace,
      span,
      quantities: figures,
      dates: ownDates,
      checkWorthiness: score,
      isHeading,
      cuts: undefined,
    };
    const own =
      tokens.length > LONGEST_SENTENCE
        ? []
        : storyTime.date(sentence, readClaims(sentence, claimContext));
    const { start, end } = span;
    into.sentences.push({
      start,
      end,
      checkWorthiness: score,
      checkWorthy: score >= CHECK_WORTHY_FROM,
    });
    for (const date of ownDates) into.dates.push(date);
    for (const figure of figures) into.quantities.push(figure);
    for (const claim of own) {
      // A line that the text repeats is one suggestion.
      const key = `${claim.text}\n${claim.claimant?.name ?? ''}`;
      if (known.has(key)) continue;
      known.add(key);
      into.claims.push({ ...claim, reasons: reasonsFor(sentence, claim) });
    }
  };
}

/** A row of a table has no sentence in it: its figures and dates are those of its cells. */
function addRow(row: ReadRow, isData: boolean, { start, end }: Span, into: Found): void {
  const worth = Math.max(0, ...row.claims.map((claim) => claim.checkWorthiness));
  into.sentences.push({
    start,
    end,
    checkWorthiness: worth,
    checkWorthy: isData && worth >= CHECK_WORTHY_FROM,
  });
  for (const date of row.dates) into.dates.push(date);
  for (const figure of row.quantities) into.quantities.push(figure);
  for (const claim of row.claims) into.claims.push(claim);
}

function readPlainly(text: string): SentenceReader {
  return (span, into) => {
    for (const figure of readPlainFigures(toPassage(text, span))) into.quantities.push(figure);
    into.sentences.push({ ...span, checkWorthiness: 0, checkWorthy: false });
  };
}
