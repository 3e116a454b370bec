import { dayInWords } from '#domain/day';
import {
  type Bar,
  type DeskNumbers,
  feedbackInWords,
  MONTHS_SHOWN,
} from '#domain/reports/desk-numbers';
import { Link } from '#ui/link';
import { Bars, Columns, Plot, Spreads } from '#ui/plots';

const many = (count: number, one: string, more: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

const days = (count: number) => many(count, 'day', 'days');

/** State of the desk: four plots, each with its numbers. */
export function DeskPlots({ numbers }: { numbers: DeskNumbers }) {
  const feedback = feedbackInWords(numbers.feedback);
  return (
    <section className="desk-plots" aria-labelledby="plots">
      <div className="desk-head">
        <h2 id="plots">State of the desk</h2>
        <a href="/exports/desk.csv" download>
          Download the numbers as CSV
        </a>
      </div>
      <div className="plots">
        <StatusPlot bars={numbers.statuses} />
        <AgePlot ages={numbers.ages} />
        <TurnaroundPlot turnaround={numbers.turnaround} />
        <RatingPlot bars={numbers.ratings} />
      </div>
      {feedback && <p className="soft">{feedback}</p>}
    </section>
  );
}

const totalOf = (bars: readonly Bar[]) => bars.reduce((total, { count }) => total + count, 0);

/** A row a bar, each leading to the claims that were counted. */
const toRows = (bars: readonly Bar[]) =>
  bars.map(({ label, count, query }) => ({
    key: label,
    cells: [
      <Link key="list" href={`/claims?${query}`}>
        {label}
      </Link>,
      count.toLocaleString('en'),
    ],
  }));

function StatusPlot({ bars }: { bars: readonly Bar[] }) {
  const total = totalOf(bars);
  return (
    <Plot
      id="plot-status"
      title="Claims by status"
      sentence={
        total === 0
          ? 'The desk has no claims yet.'
          : `The status of the desk’s ${many(total, 'claim', 'claims')}.`
      }
      columns={['Status', 'Claims']}
      rows={toRows(bars)}
    >
      {total === 0 ? null : (label) => <Bars label={label} bars={bars} />}
    </Plot>
  );
}

function RatingPlot({ bars }: { bars: readonly Bar[] }) {
  const total = totalOf(bars);
  return (
    <Plot
      id="plot-rating"
      title="Verdicts"
      sentence={
        total === 0
          ? 'No claim has a verdict yet.'
          : `The latest verdict of ${many(total, 'claim', 'claims')}, approved or not.`
      }
      columns={['Rating', 'Claims']}
      rows={toRows(bars)}
    >
      {total === 0 ? null : (label) => <Bars label={label} bars={bars} />}
    </Plot>
  );
}

function TurnaroundPlot({
  turnaround: { months, approved, median },
}: Pick<DeskNumbers, 'turnaround'>) {
  return (
    <Plot
      id="plot-turnaround"
      title="Turnaround"
      sentence={
        median === null
          ? `Days from acceptance to approval. No claim was approved in the last ${MONTHS_SHOWN} months.`
          : `Days from acceptance to approval, by month. The bar is the middle half of the claims, and the point is the median. The median over ${MONTHS_SHOWN} months is ${days(median)}, for ${many(approved, 'claim', 'claims')}.`
      }
      columns={['Month', 'Approved', '25% within', 'Median', '75% within']}
      rows={months.map(({ month, approved: count, spread }) => ({
        key: month,
        cells: [
          dayInWords(month),
          count.toLocaleString('en'),
          ...(spread ? [spread.low, spread.median, spread.high].map(days) : ['–', '–', '–']),
        ],
      }))}
    >
      {median === null
        ? null
        : (label) => (
            <Spreads
              label={label}
              spreads={months.map(({ month, spread }) => ({ label: dayInWords(month), spread }))}
            />
          )}
    </Plot>
  );
}

function AgePlot({ ages: { bins, open, median } }: Pick<DeskNumbers, 'ages'>) {
  return (
    <Plot
      id="plot-age"
      title="Age of open claims"
      sentence={
        median === null
          ? 'Days since acceptance. No claim is open, in checking or in review.'
          : `Days since acceptance, for the ${many(open, 'claim', 'claims')} that ${open === 1 ? 'is' : 'are'} open, in checking or in review. The median is ${days(median)}.`
      }
      columns={['Days', 'Claims']}
      rows={bins.map(({ label, count }) => ({
        key: label,
        cells: [label, count.toLocaleString('en')],
      }))}
    >
      {median === null ? null : (label) => <Columns label={label} columns={bins} />}
    </Plot>
  );
}
