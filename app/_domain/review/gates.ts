import { besideArticle, countOrigins } from '../evidence/independence';
import type { Stance } from '../evidence/stance';
import { altersSense } from '../quotes/differences';
import {
  type GateEvidence,
  type GateRule,
  type GateStage,
  type JudgedFacts,
  type Judgement,
  passed,
  pending,
  shut,
} from './gate';

const INDEPENDENT_SOURCES = 2;
const NAMED_FIGURES = 3;

/** The gates of the desk, in the order in which they are met. The methodology page prints them. */
export const GATE_RULES = {
  anchored: {
    stage: 'submit',
    title: 'The claim stands in the article',
    rule: 'The exact words of the claim are found in the desk’s own copy of the article, so that nobody is checked for what they did not say.',
    waiver: null,
    judge: ({ isAnchored }) =>
      isAnchored
        ? passed('Its words are found in the copy of the article.')
        : shut(
            'The words of the claim are not found in the copy of the article: make the claim again from its text.',
          ),
  },
  claimant: {
    stage: 'submit',
    title: 'It is known who says it',
    rule: 'The claim names who makes it, or says why that is not known.',
    waiver: null,
    judge: ({ claimant, claimantUnknownReason }) => {
      if (claimant) return passed(`Made by ${claimant}.`);
      return claimantUnknownReason
        ? passed(`Not known: ${claimantUnknownReason}`)
        : shut(
            'Name who makes the claim: its publisher, where the article says so itself. Or say why it is not known.',
          );
    },
  },
  verdict: {
    stage: 'submit',
    title: 'There is a verdict with its explanation',
    rule: 'The answer is a point on the scale, with an explanation that a reader can follow without the sources.',
    waiver: null,
    judge: ({ verdict }) => {
      if (!verdict) return shut('Give a verdict.');
      return verdict.explanation.trim()
        ? passed('A verdict with its explanation is given.')
        : shut('Explain the verdict.');
    },
  },
  verdictCurrent: {
    stage: 'submit',
    title: 'The verdict rests on the evidence as it is now',
    rule: 'When evidence or a comparison of figures is added, changed or taken back after a verdict, the verdict is given again: an answer never stands on other evidence than its author saw.',
    waiver: null,
    judge: ({ verdict }) => {
      if (!verdict) return pending('There is no verdict yet.');
      return verdict.isOnPresentEvidence
        ? passed('No evidence changed after the verdict.')
        : shut(
            'The evidence, or a comparison of figures, changed after the verdict was given: give a new version of it.',
          );
    },
  },
  newVersion: {
    stage: 'submit',
    title: 'A correction comes with a new version',
    rule: 'When a correction of a published verdict was announced, or its claim is put otherwise since, a new version of the verdict says what changed: readers are never told of a correction that corrects nothing.',
    waiver: null,
    judge: ({ needsNewVersion }) =>
      needsNewVersion
        ? shut(
            'What was published is corrected by a new version of the verdict: give one, and say in it what changed.',
          )
        : passed('No correction waits for a new version.'),
  },
  independentSources: {
    stage: 'submit',
    title: 'Two independent sources',
    rule: 'At least two sources that do not come from one another deal with the claim. Copies of one wire story or press release, and documents of one publisher, count as one source; the article under check, and what repeats it, as none.',
    waiver: 'Why one source is enough here',
    judge: ({ evidence }) => {
      const count = countOrigins(evidence);
      const uncounted = ofArticle(evidence);
      if (count >= INDEPENDENT_SOURCES) return passed(`${count} independent sources.${uncounted}`);
      return count === 0
        ? shut(
            `No source bears on the claim yet: attach two that are independent of each other.${uncounted}`,
          )
        : shut(
            `Only one independent source bears on the claim: attach another, or say why one is enough.${uncounted}`,
          );
    },
  },
  primarySource: {
    stage: 'submit',
    title: 'A primary source',
    rule: 'At least one source comes from those who did, saw, counted or decided it: a record, a register, a first-hand account.',
    waiver: 'Why there is no primary source to be had',
    judge: ({ evidence }) =>
      besideArticle(evidence).some(({ directness }) => directness === 'primary')
        ? passed('A primary source is attached.')
        : shut('No source is primary: attach one, or say why there is none.'),
  },
  quotesFound: {
    stage: 'submit',
    title: 'Every quote stands in its source',
    rule: 'The words quoted from a source are found in the desk’s own copy of it, with the same figures and the same “not”, or the evidence carries a note that explains why they are not.',
    waiver: 'Why the quote is relied on although it is not in the copy',
    judge: ({ evidence }) => {
      if (evidence.length === 0) return pending('No source is quoted yet.');
      const isMissing = ({ quoteFound }: GateEvidence) => quoteFound === 'absent';
      const isAltered = ({ quoteChange }: GateEvidence) => altersSense(quoteChange);
      const unexplained = evidence.filter(({ hasNote }) => !hasNote);
      const missing = unexplained.filter(isMissing).length;
      const altered = unexplained.filter(isAltered).length;
      const problems = [
        missing === 1 && 'One quote is not in the copy of its source',
        missing > 1 && `${missing} quotes are not in the copies of their sources`,
        altered === 1 && 'One quote has another figure, or a “not”, than its source',
        altered > 1 && `${altered} quotes have another figure, or a “not”, than their sources`,
      ].filter(Boolean);
      if (problems.length === 0) {
        return evidence.some((each) => isMissing(each) || isAltered(each))
          ? passed('Every quote is found in its source, or explained.')
          : passed('Every quote is found in its source.');
      }
      return missing + altered === 1
        ? shut(`${problems.join('; ')}: correct it, or explain it in its note.`)
        : shut(`${problems.join('; ')}: correct them, or explain them in their notes.`);
    },
  },
  figuresCompared: {
    stage: 'submit',
    title: 'Every figure is held against a source',
    rule: 'Each figure of the claim is compared with one of its evidence, exactly and by what the words of both allow; or the desk says why it is not.',
    waiver: 'Why a figure is not compared',
    judge: ({ figures, uncompared }) => {
      if (uncompared.length > 0) {
        const named = uncompared.slice(0, NAMED_FIGURES).map((surface) => `“${surface}”`);
        const more = uncompared.length - named.length;
        const which = [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
        return shut(
          `Not held against any source: ${which}. Compare with a figure of the evidence, or say why not.`,
        );
      }
      if (figures === 0) return passed('There is no figure in the claim.');
      return figures === 1
        ? passed('Its figure is compared.')
        : passed(`All ${figures} figures are compared.`);
    },
  },
  contraryEvidence: {
    stage: 'submit',
    title: 'The other side was looked for',
    rule: 'Evidence against the verdict is listed beside the evidence for it, or the desk says where it looked and found none.',
    waiver: 'Where was looked for contrary evidence, and that none was found',
    judge: ({ evidence: all, verdict }) => {
      const evidence = besideArticle(all);
      if (hasBothSides(evidence)) return passed('Evidence on both sides is listed.');
      if (!verdict) {
        return shut('There is no verdict yet: what speaks against it is judged when it is given.');
      }
      const contrary = contraryTo(verdict.ratingValue);
      return evidence.some(({ stance }) => stance === contrary)
        ? passed('Evidence against the verdict is listed.')
        : shut(
            'No evidence against the verdict is listed: attach it, or say where you looked and found none.',
          );
    },
  },
  fourEyes: {
    stage: 'approve',
    title: 'Somebody else approves',
    rule: 'A verdict is approved by an editor who did not give it.',
    waiver: null,
    judge: ({ verdict, approvedBy }, by) => {
      if (approvedBy !== null)
        return passed(`Approved by ${approvedBy}, who did not give the verdict.`);
      return verdict?.decidedById === by
        ? shut('You gave this verdict: an editor other than its author approves it.')
        : pending(
            `Somebody other than ${verdict?.decidedBy ?? 'the verdict’s author'} approves it.`,
          );
    },
  },
  commentsResolved: {
    stage: 'approve',
    title: 'No comment is open',
    rule: 'Every question that colleagues raised about the claim is resolved before it is approved.',
    waiver: null,
    judge: ({ openThreads }) => {
      if (openThreads === 0) return passed('No comment is open.');
      return openThreads === 1
        ? shut('One comment is open: resolve it first.')
        : shut(`${openThreads} comments are open: resolve them first.`);
    },
  },
  unchanged: {
    stage: 'approve',
    title: 'Nothing changed since it was submitted',
    rule: 'What is approved is exactly what was submitted: the claim, its figures, its evidence with the details of its sources, and its verdict.',
    waiver: null,
    judge: ({ submittedSha256, presentSha256 }) => {
      if (submittedSha256 === null) return pending('Not submitted yet.');
      return submittedSha256 === presentSha256
        ? passed('It is as it was submitted.')
        : shut(
            'Something changed after it was submitted: return it, so that it is submitted as it is now.',
          );
    },
  },
  correctionNoted: {
    stage: 'publish',
    title: 'Readers are told what changed',
    rule: 'When a published verdict is replaced by another, a public note says what was wrong. The earlier version stays to be seen.',
    waiver: null,
    judge: ({ needsCorrectionNote }) =>
      needsCorrectionNote
        ? shut('Another version was published before: say in a public note what was wrong with it.')
        : passed('No published version is replaced without a note.'),
  },
} as const satisfies Record<string, GateRule>;

export type GateId = keyof typeof GATE_RULES;
export const GATE_IDS = Object.keys(GATE_RULES) as readonly GateId[];

/** The gates that can be passed with a reason. */
export const isWaivable = (id: GateId) => GATE_RULES[id].waiver !== null;

export const MAX_WAIVER_LENGTH = 2000;
/** Shorter than this is no reason. In characters. */
export const MIN_WAIVER_LENGTH = 10;

type GateWaiver = {
  readonly id: string;
  readonly gate: GateId;
  readonly reason: string;
  readonly by: string;
};

/** A gate of one claim, judged. */
export type Gate = Judgement & {
  readonly id: GateId;
  readonly stage: GateStage;
  readonly waivable: boolean;
  /** The reason it is passed with although it is shut. */
  readonly waiver: GateWaiver | null;
};

/** Whether a claim may pass. */
export const isOpen = ({ state, waiver }: Gate) => state !== 'shut' || waiver !== null;

/** What the gates are judged on, and the reasons given for passing some of them. */
export type GateFacts = JudgedFacts & { readonly waivers: readonly GateWaiver[] };

/**
 * Judges every gate for somebody who would take the next step.
 *
 * @param by  the id of whoever asks: whether four eyes see the verdict depends on them
 */
export function gates(facts: GateFacts, by: string): Gate[] {
  return GATE_IDS.map((id) => {
    const { stage, waiver, judge } = GATE_RULES[id];
    const judgement = judge(facts, by);
    return {
      id,
      stage,
      ...judgement,
      waivable: waiver !== null,
      waiver:
        judgement.state !== 'shut' || waiver === null
          ? null
          : (facts.waivers.find(({ gate }) => gate === id) ?? null),
    };
  });
}

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
function contraryTo(ratingValue: number | null): Stance | null {
  if (ratingValue === null || ratingValue === 3) return null;
  return ratingValue > 3 ? 'refutes' : 'supports';
}
