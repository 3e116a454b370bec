import { z } from 'zod';
import { line, optionalAddress, optionalDay, optionalLine, revision } from '#forms/fields';

/** What a reviewer says of an article or a source beside its text. */
export const documentDetails = {
  publisher: optionalLine('the publisher'),
  author: optionalLine('the author'),
  url: optionalAddress,
  publishedOn: optionalDay,
};

export const documentSchema = z.object({ title: line('a title'), revision, ...documentDetails });

export type DetailsField = keyof typeof documentDetails;
export type DocumentField = DetailsField | 'title' | 'revision';

const LABELS = {
  title: 'Title',
  publisher: 'Publisher',
  author: 'Author',
  url: 'Address',
  publishedOn: 'Published on',
} as const;

type Details = Readonly<Record<keyof typeof LABELS, string | null>>;

/** What stands in the desk now where it differs from what was typed, a sentence each. */
export const differencesInWords = (now: Details, typed: Details): string[] =>
  (Object.keys(LABELS) as (keyof typeof LABELS)[])
    .filter((key) => now[key] !== typed[key])
    .map((key) => `${LABELS[key]} is now ${now[key] ? `“${now[key]}”` : 'empty'}.`);
