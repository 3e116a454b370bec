import { describe, expect, test } from 'vitest';
import { CLAIM_COLUMNS, type ClaimReport } from './claim-columns';
import { findInWords } from './evidence-columns';

const claim: ClaimReport = {
  number: 142,
  status: 'checking',
  articleTitle: 'Harbour grows',
  articleUrl: null,
  capturedAt: '2026-01-05T10:00:00.000Z',
  quote: 'around 400 yards',
  text: 'The bridge is around 400 yards long.',
  claimant: 'The mayor',
  saidOn: '2026-01-04',
  kind: 'figure',
  priority: 'normal',
  assignee: null,
  updatedAt: '2026-01-06T10:00:00.000Z',
  figures: 2,
  figure: {
    surface: 'around 400 yards',
    qualifier: 'about',
    value: '400',
    low: null,
    high: null,
    unit: '[yd_i]',
    baseLow: '329.184',
    baseHigh: '402.336',
    baseUnit: 'm',
    measure: 'length of the bridge',
    asOf: null,
  },
  comparison: {
    result: 'differs',
    ratio: '0.88134939759036144578',
    differencePercent: '-11.86506024096385542169',
  },
  verdict: null,
  corrections: [{ kind: 'correction', on: '2026-02-01', note: 'The length was of 1998.' }],
  waivers: [{ gate: 'primarySource', reason: 'The drawings are lost.' }],
  evidence: [
    source('a', { directness: 'secondary', stance: 'supports' }),
    source('b', { directness: 'primary', stance: 'refutes' }),
    source('c', { directness: 'primary', stance: 'refutes', origin: 'b' }),
  ],
};

function source(id: string, parts: Partial<ClaimReport['evidence'][number]>) {
  return {
    stance: 'context',
    directness: 'tertiary',
    quote: `quote ${id}`,
    sourceId: id,
    origin: id,
    isOfArticle: false,
    sourceTitle: `source ${id}`,
    sourceUrl: null,
    captureSha256: `sha of ${id}`,
    quoteFound: 'exact' as const,
    quoteChange: null,
    ...parts,
  } as ClaimReport['evidence'][number];
}

const cell = (name: string, of: ClaimReport = claim) =>
  CLAIM_COLUMNS.find((column) => column.name === name)?.cell(of, {
    origin: 'https://desk.example',
  });

test('the article itself is neither an independent nor a primary source', () => {
  const own = source('d', { directness: 'primary', isOfArticle: true });
  const withOwn = { ...claim, evidence: [own, ...claim.evidence] };
  for (const column of ['independent', 'primary']) {
    expect(cell(column, withOwn)).toBe(cell(column, claim));
  }
  expect(cell('sources', withOwn)).toBe(4);
});

test('a quote that is absent from its source is reported in capitals, and counted', () => {
  const [best, ...others] = claim.evidence;
  if (!best) throw new Error('the sample has evidence');
  const absent = { ...claim, evidence: [{ ...best, quoteFound: 'absent' as const }, ...others] };
  expect(cell('quotes not found', claim)).toBe(0);
  expect(cell('quotes not found', absent)).toBe(1);
  expect(findInWords({ quoteFound: 'absent', quoteChange: null })).toBe('NOT IN THE COPY');
  expect(findInWords({ quoteFound: 'fuzzy', quoteChange: 'figure' })).toBe(
    'written differently: another figure',
  );
  expect(findInWords({ quoteFound: null, quoteChange: null })).toBeNull();
});

describe('a row of the report', () => {
  test.each([
    ['id', 'C-0142'],
    ['url', 'https://desk.example/claims/C-0142'],
    ['qualifier', 'about'],
    ['value', { decimal: '400' }],
    ['base value', { decimal: '365.76' }],
    ['base low', { decimal: '329.184' }],
    ['figures', 2],
    ['corrections', '2026-02-01 correction: The length was of 1998.'],
    ['waived gates', 'primarySource: The drawings are lost.'],
    ['best source title', 'source b'],
    ['best source SHA-256', 'sha of b'],
    ['sources', 3],
    ['independent', 2],
    ['primary', 2],
    ['supporting', 1],
    ['refuting', 2],
    ['comparison', 'differs'],
    ['ratio', { decimal: '0.881349' }],
    ['difference %', { decimal: '-11.87' }],
    ['verdict', null],
    ['approver', null],
  ])('has %s', (name, value) => {
    expect(cell(name)).toEqual(value);
  });

  test('has empty cells and zero counts for a claim without figure, verdict and evidence', () => {
    const bare = {
      ...claim,
      figure: null,
      comparison: null,
      figures: 0,
      evidence: [],
      claimant: null,
    };
    expect(
      ['value', 'unit', 'comparison', 'ratio', 'best source title', 'rating value'].map((name) =>
        cell(name, bare),
      ),
    ).toEqual([null, null, null, null, null, null]);
    expect(cell('sources', bare)).toBe(0);
  });
});

test('the columns keep their order, since spreadsheets of users rely on it', () => {
  expect(CLAIM_COLUMNS.map(({ name }) => name).join(', ')).toBe(
    'id, url, status, article title, article url, captured at, quote, claim, claimant, said on, ' +
      'kind, priority, assignee, figure as written, qualifier, value, low, high, unit, base value, ' +
      'base unit, measure, as of, verdict, rating value, AVeriTeC label, reasons, corrected text, ' +
      'explanation, best source title, best source url, best source quote, best source SHA-256, ' +
      'sources, independent, primary, supporting, refuting, comparison, ratio, difference %, ' +
      'checker, approver, approved at, published url, corrections, updated at, figures, base low, ' +
      'base high, waived gates, best source quote found, quotes not found',
  );
});
