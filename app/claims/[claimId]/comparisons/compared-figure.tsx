import type {
  ClaimFigure,
  DerivedFrom,
  EvidenceFigure,
  FigureComparison,
} from '#data/evidence/comparisons';
import { compareFigures } from '#domain/comparison/compare';
import type { FigureChoices, SuggestedPair } from '#domain/comparison/suggest-pairs';
import { dayInWords } from '#domain/day';
import { CopyButton } from '#ui/copy-button';
import { calculateFigure, pairFigures } from './actions';
import { CalculateForm } from './calculate-form';
import { ComparisonTable } from './comparison-table';
import { ChooseForm, CompareForm, TakeBackForm } from './pair-form';
import { ResultBadge } from './result-badge';

/** How many suggestions are worth a look at once; all others are in the list to choose from. */
const SHOWN_SUGGESTIONS = 3;

/** One figure of a claim: what it is held against, what it could be held against. */
export function ComparedFigureView({
  claimId,
  figure,
  chosen,
  suggested,
  choices,
  operands,
  groups,
  canCompare,
}: {
  claimId: string;
  figure: ClaimFigure;
  chosen: readonly FigureComparison[];
  suggested: readonly SuggestedPair<ClaimFigure, EvidenceFigure>[];
  choices: FigureChoices<EvidenceFigure>;
  /** All figures of the evidence that a calculation may take. */
  operands: readonly EvidenceFigure[];
  groups: ReadonlyMap<string, string>;
  canCompare: boolean;
}) {
  const action = pairFigures.bind(null, claimId);
  const { sameMeasure, differentMeasure } = choices;
  const isOffered = sameMeasure.length + differentMeasure.length > 0;
  const headingId = `held-${figure.id}`;
  return (
    <section className="held-figure" aria-labelledby={headingId}>
      <h4 id={headingId}>
        “{figure.surface}”{figure.measure && <span className="soft"> {figure.measure}</span>}
      </h4>
      {chosen.length === 0 && (
        <p className="soft">
          Not compared with a source yet.
          {suggested.length === 0 && ' The evidence has no figure of the same measure.'}
        </p>
      )}
      <ul className="compared" aria-label={`Comparisons of “${figure.surface}”`}>
        {chosen.map(({ pairId, found, comparison, derived, by }) => (
          <li key={pairId}>
            {isSenseless(comparison.result) && <ResultBadge result={comparison.result} />}
            <p className="sentence">{comparison.sentence}</p>
            {derived && <Working derived={derived} />}
            <div className="compared-marks">
              {!isSenseless(comparison.result) && <ResultBadge result={comparison.result} />}
              <span className="soft">
                {found.source.title}, compared by {by}
              </span>
              <CopyButton
                text={comparison.sentence}
                label={`Copy the sentence: ${comparison.sentence}`}
                failed="Not copied. Select the sentence and copy it yourself."
              />
              {canCompare && (
                <TakeBackForm
                  action={action}
                  pair={pairId}
                  label={`Remove the comparison of “${figure.surface}” with “${found.surface}” of ${found.source.title}`}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && <ComparisonTable figure={figure} chosen={chosen} groups={groups} />}
      {canCompare && suggested.length > 0 && (
        <div className="suggested-pairs">
          <h5>Suggested comparisons</h5>
          <ul>
            {suggested.slice(0, SHOWN_SUGGESTIONS).map(({ found, reason }) => {
              const { result, sentence } = compareFigures(figure, found);
              return (
                <li key={found.id}>
                  <p className="sentence">{sentence}</p>
                  <div className="compared-marks">
                    <ResultBadge result={result} />
                    <span className="soft">
                      {found.source.title}
                      {found.asOf && `, ${dayInWords(found.asOf)}`}: {reason}
                    </span>
                    <CompareForm
                      action={action}
                      figure={figure.id}
                      found={found.id}
                      label={`Compare “${figure.surface}” with “${found.surface}” of ${found.source.title}`}
                    />
                  </div>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {canCompare && operands.length > 1 && (
        <CalculateForm
          action={calculateFigure.bind(null, claimId)}
          figure={figure.id}
          surface={figure.surface}
          options={operands.map(toOption)}
        />
      )}
      {canCompare && isOffered && (
        <ChooseForm
          action={action}
          figure={figure.id}
          surface={figure.surface}
          options={sameMeasure.map(toOption)}
          ofDifferentMeasure={differentMeasure.map(toOption)}
          isOpen={chosen.length === 0 && suggested.length === 0}
        />
      )}
    </section>
  );
}

/** The calculation with its numbers, and where they come from. */
const Working = ({ derived: { working, operands } }: { derived: DerivedFrom }) => (
  <p className="working">
    <span className="num">{working}</span>{' '}
    <span className="soft">
      from {operands.map(({ surface, source }) => `“${surface}” of ${source.title}`).join(' and ')}
    </span>
  </p>
);

/** '“12,400” passengers, Ferry report, 2 April 2026': with its measure, since two figures may be alike. */
const toOption = ({ id, surface, measure, source, asOf }: EvidenceFigure) => {
  const isNamed = !measure || surface.toLowerCase().includes(measure.toLowerCase());
  const words = `“${surface}”${isNamed ? '' : ` ${measure}`}`;
  return [id, [words, source.title, asOf && dayInWords(asOf)].filter(Boolean).join(', ')] as const;
};

/** Whether a pair says nothing about the claim: its label comes before its sentence. */
const isSenseless = (result: FigureComparison['comparison']['result']): boolean =>
  result === 'differentMeasure' || result === 'notComparable';
