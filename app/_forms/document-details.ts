import { z } from 'zod';
import { line, optionalAddress, optionalDay, optionalLine, revision } from './fields';
import { type FormState, reshow } from './form-state';

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

/**
 * The form to show again when somebody changed the details while it was filled in: what stands in
 * the desk now where it differs, and the present revision, so that saving again is a decision.
 *
 * @returns null when nothing differs: the form was sent twice, and what it asks for is there
 */
export function reshowChanged(
  formData: FormData,
  now: Details & { readonly revision: number },
  typed: Details,
): FormState<DocumentField> | null {
  const changes = (Object.keys(LABELS) as (keyof typeof LABELS)[])
    .filter((key) => now[key] !== typed[key])
    .map((key) => `${LABELS[key]} is now ${now[key] ? `“${now[key]}”` : 'empty'}.`);
  if (changes.length === 0) return null;
  const state = reshow(documentSchema, formData, {
    formErrors: [
      'Somebody changed these details while you were writing. What you typed is still here: save again to put it in place of theirs',
    ],
    changes,
  });
  return { ...state, values: { ...state.values, revision: String(now.revision) } };
}
