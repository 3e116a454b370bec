import type { ReadQuantity } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { AUXILIARIES, isFunctionWord } from '../english/grammar-words';
import { EVALUATIONS } from '../english/kind-words';
import type { Token } from '../tokens/tokens';

/** Words before a small count that make it a reference to what was told: 'the two capitals'. */
const REFERRING =
  /(?:^|[^\p{L}])(?:the|these|those|both|between|all|of)(?: (?:other|same|latter|former|remaining))?$/iu;
const SMALL_COUNT = 12;
/** As much of the text before a figure as is looked at. */
const REACH = 30;

const isSmallCount = ({ unit, qualifier, value, surface }: ReadQuantity): boolean =>
  unit?.startsWith('{') === true &&
  qualifier === 'exact' &&
  Number(value ?? SMALL_COUNT + 1) <= SMALL_COUNT &&
  /^[a-z]/i.test(surface);

/** 'the two countries' is no figure to check; 'two dead', '2.5 %' and 'nearly two tonnes' are. */
export const isTelling = (quantity: ReadQuantity): boolean =>
  !isSmallCount(quantity) || isToll(quantity);

/** 'one soldier killed' counts; 'one train' only tells which. */
const isToll = ({ unit, measure, unitName }: ReadQuantity): boolean =>
  /^\{(?:person|death|life|fatality|casualty|injury)\}$/.test(unit ?? '') ||
  (measure !== null && unitName !== null && measure.length > unitName.length + 3);

const isIn = (quantity: Span, { start, end }: Span): boolean =>
  quantity.start >= start && quantity.end <= end;

/** The figures of a claim: those inside it that say how many, not which. */
export function figuresIn(
  text: string,
  quantities: readonly ReadQuantity[],
  span: Span,
  elsewhere: readonly Span[],
): ReadQuantity[] {
  return quantities.filter(
    (quantity) =>
      isIn(quantity, span) &&
      !elsewhere.some((other) => isIn(quantity, other)) &&
      !(isSmallCount(quantity) && quantity.value === '1' && !isToll(quantity)) &&
      !(
        isSmallCount(quantity) &&
        !(isToll(quantity) && /\ball $/i.test(text.slice(0, quantity.start).slice(-5))) &&
        REFERRING.test(text.slice(Math.max(0, quantity.start - REACH), quantity.start).trimEnd())
      ),
  );
}

/** 'The cost has been high': praise or blame without a measure, that no source could settle. */
export function isVague(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  if (!last || !EVALUATIONS.has(last.lower) || tokens.length > LONGEST_VAGUE) return false;
  let at = tokens.length - 2;
  while (at > 0 && isDegree(tokens[at])) at--;
  return AUXILIARIES.has(tokens[at]?.lower ?? '');
}

const LONGEST_VAGUE = 12;

const isDegree = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^(?:very|so|too|quite|rather|extremely|especially|really)$/.test(token.lower) ||
    (/ly$/.test(token.lower) && !isFunctionWord(token.lower)));
