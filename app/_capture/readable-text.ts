import { cut, toReadableText } from '#domain/text';

// Marks that nobody sees, and that keep words from being found: soft hyphens, zero width spaces,
// and those that turn the direction of writing around.
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f-\x9f]/g;

/**
 * Text as every reader of a file returns it: NFC, no control characters, paragraphs apart.
 *
 * Ends are trimmed line by line: a pattern for spaces at an end starts again at each space of a
 * run, and a file with a million of them would block the desk.
 */
export function toCaptureText(raw: string): string {
  return toReadableText(raw)
    .replace(/[\f\v\u0085\u2028]/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(CONTROLS, '')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** A title or name on one line; null when there is nothing in it. */
export function toLine(raw: string | null | undefined): string | null {
  const line = toCaptureText(raw ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return cut(line, MAX_LINE) || null;
}

/** Longer ones are no titles. */
const MAX_LINE = 500;

/** A language tag in its canonical form, 'en-GB'; null for what is none. */
export function toLanguage(raw: string | null | undefined): string | null {
  try {
    return Intl.getCanonicalLocales((raw ?? '').trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}
