import { z } from 'zod';
import { line, revision } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';
import { articleDetails } from '../../details-schema';

export const articleSchema = z.object({ title: line('a title'), revision, ...articleDetails });

export type ArticleField = FieldOf<typeof articleSchema>;
