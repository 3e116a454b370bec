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
  scope: null,
  basis: null,
  partOf: null,
});

const read = (start: number, end: number, parts: Partial<ReadClaim> = {}): ReadClaim => ({
  start,
  end,
  exact: '',
  text: `What stands from ${start} to ${end}.`,
  leansOn: null,
  candidates: [],
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
  leansOn: from.leansOn,
  candidates: from.candidates,
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
  test('gets the words that are not clear alone, with their candidates', () => {
    const now = { ...old, leansOn: 'The bridge', candidates: ['the road bridge'] };
    expect(decide([suggested(old)], now).changes[0]?.wording).toEqual(now);
    const accepted = suggested(old, { status: 'open', steps: ['claim.accepted'] });
    expect(counts([accepted], now)).toEqual(nothing);
  });
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
  test('is the same claim when its place overlaps the new one by more than half', () => {
    const now = read(2, 36);
    expect(decide([suggested(old)], now)).toMatchObject({ adds: [], changes: [{ wording: now }] });
  });
  test('is dismissed when the new reading does not find it, and is suggested again when a later one does', () => {
    const claim = suggested(old);
    expect(decide([claim]).dismissals).toEqual([claim]);
    const gone = { ...claim, status: 'dismissed' } as const;
    expect(counts([gone])).toEqual(nothing);
    expect(decide([gone], old).changes).toMatchObject([{ isFoundAgain: true, wording: null }]);
  });
  test('is another claim when the two places overlap by less than half', () => {
    const decided = decide([suggested(old)], read(0, 17), read(22, 40));
    expect(countReread(decided)).toEqual({ ...nothing, added: 2, dismissed: 1 });
  });
  test('does not change when only its worth differs, by less than the page shows', () => {
    expect(counts([suggested(old)], { ...old, checkWorthiness: 0.504 })).toEqual(nothing);
  });
});

describe('a new reading leaves the work of people unchanged', () => {
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
  test('a claim that a reviewer dismissed is not suggested again', () => {
    const claim = suggested(old, { status: 'dismissed', steps: ['claim.dismissed'] });
    expect(counts([claim], now)).toEqual(nothing);
  });
  test('no suggestion is added at the place of a claim that a reviewer made', () => {
    const claim = suggested(old, { status: 'open', isMadeByReviewer: true });
    expect(counts([claim], read(3, 40))).toEqual(nothing);
    expect(counts([claim])).toEqual(nothing);
  });
  test('no second claim is suggested at nearly the place of a claim that people worked on', () => {
    const claim = suggested(old, { status: 'open', steps: ['claim.accepted'] });
    expect(decide([claim], read(4, 40)).adds).toEqual([]);
  });
});

describe('the speaker of the whole text', () => {
  const speech = read(0, 40, { claimant: { name: 'Eva Holm', kind: 'person', role: null } });
  const silent = { ...speech, claimant: null };
  test('becomes the claimant of a suggestion that a reviewer worked on, and changes nothing else', () => {
    const edited = { text: 'The reviewer’s own words.', steps: ['claim.edited'] };
    const [change] = decide([suggested(silent, edited)], speech).changes;
    expect(change?.wording).toMatchObject({ text: edited.text, claimant: { name: 'Eva Holm' } });
    expect(change?.figures).toMatchObject({ adds: [], updates: [], removals: [] });
  });
  test.each([
    ['has another claimant', { claimant: 'Jon Rask', steps: ['claim.edited'] }],
    ['is decided', { status: 'open', steps: ['claim.accepted'] }],
    ['has a day that a reviewer set', { saidOn: '2025-05-01', steps: ['claim.edited'] }],
  ] as const)('does not become the claimant of one that %s', (_, parts) => {
    expect(decide([suggested(silent, parts)], speech).changes).toEqual([]);
  });
});

describe('the figures of a claim', () => {
  const written = figure('400 yards', 10);
  const now = figure('around 400 yards', 3, '410');
  const other = figure('8%', 30, '8');
  const claim = (figures: readonly StoredFigure[], parts: Partial<StoredClaim> = {}) =>
    suggested(read(0, 40), { figures, ...parts });
  const figuresOf = (stored: StoredClaim, ...quantities: ReadFigure[]) =>
    decide([stored], read(0, 40, { quantities })).changes[0]?.figures;

  test('follow the new reading, each at its own place', () => {
    const stored = storedFigure(written);
    expect(figuresOf(claim([stored]), now, other)).toEqual({
      adds: [other],
      updates: [{ stored, to: now }],
      removals: [],
      isCorrectionUnchanged: false,
    });
    expect(figuresOf(claim([stored]))).toMatchObject({ removals: [stored] });
  });
  test('stay unchanged when a reviewer corrected them, even if the new reading differs', () => {
    const stored = storedFigure(written, { corrected: true, value: '380' });
    const corrected = claim([stored], { steps: ['figure.corrected'] });
    expect(decide([corrected], read(0, 40, { quantities: [now] }))).toMatchObject({
      changes: [],
      unchanged: [corrected],
    });
    expect(decide([corrected], read(0, 40))).toMatchObject({ changes: [] });
    expect(figuresOf(corrected, now, other)).toMatchObject({ adds: [other], updates: [] });
  });
  test('are recognised by their words when a reviewer typed them', () => {
    const typed = storedFigure(written, { corrected: true, start: null, end: null });
    expect(figuresOf(claim([typed], { steps: ['figure.added'] }), now)).toBeUndefined();
  });
  test.each([
    ['place', { surface: 'gone', start: 10, end: 19 }],
    ['words', { surface: '400 yards', start: null, end: null }],
  ])('stay removed when a reviewer removed them, recognised by their %s', (_, gone) => {
    const stored = claim([], { steps: ['figure.removed'], removed: [gone] });
    expect(decide([stored], read(0, 40, { quantities: [now] }))).toMatchObject({
      changes: [],
      unchanged: [stored],
    });
    expect(figuresOf(stored, other)).toMatchObject({ adds: [other] });
  });
  test('follow the new reading on an accepted claim, until somebody edits it or attaches evidence', () => {
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
])('one sentence says what reading again did: %j', (done, words) => {
  expect(rereadInWords(done)).toBe(words);
});

describe('for any claims of the desk and any new reading', () => {
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
  test('everything that people corrected, edited or made is unchanged', () => {
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
  test('every claim of the new reading is placed exactly once', () => {
    fc.assert(
      fc.property(stored, claims, (before, now) => {
        const { adds, changes } = decide(before, ...now);
        const used = [...adds, ...changes.flatMap(({ wording }) => wording ?? [])];
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });
});

test('a sentence that a reviewer split near its middle, or merged with the next, does not come again', () => {
  const [whole, other] = [read(0, 100), read(102, 130)];
  const first = suggested(read(0, 48), { steps: ['claim.split'] });
  const second = suggested(read(52, 100), { isMadeByReviewer: true });
  expect(counts([first, second], whole, other)).toMatchObject({ added: 1, dismissed: 0 });
  // In three parts, none of them half of the sentence.
  const [middle, last] = [read(34, 66), read(67, 100)].map((part) =>
    suggested(part, { isMadeByReviewer: true }),
  );
  const start = suggested(read(0, 33), { steps: ['claim.split'] });
  expect(counts([start, middle, last] as StoredClaim[], whole)).toMatchObject({ added: 0 });
  // A short sentence that was merged with a long one.
  const merged = suggested(read(0, 130), { steps: ['claim.joined'] });
  const gone = suggested(read(30, 130), { steps: ['claim.dismissed'], status: 'dismissed' });
  expect(counts([merged, gone], read(0, 28), read(30, 130))).toMatchObject({ added: 0 });
  // A sentence of which a person took a few words is suggested.
  const few = suggested(read(0, 20), { isMadeByReviewer: true });
  expect(counts([few], whole)).toMatchObject({ added: 1 });
});

test('ten thousand claims are matched with ten thousand others in a moment', () => {
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
