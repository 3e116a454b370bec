import { z } from 'zod';
import { DIRECTNESSES, STANCES } from '#domain/evidence/stance';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { optionalLine, optionalPassage, passage } from '#forms/fields';

/** The longest quote, in characters. */
export const MAX_QUOTE_LENGTH = 5000;

/** The answer to whether the source is independent: see independence-answer.ts. */
export const independenceFields = {
  independence: optionalPassage('the answer', 400),
  comesFrom: optionalLine('the name'),
  /** Whether the desk saw a reason to ask. */
  asked: z.literal('yes').optional().catch(undefined),
};

/** Where the cells of tables begin that were picked, as '12,48'. */
export const pickedCells = z
  .string()
  .optional()
  .transform((text) => (text?.match(/\d{1,9}/g) ?? []).slice(0, 100).map(Number));

/** What a reviewer says a source says; the same when it is attached and when it is edited. */
export const statementFields = {
  quote: passage('the words of the source', MAX_QUOTE_LENGTH),
  stance: z.enum(STANCES, { error: 'Choose a stance' }),
  directness: z.enum(DIRECTNESSES, { error: 'Choose a directness' }),
  note: optionalPassage('the note', MAX_NOTE_LENGTH),
  ...independenceFields,
};

export type StatementField = keyof typeof statementFields;
