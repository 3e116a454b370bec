import { z } from 'zod';
import { line, optionalAddress, optionalDay, optionalLine, revision } from './fields';
import { type FieldOf, type FormState, reshow } from './form-state';

/** What a reviewer says of an article or a source beside its text. */
export const documentDetails = {
  publisher: optionalLine('the publisher'),
  author: optionalLine('the author'),
  url: optionalAddress,
  publishedOn: optionalDay,
};

export const documentSchema = z.object({
  title: line('a title'),
  revision,
  ...documentDetails,
});

/** The details of an article: who says its whole text is asked of no source. */
export const articleSchema = documentSchema.extend({
  speaker: optionalLine('the speaker'),
});
export type ArticleField = DocumentField | 'speaker';

export type DetailsField = keyof typeof documentDetails;
type DocumentField = DetailsField | 'title' | 'revision';

/** A field of a form on a document as it stands now, and as it was typed. */
export type Standing = {
  readonly label: string;
  readonly now: string | null;
  readonly typed: string | null;
  /** How it stands now, where that is not what the form sends. */
  readonly nowInWords?: string;
};

const LABELS = {
  title: 'Title',
  publisher: 'Publisher',
  author: 'Author',
  url: 'Address',
  publishedOn: 'Published on',
} as const;

type Details = Readonly<Record<keyof typeof LABELS, string | null>>;

/** The details of an article. */
export const standingArticle = (now: Details & Speaker, typed: Details & Speaker): Standing[] => [
  ...standingDetails(now, typed),
  { label: 'Speaker of the whole text', now: now.speaker, typed: typed.speaker },
];
type Speaker = { readonly speaker: string | null };

/** What articles and sources have alike. */
export const standingDetails = (now: Details, typed: Details): Standing[] =>
  (Object.keys(LABELS) as (keyof typeof LABELS)[]).map((key) => ({
    label: LABELS[key],
    now: now[key],
    typed: typed[key],
  }));

/**
 * The form to show again when somebody changed the details while it was filled in: what stands in
 * the desk now where it differs, and the present revision, so that saving again is a decision.
 *
 * @param fields  all that the form asks for: what is left out would be lost in silence
 * @returns null when nothing differs: the form was sent twice, and what it asks for is there
 */
export function reshowChanged<Schema extends z.ZodObject>(
  schema: Schema,
  formData: FormData,
  revision: number,
  fields: readonly Standing[],
): FormState<FieldOf<Schema>> | null {
  const changes = fields
    .filter(({ now, typed }) => now !== typed)
    .map(({ label, now, nowInWords = now }) =>
      now ? `${label} is now “${nowInWords}”.` : `${label} is now empty.`,
    );
  if (changes.length === 0) return null;
  const state = reshow(schema, formData, {
    formErrors: [
      'Another person changed these details while you were writing. Your text is still here: save again to replace their change',
    ],
    changes,
  });
  return { ...state, values: { ...state.values, revision: String(revision) } };
}
