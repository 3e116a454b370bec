import { z } from 'zod';
import { DISMISS_REASONS, PRIORITIES } from '#domain/claims/claim';
import { REVIEW_STEP_NAMES, type ReviewStep } from '#domain/review/steps';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { optionalDayAhead, optionalPassage } from '#forms/fields';
import type { FieldOf, FormState } from '#forms/form-state';

const MAX_CHOSEN = 200;

/**
 * The steps that make sense for many at once. A public note is written for one claim, and a verdict is
 * approved where its explanation and its evidence are seen.
 */
export const BULK_STEPS = REVIEW_STEP_NAMES.filter(
  (step) => step !== 'correct' && step !== 'withdraw' && step !== 'approve',
);

/** A duplicate is one of another claim, which differs from claim to claim. */
export const BULK_DISMISS_REASONS = DISMISS_REASONS.filter((reason) => reason !== 'duplicate');

const STEPS = [...(BULK_STEPS as [ReviewStep, ...ReviewStep[]]), 'plan'] as const;

const blank = z.literal('').transform(() => null);

export const bulkSchema = z
  .object({
    // One 'number:revision' a line, as the rows showed them.
    claim: z
      .string({ error: 'Select at least one claim: tick its box' })
      .regex(/^\d{1,9}:\d{1,9}(?:\n\d{1,9}:\d{1,9})*$/, {
        error: 'Reload the page and choose again',
      })
      .transform((lines) =>
        lines.split('\n').map((line) => {
          const [number = 0, revision = 0] = line.split(':').map(Number);
          return { number, revision };
        }),
      )
      .refine((chosen) => chosen.length <= MAX_CHOSEN, {
        error: `Select at most ${MAX_CHOSEN} claims at once`,
      }),
    step: z.enum(STEPS, { error: 'Choose a step' }),
    dismissReason: z
      .union([blank, z.enum(BULK_DISMISS_REASONS)], { error: 'Choose a reason for dismissing' })
      .optional(),
    words: optionalPassage('the note', MAX_NOTE_LENGTH),
    assignee: z.union([blank, z.uuid()]).optional(),
    priority: z.union([blank, z.enum(PRIORITIES)]).optional(),
    dueOn: optionalDayAhead,
    noDueDay: z.literal('yes').optional(),
  })
  .superRefine(({ step, dismissReason, words, priority, dueOn, noDueDay }, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    // What every claim of the selection would be refused for is said once, and nothing is done.
    if (step === 'dismiss' && !dismissReason) {
      refuse('dismissReason', 'Choose a reason for dismissing');
    }
    if ((step === 'return' || step === 'reopen') && !words) {
      refuse('words', 'Enter a reason: the desk keeps it with each claim');
    }
    if (step === 'plan' && !priority && !dueOn && !noDueDay) {
      refuse('priority', 'Choose a priority or a due date');
    }
  });

export type BulkField = FieldOf<typeof bulkSchema>;

/** What became of a selection, in words: '12 accepted', and whom it was refused. */
export type BulkSummary = {
  readonly done: string | null;
  readonly refused: readonly {
    readonly number: number;
    readonly text: string | null;
    readonly why: string;
  }[];
};

export type BulkState = FormState<BulkField> & { readonly summary?: BulkSummary };
