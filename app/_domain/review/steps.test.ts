import { describe, expect, test } from 'vitest';
import { CLAIM_STATUSES, isEditable, isUnderWork } from '../claims/claim';
import { isPermitted, PERMISSIONS, ROLES } from '../people/permission';
import { type GateFacts, gates } from './gates';
import {
  type AskedStep,
  type ClaimState,
  decideStep,
  decideTake,
  REVIEW_STEP_NAMES,
  REVIEW_STEPS,
  type ReviewStep,
  stepsFrom,
  toDiagram,
} from './steps';

const claim = (state: Partial<ClaimState> = {}): ClaimState => ({
  id: 'a-claim',
  status: 'suggested',
  revision: 3,
  assigneeId: null,
  evidenceCount: 0,
  verdictCount: 0,
  ...state,
});

const EDITOR = { id: 'noor', role: 'editor' } as const;

/** A step asked for with everything it needs, so that only role and status decide. */
const whole = (step: ReviewStep): AskedStep => ({
  step,
  words: 'Because of the register.',
  ...(step === 'dismiss' && { dismissReason: 'trivial' }),
  ...(step === 'assign' && { assigneeId: 'ada' }),
  ...(step === 'approve' && { verdict: 0 }),
});

describe('the matrix of role, step and status', () => {
  /** Where each step leads, by the status it starts from; everything else is refused. */
  const LEADS: Record<ReviewStep, Partial<Record<string, string>>> = {
    accept: { suggested: 'open' },
    dismiss: { suggested: 'dismissed', open: 'dismissed' },
    undo: { open: 'suggested', dismissed: 'suggested' },
    take: { open: 'checking', checking: 'checking' },
    assign: { open: 'open', checking: 'checking', inReview: 'inReview' },
    submit: { checking: 'inReview' },
    return: { inReview: 'checking' },
    approve: { inReview: 'approved' },
    publish: { approved: 'published' },
    reopen: { approved: 'checking', published: 'checking', withdrawn: 'checking' },
    correct: { published: 'checking' },
    withdraw: { published: 'withdrawn' },
  };
  const CHECKERS: readonly ReviewStep[] = ['accept', 'dismiss', 'undo', 'take', 'submit'];
  const cases = ROLES.flatMap((role) =>
    REVIEW_STEP_NAMES.flatMap((step) =>
      CLAIM_STATUSES.map((status) => [role, step, status] as const),
    ),
  );
  test.each(cases)('a %s who would %s a claim that is %s', (role, step, status) => {
    const decided = decideStep(claim({ status }), whole(step), { id: 'noor', role });
    const may =
      role === 'editor' || role === 'admin' || (role === 'checker' && CHECKERS.includes(step));
    const to = LEADS[step][status];
    if (!may) expect(decided).toEqual({ ok: false, refusal: { kind: 'notPermitted', role } });
    else if (!to) expect(decided).toEqual({ ok: false, refusal: { kind: 'wrongStatus', status } });
    else expect(decided).toMatchObject({ value: { from: status, to, revision: 3 } });
    expect(stepsFrom(status, role).includes(step)).toBe(may && to !== undefined);
  });
  test('has a case for every role, step and status', () => {
    expect(cases).toHaveLength(ROLES.length * REVIEW_STEP_NAMES.length * CLAIM_STATUSES.length);
  });
  test('every step has a permission of its own name', () => {
    for (const step of REVIEW_STEP_NAMES) {
      expect(REVIEW_STEPS[step].permission).toBe(`claim.${step}`);
      expect(PERMISSIONS).toHaveProperty([`claim.${step}`]);
    }
  });
  test('a viewer changes nothing', () => {
    const allowed = (Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[]).filter((each) =>
      isPermitted('viewer', each),
    );
    // A view is a list of one's own, and of nothing on the desk.
    expect(allowed).toEqual([
      'desk.read',
      'account.own',
      'view.save',
      'export.claims',
      'export.desk',
    ]);
  });
});

describe('a dismissal', () => {
  const dismiss = (state: Partial<ClaimState>, asked: Partial<AskedStep>) =>
    decideStep(claim(state), { step: 'dismiss', ...asked }, EDITOR);
  test('needs a reason', () => {
    expect(dismiss({}, {})).toMatchObject({ refusal: { kind: 'reasonMissing' } });
  });
  test('as a duplicate needs the other claim, and not itself', () => {
    const duplicate = { dismissReason: 'duplicate' } as const;
    expect(dismiss({}, duplicate)).toMatchObject({ refusal: { kind: 'duplicateMissing' } });
    expect(dismiss({}, { ...duplicate, duplicateOfId: 'a-claim' })).toMatchObject({
      refusal: { kind: 'duplicateOfItself' },
    });
    expect(dismiss({}, { ...duplicate, duplicateOfId: 'another' })).toMatchObject({
      value: { dismissReason: 'duplicate', duplicateOfId: 'another' },
    });
  });
  test('as a duplicate of a duplicate points to the last claim, and never back to itself', () => {
    const duplicate = { dismissReason: 'duplicate', duplicateOfId: 'another' } as const;
    expect(dismiss({}, { ...duplicate, duplicateLeadsToId: 'the-last' })).toMatchObject({
      value: { duplicateOfId: 'the-last' },
    });
    expect(dismiss({}, { ...duplicate, duplicateLeadsToId: 'a-claim' })).toMatchObject({
      refusal: { kind: 'duplicateOfItsDuplicate' },
    });
  });
  test('stores no other claim unless the reason is duplicate', () => {
    expect(dismiss({}, { dismissReason: 'opinion', duplicateOfId: 'another' })).toMatchObject({
      value: { duplicateOfId: null },
    });
  });
  test('is refused once evidence is attached, and so is undoing', () => {
    const state = { status: 'open', evidenceCount: 1 } as const;
    expect(dismiss(state, { dismissReason: 'trivial' })).toMatchObject({
      refusal: { kind: 'workAttached' },
    });
    expect(decideStep(claim(state), { step: 'undo' }, EDITOR)).toMatchObject({
      refusal: { kind: 'workAttached' },
    });
  });
});

describe('the assignee of a claim', () => {
  test('is the first person who attaches something, unless somebody was assigned before', () => {
    expect(decideTake(claim({ status: 'open' }), 'ada')).toMatchObject({
      value: { assigneeId: 'ada', to: 'checking' },
    });
    expect(decideTake(claim({ status: 'open', assigneeId: 'noor' }), 'ada')).toMatchObject({
      value: { assigneeId: 'noor' },
    });
    expect(decideTake(claim({ status: 'checking' }), 'ada')).toEqual({ ok: true, value: null });
    expect(decideTake(claim({ status: 'inReview' }), 'ada')).toMatchObject({ ok: false });
  });
  test('may be replaced by a colleague who takes the claim, and cannot take it again', () => {
    const assigned = claim({ status: 'checking', assigneeId: 'ada' });
    expect(decideStep(assigned, { step: 'take' }, { id: 'noor', role: 'checker' })).toMatchObject({
      value: { assigneeId: 'noor', assigneeBefore: 'ada' },
    });
    expect(decideStep(assigned, { step: 'take' }, { id: 'ada', role: 'checker' })).toMatchObject({
      refusal: { kind: 'alreadyAssigned' },
    });
  });
  test('may be changed or removed by an editor', () => {
    const assigned = claim({ status: 'checking', assigneeId: 'ada' });
    expect(decideStep(assigned, { step: 'assign', assigneeId: null }, EDITOR)).toMatchObject({
      value: { assigneeId: null, to: 'checking' },
    });
    expect(decideStep(assigned, { step: 'assign', assigneeId: 'ada' }, EDITOR)).toMatchObject({
      refusal: { kind: 'alreadyAssigned' },
    });
  });
});

describe('the reason that goes with a step', () => {
  test.each([
    ['return', 'inReview', false],
    ['reopen', 'approved', false],
    ['correct', 'published', true],
    ['withdraw', 'published', true],
  ] as const)('%s needs a reason', (step, status, isPublic) => {
    for (const words of [null, '', '  \n']) {
      expect(decideStep(claim({ status }), { step, words }, EDITOR)).toMatchObject({
        refusal: { kind: 'wordsMissing', isPublic },
      });
    }
    expect(decideStep(claim({ status }), { step, words: ' Look again. ' }, EDITOR)).toMatchObject({
      value: { words: 'Look again.' },
    });
  });
});

const facts: GateFacts = {
  isAnchored: true,
  claimant: 'Port Authority',
  claimantUnknownReason: null,
  evidence: [
    {
      stance: 'refutes',
      directness: 'primary',
      quoteFound: 'exact',
      quoteChange: null,
      hasNote: false,
      origin: 'a',
      isOfArticle: false,
      title: 'A',
    },
    {
      stance: 'supports',
      directness: 'secondary',
      quoteFound: 'exact',
      quoteChange: null,
      hasNote: false,
      origin: 'b',
      isOfArticle: false,
      title: 'B',
    },
  ],
  figures: 1,
  uncompared: [],
  verdict: {
    decidedById: 'ada',
    decidedBy: 'Ada',
    explanation: 'Because.',
    ratingValue: 1,
    isOnPresentEvidence: true,
  },
  approvedBy: null,
  openThreads: 0,
  submittedSha256: null,
  presentSha256: 'now',
  needsCorrectionNote: false,
  needsNewVersion: false,
  waivers: [],
};

describe('the gates before a step', () => {
  test('a verdict is submitted only when every gate of its stage has passed', () => {
    const checking = claim({ status: 'checking' });
    const by = { id: 'ada', role: 'checker' } as const;
    expect(decideStep(checking, { step: 'submit' }, by, gates(facts, 'ada'))).toMatchObject({
      ok: true,
    });
    const bare = gates({ ...facts, evidence: [], claimant: null }, 'ada');
    expect(decideStep(checking, { step: 'submit' }, by, bare)).toMatchObject({
      refusal: {
        kind: 'gatesClosed',
        gates: [
          { id: 'claimant' },
          { id: 'independentSources' },
          { id: 'primarySource' },
          { id: 'contraryEvidence' },
        ],
      },
    });
  });
  test.each(['checker', 'editor', 'admin'] as const)(
    'the author of a verdict cannot approve it, as %s either',
    (role) => {
      const inReview = claim({ status: 'inReview' });
      const decided = decideStep(
        inReview,
        { step: 'approve' },
        { id: 'ada', role },
        gates(facts, 'ada'),
      );
      expect(decided).toMatchObject(
        role === 'checker'
          ? { refusal: { kind: 'notPermitted' } }
          : { refusal: { kind: 'gatesClosed', gates: [{ id: 'fourEyes' }] } },
      );
      const asked = { step: 'approve', verdict: inReview.verdictCount } as const;
      expect(decideStep(inReview, asked, EDITOR, gates(facts, 'noor'))).toMatchObject({ ok: true });
    },
  );
  test.each([
    ['names no version of the verdict', undefined],
    ['names a version that another one replaced', 1],
  ])('an approval that %s is refused: nobody approves a verdict without its page', (_, verdict) => {
    const inReview = claim({ status: 'inReview', verdictCount: 2 });
    const asked = { step: 'approve', ...(verdict && { verdict }) } as const;
    expect(decideStep(inReview, asked, EDITOR, gates(facts, 'noor'))).toMatchObject({
      refusal: { kind: 'verdictNotShown', verdict: 2 },
    });
  });
  test('a version that differs from the published one is published only with a public note', () => {
    const approved = claim({ status: 'approved' });
    const judged = gates({ ...facts, needsCorrectionNote: true }, 'noor');
    expect(decideStep(approved, { step: 'publish' }, EDITOR, judged)).toMatchObject({
      refusal: { gates: [{ id: 'correctionNoted' }] },
    });
    const noted = { step: 'publish', words: 'The figure was wrong.' } as const;
    expect(decideStep(approved, noted, EDITOR, judged)).toMatchObject({ ok: true });
  });
});

test('a claim that is in review, approved or published cannot be edited', () => {
  expect(CLAIM_STATUSES.filter(isEditable)).toEqual(['suggested', 'open', 'checking', 'dismissed']);
  expect(CLAIM_STATUSES.filter(isUnderWork)).toEqual(['open', 'checking']);
});

test('the diagram names every step that moves a claim, and every status', () => {
  const diagram = toDiagram();
  for (const step of REVIEW_STEP_NAMES.filter((each) => each !== 'assign')) {
    expect(diagram).toMatch(new RegExp(`: ${step}\\b|take`));
  }
  for (const status of CLAIM_STATUSES) expect(diagram).toContain(status);
});
