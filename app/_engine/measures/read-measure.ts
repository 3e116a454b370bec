import { findUnit } from '#domain/units/unit';
import { phraseBefore, sayPhrase } from '../phrases/phrases';
import type { Passage } from '../tokens/passage';
import { measureOfAmount } from './amounts';
import { PEOPLE_IN_A_STATE } from './counted-noun';
import type { Amount, Figured } from './figured';
import { measureOfFold } from './folds';
import { type Earlier, inheritedMeasure } from './inherited';
import { measureOfSize } from './sizes';
import { measureOfCount, measureOfState } from './states';

/**
 * What a figure measures, in words for the reviewer: 'North Korean troops killed', 'length of the
 * new bridge', 'net profit at the brewery'. Null where the sentence does not say.
 *
 * @param before  the figure before it, for 'and more than 4,000 injured' and 'fell 3 % to $5m'
 */
export function readMeasure(
  passage: Passage,
  draft: Figured,
  before: Earlier | null,
): string | null {
  const { tokens } = passage;
  const earlier = before?.unit?.startsWith('{') ? before.measure : null;
  const headed = measureOfHeading(passage, draft);
  if (headed) return headed;
  if (draft.counted) return measureOfCounted(passage, draft, before, earlier);
  if (draft.number.form === 'fold' || tokens[draft.number.from]?.lower === 'halved') {
    const fold = measureOfFold(passage, draft.number);
    if (fold) return fold;
  }
  const state = draft.unit ? null : measureOfState(tokens, draft, earlier);
  if (state) return state;
  if (draft.unit?.name.endsWith('of age')) return 'age';
  const dimension = draft.unit ? (findUnit(draft.unit.code)?.dimension ?? null) : 'number';
  const inherited = inheritedMeasure(passage, draft, dimension, before);
  if (inherited) return inherited;
  const kind = kindOf(draft, dimension);
  const amount = toAmount(draft, kind);
  return ASKED_OF.has(kind) ? measureOfAmount(passage, amount) : measureOfSize(passage, amount);
}

function measureOfCounted(
  passage: Passage,
  draft: Figured,
  before: Earlier | null,
  earlier: string | null,
): string | null {
  const { tokens } = passage;
  const { head = '', to = draft.to } = draft.counted ?? {};
  if (POINTS.has(head)) {
    const amount = toAmount(draft, 'points');
    const inherited = inheritedMeasure(passage, amount, 'number', before);
    return inherited ?? measureOfAmount(passage, amount) ?? measureOfCount(tokens, draft, earlier);
  }
  if (!/^times?$/.test(head)) return measureOfCount(tokens, draft, earlier);
  // 'three times the average' and 'three times higher' compare; 'has expanded three times' counts.
  const isHigher = /^(?:as|more|less|\p{L}+er)$/u.test(tokens[to]?.lower ?? '');
  const compared = isHigher && measureOfAmount(passage, toAmount(draft, 'times'));
  return (
    measureOfFold(passage, { from: draft.from, to }) ||
    compared ||
    measureOfCount(tokens, draft, earlier)
  );
}

/** 'Injured: 74', 'Price: $40': the heading of a figure alone. */
function measureOfHeading({ text, tokens }: Passage, draft: Figured): string | null {
  const end = tokens[draft.counted?.to ?? draft.to];
  if (tokens[draft.from - 1]?.text !== ':' || (end && end.kind !== 'mark')) return null;
  const phrase =
    draft.from < LONGEST_HEADING
      ? phraseBefore(tokens, draft.from - 1, /^(?:of|per|for|in)$/)
      : null;
  if (phrase)
    return phrase.from === 0 || tokens[phrase.from - 1]?.kind === 'mark'
      ? sayPhrase(text, tokens, phrase)
      : null;
  const state = tokens[draft.from - 2]?.lower ?? '';
  return PEOPLE_IN_A_STATE.has(state) ? `people ${state}` : null;
}

/** In tokens. */
const LONGEST_HEADING = 8;

/** Points are no things: a rate rises by half a point, an index by forty. */
const POINTS: ReadonlySet<string> = new Set(['point', 'basis point', 'percentage point']);

const toAmount = (draft: Figured, kind: string): Amount => ({
  from: draft.from,
  to: draft.counted?.to ?? draft.to,
  numberTo: draft.number.to,
  kind,
});

/** What is no length, weight or duration. */
const ASKED_OF: ReadonlySet<string> = new Set(['money', 'percent', 'number', 'points']);
const POINT_UNITS: ReadonlySet<string> = new Set(['{point}', '[pp]', '[bp]']);

function kindOf({ unit }: Figured, dimension: string | null): string {
  if (!unit) return 'number';
  if (POINT_UNITS.has(unit.code)) return 'points';
  if (unit.code.startsWith('%')) return 'percent';
  const above = unit.code.split('/')[0] ?? '';
  if (dimension?.startsWith('money') || findUnit(above)?.dimension.startsWith('money'))
    return 'money';
  return dimension === 'length per time' ? 'speed' : (dimension ?? 'number');
}
