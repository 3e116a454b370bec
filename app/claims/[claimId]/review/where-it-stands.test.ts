import { expect, test } from 'vitest';
import type { Verdict } from '#data/review/verdicts';
import type { NextStep } from '#domain/review/next-step';
import { whereItStands } from './where-it-stands';

const verdict = { decidedById: 'ada', decidedBy: 'Ada' } as Verdict;

const inReview = (next: NextStep, approvers: readonly string[], id = 'ada') =>
  whereItStands({
    claim: { status: 'inReview', assignee: null },
    verdict,
    person: { id, role: 'editor' },
    next,
    approvers,
  });

test('an author reads who can approve the verdict', () => {
  const waits = 'Your verdict waits for approval by another editor.';
  expect(inReview('none', ['Noor'])).toBe(`${waits} Noor can approve it, and was notified.`);
  expect(inReview('none', ['Ivo', 'Noor'])).toBe(
    `${waits} Ivo or Noor can approve it; all were notified.`,
  );
  expect(inReview('none', ['Cem', 'Eva', 'Ivo', 'Noor'])).toBe(
    `${waits} Any of 4 editors can approve it; all were notified.`,
  );
  expect(inReview('invite', [])).toContain('No other person at this desk can approve it.');
});

test('a person who may approve reads what to do, and not that somebody waits', () => {
  expect(inReview('approve', ['Noor'], 'noor')).toBe(
    'Read the verdict and its evidence. Then approve the verdict, or return the claim.',
  );
  expect(inReview('return', ['Noor'], 'noor')).toBe(
    'The claim changed after its submission. Return it.',
  );
});
