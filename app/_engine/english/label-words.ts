/** Words before a number that make it a label: 'Section 427', 'page 12'. */
export const LABELS: ReadonlySet<string> = new Set(
  `section sections article articles chapter page pages part parts phase stage step room gate platform route highway
  interstate flight bus line channel exit volume vol issue no nos number numbers figure table item act bill resolution rule
  clause schedule title paragraph game round week day group pool level tier category class type model series version
  season episode grade unit district ward area zone sector block lot floor apartment apt suite box exhibit amendment
  proposition prop mark windows iphone android ios galaxy xbox playstation boeing airbus mersenne psalm verse chapter
  covid formula u under-`.split(/\s+/),
);
