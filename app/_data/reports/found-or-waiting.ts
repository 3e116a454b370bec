/** Whether a quote was found, as reports have it: a copy that is not here yet was not searched. */
export const FOUND_OR_WAITING = `CASE WHEN e."quoteFound" IS NULL AND e."captureId" IS NOT NULL
  THEN 'waiting' ELSE e."quoteFound" END AS "quoteFound"`;
