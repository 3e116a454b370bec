import type { Claimant } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { tokenize } from '../tokens/tokens';
import { type Label, readLabels } from './labels';
import { findPresentedSpeaker } from './presented-speaker';
import { readQuestions } from './questions';
import { findTextSpeaker, readName, type TextSpeaker } from './text-speaker';

/** Who says a sentence where it names nobody. */
export type Voice = {
  readonly speaker: Claimant | null;
  /** Where its words begin, after the label of its speaker, as a UTF-16 offset. */
  readonly start: number;
  /** A question of an interview, or the line that names the speaker. */
  readonly statesNothing: boolean;
};

/** Who speaks at each place of a text: its one speaker, or the speakers of a transcript. */
export class TextSpeakers {
  readonly #whole: TextSpeaker | null;
  readonly #labels: readonly Label[];
  /** The label that holds for the sentence asked for last; sentences are asked for in order. */
  #at = -1;

  /**
   * @param given  the speaker of the whole text, as a reviewer names the speaker; null to look in its first lines
   */
  constructor(text: string, spans: readonly Span[], given: string | null) {
    const name = given?.trim() ? given.trim().replace(/\s+/g, ' ') : null;
    this.#whole = name
      ? { claimant: toClaimant(name), start: 0, end: text.length }
      : (findTextSpeaker(text, spans) ?? findPresentedSpeaker(text, spans));
    const labels = readLabels(text);
    this.#labels = labels.length > 0 ? labels : readQuestions(text);
  }

  /** Sentences must be asked for in the order of the text. */
  of({ start, end }: Span): Voice {
    while ((this.#labels[this.#at + 1]?.start ?? Number.POSITIVE_INFINITY) < end) this.#at++;
    const label = this.#labels[this.#at];
    if (label)
      return {
        speaker: label.claimant,
        start: Math.max(start, label.end),
        statesNothing: label.isQuestion,
      };
    const whole = this.#whole;
    const isOfSpeech = whole !== null && start >= whole.start && start < whole.end;
    const statesNothing = whole !== null && end === whole.start;
    return { speaker: isOfSpeech ? whole.claimant : null, start, statesNothing };
  }
}

/** 'Mayor Ana Ruiz' as a name and a role; other words as they are. */
function toClaimant(given: string): Claimant {
  const tokens = tokenize(given, { start: 0, end: given.length });
  const isName = /^\p{Lu}[\p{L}'’-]+(?: \p{L}[\p{L}'’.-]*){1,4}$/u.test(given);
  return (
    readName(given, tokens, 0, tokens.length) ?? {
      name: given,
      kind: isName ? 'person' : 'unnamed',
      role: null,
    }
  );
}
