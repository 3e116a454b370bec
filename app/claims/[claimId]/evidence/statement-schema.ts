import { z } from 'zod';
import { DIRECTNESSES, STANCES } from '#domain/evidence/stance';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { optionalPassage, passage } from '#forms/fields';

/** What a reviewer says a source says; the same when it is attached and when it is edited. */
export const statementFields = {
  quote: passage('the words of the source', 5000),
  stance: z.enum(STANCES, { error: 'Choose a stance' }),
  directness: z.enum(DIRECTNESSES, { error: 'Choose a directness' }),
  note: optionalPassage('the note', MAX_NOTE_LENGTH),
};

export type StatementField = keyof typeof statementFields;
