import { expect, test } from 'vitest';
import { DeskUnavailable } from '#domain/unavailable';
import { pressed } from './pressed';

test('a button that cannot save now leads to the page that says why', async () => {
  const button = pressed(async () => {
    throw new DeskUnavailable('full');
  });
  await expect(button(new FormData())).rejects.toMatchObject({
    digest: expect.stringContaining('/not-saved/full'),
  });
});

test('an error behind a button is reported like any other error', async () => {
  const button = pressed(async () => {
    throw new Error('the file is gone');
  });
  await expect(button(new FormData())).rejects.toThrow('the file is gone');
});

test('a button pressed outside its form does nothing', async () => {
  let done = 0;
  const button = pressed(async () => {
    done++;
  });
  for (const forged of [undefined, null, 'x', { get: () => 'x' }]) await button(forged as never);
  expect(done).toBe(0);
});
