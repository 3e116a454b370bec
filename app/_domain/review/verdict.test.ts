import { describe, expect, test } from 'vitest';
import { decideEvidence } from './attach-evidence';
import { AVERITEC_LABELS, FIRST_SCALE } from './rating';
import type { ClaimState } from './steps';
import { decideVerdict, saysTheSame, type VerdictStatement, versionOut } from './verdict';

const claim: ClaimState = {
  id: 'a-claim',
  status: 'checking',
  revision: 5,
  assigneeId: 'ada',
  evidenceCount: 1,
  verdictCount: 2,
};
const rating = (key: string) => {
  const found = FIRST_SCALE.find((each) => each.key === key);
  if (!found) throw new Error(`no rating ${key}`);
  return found;
};
const statement = (key: string) => ({
  rating: rating(key),
  reasons: [],
  asOf: null,
  explanation: 'Because.',
  correctedText: null,
  changeNote: 'A newer register.',
});

describe('the version that readers have', () => {
  const at = (n: number) => ({ at: new Date(n) });
  const version = (n: number, published: readonly number[], withdrawn: readonly number[] = []) => ({
    n,
    publications: published.map(at),
    corrections: withdrawn.map((day) => ({ kind: 'withdrawal', ...at(day) })),
  });
  const corrected = (n: number, published: number, on: number) => ({
    ...version(n, [published]),
    corrections: [{ kind: 'correction', ...at(on) }],
  });
  test.each([
    ['none before the first publication', [version(1, [])], null],
    ['the published one', [version(1, [10])], 1],
    ['the published one while a newer one is written', [version(2, []), version(1, [10])], 1],
    ['the published one while its correction is announced', [corrected(1, 10, 20)], 1],
    ['the newest after a correction', [version(2, [30]), corrected(1, 10, 20)], 2],
    ['none after a withdrawal', [version(1, [10], [20])], null],
    ['the same one again after a second publication', [version(1, [10, 30], [20])], 1],
    ['none at all', [], null],
  ])('is %s', (_, verdicts, n) => {
    expect(versionOut(verdicts)?.n ?? null).toBe(n);
  });
});

describe('a verdict', () => {
  test('is the next version', () => {
    expect(decideVerdict(claim, statement('false'), 'ada')).toMatchObject({
      value: { n: 3, revision: 5, take: null, decidedBy: 'ada' },
    });
  });
  test('after the first needs a note that says why it replaces the one before', () => {
    const silent = { ...statement('false'), changeNote: null };
    expect(decideVerdict(claim, silent, 'ada')).toMatchObject({
      refusal: { kind: 'changeNoteMissing' },
    });
    expect(decideVerdict({ ...claim, verdictCount: 0 }, silent, 'ada')).toMatchObject({
      value: { n: 1, supersedesN: null },
    });
    expect(decideVerdict(claim, statement('false'), 'ada')).toMatchObject({
      value: { supersedesN: 2 },
    });
  });
  test('on an open claim assigns the claim to its author', () => {
    expect(decideVerdict({ ...claim, status: 'open' }, statement('false'), 'ada')).toMatchObject({
      value: { take: { to: 'checking' } },
    });
  });
  test.each(['suggested', 'dismissed', 'inReview', 'approved', 'published'] as const)(
    'is refused while the claim is %s',
    (status) => {
      expect(decideVerdict({ ...claim, status }, statement('true'), 'ada')).toMatchObject({
        refusal: { kind: 'wrongStatus', status },
      });
    },
  );
  test('with a number needs evidence; "unproven" does not', () => {
    const bare = { ...claim, evidenceCount: 0 };
    expect(decideVerdict(bare, statement('true'), 'ada')).toMatchObject({
      refusal: { kind: 'noEvidence' },
    });
    expect(decideVerdict(bare, statement('unproven'), 'ada')).toMatchObject({ ok: true });
  });
  test('that differs from the suggested rating needs a reason; one that follows it does not', () => {
    const suggested = { suggested: rating('halfTrue'), otherwiseReason: null };
    expect(decideVerdict(claim, statement('false'), 'ada', suggested)).toMatchObject({
      refusal: { kind: 'otherwiseReasonMissing', suggested: 'Half true' },
    });
    const why = { ...suggested, otherwiseReason: ' The register is of another year. ' };
    expect(decideVerdict(claim, statement('false'), 'ada', why)).toMatchObject({
      value: {
        suggestedKey: 'halfTrue',
        otherwiseReason: 'The register is of another year.',
      },
    });
    // A reason that explains nothing is not kept.
    expect(decideVerdict(claim, statement('halfTrue'), 'ada', why)).toMatchObject({
      value: { suggestedKey: 'halfTrue', otherwiseReason: null },
    });
    expect(decideVerdict(claim, statement('false'), 'ada')).toMatchObject({
      value: { suggestedKey: null, otherwiseReason: null },
    });
  });
  test('cannot use a retired rating', () => {
    const retired = { ...statement('true'), rating: { ...rating('true'), retired: true } };
    expect(decideVerdict(claim, retired, 'ada')).toMatchObject({
      refusal: { kind: 'ratingRetired', label: 'True' },
    });
  });
});

test('a quote that is not in the source is recorded as absent, not refused', () => {
  const statementOf = {
    quote: 'nowhere',
    stance: 'supports',
    directness: 'primary',
    note: null,
  } as const;
  expect(decideEvidence(claim, statementOf, { by: 'ada', sourceText: 'somewhere' })).toMatchObject({
    value: { find: { found: 'absent' } },
  });
});

describe('the default rating scale', () => {
  test('runs from 5 to 1, and two ratings carry no number', () => {
    expect(FIRST_SCALE.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1, null, null]);
  });
  test('has a definition and an AVeriTeC label for every rating', () => {
    for (const { definition, averitecLabel } of FIRST_SCALE) {
      expect(definition.length).toBeGreaterThan(20);
      expect(AVERITEC_LABELS).toContain(averitecLabel);
    }
  });
});

describe('a verdict form that is sent again', () => {
  const given = {
    ...statement('false'),
    reasons: ['outdated', 'exaggerated'] as const,
    asOf: '2026-11-01',
    correctedText: 'It is 415 metres long.',
    otherwiseReason: null,
  };
  const same: VerdictStatement = { ...given };

  test('changes nothing when it repeats the stored verdict', () => {
    expect(saysTheSame(given, same, 'a reason that nobody asked for')).toBe(true);
  });
  test.each<Partial<VerdictStatement>>([
    { rating: rating('true') },
    { reasons: ['outdated'] },
    { asOf: null },
    { explanation: 'Because of the register.' },
    { correctedText: null },
    { changeNote: 'Another register.' },
  ])('is a new verdict with %j', (change) => {
    expect(saysTheSame(given, { ...same, ...change }, null)).toBe(false);
  });
  test('is a new verdict when the reason for overriding the suggestion differs', () => {
    const otherwise = { ...given, otherwiseReason: 'The source is older.' };
    expect(saysTheSame(otherwise, same, 'The source is older.')).toBe(true);
    expect(saysTheSame(otherwise, same, 'The source is newer.')).toBe(false);
  });
});
