import type { Claim } from '#data/claims/claims';
import type { ComparedFigures, EvidenceFigure } from '#data/evidence/comparisons';
import { claimCode } from '#domain/claims/claim';
import { suggestPairs, toChoices } from '#domain/comparison/suggest-pairs';
import { figureInWords } from '#domain/figures/figure-text';
import { Link } from '#ui/link';
import { ComparedFigureView } from './compared-figure';
import './comparisons.css';

/**
 * Every figure of the claim held against those of its evidence: what reviewers chose, what is
 * suggested, and where the figures stand on one line. Sources are shown side by side, never averaged.
 */
export function Comparisons({
  claim,
  compared: { figures, evidenceFigures, comparisons },
  letters,
  canCompare,
}: {
  claim: Claim;
  compared: ComparedFigures;
  /** By origin: see toSourceLetters. */
  letters: ReadonlyMap<string, string>;
  canCompare: boolean;
}) {
  const code = claimCode(claim.number);
  if (figures.length === 0) return null;
  const comparable = evidenceFigures.filter((each) => !each.isMisquoted);
  const misquoted = evidenceFigures.filter((each) => each.isMisquoted);
  const suggested = suggestPairs(figures, comparable);
  return (
    <div className="comparisons">
      <h3 id="held-title">Compared with the sources</h3>
      {misquoted.length > 0 && <Misquoted figures={misquoted} />}
      {comparable.length === 0 && comparisons.length === 0
        ? misquoted.length === 0 && <p className="soft">The evidence has no figure yet.</p>
        : figures.map((figure) => {
            const chosen = comparisons.filter((each) => each.figure.id === figure.id);
            const isChosen = (found: EvidenceFigure) =>
              chosen.some((each) => each.derived === null && each.found.id === found.id);
            return (
              <ComparedFigureView
                key={figure.id}
                claimId={claim.id}
                figure={figure}
                chosen={chosen}
                suggested={suggested.filter(
                  (pair) => pair.ofClaim.id === figure.id && !isChosen(pair.found),
                )}
                choices={toChoices(
                  figure,
                  comparable.filter((found) => !isChosen(found)),
                )}
                operands={comparable}
                groups={letters}
                canCompare={canCompare}
              />
            );
          })}
      {canCompare && comparisons.length > 0 && (
        <p>
          <a href="#next">On to the next step</a>
        </p>
      )}
      {evidenceFigures.length > 0 && (
        <EvidenceFigures code={code} figures={evidenceFigures} canEdit={canCompare} />
      )}
    </div>
  );
}

/** Which quotes keep their figures from being compared, and what to do. */
function Misquoted({ figures }: { figures: readonly EvidenceFigure[] }) {
  const titles = [...new Set(figures.map(({ source }) => source.title))];
  return (
    <p className="notice loud">
      The quote from {titles.map((title) => `“${title}”`).join(' and ')} has another figure than the
      desk’s copy. To compare the figure, correct the quote, or correct the figure to match the
      source.
    </p>
  );
}

/** The figures that were read in the quotes, each to be corrected. */
function EvidenceFigures({
  code,
  figures,
  canEdit,
}: {
  code: string;
  figures: readonly EvidenceFigure[];
  canEdit: boolean;
}) {
  const evidenceIds = [...new Set(figures.map(({ evidenceId }) => evidenceId))];
  return (
    <details>
      <summary>
        {figures.length === 1
          ? 'The figure in the evidence'
          : `The ${figures.length} figures in the evidence`}
      </summary>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">As written</th>
              <th scope="col">Read as</th>
              <th scope="col">Measure</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={figure.id}>
                <td>
                  {canEdit ? (
                    <Link
                      href={`/claims/${code}/figures/${figure.id}`}
                      aria-label={`Edit the figure “${figure.surface}” of ${figure.source.title}`}
                    >
                      “{figure.surface}”
                    </Link>
                  ) : (
                    `“${figure.surface}”`
                  )}
                </td>
                <td className="num">{figureInWords(figure)}</td>
                <td>{figure.measure}</td>
                <td>{figure.source.title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {canEdit && (
        <ul className="add-figures">
          {evidenceIds.map((evidenceId) => (
            <li key={evidenceId}>
              <Link href={`/claims/${code}/figures/new?evidence=${evidenceId}`}>
                Add a figure from{' '}
                {figures.find((each) => each.evidenceId === evidenceId)?.source.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
