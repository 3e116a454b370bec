import { expect, test } from 'vitest';
import { CLAIM_STATUSES, type ClaimStatus } from '../claims/claim';
import { ROLES, type Role } from '../people/permission';
import { GATE_IDS, type GateFacts, gates } from './gates';
import {
  checksLeft,
  checksLeftInWords,
  type NextStep,
  nextStep,
  stageOf,
  stationOf,
} from './next-step';

const source = (origin: string, stance: 'supports' | 'refutes'): GateFacts['evidence'][number] => ({
  stance,
  directness: 'primary',
  quoteFound: 'exact',
  quoteChange: null,
  hasNote: false,
  origin,
  isOfArticle: false,
  title: origin,
});

const DONE: GateFacts = {
  isAnchored: true,
  claimant: 'The mayor',
  claimantUnknownReason: null,
  evidence: [source('registry', 'refutes'), source('courier', 'supports')],
  figures: 1,
  uncompared: [],
  verdict: {
    decidedById: 'ada',
    decidedBy: 'Ada',
    explanation: 'The register counts fewer.',
    ratingValue: 2,
    isOnPresentEvidence: true,
  },
  approvedBy: null,
  openThreads: 0,
  submittedSha256: 'same',
  presentSha256: 'same',
  needsCorrectionNote: false,
  needsNewVersion: false,
  waivers: [],
};

const NOTHING: Partial<GateFacts> = {
  claimant: null,
  evidence: [],
  uncompared: ['600'],
  verdict: null,
  submittedSha256: null,
};

type Look = {
  facts?: Partial<GateFacts>;
  role?: Role;
  by?: 'ada' | 'noor';
  isAlone?: boolean;
};

function next(status: ClaimStatus, { facts, role = 'editor', by = 'ada', isAlone }: Look = {}) {
  const judged = { ...DONE, ...facts };
  return nextStep({
    status,
    gates: gates(judged, by),
    person: { role },
    isOwnVerdict: judged.verdict?.decidedById === by,
    canAnotherApprove: !isAlone,
  });
}

const [registry, courier] = DONE.evidence as [
  GateFacts['evidence'][number],
  GateFacts['evidence'][number],
];

test.each<[string, NextStep, ClaimStatus, Look]>([
  ['a suggestion is accepted or dismissed', 'accept', 'suggested', { facts: NOTHING }],
  ['an open claim needs evidence first', 'attach', 'open', { facts: NOTHING }],
  ['one source needs a second', 'attach', 'checking', { facts: { evidence: [registry] } }],
  [
    'a quote that is not in its source is corrected before anything else is added',
    'quotes',
    'checking',
    { facts: { ...NOTHING, evidence: [registry, { ...courier, quoteFound: 'absent' }] } },
  ],
  [
    'a quote of which the copy is awaited keeps nobody from the next step',
    'verdict',
    'checking',
    { facts: { verdict: null, evidence: [registry, { ...courier, quoteFound: 'waiting' }] } },
  ],
  [
    'a claim that waits for a copy alone asks for nothing',
    'none',
    'checking',
    { facts: { evidence: [registry, { ...courier, quoteFound: 'waiting' }] } },
  ],
  [
    'a figure is compared before a verdict',
    'compare',
    'checking',
    { facts: { uncompared: ['600'], verdict: null } },
  ],
  ['the claimant is named', 'claimant', 'checking', { facts: { claimant: null, verdict: null } }],
  ['evidence leads to a verdict', 'verdict', 'checking', { facts: { verdict: null } }],
  [
    'a correction needs a new version',
    'newVersion',
    'checking',
    { facts: { needsNewVersion: true } },
  ],
  [
    'evidence after the verdict needs a new version',
    'newVersion',
    'checking',
    { facts: { verdict: { ...DONE.verdict, isOnPresentEvidence: false } as GateFacts['verdict'] } },
  ],
  [
    'evidence against the verdict comes last',
    'contrary',
    'checking',
    { facts: { evidence: [registry, { ...courier, stance: 'refutes' }] } },
  ],
  ['a claim that passes every check is submitted', 'submit', 'checking', {}],
  ['a viewer has nothing to do', 'none', 'checking', { role: 'viewer' }],
  ['the author waits', 'none', 'inReview', {}],
  ['an author alone at the desk invites a second person', 'invite', 'inReview', { isAlone: true }],
  ['another editor approves', 'approve', 'inReview', { by: 'noor' }],
  ['a checker waits', 'none', 'inReview', { by: 'noor', role: 'checker' }],
  [
    'an open comment is read first',
    'comments',
    'inReview',
    { by: 'noor', facts: { openThreads: 1 } },
  ],
  [
    'a claim that changed is returned',
    'return',
    'inReview',
    { by: 'noor', facts: { presentSha256: 'other' } },
  ],
  ['an approved claim is published', 'publish', 'approved', {}],
  ['a published claim needs nothing', 'none', 'published', {}],
  ['a withdrawn claim needs nothing', 'none', 'withdrawn', {}],
])('%s: %s', (_, step, status, look) => {
  expect(next(status, look)).toBe(step);
});

test('every check before submitting leads to a step, so that nobody is left without one', () => {
  const before = GATE_IDS.filter(
    (id) =>
      gates({ ...DONE, ...NOTHING }, 'ada').find((each) => each.id === id)?.stage === 'submit',
  );
  for (const id of before) {
    const only = gates(DONE, 'ada').map((each) =>
      each.id === id ? { ...each, state: 'shut' as const, waiver: null } : each,
    );
    const person = { role: 'checker' } as const;
    const look = { status: 'checking', gates: only, person, isOwnVerdict: true } as const;
    expect(nextStep({ ...look, canAnotherApprove: true }), id).not.toBe('submit');
  }
});

test('whatever the status and the role, there is one step', () => {
  for (const status of CLAIM_STATUSES) {
    for (const role of ROLES) expect(next(status, { role })).toEqual(expect.any(String));
  }
});

function left(status: ClaimStatus, facts: Partial<GateFacts> = {}, by = 'ada') {
  const judged = gates({ ...DONE, ...facts }, by);
  const stage = stageOf(status);
  return [checksLeftInWords(judged, stage), ...checksLeft(judged, stage).map(({ id }) => id)];
}

test('the checks that are left stand in the order of the work', () => {
  expect(left('checking', { evidence: [{ ...registry, directness: 'secondary' }] })).toEqual([
    '3 of 10 checks left',
    ...['independentSources', 'primarySource', 'contraryEvidence'],
  ]);
  expect(left('open', NOTHING)).toEqual([
    '6 of 10 checks left',
    ...['independentSources', 'figuresCompared', 'primarySource', 'claimant', 'verdict'],
    'contraryEvidence',
  ]);
  expect(left('checking')).toEqual(['All checks passed']);
  expect(left('inReview', { openThreads: 2 }, 'noor')).toEqual([
    '1 of 3 checks left',
    'commentsResolved',
  ]);
  expect(left('inReview')).toEqual(['1 of 3 checks left', 'fourEyes']);
});

test('the note of a correction is written with its publication, so it is no check that is left', () => {
  expect(left('approved', { needsCorrectionNote: true })).toEqual(['All checks passed']);
});

test('a published claim has no checks left to name', () => {
  expect(left('published')).toEqual([null]);
});

test.each<[string, string | null, ClaimStatus, Partial<GateFacts>]>([
  ['a suggestion', 'accept', 'suggested', NOTHING],
  ['a claim without sources', 'evidence', 'open', NOTHING],
  ['a claim without a verdict', 'verdict', 'checking', { verdict: null, claimant: null }],
  ['a verdict, though the claimant is missing', 'submit', 'checking', { claimant: null }],
  ['a verdict with nothing left', 'submit', 'checking', {}],
  ['a claim in review', 'approve', 'inReview', {}],
  ['an approved claim', 'publish', 'approved', {}],
  ['a published claim', null, 'published', {}],
])('%s is at the station “%s”', (_, station, status, facts) => {
  expect(stationOf(status, gates({ ...DONE, ...facts }, 'ada'))).toBe(station);
});

test('before anybody did anything, no check is a fault; what was done wrong is one', () => {
  const faults = (facts: Partial<GateFacts>) =>
    gates({ ...DONE, ...facts }, 'ada')
      .filter(({ isFault }) => isFault)
      .map(({ id }) => id);
  expect(faults(NOTHING)).toEqual([]);
  expect(faults({ evidence: [registry, { ...courier, quoteFound: 'absent' }] })).toEqual([
    'quotesFound',
  ]);
  expect(faults({ presentSha256: 'other' })).toEqual(['unchanged']);
});
