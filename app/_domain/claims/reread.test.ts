import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimStatus } from './claim';
import type { ReadClaim, ReadFigure } from './reading';
import { countReread, decideReread, rereadInWords, type StoredClaim } from './reread';
import type { StoredFigure } from './reread-figures';

const figure = (surface: string, start: number, value = '400'): ReadFigure => ({
  surface,
  start,
  end: start + surface.length,
  qualifier: 'exact',
  change: 'equal',
  value,
  low: null,
  high: null,
  lastDigit: '1',
  significantDigits: 1,
  unit: '[yd_i]',
  unitName: 'yard',
  measure: null,
  dimension: 'length',
  statistic: null,
  baseLow: null,
  baseHigh: null,
  baseUnit: 'm',
});

const read = (start: number, end: number, parts: Partial<ReadClaim> = {}): ReadClaim => ({
  start,
  end,
  exact: '',
  text: `What stands from ${start} to ${end}.`,
  kind: 'figure',
  checkable: true,
  claimant: null,
  saidOn: null,
  eventOn: null,
  quantities: [],
  checkWorthiness: 0.5,
  reasons: ['a figure'],
  ...parts,
});

let made = 0;
const storedFigure = (from: ReadFigure, parts: Partial<StoredFigure> = {}): StoredFigure => ({
  ...from,
  id: `figure ${++made}`,
  corrected: false,
  ...parts,
});

/** A suggestion as the desk would have made it of what was read. */
const suggested = (from: ReadClaim, parts: Partial<StoredClaim> = {}): StoredClaim => ({
  id: `claim ${++made}`,
  start: from.start,
  end: from.end,
  status: 'suggested',
  revision: 0,
  isMadeByReviewer: false,
  steps: [],
  text: from.text,
  kind: from.kind,
  checkable: from.checkable,
  claimant: from.claimant?.name ?? null,
  checkWorthiness: from.checkWorthiness,
  reasons: from.reasons,
  saidOn: from.saidOn?.value ?? null,
  saidOnText: from.saidOn?.surface ?? null,
  eventOn: from.eventOn?.value ?? null,
  eventOnText: from.eventOn?.surface ?? null,
  figures: from.quantities.map((each) => storedFigure(each)),
  removed: [],
  ...parts,
});

const decide = (stored: readonly StoredClaim[], ...claims: ReadClaim[]) =>
  decideReread(stored, { claims });
const counts = (...of: Parameters<typeof decide>) => countReread(decide(...of));
const nothing = { added: 0, changed: 0, dismissed: 0, kept: 0 };

describe('a suggestion that nobody touched', () => {
  const old = read(0, 40, { text: 'The bridge is long.' });
  test('stays when it reads as before', () => {
    expect(counts([suggested(old)], old)).toEqual(nothing);
  });
  test('takes the new wording and the new figures', () => {
    const now = read(0, 40, { quantities: [figure('400 yards', 5)] });
    const decided = decide([suggested(old)], now);
    expect(decided.changes).toMatchObject([
      { wording: now, isFoundAgain: false, figures: { adds: now.quantities } },
    ]);
  });
  test('is the same claim where its words have moved by less than half', () => {
    const now = read(2, 36);
    expect(decide([suggested(old)], now)).toMatchObject({ adds: [], changes: [{ wording: now }] });
  });
  test('is dismissed when it is not found any more, and comes back when it is', () => {
    const claim = suggested(old);
    expect(decide([claim]).dismissals).toEqual([claim]);
    const gone = { ...claim, status: 'dismissed' } as const;
    expect(counts([gone])).toEqual(nothing);
    expect(decide([gone], old).changes).toMatchObject([{ isFoundAgain: true, wording: null }]);
  });
  test('is two claims when less than half is left of it', () => {
    const decided = decide([suggested(old)], read(0, 17), read(22, 40));
    expect(countReread(decided)).toEqual({ ...nothing, added: 2, dismissed: 1 });
  });
  test('does not change for a worth that reads the same on the page', () => {
    expect(counts([suggested(old)], { ...old, checkWorthiness: 0.504 })).toEqual(nothing);
  });
});

describe('what people did stays', () => {
  const old = read(0, 40, { quantities: [figure('400 yards', 5)] });
  const now = read(0, 40, { text: 'Read otherwise.', quantities: [figure('400 yards', 5)] });
  test.each([
    ['accepted', { status: 'open', steps: ['claim.accepted'] }],
    ['edited', { steps: ['claim.edited'] }],
    ['under check', { status: 'checking', steps: ['claim.accepted', 'claim.taken'] }],
    ['taken back to a suggestion', { steps: ['claim.accepted', 'claim.undone'] }],
  ] as const)('of a claim that was %s', (_, parts) => {
    const claim = suggested(old, parts);
    expect(counts([claim], now)).toEqual({ ...nothing, kept: 1 });
    expect(counts([claim])).toEqual({ ...nothing, kept: 1 });
    expect(counts([claim], old)).toEqual(nothing);
  });
  test('of a claim that a reviewer dismissed: it is not suggested again', () => {
    const claim = suggested(old, { status: 'dismissed', steps: ['claim.dismissed'] });
    expect(counts([claim], now)).toEqual(nothing);
  });
  test('of a claim that a reviewer made: no suggestion is put on top of it', () => {
    const claim = suggested(old, { status: 'open', isMadeByReviewer: true });
    expect(counts([claim], read(3, 40))).toEqual(nothing);
    expect(counts([claim])).toEqual(nothing);
  });
  test('of a claim nearly at the place that is read now: no second one is suggested', () => {
    const claim = suggested(old, { status: 'open', steps: ['claim.accepted'] });
    expect(decide([claim], read(4, 40)).adds).toEqual([]);
  });
});

describe('figures', () => {
  const written = figure('400 yards', 10);
  const now = figure('around 400 yards', 3, '410');
  const other = figure('8%', 30, '8');
  const claim = (figures: readonly StoredFigure[], parts: Partial<StoredClaim> = {}) =>
    suggested(read(0, 40), { figures, ...parts });
  const figuresOf = (stored: StoredClaim, ...quantities: ReadFigure[]) =>
    decide([stored], read(0, 40, { quantities })).changes[0]?.figures;

  test('follow the reading, each where it stands', () => {
    const stored = storedFigure(written);
    expect(figuresOf(claim([stored]), now, other)).toEqual({
      adds: [other],
      updates: [{ stored, to: now }],
      removals: [],
      isCorrectionUnchanged: false,
    });
    expect(figuresOf(claim([stored]))).toMatchObject({ removals: [stored] });
  });
  test('that a reviewer corrected are kept, whatever is read there', () => {
    const stored = storedFigure(written, { corrected: true, value: '380' });
    const corrected = claim([stored], { steps: ['figure.corrected'] });
    expect(decide([corrected], read(0, 40, { quantities: [now] }))).toMatchObject({
      changes: [],
      unchanged: [corrected],
    });
    expect(decide([corrected], read(0, 40))).toMatchObject({ changes: [] });
    expect(figuresOf(corrected, now, other)).toMatchObject({ adds: [other], updates: [] });
  });
  test('that a reviewer typed are known by their words', () => {
    const typed = storedFigure(written, { corrected: true, start: null, end: null });
    expect(figuresOf(claim([typed], { steps: ['figure.added'] }), now)).toBeUndefined();
  });
  test.each([
    ['place', { surface: 'gone', start: 10, end: 19 }],
    ['words', { surface: '400 yards', start: null, end: null }],
  ])('that a reviewer removed stay removed, known by their %s', (_, gone) => {
    const stored = claim([], { steps: ['figure.removed'], removed: [gone] });
    expect(decide([stored], read(0, 40, { quantities: [now] }))).toMatchObject({
      changes: [],
      unchanged: [stored],
    });
    expect(figuresOf(stored, other)).toMatchObject({ adds: [other] });
  });
  test('of an accepted claim follow the reading until somebody edits it or attaches something', () => {
    const open = { status: 'open', steps: ['claim.accepted'] } as const;
    expect(figuresOf(claim([storedFigure(written)], open), now)).toMatchObject({
      updates: [{ to: now }],
    });
    for (const step of ['claim.edited', 'evidence.attached']) {
      const steps = [...open.steps, step];
      expect(figuresOf(claim([storedFigure(written)], { ...open, steps }), now)).toBeUndefined();
    }
  });
});

test.each([
  [nothing, 'Read again: nothing changed.'],
  [
    { added: 2, changed: 1, dismissed: 0, kept: 3 },
    'Read again: 2 claims added, 1 changed, 3 kept with the changes of reviewers.',
  ],
  [
    { added: 0, changed: 0, dismissed: 1, kept: 1 },
    'Read again: 1 claim no longer found and dismissed, 1 kept with the changes of reviewers.',
  ],
])('what reading again did is one sentence: %j', (done, words) => {
  expect(rereadInWords(done)).toBe(words);
});

describe('whatever the desk holds and whatever is read', () => {
  const place = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }));
  const figures = fc
    .uniqueArray(fc.record({ at: fc.nat(10), value: fc.constantFrom('1', '2') }), {
      selector: ({ at }) => at,
      maxLength: 3,
    })
    .map((all) => all.sort((a, b) => a.at - b.at).map(({ at, value }) => figure('xx', at, value)));
  const claims = fc.uniqueArray(
    fc
      .record({ place, words: fc.constantFrom('a', 'b'), quantities: figures })
      .map(({ place: [start, length], words, quantities }) =>
        read(start, start + length, { text: words, quantities }),
      ),
    { selector: ({ start, end, text }) => `${start} ${end} ${text}`, maxLength: 6 },
  );
  const steps = fc.subarray([
    'claim.accepted',
    'claim.edited',
    'claim.dismissed',
    'figure.corrected',
  ]);
  const stored = fc.array(
    fc
      .record({
        claim: claims.map((all) => all[0] ?? read(0, 9)),
        status: fc.constantFrom<ClaimStatus>('suggested', 'open', 'checking', 'dismissed'),
        isMadeByReviewer: fc.boolean(),
        steps,
        corrected: fc.boolean(),
        removed: fc.boolean(),
      })
      .map(({ claim, corrected, removed, ...parts }) =>
        suggested(claim, {
          ...parts,
          figures: claim.quantities.map((each, at) =>
            storedFigure(each, {
              corrected: corrected && parts.steps.includes('figure.corrected') && at === 0,
            }),
          ),
          removed: removed && parts.steps.length > 0 ? [figure('xx', 4)] : [],
        }),
      ),
    { maxLength: 6 },
  );

  /** The claims of the desk after what was decided is recorded. */
  function record(before: readonly StoredClaim[], done: ReturnType<typeof decide>): StoredClaim[] {
    const stored = before.map((claim): StoredClaim => {
      if (done.dismissals.includes(claim)) return { ...claim, status: 'dismissed' };
      const change = done.changes.find((each) => each.stored === claim);
      if (!change) return claim;
      const { adds, updates, removals } = change.figures;
      const left = claim.figures
        .filter((each) => !removals.includes(each))
        .map((each) => {
          const update = updates.find((one) => one.stored === each);
          return update ? { ...each, ...update.to } : each;
        });
      return {
        ...claim,
        ...(change.isFoundAgain && { status: 'suggested' as const }),
        ...(change.wording && {
          ...suggested(change.wording, {}),
          id: claim.id,
          status: change.isFoundAgain ? ('suggested' as const) : claim.status,
        }),
        figures: [...left, ...adds.map((each) => storedFigure(each))],
        removed: claim.removed,
      };
    });
    return [...stored, ...done.adds.map((each) => suggested(each))];
  }

  test('reading a second time changes nothing', () => {
    fc.assert(
      fc.property(stored, claims, (before, now) => {
        const then = record(before, decide(before, ...now));
        expect(counts(then, ...now)).toMatchObject({ added: 0, changed: 0, dismissed: 0 });
      }),
    );
  });
  test('what people corrected, edited or made is as it was', () => {
    fc.assert(
      fc.property(stored, claims, (before, now) => {
        const then = record(before, decide(before, ...now));
        for (const [at, claim] of before.entries()) {
          const { figures: figuresThen = [], ...rest } = then[at] ?? {};
          const { figures: figuresBefore, ...was } = claim;
          if (claim.steps.length > 0 || claim.isMadeByReviewer) expect(rest).toEqual(was);
          const corrected = figuresBefore.filter((each) => each.corrected);
          expect(figuresThen.filter((each) => each.corrected)).toEqual(corrected);
        }
      }),
    );
  });
  test('every claim that is read stands somewhere, once', () => {
    fc.assert(
      fc.property(stored, claims, (before, now) => {
        const { adds, changes } = decide(before, ...now);
        const used = [...adds, ...changes.flatMap(({ wording }) => wording ?? [])];
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });
});

test('ten thousand claims are laid beside ten thousand others at once', () => {
  const claims = Array.from({ length: 10_000 }, (_, at) => read(at * 50, at * 50 + 40));
  const moved = claims.map((claim) => ({ ...claim, end: claim.end - 3 }));
  const started = performance.now();
  expect(
    decideReread(
      claims.map((each) => suggested(each)),
      { claims: moved },
    ).adds,
  ).toEqual([]);
  expect(performance.now() - started).toBeLessThan(2000);
});
