import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Anchor, toAnchor } from '../texts/anchor';
import { reanchor } from './reanchor';

const article = `The bridge over the river cost 4,500 tonnes of steel. It is 850 metres long.
Nobody was hurt when it was built. The minister did not come to the opening.

The bridge will carry 300 lorries a day. Nobody was hurt when it was built. Tickets are free.`;

const claimOf = (text: string, words: string, from = 0): Anchor => {
  const start = text.indexOf(words, from);
  return toAnchor(text, start, start + words.length) as Anchor;
};

/** What becomes of one claim; without the old text, unless it is given. */
const becomes = (text: string, words: string, before: string | null = null, from = 0) =>
  reanchor([claimOf(article, words, from)], before, text)[0]?.now;

describe('when an article has a new capture, a claim', () => {
  test('is unchanged when its words stand at the same place', () => {
    const now = becomes(article, 'It is 850 metres long.');
    expect(now).toMatchObject({ outcome: 'same', anchor: { exact: 'It is 850 metres long.' } });
  });
  test('has moved when its words stand further down', () => {
    const text = `Updated on Friday.\n\n${article}`;
    const now = becomes(text, 'It is 850 metres long.');
    expect(now).toMatchObject({
      outcome: 'moved',
      anchor: claimOf(text, 'It is 850 metres long.'),
    });
  });
  test('is left for a person to place when its words stand twice in equal surroundings', () => {
    const old = 'Nobody was hurt. Read more about it on our pages today. '.repeat(4);
    const stored = claimOf(old, 'Nobody was hurt.', 60);
    const text = `New. ${old}`;
    const [result] = reanchor([stored], null, text);
    expect(result?.now).toEqual({
      outcome: 'ambiguous',
      places: [1, 2, 3].map((n) => ({ start: 5 + 56 * n, end: 5 + 56 * n + 16 })),
    });
    // With the old text the end of the article is known to be the same.
    expect(reanchor([stored], old, text)[0]?.now).toMatchObject({
      outcome: 'moved',
      anchor: { start: stored.start + 5 },
    });
  });
  test('is recognised by its surroundings when its words stand several times', () => {
    const text = article.replace('It is 850 metres long.\n', '');
    const second = becomes(text, 'Nobody was hurt when it was built.', null, 120);
    expect(second).toMatchObject({ outcome: 'moved', anchor: { suffix: ' Tickets are free.' } });
  });
  test('is left for a person to place when its few words stand in quite another sentence', () => {
    const text = 'A report on the harbour: the company says that tickets are free on Sunday.';
    const words = 'Tickets are free';
    expect(becomes(text.replace('tickets', 'Tickets'), words)).toMatchObject({
      outcome: 'ambiguous',
      places: [{ start: 47, end: 63 }],
    });
  });
  test.each([
    ['4,500', '5,000', 'The bridge over the river cost 4,500 tonnes of steel.', 'figure', true],
    ['850 metres', '850 yards', 'The bridge over the river cost 4,500 tonnes of steel. It is 850 metres long.', 'figure', true],
    ['did not come', 'did come', 'The minister did not come to the opening.', 'negation', false],
    ['opening', 'ceremony', 'Nobody was hurt when it was built. The minister did not come to the opening.', 'words', false],
    ['The bridge will', 'The  bridge will', 'The bridge will carry 300 lorries a day.', 'typography', false],
  ])('has changed when %j is now %j', (was, is, words, change, figuresDiffer) => {
    const now = becomes(article.replace(was, is), words);
    expect(now).toMatchObject({ outcome: 'changed', change, figuresDiffer });
  }); // biome-ignore format: a table to read
  test('with "500" has changed when the text now says "4,500", although "500" still stands in it', () => {
    const words = '500 tonnes of steel were used';
    const before = `In all ${words}. The rest was concrete.`;
    const text = before.replace('500', '4,500');
    for (const old of [null, before]) {
      expect(reanchor([claimOf(before, words)], old, text)[0]?.now).toMatchObject({
        outcome: 'changed',
        figuresDiffer: true,
        differences: [{ source: '4,500', quote: '500' }],
      });
    }
  });
  test('has vanished when its words are gone', () => {
    const text = article.replace('The minister did not come to the opening.', '');
    const now = becomes(text, 'The minister did not come to the opening.');
    expect(now).toEqual({ outcome: 'vanished', nearest: null });
    expect(becomes('', 'Tickets are free')).toEqual({ outcome: 'vanished', nearest: null });
  });
});

describe('for any two texts', () => {
  const words = fc.array(
    fc.constantFrom(
      'a',
      'bridge',
      '4,500',
      'Nobody',
      '🌉',
      'Zu\u0308rich',
      '.',
      '\n',
      'not',
      'in 5',
    ),
    { minLength: 3, maxLength: 40 },
  );
  const claims = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 60 })), { maxLength: 5 });
  const stored = (text: string, places: readonly (readonly [number, number])[]) =>
    places.flatMap(([at, length]) => {
      const start = at % text.length;
      return toAnchor(text, start, Math.min(text.length, start + length)) ?? [];
    });

  test('claims stay at their places when the text did not change', () => {
    fc.assert(
      fc.property(words, claims, (all, places) => {
        const text = all.join(' ');
        const anchors = stored(text, places);
        for (const { stored: claim, now } of reanchor(anchors, text, text)) {
          expect(now).toEqual({ outcome: 'same', anchor: claim });
        }
      }),
    );
  });
  test('a claim that stays or moves keeps its exact words', () => {
    fc.assert(
      fc.property(words, words, claims, fc.boolean(), (old, changed, places, isOldTextKnown) => {
        const [before, text] = [old.join(' '), [...changed, ...old.slice(2)].join(' ')];
        const anchors = stored(before, places);
        const results = reanchor(anchors, isOldTextKnown ? before : null, text);
        expect(results.map((each) => each.stored)).toEqual(anchors);
        for (const { stored: claim, now } of results) {
          if (now.outcome === 'same' || now.outcome === 'moved') {
            expect(now.anchor.exact).toBe(claim.exact);
          }
          if (now.outcome === 'same') expect(now.anchor.start).toBe(claim.start);
          if ('anchor' in now) {
            const { start, end, exact } = now.anchor;
            expect(text.slice(start, end)).toBe(exact);
          }
        }
      }),
    );
  });
});
