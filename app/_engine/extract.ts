import { parseCalendarDay } from './calendar';
import { CHECK_WORTHY_FROM, CheckWorthiness } from './check-worthiness';
import { ClaimContext, readClaims } from './claims';
import { type DateContext, readDates } from './dates';
import { isReadAsEnglish, recogniseLanguage } from './language';
import { toPassage } from './passage';
import { readPlainFigures, readQuantities } from './quantities';
import type { ReadClaim, ReadDate, Reading, ReadQuantity, ReadSentence, Span } from './reading';
import { segment } from './segment';
import { isPlaceWord } from './shared-currencies';

/** Written beside everything the engine suggests; it moves when the same text may read differently. */
export const ENGINE_VERSION = '0.5.0';

/** What is known of a text besides its words. */
export type ReadingOptions = {
  /** 'YYYY-MM-DD', the day that 'yesterday' and 'on Friday' count from; null when it is not known. */
  readonly publishedOn: string | null;
  /** BCP 47; null to let the engine tell. */
  readonly language: string | null;
};

const SENTENCE_ENDS = '.!?…"”’\')]';

/**
 * Reads a text into sentences, figures, dates and claims. Never throws; takes time linear in the
 * text. In a language other than English only sentences and plain figures are found.
 *
 * @param text  any string; every offset in the reading is a UTF-16 offset into it, ends exclusive
 */
export function extract(text: string, options: ReadingOptions): Reading {
  const steps = extractInSteps(text, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same reading, which stops every few milliseconds so that others get their turn. */
export function* extractInSteps(text: string, options: ReadingOptions): Generator<void, Reading> {
  const language = options.language ?? recogniseLanguage(text);
  const spans = segment(text);
  const parts = isReadAsEnglish(language)
    ? yield* readEnglish(text, spans, options)
    : yield* readPlainly(text, spans);
  return { engineVersion: ENGINE_VERSION, language, ...parts };
}

// A sentence takes a fraction of a millisecond.
const SENTENCES_A_STEP = 50;

// In tokens. What goes on for longer is no sentence, and its clauses are weighed against each other,
// which takes the square of their number.
const LONGEST_SENTENCE = 400;

type Parts = Omit<Reading, 'engineVersion' | 'language'>;

function* readEnglish(
  text: string,
  spans: readonly Span[],
  { publishedOn }: ReadingOptions,
): Generator<void, Parts> {
  const [sentences, quantities, dates, claims]: [
    ReadSentence[],
    ReadQuantity[],
    ReadDate[],
    ReadClaim[],
  ] = [[], [], [], []];
  const dateContext: DateContext = { published: parseCalendarDay(publishedOn), lastYear: null };
  const claimContext = new ClaimContext();
  const places = new Set<string>();
  const checkWorthiness = new CheckWorthiness();
  for (const [at, span] of spans.entries()) {
    if (at % SENTENCES_A_STEP === 0) yield;
    const passage = toPassage(text, span, places);
    const { tokens, setting } = passage;
    for (const { lower, text: word } of tokens)
      if (word !== lower && isPlaceWord(lower)) places.add(lower);
    const found = readDates(passage, dateContext);
    const ownDates = found.map(({ solid: _solid, ...date }) => date);
    const figures = readQuantities(
      passage,
      found.filter((date) => date.solid),
    );
    const read = { text, tokens, setting, span, quantities: figures, dates: ownDates };
    const score = checkWorthiness.score(read);
    const isHeading = !SENTENCE_ENDS.includes(text[span.end - 1] ?? '');
    const own =
      tokens.length > LONGEST_SENTENCE
        ? []
        : readClaims(
            {
              text,
              tokens,
              setting,
              span,
              quantities: figures,
              dates: ownDates,
              checkWorthiness: score,
              isHeading,
            },
            claimContext,
          );
    const { start, end } = span;
    sentences.push({ start, end, checkWorthiness: score, checkWorthy: score >= CHECK_WORTHY_FROM });
    for (const date of ownDates) dates.push(date);
    for (const figure of figures) quantities.push(figure);
    for (const claim of own) claims.push(claim);
  }
  return { sentences, quantities, dates, claims };
}

function* readPlainly(text: string, spans: readonly Span[]): Generator<void, Parts> {
  const quantities: ReadQuantity[] = [];
  for (const [at, span] of spans.entries()) {
    if (at % SENTENCES_A_STEP === 0) yield;
    for (const figure of readPlainFigures(toPassage(text, span))) quantities.push(figure);
  }
  const sentences = spans.map((span) => ({ ...span, checkWorthiness: 0, checkWorthy: false }));
  return { sentences, quantities, dates: [], claims: [] };
}
