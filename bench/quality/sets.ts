import type { Task } from './score';
import type { Tool } from './tool';

/** What we ask of a figure; it is measured in the figure's own unit. */
export type Target = { readonly atLeast: number } | { readonly atMost: number } | 'all';

/** One row: where the scorer prints it, as the first group; a second group is how many there are. */
export type Measure = {
  readonly name: string;
  readonly printed: RegExp;
  readonly asked?: Target;
  /** The best published figure. */
  readonly toBeat?: number;
  /** For measures that need a day and not only its place. */
  readonly needsDays?: boolean;
};

export const QUALITY_PARTS = [
  'sample',
  'sentences',
  'quantities',
  'dates',
  'checkworthy',
  'speed',
] as const;
type QualityPart = (typeof QUALITY_PARTS)[number];

export type AnnotatedSet = {
  readonly part: QualityPart;
  readonly task: Task;
  /** From the folder of the data. */
  readonly gold: string;
  /** The one text of all lines, if they have none of their own. */
  readonly text?: string;
  /** What a tool must be able to do; null for what no peer does. */
  readonly needs: keyof Pick<Tool, 'sentences' | 'quantities' | 'dates'> | null;
  readonly measures: readonly Measure[];
};

const F1 = (name: string) => new RegExp(`^${name.replaceAll('+', '\\+')}: .*F1 ([\\d.]+)`, 'm');
const atLeast = (figure: number): Target => ({ atLeast: figure });

type SentenceMeasure = Omit<Measure, 'printed'> & { readonly printed?: RegExp };

const sentences = (gold: string, measure: SentenceMeasure): AnnotatedSet => ({
  part: 'sentences',
  task: 'segmentation',
  gold,
  needs: 'sentences',
  measures: [{ printed: F1('sentence'), ...measure }],
});

const measures = (name: string, value: number, withUnit: number, asked: number): AnnotatedSet => ({
  part: 'quantities',
  task: 'quantities',
  gold: `eval/quantities/${name}.jsonl`,
  needs: 'quantities',
  measures: [
    { name: `${name}: value, F1`, printed: F1('value'), toBeat: value },
    {
      name: `${name}: value and unit, F1`,
      printed: F1('value+unit'),
      asked: atLeast(asked),
      toBeat: withUnit,
    },
  ],
});

const dates = (gold: string, name: string, asked?: readonly [number, number]): AnnotatedSet => ({
  part: 'dates',
  task: 'dates',
  gold,
  needs: 'dates',
  measures: [
    {
      name: `dates, ${name}: found, F1`,
      printed: F1('span overlap'),
      toBeat: 85,
      ...(asked ? { asked: atLeast(asked[0]) } : {}),
    },
    {
      name: `dates, ${name}: found and the right day, F1`,
      printed: F1('overlap + value'),
      toBeat: 70,
      needsDays: true,
      ...(asked ? { asked: atLeast(asked[1]) } : {}),
    },
  ],
});

/** What is to beat is in the README of the data. */
export const SETS: readonly AnnotatedSet[] = [
  {
    part: 'sample',
    task: 'statements',
    gold: 'articles/tumen-bridge.claims.jsonl',
    text: 'articles/tumen-bridge.txt',
    needs: null,
    measures: [
      { name: 'sample: statements found', printed: /statements (\d+)\/(\d+)/, asked: atLeast(24) },
      { name: 'sample: other suggestions', printed: /extra (\d+)/, asked: { atMost: 6 } },
      {
        name: 'sample: figures with unit and qualifier',
        printed: /with unit and qualifier (\d+)\/(\d+)/,
        asked: 'all',
      },
      { name: 'sample: speakers', printed: /claimants (\d+)\/(\d+)/, asked: 'all' },
      { name: 'sample: days of saying', printed: /said on (\d+)\/(\d+)/, asked: 'all' },
    ],
  },
  sentences('eval/segmentation/golden_rules.jsonl', {
    name: 'golden rules, right',
    printed: /(\d+)\/(\d+)/,
    asked: atLeast(51),
    toBeat: 51,
  }),
  sentences('eval/segmentation/pragmatic_spec.jsonl', {
    name: 'pragmatic spec, % right',
    printed: /= ([\d.]+)/,
    asked: atLeast(87),
  }),
  sentences('eval/segmentation/ewt_dev.jsonl', {
    name: 'sentences, web text (EWT dev), F1',
    asked: atLeast(86),
    toBeat: 90.6,
  }),
  sentences('eval/articles/wikinews.jsonl', {
    name: 'sentences, Wikinews, F1',
    asked: atLeast(96.5),
    toBeat: 96,
  }),
  sentences('eval/articles/other_genres.jsonl', {
    name: 'sentences, lives, courts and interviews, F1',
  }),
  {
    part: 'quantities',
    task: 'quantities',
    gold: 'eval/quantities/news_dev.jsonl',
    needs: 'quantities',
    measures: [
      { name: 'news figures: value, F1', printed: F1('value'), asked: atLeast(92), toBeat: 92 },
      {
        name: 'news figures: value and unit, F1',
        printed: F1('value+unit'),
        asked: atLeast(86),
        toBeat: 85.6,
      },
      {
        name: 'news figures: value and change, F1',
        printed: F1('value+change'),
        asked: atLeast(88),
        toBeat: 88.1,
      },
    ],
  },
  measures('age', 93.3, 93.3, 93),
  measures('currency', 84.2, 79.6, 80),
  measures('dimension', 86.5, 79.2, 80),
  measures('temperature', 95.8, 95.8, 96),
  dates('eval/articles/wikinews.jsonl', 'Wikinews', [88, 75]),
  dates('eval/articles/other_genres.jsonl', 'lives, courts, interviews'),
  {
    part: 'checkworthy',
    task: 'checkworthy',
    gold: 'eval/checkworthy/claimbuster_dev.jsonl',
    needs: null,
    measures: [
      {
        name: 'check-worthiness, ClaimBuster dev, F1',
        printed: /own threshold\): .*F1 ([\d.]+)/,
        asked: atLeast(90),
        toBeat: 94.7,
      },
      {
        name: 'check-worthiness, average precision',
        printed: /average precision: ([\d.]+)/,
        asked: atLeast(0.965),
      },
    ],
  },
];
