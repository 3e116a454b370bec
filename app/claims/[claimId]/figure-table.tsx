import type { RecordedFigure } from '#data/claims/figures';
import { figureInWords } from '#domain/figures/figure-text';
import { intervalInWords } from '#domain/figures/interval-text';
import { toUnitChoice, unitChoiceInWords } from '#domain/units/choice';
import { Link } from '#ui/link';

/** The claim's figures, as written and as the desk reads them. */
export function FigureTable({
  code,
  quantities,
  canEdit,
}: {
  code: string;
  quantities: readonly RecordedFigure[];
  canEdit: boolean;
}) {
  if (quantities.length === 0) return <p className="soft">No figure in this claim.</p>;
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">As written</th>
            <th scope="col">Read as</th>
            <th scope="col">Range</th>
            <th scope="col">Measure</th>
            {canEdit && (
              <th scope="col">
                <span className="visually-hidden">Edit</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {quantities.map((figure) => (
            <tr key={figure.id}>
              <td>
                “{figure.surface}”
                {figure.leading && quantities.length > 1 && <span className="soft"> leading</span>}
              </td>
              <td className="num">
                {figureInWords(figure)}
                <ReadBy figure={figure} />
              </td>
              <td className="num">{intervalInWords(figure)}</td>
              <td>{figure.measure}</td>
              {canEdit && (
                <td>
                  <Link
                    href={`/claims/${code}/figures/${figure.id}`}
                    aria-label={`Edit the figure “${figure.surface}”`}
                  >
                    Edit
                  </Link>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whose reading it is: a reviewer's, or the engine's with the unit it chose among several. */
function ReadBy({ figure: { surface, unit, corrected } }: { figure: RecordedFigure }) {
  if (corrected) return <small className="read-by">by a reviewer</small>;
  const choice = toUnitChoice(surface, unit);
  if (!choice || choice.isSeldomOther) return null;
  return <small className="read-by">{unitChoiceInWords(choice)}</small>;
}
