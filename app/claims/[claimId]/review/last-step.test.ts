import { expect, test } from 'vitest';
import type { Verdict } from '#data/review/verdicts';
import type { ClaimStatus } from '#domain/claims/claim';
import { lastStep } from './last-step';

const at = (minute: number) => new Date(Date.UTC(2026, 11, 1, 9, minute));
const by = (name: string, minute: number, byId = name) => ({
  ...{ by: name, byId },
  ...{ at: at(minute), note: null },
});

const verdict = (n: number, minute: number, more: Partial<Verdict> = {}) => ({
  n,
  rating: {
    key: 'false',
    label: 'False',
    definition: '',
    value: 1,
    averitecLabel: 'Refuted',
  } as const,
  decidedBy: 'Ada',
  decidedById: 'Ada',
  decidedAt: at(minute),
  approval: null,
  publications: [],
  corrections: [],
  ...more,
});

const register = {
  addedBy: 'Ada',
  addedById: 'Ada',
  createdAt: at(1),
  source: { title: 'Register' },
};
const courier = {
  addedBy: 'Olu',
  addedById: 'Olu',
  createdAt: at(5),
  source: { title: 'Courier' },
};

const words = (
  status: ClaimStatus,
  {
    person = 'Ada',
    ...given
  }: Partial<Omit<Parameters<typeof lastStep>[0], 'person'>> & { person?: string } = {},
) =>
  lastStep({
    verdicts: [],
    evidence: [],
    submission: null,
    back: null,
    ...given,
    claim: { status },
    person: { id: person },
  })?.words;

test('the person who took the last step reads “you”, everybody else reads the name', () => {
  const submission = by('Ada', 8);
  const shown = { verdicts: [verdict(1, 7)], submission };
  expect(words('inReview', shown)).toBe('You submitted this claim for approval.');
  expect(words('inReview', { ...shown, person: 'Noor' })).toBe(
    'Ada submitted this claim for approval.',
  );
});

test('a person of the same name did not take the step', () => {
  const submission = by('Ada', 8, 'another Ada');
  expect(words('inReview', { verdicts: [verdict(1, 7)], submission })).toBe(
    'Ada submitted this claim for approval.',
  );
});

test('work on a claim ends with the evidence or the verdict that came last', () => {
  expect(words('open')).toBeUndefined();
  expect(words('checking', { evidence: [register] })).toBe(
    'You attached evidence from “Register”.',
  );
  expect(words('checking', { evidence: [register, courier] })).toBe(
    'Olu attached evidence from “Courier”.',
  );
  const verdicts = [verdict(1, 4)];
  expect(words('checking', { verdicts, evidence: [register] })).toBe(
    'You gave version 1 of the verdict: False.',
  );
  expect(words('checking', { verdicts, evidence: [courier, register] })).toBe(
    'Olu attached evidence from “Courier”.',
  );
});

test('a claim that came back has a message of its own, until work on it goes on', () => {
  const back = {
    way: 'returned',
    by: 'Noor',
    byId: 'Noor',
    at: at(9),
    reason: 'Which page?',
  } as const;
  expect(words('checking', { verdicts: [verdict(1, 7)], back })).toBeUndefined();
  expect(words('checking', { verdicts: [verdict(2, 11), verdict(1, 7)], back })).toBe(
    'You gave version 2 of the verdict: False.',
  );
});

test('an approval, a publication and a withdrawal are named with their version', () => {
  const approved = verdict(2, 7, { approval: by('Noor', 8) });
  expect(words('approved', { verdicts: [approved, verdict(1, 2)] })).toBe(
    'Noor approved version 2 of the verdict.',
  );
  const published = { ...approved, publications: [by('Noor', 9)] };
  expect(words('published', { verdicts: [published, verdict(1, 2)], person: 'Noor' })).toBe(
    'You published version 2 of the verdict.',
  );
  const corrections = [{ ...by('Noor', 10), kind: 'withdrawal' as const }];
  expect(words('withdrawn', { verdicts: [{ ...published, corrections }] })).toBe(
    'Noor withdrew the verdict.',
  );
});
