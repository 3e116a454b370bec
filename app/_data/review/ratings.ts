import type { Rating } from '#domain/review/rating';
import { FIRST_SCALE } from '#domain/review/rating';
import type { RatingModel } from '#prisma/models';
import { prepared, reader, write } from '../database/db';
import { event, recordEvents, THE_DESK } from '../record/record-events';

/** The desk's scale in its order, without the ratings that are retired. */
export function listRatings(): Rating[] {
  return prepared<[], RatingModel>('SELECT * FROM "Rating" WHERE NOT "retired" ORDER BY "order"')
    .all()
    .map((row) => toRating({ ...row, retired: Boolean(row.retired) }));
}

/** The desk's scale in its order, the ratings that are retired too. */
export async function listAllRatings(): Promise<Rating[]> {
  return (await reader().rating.findMany({ orderBy: { order: 'asc' } })).map(toRating);
}

/** A rating, retired or not, or null when the scale never had it. */
export async function findRating(key: string): Promise<Rating | null> {
  const row = await reader().rating.findUnique({ where: { key } });
  return row && toRating(row);
}

const toRating = ({ averitecLabel, ...row }: RatingModel): Rating => ({
  ...row,
  averitecLabel: averitecLabel as Rating['averitecLabel'],
});

/** Gives a new desk its scale. A desk that has one keeps it as it is. */
export async function recordFirstScale(): Promise<void> {
  await write(async (tx) => {
    if ((await tx.rating.count()) > 0) return;
    await tx.rating.createMany({ data: FIRST_SCALE.map((rating) => ({ ...rating })) });
    await recordEvents(
      tx,
      THE_DESK,
      FIRST_SCALE.map((rating) => event('rating.added', rating.key, { after: { ...rating } })),
    );
  });
}
