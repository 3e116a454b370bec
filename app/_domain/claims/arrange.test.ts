import { expect, test } from 'vitest';
import { type Arrangeable, arrange, firstOrder, passing } from './arrange';

const claim = (name: string, checkWorthiness: number, more: Partial<Arrangeable> = {}) => ({
  name,
  status: 'suggested' as const,
  kind: 'event' as const,
  claimant: null,
  leansOn: null,
  quantities: [],
  appearance: { exact: name },
  checkWorthiness,
  ...more,
});
const names = (claims: readonly { readonly name: string }[]) => claims.map(({ name }) => name);

const CLAIMS = [
  claim('He waved.', 0.2, { leansOn: 'He' }),
  claim('The storm killed 60.', 0.96, { quantities: [{}] }),
  claim('It rained.', 0.3, { status: 'open' }),
  claim('Eva Holm spoke of “a lie”.', 0.6, { claimant: 'Eva Holm' }),
];

test('in the order of the text nothing is moved and nothing is folded away', () => {
  expect(arrange(CLAIMS, 'text')).toEqual({ shown: CLAIMS, folded: [] });
});

test('worth checking first: the low suggestions are folded, and decided claims are not', () => {
  const { shown, folded } = arrange(CLAIMS, 'worth');
  expect(names(shown)).toEqual([
    'The storm killed 60.',
    'Eva Holm spoke of “a lie”.',
    'It rained.',
  ]);
  expect(names(folded)).toEqual(['He waved.']);
});

test('a list of nothing but low suggestions is shown', () => {
  expect(arrange(CLAIMS.slice(0, 1), 'worth').folded).toEqual([]);
});

test('a long article begins with the claims most worth checking, and a short one with its text', () => {
  expect(firstOrder(Array(55).fill(CLAIMS[0]))).toBe('worth');
  expect(firstOrder(CLAIMS)).toBe('text');
});

test('every chosen filter must pass', () => {
  expect(names(passing(CLAIMS, ['figures']))).toEqual(['The storm killed 60.']);
  expect(names(passing(CLAIMS, ['quotes']))).toEqual(['Eva Holm spoke of “a lie”.']);
  expect(names(passing(CLAIMS, ['undecided', 'noClaimant']))).toEqual([
    'He waved.',
    'The storm killed 60.',
  ]);
  expect(names(passing(CLAIMS, ['notClear']))).toEqual(['He waved.']);
  expect(passing(CLAIMS, [])).toEqual(CLAIMS);
});
