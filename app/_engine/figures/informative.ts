import type { ReadFigure } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { AUXILIARIES, isFunctionWord } from '../english/grammar-words';
import { EVALUATIONS } from '../english/kind-words';
import type { Token } from '../tokens/tokens';

/**
 * Words before a small count that make it a reference to something named before: 'the two
 * capitals'.
 */
const REFERRING =
  /(?:^|[^\p{L}])(?:the|these|those|both|between|all|of)(?: (?:other|same|latter|former|remaining))?$/iu;
const SMALL_COUNT = 12;
/** As much of the text before a figure as is looked at. */
const REACH = 30;

const isSmallCount = ({ unit, qualifier, value, surface }: ReadFigure): boolean =>
  unit?.startsWith('{') === true &&
  qualifier === 'exact' &&
  Number(value ?? SMALL_COUNT + 1) <= SMALL_COUNT &&
  /^[a-z]/i.test(surface);

/** 'the two countries' is no figure to check; 'two dead', '2.5 %' and 'nearly two tonnes' are. */
export const isInformativeFigure = (figure: ReadFigure): boolean =>
  !isSmallCount(figure) || isToll(figure);

/** 'one soldier killed' counts; 'one train' only means a certain train. */
const isToll = ({ unit, measure, unitName }: ReadFigure): boolean =>
  /^\{(?:person|death|life|fatality|casualty|injury)\}$/.test(unit ?? '') ||
  (measure !== null && unitName !== null && measure.length > unitName.length + 3);

const isIn = (figure: Span, { start, end }: Span): boolean =>
  figure.start >= start && figure.end <= end;

/** The figures of a claim: those inside it that say how many, not which. */
export function informativeFigures(
  text: string,
  quantities: readonly ReadFigure[],
  span: Span,
  elsewhere: readonly Span[],
): ReadFigure[] {
  return quantities.filter(
    (figure) =>
      isIn(figure, span) &&
      !elsewhere.some((other) => isIn(figure, other)) &&
      !(isSmallCount(figure) && figure.value === '1' && !isToll(figure)) &&
      !(
        isSmallCount(figure) &&
        !(isToll(figure) && /\ball $/i.test(text.slice(0, figure.start).slice(-5))) &&
        REFERRING.test(text.slice(Math.max(0, figure.start - REACH), figure.start).trimEnd())
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
