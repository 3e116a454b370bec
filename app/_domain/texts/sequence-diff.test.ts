import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffSequences, type Hunk } from './sequence-diff';

const item = fc.constantFrom('a', 'b', 'c', 'd');
const items = fc.array(item, { maxLength: 40 });

/** Items removed and added; what no hunk covers is checked to be the same in both. */
function checked(a: readonly string[], b: readonly string[], hunks: readonly Hunk[]): number {
  let [atA, atB, changes] = [0, 0, 0];
  for (const { aFrom, aTo, bFrom, bTo } of hunks) {
    expect(aTo - aFrom + bTo - bFrom).toBeGreaterThan(0);
    expect(a.slice(atA, aFrom)).toEqual(b.slice(atB, bFrom));
    changes += aTo - aFrom + bTo - bFrom;
    [atA, atB] = [aTo, bTo];
  }
  expect(a.slice(atA)).toEqual(b.slice(atB));
  return changes;
}

function fewest(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, one] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      const changed = 1 + Math.min(row[j + 1] as number, next[j] as number);
      next.push(one === other ? (row[j] as number) : changed);
    }
    row = next;
  }
  return row.at(-1) as number;
}

describe('the differences of two sequences', () => {
  test('are as few as can be', () => {
    fc.assert(
      fc.property(items, items, (a, b) => {
        expect(checked(a, b, diffSequences(a, b))).toBe(fewest(a, b));
      }),
    );
  });
  test('are correct, although not the fewest, when there are very many', () => {
    const long = fc.array(fc.nat(60), { minLength: 200, maxLength: 600 });
    fc.assert(
      fc.property(long, long, fc.nat(400), (one, other, shared) => {
        const a = one.map(String);
        const b = [...a.slice(0, shared), ...other.map(String), ...a.slice(shared)];
        checked(a, b, diffSequences(a, b));
        checked(b, a, diffSequences(b, a));
      }),
    );
  });
  test('are found one by one in a long sequence with a thousand of them', () => {
    const a = Array.from({ length: 50_000 }, (_, n) => String(n));
    const b = a.map((each, n) => (n % 50 === 7 ? `new ${each}` : each));
    const hunks = diffSequences(a, b);
    expect(hunks).toHaveLength(1000);
    expect(checked(a, b, hunks)).toBe(2000);
  });
});
