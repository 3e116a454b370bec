import { z } from 'zod';
import { optionalAddress, optionalDay, optionalLine } from '#forms/fields';

/** What a reviewer says of an article beside its text. */
export const articleDetails = {
  publisher: optionalLine('the publisher'),
  author: optionalLine('the author'),
  url: optionalAddress,
  publishedOn: optionalDay,
};

export const articleDetailsSchema = z.object(articleDetails);
export type ArticleDetailsField = keyof typeof articleDetails;
