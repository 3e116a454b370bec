import type { ClaimFigure, EvidenceFigure, FigureComparison } from '#data/evidence/comparisons';
import { differenceWords, intervalIn, isWholeIn } from '#domain/comparison/difference-text';
import { COMPARISON_LABELS } from '#domain/comparison/labels';
import { toDatedSeries, toMark, toNumberLine } from '#domain/comparison/number-line';
import { ruleInWords } from '#domain/comparison/rule-text';
import { dayInWords } from '#domain/day';
import { isGrowing } from '#domain/figures/measure';
import { findUnit, NUMBER, type Unit } from '#domain/units/unit';
import { DatedSeries, type LineRow, NumberLine } from '#ui/number-line';

type Compared = {
  figure: ClaimFigure;
  chosen: readonly FigureComparison[];
  groups: ReadonlyMap<string, string>;
};

/**
 * Where a figure and those it is held against stand: a drawing, and the same as a table. A figure that
 * grows is also drawn over the days.
 */
export function ComparisonTable({ figure, chosen, groups }: Compared) {
  // What measures something else has no place on the line of this one.
  const placed = chosen.filter(
    ({ comparison: { result } }) => result !== 'notComparable' && result !== 'differentMeasure',
  );
  const [first] = placed;
  const unit = toShownUnit(figure, first?.comparison.article?.unit ?? null);
  const inUnit = unit.code === (figure.unit ?? '1') ? figure : { ...figure, unit: unit.code };
  const rows: readonly LineRow[] = [
    { key: figure.id, label: 'The article', group: null, isArticle: true },
    ...placed.map(({ pairId, found }) => ({
      key: pairId,
      label: toLabel(found),
      group: groups.get(found.origin) ?? null,
      isArticle: false,
    })),
  ];
  const marks = first?.comparison.article
    ? [
        toMark(figure.id, first.comparison.article, unit, isWholeIn(inUnit, inUnit.unit)),
        ...placed.flatMap(({ pairId, comparison, found }) =>
          comparison.source
            ? [toMark(pairId, comparison.source, unit, isWholeIn(inUnit, found.unit))]
            : [],
        ),
      ]
    : [];
  // The article alone is no comparison.
  const line = placed.length > 0 ? toNumberLine(marks) : null;
  const isMoving = figure.cumulative ?? isGrowing(figure);
  const days = [figure.asOf, ...placed.map(({ found }) => found.asOf)];
  const dated = marks.flatMap((mark, at) => {
    const day = days[at];
    return day ? [{ ...mark, day }] : [];
  });
  const series = isMoving && dated.length === marks.length ? toDatedSeries(dated) : null;
  const unitName = unit.code === '1' || unit.code.startsWith('{') ? '' : unit.plural;
  return (
    <div className="figure-drawing">
      {line && (
        <NumberLine
          label={`“${figure.surface}” and its sources on one line${line.isLogarithmic ? ', in powers of ten' : ''}. The table below has the same figures.`}
          line={line}
          rows={rows}
          unit={unitName}
        />
      )}
      {series && (
        <DatedSeries
          label={`“${figure.surface}” and its sources over time. The table below has the same figures.`}
          series={series}
          rows={rows}
        />
      )}
      <FiguresTable figure={figure} chosen={chosen} groups={groups} inUnit={inUnit} />
      {line && (
        <p className="soft group-hint">
          {ruleInWords()} Two figures agree if one lies in the bar of the other.
        </p>
      )}
      <p className="soft group-hint">
        Sources with the same letter are not independent of each other. A source keeps its letter.
        {line?.isLogarithmic && ' The scale of the line is in powers of ten.'}
      </p>
    </div>
  );
}

/** The same as the drawing, for whoever reads figures or cannot see it. */
function FiguresTable({
  figure,
  chosen,
  groups,
  inUnit,
}: Compared & {
  /** The figure in the unit of the drawing. */
  inUnit: ClaimFigure;
}) {
  const allowed = chosen.find(({ comparison }) => comparison.article)?.comparison.article;
  return (
    <div className="scroll">
      <table className="comparison-table">
        <caption className="visually-hidden">“{figure.surface}” compared with its sources</caption>
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">As written</th>
            <th scope="col">Range</th>
            <th scope="col">The article’s figure</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              The article{figure.asOf && <small>{dayInWords(figure.asOf)}</small>}
            </th>
            <td>{figure.surface}</td>
            <td className="num">{allowed && intervalIn(allowed, inUnit)}</td>
            <td />
          </tr>
          {chosen.map(({ pairId, found, comparison, derived }) => (
            <tr key={pairId}>
              <th scope="row">
                <span>
                  <b title="Independence group">{groups.get(found.origin)}</b> {found.source.title}
                </span>
                {found.asOf && <small>{dayInWords(found.asOf)}</small>}
              </th>
              <td>
                {found.surface}
                {derived && <small>calculated: {derived.working}</small>}
              </td>
              <td className="num">
                {comparison.source && intervalIn(comparison.source, inUnit, found.unit)}
              </td>
              <td className="num">
                {differenceWords(comparison, found) ?? COMPARISON_LABELS[comparison.result]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The unit of the figure; per cent for a share in words, such as 'a third', that is compared as one. */
function toShownUnit({ unit }: ClaimFigure, compared: string | null): Unit {
  const own = findUnit(unit ?? '1') ?? NUMBER;
  const shared = compared !== null && compared !== own.baseUnit ? findUnit(compared) : null;
  return shared ?? own;
}

/** Whole: the drawing shows as much of it as there is room for. */
const toLabel = ({ source: { title }, asOf }: EvidenceFigure): string =>
  asOf ? `${title}, ${dayInWords(asOf)}` : title;
