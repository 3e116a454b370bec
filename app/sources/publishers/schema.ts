import { z } from 'zod';
import { formId, line, optionalLine, optionalPassage, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

const LONGEST = 10_000;

const publisherFields = {
  name: line('the name of the publisher', 200),
  otherNames: optionalPassage('the other names', LONGEST),
  hosts: optionalPassage('the addresses', LONGEST),
  owner: optionalLine('the owner', 200),
};

export const newPublisherSchema = z.object({ id: formId, ...publisherFields });

export const publisherSchema = z.object({
  revision,
  step: z.enum(['save', 'remove']),
  ...publisherFields,
});

export type NewPublisherField = FieldOf<typeof newPublisherSchema>;
export type PublisherField = FieldOf<typeof publisherSchema>;
