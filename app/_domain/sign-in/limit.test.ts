import { describe, expect, test } from 'vitest';
import { afterTry, type LimitedBy, type Tries, toClient, waitInWords, waitUntil } from './limit';

const now = new Date('2026-11-24T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('another try', () => {
  test.each<[LimitedBy, number, number, number | null]>([
    // by, wrong tries so far, seconds since the latest, seconds still to wait
    ['account', 9, 0, null],
    ['account', 10, 0, 5],
    ['account', 10, 5, null],
    ['account', 11, 0, 10],
    ['account', 12, 4, 16],
    ['account', 14, 0, 60],
    ['account', 1_000_000, 0, 60],
    ['account', 1_000_000, 3600, null],
    ['client', 9, 0, null],
    ['client', 10, 0, 15],
    ['client', 11, 0, 30],
    ['client', 16, 0, 900],
    ['client', 1_000_000, 0, 900],
    ['client', 1_000_000, 900, null],
  ])('by %s after %i wrong ones, the latest %i s ago, waits %s s', (by, count, since, wait) => {
    const until = waitUntil(by, { count, lastAt: ago(since) }, now);
    expect(until && (until.getTime() - now.getTime()) / 1000).toBe(wait);
  });

  test('is free when nobody has tried yet', () => {
    expect(waitUntil('client', null, now)).toBeNull();
  });
});

test.each<[Tries | null, number]>([
  [null, 1],
  [{ count: 3, lastAt: ago(3599) }, 4],
  [{ count: 300, lastAt: ago(3600) }, 1],
])('one more failure after %j makes %i', (tries, count) => {
  expect(afterTry('account', tries, now)).toEqual({ count, lastAt: now });
});

test.each([
  [0, '1 second'],
  [900, '1 second'],
  [1001, '2 seconds'],
  [45_000, '45 seconds'],
  [89_000, '89 seconds'],
  [90_000, '2 minutes'],
  [121_000, '3 minutes'],
  [900_000, '15 minutes'],
])('%i ms are %s', (wait, words) => {
  expect(waitInWords(new Date(now.getTime() + wait), now)).toBe(words);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the client at %s is %s', (address, client) => {
  expect(toClient(address)).toBe(client);
});

test('nobody waits longer than the longest wait, even if the clock was set ahead and back', () => {
  const triedAhead = (seconds: number): Tries => ({ count: 100, lastAt: ago(-seconds) });
  const leftMs = (by: LimitedBy, tries: Tries) =>
    (waitUntil(by, tries, now)?.getTime() ?? now.getTime()) - now.getTime();
  // 40 days ahead: it was "wait 57600 minutes".
  const far = triedAhead(40 * 24 * 3600);
  expect(leftMs('client', far)).toBe(0);
  // The one that is let through counts with those before it.
  expect(leftMs('client', afterTry('client', far, now))).toBe(15 * 60_000);
  expect(leftMs('client', triedAhead(600))).toBe(15 * 60_000);
  expect(leftMs('account', triedAhead(30))).toBe(60_000);
});
