import type { Scorer } from './score';
import type { Tool } from './tool';

/** What we ask of a figure; it is measured in the figure's own unit. */
export type Target = { readonly atLeast: number } | { readonly atMost: number } | 'all';

/** One row: where the scorer prints it, as the first group; a second group is how many there are. */
export type Measure = {
  readonly name: string;
  readonly printed: RegExp;
  readonly asked?: Target;
  /** What version 0.5.0 had, as the scorer printed it. */
  readonly before?: string;
  /** The best published figure. */
  readonly toBeat?: number;
  /** For measures that need a day and not only its place. */
  readonly needsDays?: boolean;
};

export const QUALITY_PARTS = [
  'articles',
  'sample',
  'sentences',
  'quantities',
  'dates',
  'speakers',
  'statements',
  'checkworthy',
  'pages',
  'speed',
] as const;
type QualityPart = (typeof QUALITY_PARTS)[number];

export type AnnotatedSet = {
  readonly part: QualityPart;
  readonly scorer: Scorer;
  /** A file, or the folder of the articles, from the folder of the data. */
  readonly gold: string;
  /** The one text of all lines, if they have none of their own. */
  readonly text?: string;
  /** What a tool must be able to do; null for what no peer does. */
  readonly needs: keyof Pick<Tool, 'sentences' | 'quantities' | 'dates'> | null;
  readonly measures: readonly Measure[];
};

/** No set that the engine was built on may lose more than this, in percent. */
const LOSS = 0.5;

const floor = (before: number): Pick<Measure, 'before' | 'asked'> => ({
  before: before.toFixed(1),
  asked: atLeast(Number((before - LOSS).toFixed(1))),
});

const F1 = (name: string) => new RegExp(`^${name.replaceAll('+', '\\+')}: .*F1 ([\\d.]+)`, 'm');
const atLeast = (figure: number): Target => ({ atLeast: figure });

type SentenceMeasure = Omit<Measure, 'printed'> & { readonly printed?: RegExp };

const sentences = (gold: string, measure: SentenceMeasure): AnnotatedSet => ({
  part: 'sentences',
  scorer: 'score.mjs segmentation',
  gold,
  needs: 'sentences',
  measures: [{ printed: F1('sentence'), ...measure }],
});

const measures = (
  name: string,
  [value, withUnit]: readonly [number, number],
  [valueBefore, unitBefore]: readonly [number, number],
): AnnotatedSet => ({
  part: 'quantities',
  scorer: 'score.mjs quantities',
  gold: `eval/quantities/${name}.jsonl`,
  needs: 'quantities',
  measures: [
    { name: `${name}: value, F1`, printed: F1('value'), ...floor(valueBefore), toBeat: value },
    {
      name: `${name}: value and unit, F1`,
      printed: F1('value+unit'),
      ...floor(unitBefore),
      toBeat: withUnit,
    },
  ],
});

type Both = {
  readonly found: Pick<Measure, 'before' | 'asked'>;
  readonly right: Pick<Measure, 'before' | 'asked'>;
};

const dates = (gold: string, name: string, { found, right }: Both): AnnotatedSet => ({
  part: 'dates',
  scorer: 'score.mjs dates',
  gold,
  needs: 'dates',
  measures: [
    { name: `dates, ${name}: found, F1`, printed: F1('span overlap'), toBeat: 85, ...found },
    {
      name: `dates, ${name}: found and the right day, F1`,
      printed: F1('overlap + value'),
      toBeat: 70,
      needsDays: true,
      ...right,
    },
  ],
});

const spans = (gold: string, name: string, before: string, asked?: Target): AnnotatedSet => ({
  part: 'quantities',
  scorer: 'score-more.mjs spans',
  gold: `eval/more/figures/${gold}.jsonl`,
  needs: null,
  measures: [
    {
      name: `figures of ${name}: found, F1`,
      printed: F1('figure span overlap'),
      before,
      ...(asked && { asked }),
    },
  ],
});

/** A share that score-articles.mjs prints: 'words right: 61.8 % (97/157)'. */
const share = (name: string, printed: string, before: string, asked?: Target): Measure => ({
  name: `articles: ${name}, %`,
  printed: new RegExp(`${printed}: ([\\d.]+) %`),
  before,
  ...(asked && { asked }),
});

/** What is to beat is in the README of the data. */
export const SETS: readonly AnnotatedSet[] = [
  {
    part: 'articles',
    scorer: 'score-articles.mjs',
    gold: 'eval/news',
    needs: null,
    measures: [
      share(
        'usable untouched, of suggestions',
        'usable untouched, of suggestions',
        '37.6',
        atLeast(65),
      ),
      share('statements found', 'found', '82.2'),
      share('suggestions that nobody asked for', 'extra', '8.6'),
      share('words right', 'words right', '61.8', atLeast(80)),
      share('claimant right, where there is one', 'of those with one', '22.0', atLeast(75)),
      share('measure right', 'measure', '51.5', atLeast(80)),
      share('date of the event right', 'event on', '20.8', atLeast(60)),
    ],
  },
  {
    part: 'sample',
    scorer: 'score.mjs statements',
    gold: 'articles/tumen-bridge.claims.jsonl',
    text: 'articles/tumen-bridge.txt',
    needs: null,
    measures: [
      {
        name: 'sample: statements found',
        printed: /statements (\d+)\/(\d+)/,
        before: '25/25',
        asked: atLeast(24),
      },
      {
        name: 'sample: other suggestions',
        printed: /extra (\d+)/,
        before: '0',
        asked: { atMost: 6 },
      },
      {
        name: 'sample: figures with unit and qualifier',
        printed: /with unit and qualifier (\d+)\/(\d+)/,
        before: '7/7',
        asked: 'all',
      },
      {
        name: 'sample: speakers',
        printed: /claimants (\d+)\/(\d+)/,
        before: '25/25',
        asked: 'all',
      },
      {
        name: 'sample: days of saying',
        printed: /said on (\d+)\/(\d+)/,
        before: '3/3',
        asked: 'all',
      },
    ],
  },
  sentences('eval/segmentation/golden_rules.jsonl', {
    name: 'golden rules, right',
    printed: /(\d+)\/(\d+)/,
    before: '51/52',
    asked: atLeast(51),
    toBeat: 51,
  }),
  sentences('eval/segmentation/pragmatic_spec.jsonl', {
    name: 'pragmatic spec, % right',
    printed: /= ([\d.]+)/,
    ...floor(88.1),
  }),
  sentences('eval/segmentation/ewt_dev.jsonl', {
    name: 'sentences, web text (EWT dev), F1',
    ...floor(86.3),
    toBeat: 90.6,
  }),
  sentences('eval/articles/wikinews.jsonl', {
    name: 'sentences, Wikinews, F1',
    ...floor(97.9),
    toBeat: 96,
  }),
  sentences('eval/articles/other_genres.jsonl', {
    name: 'sentences, lives, courts and interviews, F1',
    ...floor(84.9),
  }),
  {
    part: 'quantities',
    scorer: 'score.mjs quantities',
    gold: 'eval/quantities/news_dev.jsonl',
    needs: 'quantities',
    measures: [
      { name: 'news figures: value, F1', printed: F1('value'), ...floor(95.5), toBeat: 92 },
      {
        name: 'news figures: value and unit, F1',
        printed: F1('value+unit'),
        ...floor(87.7),
        toBeat: 85.6,
      },
      {
        name: 'news figures: value and change, F1',
        printed: F1('value+change'),
        ...floor(91.4),
        toBeat: 88.1,
      },
    ],
  },
  spans('measeval_train', 'studies, MeasEval', '75.6', atLeast(83)),
  spans('grobid_corpus_8', 'studies, grobid', '75.1'),
  measures('age', [93.3, 93.3], [100, 100]),
  measures('currency', [84.2, 79.6], [89, 81.6]),
  measures('dimension', [86.5, 79.2], [93.9, 87.4]),
  measures('temperature', [95.8, 95.8], [98.6, 98.6]),
  dates('eval/more/dates/aquaint.jsonl', 'AQUAINT', {
    found: { before: '90.6' },
    right: { before: '80.0', asked: atLeast(86) },
  }),
  dates('eval/articles/wikinews.jsonl', 'Wikinews', { found: floor(92.9), right: floor(85.9) }),
  dates('eval/articles/other_genres.jsonl', 'lives, courts, interviews', {
    found: floor(91.3),
    right: floor(83.9),
  }),
  {
    part: 'speakers',
    scorer: 'score-more.mjs speakers',
    gold: 'eval/more/speakers/polnear_train_40.jsonl',
    needs: null,
    measures: [
      {
        name: 'speakers of what is said, PolNeAR, F1',
        printed: /speaker F1 \(said\): ([\d.]+)/,
        before: '76.2',
        asked: atLeast(84),
      },
      {
        name: 'speakers, PolNeAR: right of those named, %',
        printed: /to the right source ([\d.]+)\nspeaker F1/,
        before: '87.9',
        asked: atLeast(90),
      },
    ],
  },
  {
    part: 'statements',
    scorer: 'score-more.mjs propositions',
    gold: 'eval/more/claims/propsegment_wiki_dev.jsonl',
    needs: null,
    measures: [
      {
        name: 'statements, PropSegmEnt, Jaccard 0.5, macro F1',
        printed: /Jaccard >= 0\.5: [^\n]*\n\s*macro [^\n]*F1 ([\d.]+)/,
        before: '41.3',
        asked: atLeast(50),
      },
    ],
  },
  {
    part: 'checkworthy',
    scorer: 'score.mjs checkworthy',
    gold: 'eval/checkworthy/claimbuster_dev.jsonl',
    needs: null,
    measures: [
      {
        name: 'check-worthiness, ClaimBuster dev, F1',
        printed: /own threshold\): .*F1 ([\d.]+)/,
        ...floor(91.2),
        toBeat: 94.7,
      },
      {
        name: 'check-worthiness, ClaimBuster dev, average precision',
        printed: /average precision: ([\d.]+)/,
        before: '0.9677',
        asked: atLeast(0.9627),
      },
    ],
  },
  {
    part: 'checkworthy',
    scorer: 'score.mjs checkworthy',
    gold: 'eval/more/checkworthy/policlaim_train_golden.jsonl',
    needs: null,
    measures: [
      {
        name: 'check-worthiness, PoliClaim speeches, F1',
        printed: /own threshold\): .*F1 ([\d.]+)/,
        before: '64.2',
      },
      {
        name: 'check-worthiness, PoliClaim speeches, average precision',
        printed: /average precision: ([\d.]+)/,
        before: '0.8866',
      },
    ],
  },
];
