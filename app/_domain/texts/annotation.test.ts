import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksAlong, oneAPlace, partAt, toParagraphs, toParts, toRuns } from './annotation';

const span = fc
  .tuple(fc.nat(40), fc.nat(40))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

describe('a long article', () => {
  test('is cut at the ends of paragraphs if possible', () => {
    const text = `${'a'.repeat(70)}\n${'b'.repeat(70)}\n`;
    expect(toParts(text, [], 100)).toEqual([
      { start: 0, end: 71 },
      { start: 71, end: 142 },
    ]);
  });
  test('is the sum of its parts, whatever it contains', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 8, max: 60 }),
        (text, size) => {
          const parts = toParts(text, [], size);
          expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
          for (const { start, end } of parts) expect(end - start).toBeLessThanOrEqual(size);
        },
      ),
    );
  });
  test('never has a part that ends in half a character', () => {
    const text = '𝄞'.repeat(50);
    for (const { start, end } of toParts(text, [], 21)) {
      expect(text.slice(start, end).isWellFormed()).toBe(true);
    }
  });
  test('has a part for every place', () => {
    const parts = toParts('a b '.repeat(40), [], 50);
    expect(partAt(parts, 0)).toBe(0);
    expect(partAt(parts, parts[1]?.start ?? 0)).toBe(1);
    expect(partAt(parts, 9999)).toBe(parts.length - 1);
  });
});

test('paragraphs are the lines with something on them', () => {
  const text = 'One.\n\n  \nTwo.\n';
  expect(
    toParagraphs(text, { start: 0, end: text.length }).map(({ start, end }) =>
      text.slice(start, end),
    ),
  ).toEqual(['One.', 'Two.']);
});

describe('overlapping claims', () => {
  const text = 'around 600 killed and 4,000 injured';
  const marks = [
    { start: 0, end: 35, id: 'whole' },
    { start: 0, end: 17, id: 'killed' },
    { start: 22, end: 35, id: 'injured' },
  ];
  test('are cut into stretches that each belong to the same claims', () => {
    const runs = toRuns(text, { start: 0, end: text.length }, marks);
    expect(runs.map((run) => [run.text, run.marks.map(({ id }) => id)])).toEqual([
      ['around 600 killed', ['whole', 'killed']],
      [' and ', ['whole']],
      ['4,000 injured', ['whole', 'injured']],
    ]);
  });
  test('are marked in both paragraphs when they run on into the next', () => {
    const runs = toRuns(text, { start: 5, end: 20 }, [{ start: 0, end: 30, id: 'over' }]);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ start: 5, end: 20, marks: [{ id: 'over' }] });
  });
  test('omit no word and repeat none, however they overlap', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const runs = toRuns(text, { start: 0, end: text.length }, spans);
        expect(runs.map((run) => run.text).join('')).toBe(text);
      }),
    );
  });
  test('belong to exactly the stretches that they cover', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const marks = [...spans].sort((a, b) => a.start - b.start);
        for (const run of toRuns(text, { start: 0, end: text.length }, marks)) {
          expect(run.marks).toEqual(
            marks.filter(({ start, end }) => start <= run.start && end >= run.end && end > start),
          );
        }
      }),
    );
  });
});

describe('the figures of a text', () => {
  test('belong to each stretch that they touch', () => {
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 8 }),
        fc.uniqueArray(fc.nat(40), { maxLength: 8 }),
        (spans, cuts) => {
          const marks = [...spans].sort((a, b) => a.start - b.start);
          const along = marksAlong(marks);
          const places = cuts.sort((a, b) => a - b);
          for (const [at, start] of places.slice(0, -1).entries()) {
            const end = places[at + 1] as number;
            expect(along({ start, end })).toEqual(
              marks.filter((mark) => mark.start < end && mark.end > start),
            );
          }
        },
      ),
    );
  });
  test('are highlighted once when two claims share them', () => {
    const figures = [
      { start: 22, end: 27, of: 'injured' },
      { start: 0, end: 10, of: 'killed' },
      { start: 0, end: 10, of: 'whole' },
    ];
    expect(oneAPlace(figures).map(({ start }) => start)).toEqual([0, 22]);
  });
});

describe('a part of an article', () => {
  const text = 'It rained. '.repeat(5000);
  const claimsIn = (starts: readonly number[]) =>
    toParts(text, starts).map(
      ({ start, end }) => starts.filter((at) => at >= start && at < end).length,
    );

  test('is as long as a reader reads at one time', () => {
    expect(toParts(text).every(({ start, end }) => end - start <= 20_000)).toBe(true);
    expect(toParts('It rained. '.repeat(1500), [0, 11, 22])).toHaveLength(1);
  });
  test('is shorter only when the claims stand close together', () => {
    // All claims in the first half: the desk has not written those of the second one yet.
    const starts = Array.from({ length: 2500 }, (_, n) => n * 11);
    const counts = claimsIn(starts);
    expect(Math.max(...counts)).toBeLessThanOrEqual(150);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2500);
    expect(toParts(text, starts).at(-1)?.start).toBeGreaterThan(35_000);
  });
  test('is long enough to be read, however many claims begin in it', () => {
    const starts = Array.from({ length: 3000 }, (_, n) => Math.floor(n / 3));
    expect(toParts(text, starts)[0]).toEqual({ start: 0, end: 993 });
  });
});
