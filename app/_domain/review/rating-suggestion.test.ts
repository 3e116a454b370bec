import { describe, expect, test } from 'vitest';
import type { SlipKind } from '../comparison/slips';
import type { Stance } from '../evidence/stance';
import { FIRST_SCALE } from './rating';
import { type ComparedClaimFigure, findContradiction, suggestRating } from './rating-suggestion';

const compared = (
  result: ComparedClaimFigure['comparison']['result'],
  more: Partial<ComparedClaimFigure['comparison']> & {
    figure?: string;
    slip?: SlipKind;
    by?: string;
    stance?: Stance;
  } = {},
): ComparedClaimFigure => {
  const { figure = 'a', slip, by = 'register', stance = 'context', ...rest } = more;
  return {
    claimQuantityId: figure,
    evidenceId: by,
    stance,
    comparison: {
      result,
      direction: null,
      overtaken: null,
      differencePercent: null,
      slips: slip ? [{ kind: slip, words: 'so it would be' }] : [],
      far: null,
      ...rest,
    },
  };
};

const suggested = (...all: ComparedClaimFigure[]) => {
  const suggestion = suggestRating(all, FIRST_SCALE);
  return suggestion && [suggestion.rating.key, ...suggestion.reasons];
};

describe('the rating that comparisons suggest', () => {
  test.each<[string, ComparedClaimFigure[], string[] | null]>([
    ['nothing compared', [], null],
    ['the same value', [compared('match')], ['true']],
    ['the same, rounded', [compared('roundsTo')], ['true']],
    ['inside what the words allow', [compared('within')], ['true']],
    [
      'more than 4,000 of 40,000',
      [compared('within', { far: 'article' })],
      ['mostlyTrue', 'understated'],
    ],
    ['40,000 of "more than 4,000"', [compared('within', { far: 'source' })], null],
    [
      'a hedge left out',
      [compared('within', { slip: 'hedgeDropped' })],
      ['mostlyTrue', 'missing context'],
    ],
    ['less than the source', [compared('understates')], ['mostlyTrue', 'understated']],
    ['more than the source', [compared('overstates')], ['mostlyTrue', 'exaggerated']],
    [
      'rounded further than its digits say',
      [compared('differs', { differencePercent: '-0.5', slip: 'rounding' })],
      ['mostlyTrue', 'rounding'],
    ],
    [
      'a tenth below',
      [compared('differs', { direction: 'below', differencePercent: '-10' })],
      ['halfTrue', 'understated'],
    ],
    [
      'a fifth above',
      [compared('differs', { direction: 'above', differencePercent: '20' })],
      ['mostlyFalse', 'exaggerated'],
    ],
    [
      'twice as much',
      [compared('differs', { direction: 'above', differencePercent: '100' })],
      ['false', 'exaggerated'],
    ],
    [
      'a million for a billion',
      [compared('differs', { direction: 'below', differencePercent: '-99.9', slip: 'scale' })],
      ['false', 'wrong scale'],
    ],
    [
      'a mile for a kilometre',
      [compared('differs', { direction: 'above', differencePercent: '60.9', slip: 'unit' })],
      ['false', 'wrong unit'],
    ],
    ['an older toll', [compared('outdated', { overtaken: 'article' })], ['outdated', 'outdated']],
    ['an older source', [compared('outdated', { overtaken: 'source' })], null],
    ['another measure', [compared('differentMeasure')], null],
    ['another dimension', [compared('notComparable')], null],
    [
      'one figure right and another wrong: as the worse',
      [
        compared('match'),
        compared('differs', { figure: 'b', direction: 'below', differencePercent: '-30' }),
      ],
      ['mostlyFalse', 'understated'],
    ],
    [
      'two sources of one figure at odds',
      [compared('match'), compared('differs', { direction: 'below', differencePercent: '-30' })],
      null,
    ],
  ])('%s', (_what, all, expected) => {
    expect(suggested(...all)).toEqual(expected);
  });

  test('a rating that the desk has retired suggests nothing', () => {
    const scale = FIRST_SCALE.map((each) => ({ ...each, retired: each.key === 'true' }));
    expect(suggestRating([compared('match')], scale)).toBeNull();
  });

  test('comes with a sentence that gives the reason', () => {
    expect(suggestRating([compared('match')], FIRST_SCALE)?.because).toBe(
      'Every figure that was compared agrees with its sources.',
    );
  });
});

describe('evidence with the stance “refutes”', () => {
  const refuting = { stance: 'refutes', by: 'census' } as const;
  const differs = { direction: 'below', differencePercent: '-30' } as const;
  test.each(['match', 'roundsTo', 'within'] as const)(
    'is a contradiction when its figure agrees (%s), and suggests no rating',
    (result) => {
      const all = [compared('match', { stance: 'supports' }), compared(result, refuting)];
      expect(findContradiction(all)).toBe(
        'The figure agrees with a source that is marked as refuting the claim: check the stance.',
      );
      expect(suggested(...all)).toBeNull();
    },
  );
  test.each<[string, ComparedClaimFigure[]]>([
    ['has another figure', [compared('differs', { ...refuting, ...differs })]],
    [
      'agrees in one figure and not in the other',
      [compared('match', refuting), compared('differs', { ...refuting, ...differs, figure: 'b' })],
    ],
    ['measures something else', [compared('differentMeasure', refuting)]],
    ['has a detail otherwise', [compared('understates', refuting)]],
  ])('is no contradiction when it %s', (_what, all) => {
    expect(findContradiction(all)).toBeNull();
  });
  test('is no contradiction when the agreeing evidence supports the claim', () => {
    const all = [compared('match', { stance: 'supports' })];
    expect(findContradiction(all)).toBeNull();
    expect(suggested(...all)).toEqual(['true']);
  });
});
