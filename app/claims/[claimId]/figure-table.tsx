import type { Quantity } from '#data/claims/figures';
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
  quantities: readonly Quantity[];
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
          {quantities.map((quantity) => (
            <tr key={quantity.id}>
              <td>
                “{quantity.surface}”
                {quantity.leading && quantities.length > 1 && (
                  <span className="soft"> leading</span>
                )}
              </td>
              <td className="num">
                {figureInWords(quantity)}
                <ReadBy quantity={quantity} />
              </td>
              <td className="num">{intervalInWords(quantity)}</td>
              <td>{quantity.measure}</td>
              {canEdit && (
                <td>
                  <Link
                    href={`/claims/${code}/figures/${quantity.id}`}
                    aria-label={`Edit the figure “${quantity.surface}”`}
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
function ReadBy({ quantity: { surface, unit, corrected } }: { quantity: Quantity }) {
  if (corrected) return <small className="read-by">by a reviewer</small>;
  const choice = toUnitChoice(surface, unit);
  if (!choice || choice.isSeldomOther) return null;
  return <small className="read-by">{unitChoiceInWords(choice)}</small>;
}
