/** A text and the encoding it was found to be in. */
export type DecodedText = { readonly text: string; readonly charset: string };

/**
 * Turns bytes into text: by the mark at their start, else by what server or page say of it, if
 * that can be true, else by a guess. Never fails: what fits nothing has replacement characters.
 *
 * @param declared  the content-type header
 * @param meta      what the page says of itself: '<meta charset>'
 * @param whole     false when the bytes are cut off, and may end within a character
 * @see WHATWG HTML, 13.2.3.2, determining the character encoding.
 */
export function decodeText(
  bytes: Uint8Array,
  {
    declared = null,
    meta = null,
    whole = true,
  }: {
    readonly declared?: string | null | undefined;
    readonly meta?: string | null;
    readonly whole?: boolean;
  } = {},
): DecodedText {
  const marked = markedCharset(bytes) ?? guessUtf16(bytes);
  if (marked) return decodeAs(marked, bytes);
  const [, named = null] = /\bcharset\s*=\s*["']?([\w:.-]+)/i.exec(declared ?? '') ?? [];
  const utf8 = tryDecode('utf-8', bytes, whole);
  for (const label of [named, meta]) {
    const charset = label && toCharset(label);
    if (!charset) continue;
    // Valid UTF-8 with characters beyond ASCII is not another encoding by chance; windows-1252 is
    // the default of servers without a setting.
    if (charset === 'windows-1252' && utf8 !== null) break;
    const text = tryDecode(charset, bytes, whole);
    if (text !== null) return { text, charset };
  }
  if (utf8 !== null) return { text: utf8, charset: 'utf-8' };
  return decodeAs(guessCharset(bytes), bytes);
}

/** Finds '<meta charset>' where browsers look for it, and somewhat further on. */
export function findMetaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8_192)).toString('latin1');
  const [, label = null] =
    /<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head) ??
    [];
  // A page that can be read as ASCII up to here is not in UTF-16.
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function markedCharset([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** Most text has half of its bytes zero in UTF-16, all on the same side. */
function guessUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4_096) & ~1;
  if (length < 4) return null;
  const zeros = [0, 0] as [number, number];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[(i & 1) as 0 | 1]++;
  const half = length / 2;
  if (zeros[1] > half * 0.4 && zeros[0] < half * 0.05) return 'utf-16le';
  if (zeros[0] > half * 0.4 && zeros[1] < half * 0.05) return 'utf-16be';
  return null;
}

function toCharset(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function tryDecode(charset: string, bytes: Uint8Array, whole: boolean): string | null {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: !whole });
    return charset === 'windows-1252' ? mendWindows1252(text) : text;
  } catch {
    return null;
  }
}

function decodeAs(charset: string, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(charset).decode(bytes);
  return { text: charset === 'windows-1252' ? mendWindows1252(text) : text, charset };
}

const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Some versions of Node read windows-1252 as ISO 8859-1, which has control characters there. */
const mendWindows1252 = (text: string) =>
  text.replace(/[\x80-\x9f]/g, (each) => WINDOWS_1252[each.charCodeAt(0) - 0x80] ?? each);

/**
 * Guesses among the encodings in which Western and Russian pages were written before UTF-8. In
 * Western text, letters beyond ASCII stand alone among others; in Russian they are whole words.
 */
function guessCharset(bytes: Uint8Array): string {
  let high = 0;
  let besideHigh = 0;
  const length = Math.min(bytes.length, 64 * 1_024);
  for (let i = 0; i < length; i++) {
    if ((bytes[i] as number) < 0xc0) continue;
    high++;
    if ((bytes[i + 1] ?? 0) >= 0xc0 || (bytes[i - 1] ?? 0) >= 0xc0) besideHigh++;
  }
  if (high === 0 || besideHigh / high < 0.6) return 'windows-1252';
  const sample = bytes.subarray(0, length);
  const [best] = ['windows-1251', 'koi8-r'].sort(
    (a, b) => lowerCaseShare(b, sample) - lowerCaseShare(a, sample),
  );
  return best ?? 'windows-1251';
}

/** The wrong one of the two has most letters in the wrong case. */
function lowerCaseShare(charset: string, bytes: Uint8Array): number {
  const text = new TextDecoder(charset).decode(bytes);
  const lower = text.match(/[а-я]/g)?.length ?? 0;
  const upper = text.match(/[А-Я]/g)?.length ?? 0;
  return lower / Math.max(1, lower + upper);
}
