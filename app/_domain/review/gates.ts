import { besideArticle, countOrigins } from '../evidence/independence';
import type { Directness, Stance } from '../evidence/stance';
import { altersSense, type QuoteChange } from '../quotes/differences';

/** When a gate must be passed: before the step of that name. */
export type GateStage = 'submit' | 'approve' | 'publish';

type GateRule = {
  readonly stage: GateStage;
  /** As a heading: what must be so. */
  readonly title: string;
  /** For the methodology page: what is asked, and why. */
  readonly rule: string;
  /** What a reason must say for the gate to be passed without; null where it cannot be. */
  readonly waiver: string | null;
};

/** The gates of the desk, in the order in which they are met. The methodology page prints them. */
export const GATE_RULES = {
  anchored: {
    stage: 'submit',
    title: 'The words of the claim are in the article',
    rule: 'The desk’s own copy of the article has the exact words of the claim, so the desk checks only real statements.',
    waiver: null,
  },
  claimant: {
    stage: 'submit',
    title: 'The claimant is known',
    rule: 'The claim names its claimant, or gives the reason why the claimant is not known.',
    waiver: null,
  },
  verdict: {
    stage: 'submit',
    title: 'The claim has a verdict with an explanation',
    rule: 'The verdict is a rating on the scale with an explanation. A reader can follow the explanation without the sources.',
    waiver: null,
  },
  verdictCurrent: {
    stage: 'submit',
    title: 'The verdict is based on the current evidence',
    rule: 'If a reviewer adds, changes or removes evidence or a comparison of figures after a verdict, the claim needs a new version of the verdict. The author of a verdict has seen all its evidence.',
    waiver: null,
  },
  newVersion: {
    stage: 'submit',
    title: 'A corrected claim has a new version of its verdict',
    rule: 'If the desk announced a correction of a published verdict, or if the claim was edited after publishing, a new version of the verdict says what changed. Readers never see a correction without a change.',
    waiver: null,
  },
  independentSources: {
    stage: 'submit',
    title: 'Two independent sources',
    rule: 'At least two independent sources are about the claim. Copies of one wire story or press release count as one source, and documents of one publisher count as one source. The article itself and sources that repeat the article do not count.',
    waiver: 'Reason why one source is enough',
  },
  primarySource: {
    stage: 'submit',
    title: 'A primary source',
    rule: 'At least one source is primary: a record, a register, or an account by people who did, saw, counted or decided the thing themselves.',
    waiver: 'Reason why there is no primary source',
  },
  quotesFound: {
    stage: 'submit',
    title: 'Every quote is in its source',
    rule: 'The desk’s own copy of the source has the quoted words, with the same figures and the same “not”. If the copy does not have the words, a note with the evidence explains why.',
    waiver: 'Reason for using a quote that is not in the copy',
  },
  figuresCompared: {
    stage: 'submit',
    title: 'Every figure is compared with a source',
    rule: 'Each figure of the claim is compared with a figure in the evidence: exactly, and within the range that the words of both figures allow. If a figure is not compared, the desk gives the reason.',
    waiver: 'Reason why a figure is not compared',
  },
  contraryEvidence: {
    stage: 'submit',
    title: 'Evidence for and against',
    rule: 'The claim has evidence against the verdict beside the evidence for it. If the desk found no evidence against the verdict, it says where it searched.',
    waiver: 'Where you searched for evidence against the verdict and found none',
  },
  fourEyes: {
    stage: 'approve',
    title: 'Another person approves',
    rule: 'The editor who approves a verdict is not the author of the verdict.',
    waiver: null,
  },
  commentsResolved: {
    stage: 'approve',
    title: 'No comment is open',
    rule: 'Every comment of colleagues on the claim is resolved before the approval.',
    waiver: null,
  },
  unchanged: {
    stage: 'approve',
    title: 'No change since the submission',
    rule: 'The editor approves exactly the submitted claim, with its figures, its evidence, the details of its sources, and its verdict.',
    waiver: null,
  },
  correctionNoted: {
    stage: 'publish',
    title: 'A public note on the correction',
    rule: 'If a new version replaces a published verdict, a public note says what was wrong. The earlier version stays visible.',
    waiver: null,
  },
} as const satisfies Record<string, GateRule>;

export type GateId = keyof typeof GATE_RULES;
export const GATE_IDS = Object.keys(GATE_RULES) as readonly GateId[];

/** The gates that can be passed with a reason. */
export const isWaivable = (id: GateId) => GATE_RULES[id].waiver !== null;

/** Shorter than this is no reason. In characters. */
export const MIN_WAIVER_LENGTH = 10;

type GateWaiver = {
  readonly id: string;
  readonly gate: GateId;
  readonly reason: string;
  readonly by: string;
};

/** A gate of one claim, judged. */
export type Gate = {
  readonly id: GateId;
  readonly stage: GateStage;
  readonly ok: boolean;
  /** Whether nothing keeps it shut, and what it asks for has not happened yet either. */
  readonly isAhead: boolean;
  /** One sentence: what is so, or what is to be done. */
  readonly message: string;
  readonly waivable: boolean;
  /** The reason it is passed with although it is not ok. */
  readonly waiver: GateWaiver | null;
};

/** Whether a claim may pass. */
export const isOpen = ({ ok, waiver }: Gate) => ok || waiver !== null;

/** What the gates are judged on. */
export type GateFacts = {
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
  readonly waivers: readonly GateWaiver[];
};

export type GateEvidence = {
  readonly stance: Stance;
  readonly directness: Directness;
  readonly quoteFound: 'exact' | 'fuzzy' | 'absent';
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

const INDEPENDENT_SOURCES = 2;
const NAMED_FIGURES = 3;

/**
 * Judges every gate for somebody who would take the next step.
 *
 * @param by  the id of whoever asks: whether four eyes see the verdict depends on them
 */
export function gates(facts: GateFacts, by: string): Gate[] {
  return GATE_IDS.map((id) => {
    const { stage, waiver } = GATE_RULES[id];
    const problem = PROBLEMS[id](facts, by);
    const ahead = problem === null ? (AHEAD[id]?.(facts) ?? null) : null;
    return {
      id,
      stage,
      ok: problem === null,
      isAhead: ahead !== null,
      message: problem ?? ahead ?? FINE[id](facts),
      waivable: waiver !== null,
      waiver:
        problem === null || waiver === null
          ? null
          : (facts.waivers.find(({ gate }) => gate === id) ?? null),
    };
  });
}

/** What keeps each gate shut, as a sentence, or null. */
const PROBLEMS: Record<GateId, (facts: GateFacts, by: string) => string | null> = {
  anchored: ({ isAnchored }) =>
    isAnchored
      ? null
      : 'The copy of the article does not have the words of the claim: add the claim again from the text.',
  claimant: ({ claimant, claimantUnknownReason }) =>
    claimant || claimantUnknownReason
      ? null
      : 'Enter the claimant, or the reason why the claimant is not known. If the article makes the claim itself, the claimant is its publisher.',
  verdict: ({ verdict }) => {
    if (!verdict) return 'Give a verdict.';
    return verdict.explanation.trim() ? null : 'Explain the verdict.';
  },
  verdictCurrent: ({ verdict }) =>
    verdict && !verdict.isOnPresentEvidence
      ? 'The evidence or a comparison of figures changed after the verdict: give a new version of the verdict.'
      : null,
  newVersion: ({ needsNewVersion }) =>
    needsNewVersion
      ? 'A correction needs a new version of the verdict: give a new version, and say what changed.'
      : null,
  independentSources: ({ evidence }) => {
    const count = countOrigins(evidence);
    if (count >= INDEPENDENT_SOURCES) return null;
    return count === 0
      ? `The claim has no source yet: attach two independent sources.${ofArticle(evidence)}`
      : `The claim has only one independent source: attach another source, or give the reason why one is enough.${ofArticle(evidence)}`;
  },
  primarySource: ({ evidence }) =>
    besideArticle(evidence).some(({ directness }) => directness === 'primary')
      ? null
      : 'No source is primary: attach a primary source, or give the reason why there is none.',
  quotesFound: ({ evidence }) => {
    const unexplained = evidence.filter(({ hasNote }) => !hasNote);
    const missing = unexplained.filter(({ quoteFound }) => quoteFound === 'absent').length;
    const altered = unexplained.filter(({ quoteChange }) => altersSense(quoteChange)).length;
    const problems = [
      missing === 1 && 'One quote is not in the copy of its source',
      missing > 1 && `${missing} quotes are not in the copies of their sources`,
      altered === 1 && 'One quote has another figure, or a “not”, than its source',
      altered > 1 && `${altered} quotes have another figure, or a “not”, than their sources`,
    ].filter(Boolean);
    if (problems.length === 0) return null;
    return missing + altered === 1
      ? `${problems.join('; ')}: correct it, or explain it in its note.`
      : `${problems.join('; ')}: correct them, or explain them in their notes.`;
  },
  figuresCompared: ({ uncompared }) => {
    if (uncompared.length === 0) return null;
    const named = uncompared.slice(0, NAMED_FIGURES).map((surface) => `“${surface}”`);
    const more = uncompared.length - named.length;
    const which = [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
    return `Not compared with a source: ${which}. Compare with a figure in the evidence, or give the reason why not.`;
  },
  contraryEvidence: ({ evidence: all, verdict }) => {
    const evidence = besideArticle(all);
    if (!verdict && !hasBothSides(evidence)) {
      return 'There is no verdict yet. This check needs a verdict.';
    }
    const contrary = verdict?.ratingValue === null ? null : contraryTo(verdict?.ratingValue);
    const isListed =
      contrary === null
        ? hasBothSides(evidence)
        : evidence.some(({ stance }) => stance === contrary);
    return isListed
      ? null
      : 'The claim has no evidence against the verdict: attach evidence, or say where you searched and found none.';
  },
  fourEyes: ({ verdict, approvedBy }, by) =>
    verdict?.decidedById === by && approvedBy === null
      ? 'You gave this verdict: another editor must approve it.'
      : null,
  commentsResolved: ({ openThreads }) => {
    if (openThreads === 0) return null;
    return openThreads === 1
      ? 'One comment is open: resolve it first.'
      : `${openThreads} comments are open: resolve them first.`;
  },
  unchanged: ({ submittedSha256, presentSha256 }) =>
    submittedSha256 === null || submittedSha256 === presentSha256
      ? null
      : 'The claim changed after the submission: return the claim, and submit it again.',
  correctionNoted: ({ needsCorrectionNote }) =>
    needsCorrectionNote
      ? 'An earlier version was published: say in a public note what was wrong with it.'
      : null,
};

/** What is still to come of gates that nothing keeps shut, as a sentence, or null where it has come. */
const AHEAD: Partial<Record<GateId, (facts: GateFacts) => string | null>> = {
  verdictCurrent: ({ verdict }) => (verdict ? null : 'There is no verdict yet.'),
  quotesFound: ({ evidence }) => (evidence.length > 0 ? null : 'The claim has no quote yet.'),
  fourEyes: ({ verdict, approvedBy }) =>
    approvedBy === null
      ? `A person other than ${verdict?.decidedBy ?? 'the author of the verdict'} must approve the verdict.`
      : null,
  unchanged: ({ submittedSha256 }) => (submittedSha256 === null ? 'Not submitted yet.' : null),
};

const FINE: Record<GateId, (facts: GateFacts) => string> = {
  anchored: () => 'The copy of the article has the words of the claim.',
  claimant: ({ claimant, claimantUnknownReason }) =>
    claimant ? `The claimant is ${claimant}.` : `Not known: ${claimantUnknownReason}`,
  verdict: () => 'The claim has a verdict with an explanation.',
  verdictCurrent: () => 'No evidence changed after the verdict.',
  newVersion: () => 'No correction waits for a new version.',
  independentSources: ({ evidence }) =>
    `${countOrigins(evidence)} independent sources.${ofArticle(evidence)}`,
  primarySource: () => 'A primary source is attached.',
  quotesFound: ({ evidence }) =>
    evidence.some((item) => item.quoteFound === 'absent' || altersSense(item.quoteChange))
      ? 'Every quote is in its source or explained.'
      : 'Every quote is in its source.',
  figuresCompared: ({ figures }) => {
    if (figures === 0) return 'The claim has no figure.';
    return figures === 1 ? 'The figure is compared.' : `All ${figures} figures are compared.`;
  },
  contraryEvidence: ({ evidence }) =>
    hasBothSides(besideArticle(evidence))
      ? 'The claim has evidence for and against.'
      : 'The claim has evidence against the verdict.',
  fourEyes: ({ approvedBy }) => `Approved by ${approvedBy}, who did not give the verdict.`,
  commentsResolved: () => 'No comment is open.',
  unchanged: () => 'The claim is unchanged since the submission.',
  correctionNoted: () => 'No published version needs a public note.',
};

/** Which sources do not count, with a space before it; '' where there are none. */
function ofArticle(evidence: readonly GateEvidence[]): string {
  const titles = new Set(
    evidence
      .filter(({ isOfArticle }) => isOfArticle)
      .map(({ title }) => (title === null ? 'A confidential source' : `“${title}”`)),
  );
  return [...titles]
    .map((title) => ` ${title} is the article itself, or repeats it, and does not count.`)
    .join('');
}

const hasBothSides = (evidence: readonly Pick<GateEvidence, 'stance'>[]): boolean =>
  evidence.some(({ stance }) => stance === 'refutes') &&
  evidence.some(({ stance }) => stance === 'supports');

/** The stance that speaks against a verdict: for a claim rated half true, either. */
function contraryTo(ratingValue: number | null | undefined): Stance | null {
  if (ratingValue === undefined || ratingValue === null || ratingValue === 3) return null;
  return ratingValue > 3 ? 'refutes' : 'supports';
}
