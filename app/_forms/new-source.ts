import { z } from 'zod';
import { DOCUMENT_KINDS } from '#domain/documents/document';
import {
  fileField,
  optionalAddress,
  optionalDay,
  optionalLine,
  optionalPastedText,
} from './fields';

/** A new source as it is brought: alone, or with evidence. */
export const newSourceFields = {
  title: optionalLine('the title'),
  kind: z.enum(DOCUMENT_KINDS, { error: 'Choose the kind of source' }).optional(),
  publisher: optionalLine('the publisher'),
  publishedOn: optionalDay,
  url: optionalAddress,
  file: fileField,
  text: optionalPastedText,
  contact: optionalLine('the contact'),
  /** Why it never leaves the desk; empty for a source that may. */
  confidentialReason: optionalLine('the reason'),
};

export type NewSourceField = keyof typeof newSourceFields;
