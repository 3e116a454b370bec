import { describe, expect, test } from 'vitest';
import type { GateEvidence } from './gate';
import { GATE_IDS, type GateFacts, type GateId, gates, isOpen, isWaivable } from './gates';

const item = (more: Partial<GateEvidence> = {}): GateEvidence => ({
  stance: 'refutes',
  directness: 'primary',
  quoteFound: 'exact',
  quoteChange: null,
  hasNote: false,
  origin: 'publisher:registry',
  isOfArticle: false,
  title: 'The register',
  ...more,
});

const passing: GateFacts = {
  isAnchored: true,
  claimant: 'Port Authority',
  claimantUnknownReason: null,
  evidence: [
    item(),
    item({ stance: 'supports', directness: 'secondary', origin: 'publisher:courier' }),
  ],
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

const shut = (facts: Partial<GateFacts>, by = 'noor') =>
  gates({ ...passing, ...facts }, by)
    .filter((gate) => !isOpen(gate))
    .map(({ id }) => id);

test('a complete claim passes every gate, for everybody but the author of the verdict', () => {
  expect(shut({})).toEqual([]);
  expect(shut({}, 'ada')).toEqual(['fourEyes']);
});

describe('each gate is shut by the fault that it is for, and by no other fault', () => {
  const verdict = passing.verdict as NonNullable<GateFacts['verdict']>;
  const CASES: readonly (readonly [GateId, string, Partial<GateFacts>])[] = [
    ['anchored', 'words that are not in the article', { isAnchored: false }],
    ['claimant', 'nobody named', { claimant: null }],
    ['verdict', 'an empty explanation', { verdict: { ...verdict, explanation: ' ' } }],
    [
      'verdictCurrent',
      'evidence that changed since',
      { verdict: { ...verdict, isOnPresentEvidence: false } },
    ],
    [
      'independentSources',
      'two copies of one report',
      { evidence: passing.evidence.map((each) => ({ ...each, origin: 'publisher:agency' })) },
    ],
    [
      'independentSources',
      'a second source that settles nothing',
      {
        evidence: [
          item({ stance: 'supports' }),
          item({ stance: 'inconclusive', origin: 'publisher:courier' }),
        ],
      },
    ],
    [
      'primarySource',
      'reports of reports',
      { evidence: passing.evidence.map((each) => ({ ...each, directness: 'tertiary' })) },
    ],
    [
      'quotesFound',
      'a quote that is not there',
      { evidence: [...passing.evidence, item({ quoteFound: 'absent' })] },
    ],
    [
      'quotesFound',
      'a quote with another figure than its source',
      { evidence: [...passing.evidence, item({ quoteFound: 'fuzzy', quoteChange: 'figure' })] },
    ],
    [
      'quotesFound',
      'a quote that has lost its “not”, beside one that is not there',
      {
        evidence: [
          item({ quoteFound: 'fuzzy', quoteChange: 'negation' }),
          item({ quoteFound: 'absent', origin: 'publisher:courier' }),
          ...passing.evidence,
        ],
      },
    ],
    ['figuresCompared', 'a figure held against no source', { uncompared: ['12,000 people'] }],
    [
      'figuresCompared',
      'one figure of two that is held against none',
      { figures: 3, uncompared: ['12,000 people', '8%'] },
    ],
    [
      'contraryEvidence',
      'only evidence that says the same as the verdict',
      { evidence: [item(), item({ origin: 'publisher:courier' })] },
    ],
    ['commentsResolved', 'an open comment', { openThreads: 1 }],
    ['unchanged', 'a change after it was submitted', { presentSha256: 'other' }],
    ['newVersion', 'a correction that corrects nothing', { needsNewVersion: true }],
    ['correctionNoted', 'a published version replaced in silence', { needsCorrectionNote: true }],
  ];
  test.each(CASES)('%s: %s', (id, _what, facts) => {
    expect(shut(facts)).toEqual([id]);
    const gate = gates({ ...passing, ...facts }, 'noor').find((each) => each.id === id);
    expect(gate?.message).toMatch(/^[A-Z].*\.$/);
  });
  test('has a case for every gate', () => {
    const named = new Set<GateId>([...CASES.map(([id]) => id), 'fourEyes']);
    expect(GATE_IDS.filter((id) => !named.has(id))).toEqual([]);
  });
});

test('a missing verdict shuts its own gate and the gate of contrary evidence', () => {
  expect(shut({ verdict: null, evidence: [item(), item({ origin: 'x' })] })).toEqual([
    'verdict',
    'contraryEvidence',
  ]);
});

describe('the article under check is no source for its own claims', () => {
  const own = { isOfArticle: true, title: 'Harbour grows' } as const;
  const independent = (facts: Partial<GateFacts>) =>
    gates({ ...passing, ...facts }, 'noor').find(({ id }) => id === 'independentSources');
  test('the article is not counted, and the gate says so', () => {
    const evidence = [item(), item({ ...own, stance: 'supports', origin: 'publisher:courier' })];
    expect(shut({ evidence })).toEqual(['independentSources', 'contraryEvidence']);
    expect(independent({ evidence })?.message).toBe(
      'The claim has only one independent source: attach another source, or give the reason why one is enough. “Harbour grows” is the article itself, or repeats it, and does not count.',
    );
  });
  test('beside two other sources it changes nothing, and is still mentioned', () => {
    const evidence = [...passing.evidence, item({ ...own, origin: 'publisher:third' }), item(own)];
    expect(shut({ evidence })).toEqual([]);
    expect(independent({ evidence })?.message).toBe(
      '2 independent sources. “Harbour grows” is the article itself, or repeats it, and does not count.',
    );
  });
  test('it is no primary source', () => {
    const evidence = [
      ...passing.evidence.map((each) => ({ ...each, directness: 'secondary' }) as const),
      item({ ...own, directness: 'primary' }),
    ];
    expect(shut({ evidence })).toEqual(['primarySource']);
  });
  test('a confidential source is not named', () => {
    const evidence = [...passing.evidence, item({ ...own, title: null })];
    expect(independent({ evidence })?.message).toContain('A confidential source is the article');
  });
});

describe('a gate for a step that has not happened yet is not called passed', () => {
  const messageOf = (id: GateId, facts: Partial<GateFacts> = {}, by = 'noor') => {
    const gate = gates({ ...passing, ...facts }, by).find((each) => each.id === id);
    return gate && [gate.state, gate.message];
  };
  test('before it is approved, it says who may', () => {
    expect(messageOf('fourEyes')).toEqual([
      'pending',
      'A person other than Ada must approve the verdict.',
    ]);
    expect(messageOf('fourEyes', {}, 'ada')).toEqual([
      'shut',
      'You gave this verdict: another editor must approve it.',
    ]);
    const approved = 'Approved by Noor, who did not give the verdict.';
    expect(messageOf('fourEyes', { approvedBy: 'Noor' })).toEqual(['passed', approved]);
    expect(messageOf('fourEyes', { approvedBy: 'Noor' }, 'ada')).toEqual(['passed', approved]);
  });
  test('before there is a verdict, no gate says that evidence is for or against it, or that it is based on evidence', () => {
    expect(messageOf('contraryEvidence', { verdict: null, evidence: [item()] })).toEqual([
      'shut',
      'There is no verdict yet. This check needs a verdict.',
    ]);
    expect(messageOf('contraryEvidence', { verdict: null })).toEqual([
      'passed',
      'The claim has evidence for and against.',
    ]);
    expect(messageOf('verdictCurrent', { verdict: null })).toEqual([
      'pending',
      'There is no verdict yet.',
    ]);
    expect(messageOf('verdictCurrent')).toEqual([
      'passed',
      'No evidence changed after the verdict.',
    ]);
  });
  test('before a source is quoted, no gate says that a quote is found', () => {
    expect(messageOf('quotesFound', { evidence: [] })).toEqual([
      'pending',
      'The claim has no quote yet.',
    ]);
  });
  test('before the submission, no gate says that the content is unchanged', () => {
    expect(messageOf('unchanged', { submittedSha256: null })).toEqual([
      'pending',
      'Not submitted yet.',
    ]);
  });
});

test.each([
  [5, 'refutes'],
  [4, 'refutes'],
  [2, 'supports'],
  [1, 'supports'],
] as const)('the other side of a rating of %i is evidence that %s', (ratingValue, stance) => {
  const verdict = { ...(passing.verdict as NonNullable<GateFacts['verdict']>), ratingValue };
  const evidence = [item({ stance }), item({ stance, origin: 'x' })];
  expect(shut({ verdict, evidence })).toEqual([]);
});

test.each([3, null])('a rating of %s needs both sides', (ratingValue) => {
  const verdict = { ...(passing.verdict as NonNullable<GateFacts['verdict']>), ratingValue };
  expect(shut({ verdict })).toEqual([]);
  expect(shut({ verdict, evidence: [item(), item({ origin: 'x' })] })).toEqual([
    'contraryEvidence',
  ]);
});

test('a quote that is not in its source passes when its note explains why', () => {
  expect(
    shut({ evidence: [...passing.evidence, item({ quoteFound: 'absent', hasNote: true })] }),
  ).toEqual([]);
});

test('a claimant who is not known passes with the reason', () => {
  expect(shut({ claimant: null, claimantUnknownReason: 'A leaflet without a name.' })).toEqual([]);
});

test('a waiver opens a gate that allows one, and no other', () => {
  const nothing: Partial<GateFacts> = {
    isAnchored: false,
    claimant: null,
    verdict: null,
    evidence: [],
    uncompared: ['12,000 people'],
    openThreads: 2,
    presentSha256: 'other',
    needsCorrectionNote: true,
    needsNewVersion: true,
    waivers: GATE_IDS.map((gate) => ({ id: gate, gate, reason: 'Because it is so.', by: 'Ada' })),
  };
  expect(shut(nothing)).toEqual([
    'anchored',
    'claimant',
    'verdict',
    'newVersion',
    'commentsResolved',
    'unchanged',
    'correctionNoted',
  ]);
  expect(GATE_IDS.filter(isWaivable)).toEqual([
    'independentSources',
    'primarySource',
    'quotesFound',
    'figuresCompared',
    'contraryEvidence',
  ]);
});

test('a gate that passes by itself does not use a waiver', () => {
  const waivers = [{ id: 'w', gate: 'primarySource', reason: 'No register.', by: 'Ada' }] as const;
  const gate = gates({ ...passing, waivers }, 'noor').find(({ id }) => id === 'primarySource');
  expect(gate).toMatchObject({ state: 'passed', waiver: null });
});
