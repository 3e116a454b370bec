import { parseCalendarDay } from './calendar';
import { CHECK_WORTHY_FROM, CheckWorthiness } from './check-worthiness';
import { ClaimContext, readClaims } from './claims';
import { type DateContext, readDates } from './dates';
import { toPassage } from './passage';
import { readQuantities } from './quantities';
import type { ReadClaim, ReadDate, Reading, ReadQuantity, ReadSentence } from './reading';
import { segment } from './segment';

export type {
  Claimant,
  ClaimantKind,
  ReadClaim,
  ReadDate,
  Reading,
  ReadQuantity,
  ReadSentence,
  Span,
} from './reading';

/** Written beside everything the engine suggests; it moves when the same text may read differently. */
export const ENGINE_VERSION = '0.1.0';

export type ReadingOptions = {
  /** 'YYYY-MM-DD', the day that 'yesterday' and 'on Friday' count from; null when it is not known. */
  readonly publishedOn: string | null;
  /** BCP 47; null to let the engine tell. */
  readonly language: string | null;
};

const SENTENCE_ENDS = '.!?…"”’\')]';

/** Reads a text into sentences, figures, dates and claims. Never throws; takes time linear in the text. */
export function extract(text: string, options: ReadingOptions): Reading {
  const sentences = segment(text);
  const quantities: ReadQuantity[] = [];
  const dates: ReadDate[] = [];
  const claims: ReadClaim[] = [];
  const dateContext: DateContext = {
    published: parseCalendarDay(options.publishedOn),
    lastYear: null,
  };
  const claimContext = new ClaimContext();
  const checkWorthiness = new CheckWorthiness();
  const read: ReadSentence[] = [];
  for (const span of sentences) {
    const passage = toPassage(text, span);
    const found = readDates(passage, dateContext);
    const solid = found.filter((date) => date.solid);
    const ownDates = found.map(({ solid: _solid, ...date }) => date);
    const figures = readQuantities(passage, solid);
    const score = checkWorthiness.score({ ...passage, span, quantities: figures, dates: ownDates });
    read.push({ ...span, checkWorthiness: score, checkWorthy: score >= CHECK_WORTHY_FROM });
    const own = readClaims(
      {
        ...passage,
        span,
        quantities: figures,
        dates: ownDates,
        checkWorthiness: score,
        isHeading: !SENTENCE_ENDS.includes(text[span.end - 1] ?? ''),
      },
      claimContext,
    );
    for (const date of ownDates) dates.push(date);
    for (const figure of figures) quantities.push(figure);
    for (const claim of own) claims.push(claim);
  }
  return {
    engineVersion: ENGINE_VERSION,
    language: options.language ?? 'en',
    sentences: read,
    quantities,
    dates,
    claims,
  };
}
