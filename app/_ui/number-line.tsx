import type {
  LinePlaces as Line,
  PlacedMark,
  SeriesPlaces as Series,
} from '#domain/comparison/number-line';
import { dayInWords } from '#domain/day';
import './number-line.css';

// Drawn on the server like the plots of the desk: widths in percent, heights and type in pixels. What
// it shows stands in a table beside it, which is for everybody.

export type LineRow = {
  readonly key: string;
  readonly label: string;
  /** The letter of its independence group; null for the article. */
  readonly group: string | null;
  readonly isArticle: boolean;
};

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** One line of a label, and the room below it for its bar. In pixels. */
const LINE = 19;
const BELOW = 26;
/** A longer label may need a second line on a telephone; letters. */
const ONE_LINE = 44;
const FOOT = 30;
const ARROW = 7;

/** The article's figure and each source's on one line: intervals as bars, values as points. */
export function NumberLine({
  label,
  line,
  rows,
  unit,
}: {
  label: string;
  line: Line;
  /** In the order of the line's marks. */
  rows: readonly LineRow[];
  unit: string;
}) {
  const isLong = rows.some(({ label: each }) => each.length > ONE_LINE);
  const room = isLong ? 2 * LINE : LINE;
  const rowHeight = room + BELOW;
  const height = rows.length * rowHeight + FOOT;
  const article = line.marks[rows.findIndex(({ isArticle }) => isArticle)];
  return (
    <svg className="number-line" role="img" aria-label={label} width="100%" height={height}>
      {article && (
        <rect
          className="allowed"
          x={percent(article.from)}
          width={percent(Math.max(0, article.to - article.from))}
          y="0"
          height={height - FOOT}
        />
      )}
      <Ticks line={line} height={height} unit={unit} />
      {rows.map((row, index) => {
        const mark = line.marks[index];
        return (
          mark && (
            <g key={row.key} className={row.isArticle ? 'article-mark' : 'source-mark'}>
              <foreignObject x="0" y={index * rowHeight} width="100%" height={room}>
                <p className="mark-label">
                  <span>
                    {row.group && <b>{row.group} </b>}
                    {row.label}
                  </span>
                </p>
              </foreignObject>
              <Mark mark={mark} y={index * rowHeight + room + BELOW / 2 - 2} />
            </g>
          )
        );
      })}
    </svg>
  );
}

/** Narrower than this, of the width, the ends of an interval are hidden by its value. */
const NARROW = 0.03;

function Mark({ mark, y }: { mark: PlacedMark; y: number }) {
  const isPoint = mark.value !== null && mark.to - mark.from < NARROW;
  return (
    <>
      {mark.to > mark.from && (
        <line className="span" x1={percent(mark.from)} x2={percent(mark.to)} y1={y} y2={y} />
      )}
      {mark.isLowOpen && <Arrow at={mark.from} y={y} towards={-1} />}
      {mark.isHighOpen && <Arrow at={mark.to} y={y} towards={1} />}
      {!isPoint && !mark.isLowOpen && <End at={mark.from} y={y} />}
      {!isPoint && !mark.isHighOpen && <End at={mark.to} y={y} />}
      {mark.value !== null && <circle className="point" cx={percent(mark.value)} cy={y} r="5" />}
    </>
  );
}

/** An open end: the words allow anything beyond. */
const Arrow = ({ at, y, towards }: { at: number; y: number; towards: 1 | -1 }) => (
  <svg x={percent(at)} y={y} overflow="visible" aria-hidden="true">
    <path
      className="arrow"
      d={`M ${-towards * ARROW} ${-ARROW} L 0 0 L ${-towards * ARROW} ${ARROW}`}
    />
  </svg>
);

const End = ({ at, y }: { at: number; y: number }) => (
  <line className="end" x1={percent(at)} x2={percent(at)} y1={y - 6} y2={y + 6} />
);

function Ticks({ line, height, unit }: { line: Line; height: number; unit: string }) {
  const floor = height - FOOT;
  return (
    <>
      <line className="axis" x1="0" x2="100%" y1={floor} y2={floor} />
      {line.ticks.map(({ at, value }, index) => (
        <g key={value}>
          <line className="tick" x1={percent(at)} x2={percent(at)} y1={floor} y2={floor + 5} />
          <text
            x={percent(at)}
            y={floor + 20}
            textAnchor={at < 0.08 ? 'start' : at > 0.88 ? 'end' : 'middle'}
          >
            {tickInWords(value)}
            {index === line.ticks.length - 1 && unit && ` ${unit}`}
          </text>
        </g>
      ))}
    </>
  );
}

/** '2.5M': there is room for few letters under a line. */
const tickInWords = (value: number) =>
  Math.abs(value) >= 1e5
    ? value.toLocaleString('en', { notation: 'compact', maximumFractionDigits: 2 })
    : value.toLocaleString('en', { maximumSignificantDigits: 6 });

const HEIGHT = 200;
const HEAD = 22;
const FLOOR = HEIGHT - 28;
const LEFT = 0.12;

/** Figures over their days: a count that grows from report to report. */
export function DatedSeries({
  label,
  series,
  rows,
}: {
  label: string;
  series: Series;
  rows: readonly LineRow[];
}) {
  const y = (share: number) => FLOOR - share * (FLOOR - HEAD);
  const x = (share: number) => percent(LEFT + share * (1 - LEFT));
  const [first, last] = [series.days[0], series.days.at(-1)];
  return (
    <svg className="number-line" role="img" aria-label={label} width="100%" height={HEIGHT}>
      {series.ticks.map(({ at, value }) => (
        <g key={value}>
          <line className="grid" x1={percent(LEFT)} x2="100%" y1={y(at)} y2={y(at)} />
          <text x="0" y={y(at)} dy="0.35em">
            {tickInWords(value)}
          </text>
        </g>
      ))}
      {series.marks.map((mark, index) => {
        const row = rows[index];
        return (
          row && (
            <g key={mark.key} className={row.isArticle ? 'article-mark' : 'source-mark'}>
              <line
                className="span"
                x1={x(mark.at)}
                x2={x(mark.at)}
                y1={y(mark.from)}
                y2={y(mark.to)}
              />
              <circle
                className="point"
                cx={x(mark.at)}
                cy={y(mark.value ?? (mark.from + mark.to) / 2)}
                r="5"
              />
              <text
                className="mark-label"
                x={x(mark.at)}
                dx={mark.at > 0.8 ? -10 : 10}
                y={y(mark.value ?? (mark.from + mark.to) / 2)}
                dy="0.35em"
                textAnchor={mark.at > 0.8 ? 'end' : 'start'}
              >
                {row.group ?? 'Article'}
              </text>
            </g>
          )
        );
      })}
      <line className="axis" x1={percent(LEFT)} x2="100%" y1={FLOOR} y2={FLOOR} />
      {first && (
        <text x={percent(LEFT)} y={HEIGHT - 8}>
          {dayInWords(first.day)}
        </text>
      )}
      {last && (
        <text x="100%" y={HEIGHT - 8} textAnchor="end">
          {dayInWords(last.day)}
        </text>
      )}
    </svg>
  );
}
