import { besideArticle, countOrigins } from '../evidence/independence';
import type { Stance } from '../evidence/stance';
import { altersSense } from '../quotes/differences';
import {
  faulty,
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
    title: 'The words of the claim are in the article',
    rule: 'The desk’s own copy of the article has the exact words of the claim, so the desk checks only real statements.',
    waiver: null,
    judge: ({ isAnchored }) =>
      isAnchored
        ? passed('The copy of the article has the words of the claim.')
        : faulty(
            'The copy of the article does not have the words of the claim: add the claim again from the text.',
            'words that are in the article',
          ),
  },
  claimant: {
    stage: 'submit',
    title: 'The claimant is known',
    rule: 'The claim names its claimant, or gives the reason why the claimant is not known.',
    waiver: null,
    judge: ({ claimant, claimantUnknownReason }) => {
      if (claimant) return passed(`The claimant is ${claimant}.`);
      return claimantUnknownReason
        ? passed(`Not known: ${claimantUnknownReason}`)
        : shut(
            'Enter the claimant, or the reason why the claimant is not known. If the article makes the claim itself, the claimant is its publisher.',
            'the claimant',
          );
    },
  },
  verdict: {
    stage: 'submit',
    title: 'The claim has a verdict with an explanation',
    rule: 'The verdict is a rating on the scale with an explanation. A reader can follow the explanation without the sources.',
    waiver: null,
    judge: ({ verdict }) => {
      if (!verdict) return shut('Give a verdict.', 'a verdict');
      return verdict.explanation.trim()
        ? passed('The claim has a verdict with an explanation.')
        : shut('Explain the verdict.', 'an explanation of the verdict');
    },
  },
  verdictCurrent: {
    stage: 'submit',
    title: 'The verdict is based on the current evidence',
    rule: 'If a reviewer adds, changes or removes evidence or a comparison of figures after a verdict, the claim needs a new version of the verdict. The author of a verdict has seen all its evidence.',
    waiver: null,
    judge: ({ verdict }) => {
      if (!verdict) return pending('There is no verdict yet.');
      return verdict.isOnPresentEvidence
        ? passed('No evidence changed after the verdict.')
        : faulty(
            'The evidence or a comparison of figures changed after the verdict: give a new version of the verdict.',
            'a verdict on the current evidence',
          );
    },
  },
  newVersion: {
    stage: 'submit',
    title: 'A corrected claim has a new version of its verdict',
    rule: 'If the desk announced a correction of a published verdict, or if the claim was edited after publishing, a new version of the verdict says what changed. Readers never see a correction without a change.',
    waiver: null,
    judge: ({ needsNewVersion }) =>
      needsNewVersion
        ? shut(
            'A correction needs a new version of the verdict: give a new version, and say what changed.',
            'a new version of the verdict',
          )
        : passed('No correction waits for a new version.'),
  },
  independentSources: {
    stage: 'submit',
    title: 'Two independent sources',
    rule: 'At least two independent sources are about the claim. Copies of one wire story or press release count as one source, and documents of one publisher count as one source. A source that only repeats another source counts as one with it. The article itself and sources that repeat the article do not count.',
    waiver: 'Reason why one source is enough',
    judge: ({ evidence }) => {
      const count = countOrigins(evidence);
      const uncounted = ofArticle(evidence);
      if (count >= INDEPENDENT_SOURCES) return passed(`${count} independent sources.${uncounted}`);
      return count === 0
        ? shut(
            `The claim has no source yet: attach two independent sources.${uncounted}`,
            'two independent sources',
          )
        : shut(
            `The claim has only one independent source: attach another source, or give the reason why one is enough.${uncounted}`,
            'a second independent source',
          );
    },
  },
  primarySource: {
    stage: 'submit',
    title: 'A primary source',
    rule: 'At least one source is primary: a record, a register, or an account by people who did, saw, counted or decided the thing themselves.',
    waiver: 'Reason why there is no primary source',
    judge: ({ evidence }) =>
      besideArticle(evidence).some(({ directness }) => directness === 'primary')
        ? passed('A primary source is attached.')
        : shut(
            'No source is primary: attach a primary source, or give the reason why there is none.',
            'a primary source',
          ),
  },
  quotesFound: {
    stage: 'submit',
    title: 'Every quote is in its source',
    rule: 'The desk’s own copy of the source has the quoted words, with the same figures and the same “not”. If the copy does not have the words, a note with the evidence explains why.',
    waiver: 'Reason for using a quote that is not in the copy',
    judge: ({ evidence }) => {
      if (evidence.length === 0) return pending('The claim has no quote yet.');
      const waiting = evidence.filter(({ quoteFound }) => quoteFound === 'waiting').length;
      if (waiting > 0) {
        return shut(
          waiting === 1
            ? 'One quote is not checked yet: the desk checks it as soon as the copy of its source is here.'
            : `${waiting} quotes are not checked yet: the desk checks them as soon as the copies of their sources are here.`,
          waiting === 1 ? 'the copy of a source' : 'the copies of sources',
        );
      }
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
          ? passed('Every quote is in its source or explained.')
          : passed('Every quote is in its source.');
      }
      return missing + altered === 1
        ? faulty(
            `${problems.join('; ')}: correct it, or explain it in its note.`,
            'a quote to correct',
          )
        : faulty(
            `${problems.join('; ')}: correct them, or explain them in their notes.`,
            `${missing + altered} quotes to correct`,
          );
    },
  },
  figuresCompared: {
    stage: 'submit',
    title: 'Every figure is compared with a source',
    rule: 'Each figure of the claim is compared with a figure in the evidence: exactly, and within the range that the words of both figures allow. If a figure is not compared, the desk gives the reason.',
    waiver: 'Reason why a figure is not compared',
    judge: ({ figures, uncompared }) => {
      if (uncompared.length > 0) {
        const named = uncompared.slice(0, NAMED_FIGURES).map((surface) => `“${surface}”`);
        const more = uncompared.length - named.length;
        const which = [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
        return shut(
          `Not compared with a source: ${which}. Compare with a figure in the evidence, or give the reason why not.`,
          uncompared.length === 1
            ? 'a comparison of the figure'
            : `comparisons of ${uncompared.length} figures`,
        );
      }
      if (figures === 0) return passed('The claim has no figure.');
      return figures === 1
        ? passed('The figure is compared.')
        : passed(`All ${figures} figures are compared.`);
    },
  },
  contraryEvidence: {
    stage: 'submit',
    title: 'Evidence for and against',
    rule: 'The claim has evidence against the verdict beside the evidence for it. If the desk found no evidence against the verdict, it says where it searched.',
    waiver: 'Where you searched for evidence against the verdict and found none',
    judge: ({ evidence: all, verdict }) => {
      const evidence = besideArticle(all);
      if (hasBothSides(evidence)) return passed('The claim has evidence for and against.');
      if (!verdict) {
        return shut('There is no verdict yet. This check needs a verdict.', 'contrary evidence');
      }
      const contrary = contraryTo(verdict.ratingValue);
      return evidence.some(({ stance }) => stance === contrary)
        ? passed('The claim has evidence against the verdict.')
        : shut(
            'The claim has no evidence against the verdict: attach evidence, or say where you searched and found none.',
            'contrary evidence',
          );
    },
  },
  fourEyes: {
    stage: 'approve',
    title: 'Another person approves',
    rule: 'The editor who approves a verdict is not the author of the verdict.',
    waiver: null,
    judge: ({ verdict, approvedBy }, by) => {
      if (approvedBy !== null)
        return passed(`Approved by ${approvedBy}, who did not give the verdict.`);
      return verdict?.decidedById === by
        ? shut('You gave this verdict: another editor must approve it.', 'another person')
        : pending(
            `A person other than ${verdict?.decidedBy ?? 'the author of the verdict'} must approve the verdict.`,
          );
    },
  },
  commentsResolved: {
    stage: 'approve',
    title: 'No comment is open',
    rule: 'Every comment of colleagues on the claim is resolved before the approval.',
    waiver: null,
    judge: ({ openThreads }) => {
      if (openThreads === 0) return passed('No comment is open.');
      return openThreads === 1
        ? shut('One comment is open: resolve it first.', 'an open comment')
        : shut(
            `${openThreads} comments are open: resolve them first.`,
            `${openThreads} open comments`,
          );
    },
  },
  unchanged: {
    stage: 'approve',
    title: 'No change since the submission',
    rule: 'The editor approves exactly the submitted claim, with its figures, its evidence, the details of its sources, and its verdict.',
    waiver: null,
    judge: ({ submittedSha256, presentSha256 }) => {
      if (submittedSha256 === null) return pending('Not submitted yet.');
      return submittedSha256 === presentSha256
        ? passed('The claim is unchanged since the submission.')
        : faulty(
            'The claim changed after the submission: return the claim, and submit it again.',
            'a new submission',
          );
    },
  },
  correctionNoted: {
    stage: 'publish',
    title: 'A public note on the correction',
    rule: 'If a new version replaces a published verdict, a public note says what was wrong. The earlier version stays visible.',
    waiver: null,
    judge: ({ needsCorrectionNote }) =>
      needsCorrectionNote
        ? shut(
            'An earlier version was published: say in a public note what was wrong with it.',
            'a public note',
          )
        : passed('No published version needs a public note.'),
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
