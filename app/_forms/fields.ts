import { z } from 'zod';
import { isDaySpan, parseDay } from '#domain/day';
import { MAX_ADDRESS_LENGTH, parseAddress } from '#domain/documents/web-address';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#domain/sign-in/password';
import { byteLength, cut, MAX_TEXT_BYTES, tooLongInWords } from '#domain/text';
import { lineProblem } from '#domain/texts/plain-line';

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

/** A day, year first, or nothing. */
export const optionalDay = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    if (!text) return null;
    const day = parseDay(text);
    if (day.ok) return day.value;
    context.addIssue({
      code: 'custom',
      message: `“${cut(text, 40)}” is not a date: write year-month-day, for example 2025-05-01`,
    });
    return z.NEVER;
  });

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

/** A day, a month, a year, or two of them with a slash between; or nothing. */
export const optionalDaySpan = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    if (!text) return null;
    if (isDaySpan(text)) return text;
    context.addIssue({
      code: 'custom',
      message: `“${cut(text, 40)}” is not a date: write 2025-05-01, 2025-05 or 2025, or a period such as 2025-04-28/2025-05-04`,
    });
    return z.NEVER;
  });
