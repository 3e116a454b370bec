/**
 * Text as the desk keeps it, so that a place in it means the same everywhere: line ends are LF,
 * there is no NUL (SQLite and HTML both cut at it) and no half of a surrogate pair (UTF-8 has none).
 */
export function toReadableText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .toWellFormed();
}

/** The longest note, reason or answer that a form takes beside its subject. In UTF-16 code units. */
export const MAX_NOTE_LENGTH = 2000;

/** The beginning of a text, at most so many UTF-16 code units of it, and no character cut in half. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : withoutHalves(text.slice(0, most));

/** Part of a text without the halves of characters that cutting it out has left at its ends. */
export const withoutHalves = (part: string): string =>
  part.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

/** A text for a search that minds neither accents nor capitals nor ligatures: 'Ökonom' as 'okonom'. */
export const foldForSearch = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Length of a text in bytes of UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < text.length) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

/** What the desk takes as one article or source: 5 MB. */
export const MAX_TEXT_BYTES = 5 * 1024 * 1024;

/** A size for people: '5.2 MB'. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The sentence for a text that is over the limit. */
export const tooLongInWords = (bytes: number) =>
  `This text is ${sizeInWords(bytes)} long. The desk takes at most ${sizeInWords(MAX_TEXT_BYTES)}: paste the text in parts`;
