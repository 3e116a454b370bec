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
    title: 'The claim stands in the article',
    rule: 'The exact words of the claim are found in the desk’s own copy of the article, so that nobody is checked for what they did not say.',
    waiver: null,
  },
  claimant: {
    stage: 'submit',
    title: 'It is known who says it',
    rule: 'The claim names who makes it, or says why that is not known.',
    waiver: null,
  },
  verdict: {
    stage: 'submit',
    title: 'There is a verdict with its explanation',
    rule: 'The answer is a point on the scale, with an explanation that a reader can follow without the sources.',
    waiver: null,
  },
  verdictCurrent: {
    stage: 'submit',
    title: 'The verdict rests on the evidence as it is now',
    rule: 'When evidence or a comparison of figures is added, changed or taken back after a verdict, the verdict is given again: an answer never stands on other evidence than its author saw.',
    waiver: null,
  },
  newVersion: {
    stage: 'submit',
    title: 'A correction comes with a new version',
    rule: 'When a correction of a published verdict was announced, or its claim is put otherwise since, a new version of the verdict says what changed: readers are never told of a correction that corrects nothing.',
    waiver: null,
  },
  independentSources: {
    stage: 'submit',
    title: 'Two independent sources',
    rule: 'At least two sources that do not come from one another deal with the claim. Copies of one wire story or press release, and documents of one publisher, count as one source; the article under check, and what repeats it, as none.',
    waiver: 'Why one source is enough here',
  },
  primarySource: {
    stage: 'submit',
    title: 'A primary source',
    rule: 'At least one source comes from those who did, saw, counted or decided it: a record, a register, a first-hand account.',
    waiver: 'Why there is no primary source to be had',
  },
  quotesFound: {
    stage: 'submit',
    title: 'Every quote stands in its source',
    rule: 'The words quoted from a source are found in the desk’s own copy of it, with the same figures and the same “not”, or the evidence carries a note that explains why they are not.',
    waiver: 'Why the quote is relied on although it is not in the copy',
  },
  figuresCompared: {
    stage: 'submit',
    title: 'Every figure is held against a source',
    rule: 'Each figure of the claim is compared with one of its evidence, exactly and by what the words of both allow; or the desk says why it is not.',
    waiver: 'Why a figure is not compared',
  },
  contraryEvidence: {
    stage: 'submit',
    title: 'The other side was looked for',
    rule: 'Evidence against the verdict is listed beside the evidence for it, or the desk says where it looked and found none.',
    waiver: 'Where was looked for contrary evidence, and that none was found',
  },
  fourEyes: {
    stage: 'approve',
    title: 'Somebody else approves',
    rule: 'A verdict is approved by an editor who did not give it.',
    waiver: null,
  },
  commentsResolved: {
    stage: 'approve',
    title: 'No comment is open',
    rule: 'Every question that colleagues raised about the claim is resolved before it is approved.',
    waiver: null,
  },
  unchanged: {
    stage: 'approve',
    title: 'Nothing changed since it was submitted',
    rule: 'What is approved is exactly what was submitted: the claim, its figures, its evidence with the details of its sources, and its verdict.',
    waiver: null,
  },
  correctionNoted: {
    stage: 'publish',
    title: 'Readers are told what changed',
    rule: 'When a published verdict is replaced by another, a public note says what was wrong. The earlier version stays to be seen.',
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
      : 'The words of the claim are not found in the copy of the article: make the claim again from its text.',
  claimant: ({ claimant, claimantUnknownReason }) =>
    claimant || claimantUnknownReason
      ? null
      : 'Name who makes the claim: its publisher, where the article says so itself. Or say why it is not known.',
  verdict: ({ verdict }) => {
    if (!verdict) return 'Give a verdict.';
    return verdict.explanation.trim() ? null : 'Explain the verdict.';
  },
  verdictCurrent: ({ verdict }) =>
    verdict && !verdict.isOnPresentEvidence
      ? 'The evidence, or a comparison of figures, changed after the verdict was given: give a new version of it.'
      : null,
  newVersion: ({ needsNewVersion }) =>
    needsNewVersion
      ? 'What was published is corrected by a new version of the verdict: give one, and say in it what changed.'
      : null,
  independentSources: ({ evidence }) => {
    const count = countOrigins(evidence);
    if (count >= INDEPENDENT_SOURCES) return null;
    return count === 0
      ? `No source bears on the claim yet: attach two that are independent of each other.${ofArticle(evidence)}`
      : `Only one independent source bears on the claim: attach another, or say why one is enough.${ofArticle(evidence)}`;
  },
  primarySource: ({ evidence }) =>
    besideArticle(evidence).some(({ directness }) => directness === 'primary')
      ? null
      : 'No source is primary: attach one, or say why there is none.',
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
    return `Not held against any source: ${which}. Compare with a figure of the evidence, or say why not.`;
  },
  contraryEvidence: ({ evidence: all, verdict }) => {
    const evidence = besideArticle(all);
    if (!verdict && !hasBothSides(evidence)) {
      return 'There is no verdict yet: what speaks against it is judged when it is given.';
    }
    const contrary = verdict?.ratingValue === null ? null : contraryTo(verdict?.ratingValue);
    const isListed =
      contrary === null
        ? hasBothSides(evidence)
        : evidence.some(({ stance }) => stance === contrary);
    return isListed
      ? null
      : 'No evidence against the verdict is listed: attach it, or say where you looked and found none.';
  },
  fourEyes: ({ verdict, approvedBy }, by) =>
    verdict?.decidedById === by && approvedBy === null
      ? 'You gave this verdict: an editor other than its author approves it.'
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
      : 'Something changed after it was submitted: return it, so that it is submitted as it is now.',
  correctionNoted: ({ needsCorrectionNote }) =>
    needsCorrectionNote
      ? 'Another version was published before: say in a public note what was wrong with it.'
      : null,
};

/** What is still to come of gates that nothing keeps shut, as a sentence, or null where it has come. */
const AHEAD: Partial<Record<GateId, (facts: GateFacts) => string | null>> = {
  verdictCurrent: ({ verdict }) => (verdict ? null : 'There is no verdict yet.'),
  quotesFound: ({ evidence }) => (evidence.length > 0 ? null : 'No source is quoted yet.'),
  fourEyes: ({ verdict, approvedBy }) =>
    approvedBy === null
      ? `Somebody other than ${verdict?.decidedBy ?? 'the verdict’s author'} approves it.`
      : null,
  unchanged: ({ submittedSha256 }) => (submittedSha256 === null ? 'Not submitted yet.' : null),
};

const FINE: Record<GateId, (facts: GateFacts) => string> = {
  anchored: () => 'Its words are found in the copy of the article.',
  claimant: ({ claimant, claimantUnknownReason }) =>
    claimant ? `Made by ${claimant}.` : `Not known: ${claimantUnknownReason}`,
  verdict: () => 'A verdict with its explanation is given.',
  verdictCurrent: () => 'No evidence changed after the verdict.',
  newVersion: () => 'No correction waits for a new version.',
  independentSources: ({ evidence }) =>
    `${countOrigins(evidence)} independent sources.${ofArticle(evidence)}`,
  primarySource: () => 'A primary source is attached.',
  quotesFound: ({ evidence }) =>
    evidence.some((item) => item.quoteFound === 'absent' || altersSense(item.quoteChange))
      ? 'Every quote is found in its source, or explained.'
      : 'Every quote is found in its source.',
  figuresCompared: ({ figures }) => {
    if (figures === 0) return 'There is no figure in the claim.';
    return figures === 1 ? 'Its figure is compared.' : `All ${figures} figures are compared.`;
  },
  contraryEvidence: ({ evidence }) =>
    hasBothSides(besideArticle(evidence))
      ? 'Evidence on both sides is listed.'
      : 'Evidence against the verdict is listed.',
  fourEyes: ({ approvedBy }) => `Approved by ${approvedBy}, who did not give the verdict.`,
  commentsResolved: () => 'No comment is open.',
  unchanged: () => 'It is as it was submitted.',
  correctionNoted: () => 'No published version is replaced without a note.',
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
