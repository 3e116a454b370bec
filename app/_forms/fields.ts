import { z } from 'zod';
import { dayOf } from '#domain/day';
import { MAX_ADDRESS_LENGTH, parseAddress } from '#domain/documents/web-address';
import type { Result } from '#domain/result';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#domain/sign-in/password';
import { byteLength, MAX_TEXT_BYTES, tooLongInWords } from '#domain/text';
import { lineProblem } from '#domain/texts/plain-line';
import {
  type DayReading,
  type DayRefusal,
  dayRefusalInWords,
  readTypedDay,
  readTypedDays,
} from '#domain/typed-day';
import { timeZone } from '#process/time-zone';

/** A text of several lines that must be filled in. `what` completes "Enter …". */
export const passage = (what: string, max: number) =>
  z
    .string({ error: `Enter ${what}` })
    .trim()
    .min(1, { error: `Enter ${what}` })
    .max(max, { error: tooMany(what, max) });

/** A text of several lines that may stay empty, which is null. */
export const optionalPassage = (what: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: tooMany(what, max) })
    .optional()
    .transform((text) => text || null);

/** A line that must be filled in: a name, a title, a reason. `what` completes "Enter …". */
export const line = (what: string, max = 300) =>
  passage(what, max).overwrite(asOneLine).superRefine(plain(what));

/** A line that may stay empty, which is null. */
export const optionalLine = (what: string, max = 300) =>
  z
    .string()
    .overwrite(asOneLine)
    .trim()
    .max(max, { error: tooMany(what, max) })
    .superRefine(plain(what))
    .optional()
    .transform((text) => text || null);

const tooMany = (what: string, max: number) =>
  `Use at most ${max.toLocaleString('en')} characters for ${what}`;

/** A line is pasted with tabs and line ends in it, which are blanks there. */
const asOneLine = (text: string) => text.replace(/[\t\r\n]+/g, ' ');

const plain = (what: string) => (text: string, context: z.RefinementCtx) => {
  const message = lineProblem(text, what);
  if (message) context.addIssue({ code: 'custom', message });
};

/** A day in the ways in which people write one, or nothing; without a year, one that is past. */
export const optionalDay = typedDay((text) => readTypedDay(text, reading('past')));

/** The same for a day that is still to come. */
export const optionalDayAhead = typedDay((text) => readTypedDay(text, reading('future')));

/** A day, a month, a year, or a period of two of them; or nothing. */
export const optionalDaySpan = typedDay((text) => readTypedDays(text, reading('past')), true);

function reading(side: DayReading['side']): DayReading {
  return { today: dayOf(new Date(), timeZone()), side };
}

function typedDay(read: (text: string) => Result<string, DayRefusal>, isPeriod = false) {
  return z
    .string()
    .trim()
    .optional()
    .transform((text, context) => {
      if (!text) return null;
      const day = read(text);
      if (day.ok) return day.value;
      const message = dayRefusalInWords(day.refusal, isPeriod);
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}

/** A web address, or nothing. Only http and https, so that a link can never run a script. */
export const optionalAddress = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    if (!text) return null;
    const read = parseAddress(text);
    const { protocol = '', href = '' } = read.ok ? read.value : {};
    if (protocol === 'http:' || protocol === 'https:') return href;
    const isTooLong = !read.ok && read.refusal.kind === 'addressTooLong';
    context.addIssue({
      code: 'custom',
      message: isTooLong
        ? `Use an address of at most ${MAX_ADDRESS_LENGTH.toLocaleString('en')} characters`
        : 'Enter a web address that begins with http:// or https://',
    });
    return z.NEVER;
  });

/** A long text, kept as it was pasted: at most 5 MB. `what` completes "Paste …". */
export const pastedText = (what: string) =>
  z
    .string({ error: `Paste ${what}` })
    .transform(asPasted)
    .refine((text) => text.trim() !== '', { error: `Paste ${what}` })
    .refine((text) => byteLength(text) <= MAX_TEXT_BYTES, { error: tooLong });

/** The same where another field may stand in its place: '' when nothing was pasted. */
export const optionalPastedText = z
  .string()
  .transform(asPasted)
  .refine((text) => byteLength(text) <= MAX_TEXT_BYTES, { error: tooLong })
  .optional()
  .transform((text) => (text?.trim() ? text : ''));

/** A form sends every line end as two characters, whatever was pasted; the field held one. */
function asPasted(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** The sentence for a text that is over the limit. */
function tooLong(issue: { readonly input?: unknown }): string {
  return tooLongInWords(byteLength(String(issue.input ?? '')));
}

/** A file comes beside the fields, see `document-input.ts`; its name is here for its errors. */
export const fileField = z.string().optional();

/** An id made when the form was shown, so that a form sent twice is recorded once. */
export const formId = z.uuidv7({ error: 'Reload the page and send the form again' });

const count = z
  .string({ error: 'Reload the page and send the form again' })
  .regex(/^\d{1,9}$/, { error: 'Reload the page and send the form again' })
  .transform(Number);

/** The revision the form was shown at. */
export const revision = count;

/** A place in a text, which the form may leave empty. */
export const optionalPlace = z.union([z.literal('').transform(() => undefined), count]).optional();

/** A password to be set. Length is all that is asked of it. */
export const newPassword = z
  .string({ error: 'Choose a password' })
  .min(MIN_PASSWORD_LENGTH, {
    error: `Choose a password of at least ${MIN_PASSWORD_LENGTH} characters`,
  })
  .max(MAX_PASSWORD_LENGTH, {
    error: `Choose a password of at most ${MAX_PASSWORD_LENGTH} characters`,
  });
