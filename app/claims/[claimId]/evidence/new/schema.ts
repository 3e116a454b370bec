import { z } from 'zod';
import { DIRECTNESSES, STANCES } from '#domain/evidence/stance';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { formId, optionalPassage } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';
import { newSourceFields } from '#forms/new-source';
import { moreQuoteFields } from '../more-quotes';
import {
  independenceFields,
  MAX_QUOTE_LENGTH,
  pickedCells,
  statementFields,
} from '../statement-schema';

/** Where the words are still to be chosen, nothing need be said of them. */
const laterFields = {
  quote: optionalPassage('the words of the source', MAX_QUOTE_LENGTH),
  stance: z.enum(STANCES).optional().catch(undefined),
  directness: z.enum(DIRECTNESSES).optional().catch(undefined),
  note: optionalPassage('the note', MAX_NOTE_LENGTH),
  ...independenceFields,
  cells: z.string().optional(),
};

/** What a button of the form does. */
const STEPS = ['open', 'search', 'asText', 'attach'] as const;

export const newEvidenceSchema = z.object({
  id: formId,
  /** The id of a source the desk holds, or empty for a new one. */
  source: z.uuid().or(z.literal('')).optional(),
  /** The id of an earlier source whose button was pressed: its words are chosen next. */
  chosen: z.uuid().optional().catch(undefined),
  /** Made with the form, for a source that is new. */
  newSource: formId.optional(),
  /** Without one, as when Enter is pressed: the evidence if there is a quote, else the source. */
  step: z.enum(STEPS).optional().catch(undefined),
  ...newSourceFields,
  ...laterFields,
  ...moreQuoteFields,
});

/** What must be said once there are words to say it of. */
export const statementSchema = z.object({
  ...statementFields,
  ...moreQuoteFields,
  cells: pickedCells,
});

/** The source is there, and its words are chosen. */
export const wordsSchema = z.object({
  id: formId,
  ...statementFields,
  ...moreQuoteFields,
  cells: pickedCells,
});

export type NewEvidenceField = FieldOf<typeof newEvidenceSchema>;
export type WordsField = FieldOf<typeof wordsSchema>;

/** What a person may have typed of the statement before the source is there, as the address has it. */
export const TYPED_FIELDS = [
  ...['quote', 'quote2', 'quote3', 'quote4', 'quote5', 'quote6'],
  ...['stance', 'directness', 'note', 'independence', 'comesFrom', 'cells'],
] as const;

/** What a person may have typed of a source before searching for an earlier one; nothing secret. */
export const DETAIL_FIELDS = ['title', 'publisher', 'publishedOn', 'url', 'kind'] as const;
