import type { ReadClaim } from '#domain/claims/reading';
import type { Clause } from '../clauses/part';
import { Discourse } from '../discourse/discourse';
import { Parties } from '../parties/party-memory';
import {
  type Attribution,
  followingSpeech,
  inheritedAttribution,
  speakerOfQuote,
  toAttribution,
} from '../speech/claimant-of';
import type { Speech } from '../speech/read-speech';
import { SpeechMemory, type Spoken, type Voices } from '../speech/speech-memory';
import type { ReadPassage } from '../tokens/passage';
import type { Filling } from './filling';

/** What is remembered from sentence to sentence. */
export class ClaimContext {
  readonly parties = new Parties();
  /** People with a role that is a claim already. */
  readonly introduced = new Set<string>();
  /** Who and what the sentences before told of, for 'it' and 'the ferry' in the next. */
  readonly discourse = new Discourse();
  /** Who spoke last, whose quotation is open, and who speaks where nobody is named. */
  readonly speech: SpeechMemory;
  /** Who spoke in the sentence before, where nobody was named. */
  voice: string | null = null;

  constructor(voices: Voices) {
    this.speech = new SpeechMemory(this.parties, voices);
  }
}

/** A sentence cut into its clauses, before its claims are read. */
export type Sentence = {
  readonly passage: ReadPassage;
  readonly context: ClaimContext;
  readonly quoted: readonly boolean[];
  readonly clauses: readonly Clause[];
  /** For each clause the speech in it. */
  readonly speeches: readonly (Speech | null)[];
  /** The claims that somebody has a role. */
  readonly roles: readonly ReadClaim[];
  /** Those of them that have figures, which no other claim takes. */
  readonly elsewhere: readonly ReadClaim[];
  /** Whose quotation runs on from the sentence before. */
  readonly already: Attribution | null;
  readonly filling: Filling;
  readonly spoken: Spoken;
};

/** Who says a clause: in it, in a clause after it, around the quotation it is in, or before it. */
export function attributionOf(
  sentence: Sentence,
  clause: Clause,
  at: number,
  inherited: Attribution | null,
) {
  const { passage, context, quoted, clauses, speeches, already } = sentence;
  const { inset } = sentence.spoken;
  if (inset?.attribution && clause.from <= inset.at && inset.at <= clause.to)
    return inset.attribution;
  const speech = speeches[at] ?? followingSpeech(clauses, speeches, at);
  if (speech) return toAttribution(passage, speech, context.speech, inherited);
  return (
    speakerOfQuote(passage, clause, quoted, context.speech) ??
    (at === 0 ? already : inheritedAttribution(passage.tokens, clause, inherited))
  );
}
