import type { Claimant, ReadClaim } from '#domain/claims/reading';
import type { Clause } from '../clauses/clause';
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
import type { InsetSpeaker } from '../speech/spoken-words';
import type { ReadPassage } from '../tokens/passage';
import type { TextSpeakers } from '../voices/text-speakers';
import type { Filling } from './filling';

/** What is remembered from sentence to sentence. */
export class ClaimContext {
  readonly parties = new Parties();
  /** People with a role that is a claim already. */
  readonly introduced = new Set<string>();
  /** The speaker of a quotation that runs on into the next sentence. */
  openQuote: Claimant | null = null;
  /** The speaker quoted in the sentence before, for a quotation that stands alone after it. */
  lastQuoted: Claimant | null = null;
  /** Who and what the sentences before told of, for 'it' and 'the ferry' in the next. */
  readonly discourse = new Discourse();
  /** The speaker whose quotation the sentence before announced: 'Ana Ruiz said:'. */
  announced: Claimant | null = null;
  /** Who speaks where nobody is named: the speaker of the whole text, and of a transcript. */
  readonly speakers: TextSpeakers;

  /** Who spoke in the sentence before, where nobody was named. */
  voice: string | null = null;

  constructor(speakers: TextSpeakers) {
    this.speakers = speakers;
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
  /** Who makes the statements that nobody else is given. */
  readonly speaker: Claimant | null;
  /** Who is said to say it in its midst, and the token before which that stood. */
  readonly inset: InsetSpeaker | null;
};

/** Who says a clause: in it, in a clause after it, around the quotation it is in, or before it. */
export function attributionOf(
  sentence: Sentence,
  clause: Clause,
  at: number,
  inherited: Attribution | null,
) {
  const { passage, context, quoted, clauses, speeches, already, inset } = sentence;
  if (inset && clause.from <= inset.at && inset.at <= clause.to) return inset.attribution;
  const speech = speeches[at] ?? followingSpeech(clauses, speeches, at);
  if (speech) return toAttribution(passage, speech, context, inherited);
  return (
    speakerOfQuote(passage, clause, quoted, context) ??
    (at === 0 ? already : inheritedAttribution(passage.tokens, clause, inherited))
  );
}
