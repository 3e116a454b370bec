/** Words before a number that make it a label: 'Section 427', 'page 12'. Singular, or a plural before several. */
const LABEL_WORDS = new Set(
  `section article chapter page part phase stage step room gate platform route highway
  interstate flight bus line channel exit volume vol issue no nos number figure table item act bill resolution rule
  clause schedule title paragraph game round week day group pool level tier category class type model series version
  season episode grade unit district ward area zone sector block lot floor apartment apt suite box exhibit amendment
  proposition prop mark windows iphone android ios galaxy xbox playstation boeing airbus mersenne psalm verse
  covid formula u under-
  fig figs eq eqs equation ref refs reference col column row appendix annex sect para pp footnote panel plate sheet slide
  sample specimen patient participant subject animal case site hole borehole clone strain lane complex compound fraction
  experiment trial simulation scenario cohort arm pier clinic ward dock berth bay hall pavilion cell reactor barrack
  camp checkpoint precinct courtroom locker track question point-of-order order form code zip postcode pin badge serial
  ticket-number chromosome exon isolate well month year bed seat terminal bin drawer shelf folio stanza strophe unit
  station substation barracks pit plot parcel apparatus`.split(/\s+/),
);

/** Labels that are also times, so that '40 people' may stand right after them: 'this week 40 people'. */
export const TIME_LABELS: ReadonlySet<string> = new Set([
  'week',
  'day',
  'month',
  'year',
  'season',
  'round',
  'game',
  'episode',
]);

/** Whether a lower-case word before a number, singular or plural, makes the number a label. */
export const isLabelWord = (lower: string): boolean =>
  LABEL_WORDS.has(lower) ||
  (lower.length > 3 && lower.endsWith('s') && LABEL_WORDS.has(lower.slice(0, -1))) ||
  (lower.endsWith('es') && LABEL_WORDS.has(lower.slice(0, -2)));
