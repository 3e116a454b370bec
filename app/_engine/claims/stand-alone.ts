import type { Claimant, ReadFigure } from '#domain/claims/reading';
import type { Part } from '../clauses/part';
import { writtenWords } from '../clauses/split-statements';
import { AUXILIARIES } from '../english/grammar-words';
import { withEdits } from '../tokens/edits';
import type { ReadPassage } from '../tokens/passage';
import { spanOf } from '../tokens/passage';

/** What went before a claim, to fill in what its own words leave out. */
export type Background = {
  /** 'called', where a claim begins with 'calling' and has its claimant for a subject. */
  readonly act: string | null;
  /** The speaker who reports the words: 'North Korea confirmed that it had sent soldiers'. */
  readonly self: Claimant | null;
};

/**
 * The words of a part as a sentence of their own: with its subject in front, the asides that are
 * claims of their own left out, and the noun that a count leaves to the context.
 */
export function standAlone(
  passage: ReadPassage,
  part: Part,
  quantities: readonly ReadFigure[],
  { act, self }: Background,
): string {
  const own = withEdits(passage.text, spanOf(passage.tokens, part), part.edits);
  const opening = act
    ? self
      ? `${self.name} ${act}${own.replace(/^\S+/, '')}`
      : own
    : part.before
      ? `${part.before} ${own}`
      : withNoun(own, quantities);
  const words = part.leadIn
    ? `${writtenWords(passage, part.leadIn)} ${withinSentence(opening)}`
    : opening;
  const line = (UNEVEN.test(words) ? words.replace(/\s+/g, ' ') : words)
    .replace(/ ([,;.])/g, '$1')
    .trim();
  const sentence = `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
  return sentence.replace(/([.!?]["”’']?)\.$/, '$1');
}

/** 'The mine' to 'the mine': words that begin a sentence and are no name. */
const withinSentence = (words: string): string =>
  words.replace(
    /^(?:The|An?|This|That|These|Those|His|Her|Its|Their|He|She|It|They|Some|More|Nearly|About|Around|At|Up)(?= )/,
    (word) => word.toLowerCase(),
  );

/** White space that is not one space. */
const UNEVEN = /[^\S ]| {2}/;

/** 'More than 4,000 were injured': the noun that a count leaves out is in its measure. */
function withNoun(own: string, [figure]: readonly ReadFigure[]): string {
  if (!figure?.measure || !figure.unit?.startsWith('{') || !own.startsWith(figure.surface))
    return own;
  const noun = bareNoun(figure, own);
  return noun ? `${figure.surface} ${noun}${own.slice(figure.surface.length)}` : own;
}

function bareNoun({ surface, measure }: ReadFigure, own: string): string | null {
  if (!measure) return null;
  const next = own.slice(surface.length).trimStart().split(/\s/, 1)[0] ?? '';
  const noun = measure.replace(/ \S+$/, '');
  const isBare = AUXILIARIES.has(next) || measure.endsWith(` ${next}`);
  return isBare && noun !== measure && !noun.endsWith(next) ? noun : null;
}
