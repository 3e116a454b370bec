import { expect, test } from 'vitest';
import { DeskUnavailable, unavailableBy } from '#domain/unavailable';
import { answerUnavailable } from './unavailable';

test.each([
  ['full', 507, /^The desk’s disk is full, so nothing was saved: .*\.$/],
  ['low', 507, /^The desk’s disk is nearly full, so nothing was saved: .*\.$/],
  ['busy', 503, /^Another program is using the desk’s database, so nothing was saved: .*\.$/],
] as const)(
  'a program gets an answer when the desk is %s: %i, and the reason',
  async (reason, status, sentence) => {
    const answer = answerUnavailable(new DeskUnavailable(reason));
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({
      refused: reason,
      sentence: expect.stringMatching(sentence),
    });
  },
);

test('any other error stays an error', () => {
  const error = new Error('The claim is none');
  expect(() => answerUnavailable(error)).toThrow(error);
});

test('a browser recognises the reason by the digest that Next passes on', () => {
  const { digest } = new DeskUnavailable('full');
  expect(unavailableBy(Object.assign(new Error('An error occurred'), { digest }))).toBe('full');
  expect(
    unavailableBy(Object.assign(new Error('An error occurred'), { digest: '123' })),
  ).toBeNull();
  expect(unavailableBy('full')).toBeNull();
});
