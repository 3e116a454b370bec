import { z } from 'zod';
import { DIRECTNESSES, STANCES } from '#domain/evidence/stance';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { formId, optionalPassage } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';
import { newSourceFields } from '#forms/new-source';
import { statementFields } from '../statement-schema';

/** Where the words are still to be chosen, nothing need be said of them. */
const laterFields = {
  quote: optionalPassage('the words of the source', 5000),
  stance: z.enum(STANCES).optional().catch(undefined),
  directness: z.enum(DIRECTNESSES).optional().catch(undefined),
  note: optionalPassage('the note', MAX_NOTE_LENGTH),
};

export const newEvidenceSchema = z.object({
  id: formId,
  /** The id of a source the desk holds, or empty for a new one. */
  source: z.uuid().or(z.literal('')).optional(),
  /** Made with the form, for a source that is new. */
  newSource: formId.optional(),
  ...newSourceFields,
  ...laterFields,
});

/** What must be said once there are words to say it of. */
export const statementSchema = z.object(statementFields);

/** The second part: the source is there, and its words are chosen. */
export const wordsSchema = z.object({ id: formId, ...statementFields });

export type NewEvidenceField = FieldOf<typeof newEvidenceSchema>;
export type WordsField = FieldOf<typeof wordsSchema>;
