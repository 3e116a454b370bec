import type { Directness, Stance } from '../evidence/stance';
import type { QuoteChange } from '../quotes/differences';

/** When a gate must be passed: before the step of that name. */
export type GateStage = 'submit' | 'approve' | 'publish';

/** One gate. A part that is forgotten does not compile. */
export type GateRule = {
  readonly stage: GateStage;
  /** As a heading: what must be so. */
  readonly title: string;
  /** For the methodology page: what is asked, and why. */
  readonly rule: string;
  /** What a reason must say for the gate to be passed without; null where it cannot be. */
  readonly waiver: string | null;
  /** @param by  the id of whoever would take the next step */
  readonly judge: (facts: JudgedFacts, by: string) => Judgement;
};

/** What a gate says of one claim. */
export type Judgement = {
  /** Pending: nothing keeps it shut, and what it asks for has not happened yet either. */
  readonly state: 'shut' | 'pending' | 'passed';
  /** One sentence: what is so, or what is to be done. */
  readonly message: string;
  /** What is left to do, in a few words without a verb; null where nothing is. */
  readonly left: string | null;
  /** Whether something that was done is wrong, and not only still to do. */
  readonly isFault: boolean;
};

/** @param left  what is left to do, in a few words without a verb */
export const shut = (message: string, left: string): Judgement => ({
  state: 'shut',
  message,
  left,
  isFault: false,
});
/** Shut by something that was done, or that happened: more than not done yet. */
export const faulty = (message: string, left: string): Judgement => ({
  ...shut(message, left),
  isFault: true,
});
const fine = { left: null, isFault: false } as const;
export const pending = (message: string): Judgement => ({ state: 'pending', message, ...fine });
export const passed = (message: string): Judgement => ({ state: 'passed', message, ...fine });

/** What the gates are judged on. */
export type JudgedFacts = {
  /** The anchored words, and whether they stand in the capture where the anchor says. */
  readonly isAnchored: boolean;
  readonly claimant: string | null;
  readonly claimantUnknownReason: string | null;
  readonly evidence: readonly GateEvidence[];
  /** How many figures the claim has, and those that are held against none of its evidence, as written. */
  readonly figures: number;
  readonly uncompared: readonly string[];
  readonly verdict: {
    readonly decidedById: string;
    readonly decidedBy: string;
    readonly explanation: string;
    readonly ratingValue: number | null;
    /** Whether its frozen evidence and comparisons are those of now. */
    readonly isOnPresentEvidence: boolean;
  } | null;
  /** Who has approved it as it stands; null before that. */
  readonly approvedBy: string | null;
  readonly openThreads: number;
  /** What was submitted last; null before the first time. */
  readonly submittedSha256: string | null;
  /** What would be submitted now. */
  readonly presentSha256: string;
  /** Whether another verdict than this is the one that was published last, without a note since. */
  readonly needsCorrectionNote: boolean;
  /** Whether this verdict is out, and is being corrected or stands under other words of the claim. */
  readonly needsNewVersion: boolean;
};

export type GateEvidence = {
  readonly stance: Stance;
  readonly directness: Directness;
  /** Waiting: the copy of its source is not there yet. */
  readonly quoteFound: 'exact' | 'fuzzy' | 'absent' | 'waiting';
  /** Of a quote that is written differently, the loudest difference. */
  readonly quoteChange: QuoteChange | null;
  readonly hasNote: boolean;
  /** The same for sources that are not independent of each other: see toOrigin. */
  readonly origin: string;
  /** Whether its source is the article under check itself, or repeats it: nothing is checked by itself. */
  readonly isOfArticle: boolean;
  /** The title of its source; null where not everybody may know it. */
  readonly title: string | null;
};
