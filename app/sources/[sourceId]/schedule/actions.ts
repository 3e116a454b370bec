'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordSchedule } from '#data/captures/schedule';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { findSourceOf } from '../source-of';
import { type ScheduleField, scheduleSchema } from './schema';

/** Has a document captured again every so many days, or no more. */
export const setSchedule = keepingTyped(async function setSchedule(
  sourceId: string,
  _previous: FormState<ScheduleField>,
  formData: FormData,
): Promise<FormState<ScheduleField>> {
  const by = await permitted('source.add');
  if (!areIds(sourceId)) notFound();
  const form = parseForm(scheduleSchema, formData);
  if (!form.ok) return form.refusal;
  const source = await findSourceOf(sourceId, by);
  if (!source) notFound();
  const recorded = await recordSchedule(source.id, form.value.everyDays, toActor(by));
  if (!recorded.ok) {
    return reshow(scheduleSchema, formData, {
      fieldErrors: {
        everyDays: ['This source has no web address: enter the address of the source first'],
      },
    });
  }
  redirect(`/sources/${source.id}`);
});
