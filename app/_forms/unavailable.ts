import { type Unavailable, unavailableBy, unavailableInWords } from '#domain/unavailable';

const STATUS: Readonly<Record<Unavailable, number>> = { busy: 503, low: 507, full: 507 };

/**
 * What to answer a program with where nothing can be saved for now.
 *
 * @throws the error itself, when it says anything else
 */
export function answerUnavailable(error: unknown): Response {
  const refused = unavailableBy(error);
  if (!refused) throw error;
  return Response.json(
    { refused, sentence: `${unavailableInWords(refused)}.` },
    { status: STATUS[refused], headers: { 'cache-control': 'no-store', 'retry-after': '60' } },
  );
}
