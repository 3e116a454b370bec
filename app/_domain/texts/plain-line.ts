/**
 * Characters that no line may have, since they are invisible or change how the line is read:
 * control characters, and those that reverse the direction of the text. Marks for right-to-left
 * words are allowed.
 *
 * @see Unicode Technical Report 36, 3.1, on bidirectional text spoofing
 */
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029\ufff9-\ufffb]/u;

/** A character that shows: what has none of them shows as nothing, or as blank. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Why a line is no plain one: a name, a title, a reason. `what` completes "out of …".
 *
 * @returns a sentence without its full stop, or null
 */
export function lineProblem(text: string, what: string): string | null {
  const [hidden] = HIDDEN.exec(text) ?? [];
  if (hidden !== undefined) {
    const before = text.slice(0, text.indexOf(hidden)).slice(-20);
    const place = VISIBLE.test(before) ? `, after “${before.trim()}”` : '';
    return `Remove the invisible character ${codeOf(hidden)} from ${what}${place}`;
  }
  if (text !== '' && !VISIBLE.test(text)) return `Use visible letters for ${what}`;
  return null;
}

const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const HIDDEN_EACH = new RegExp(HIDDEN, 'gu');

/**
 * A text of several lines with a visible mark in place of each character that would hide in it or turn
 * it about; nothing else is changed, and its length is the same.
 */
export const withVisibleMarks = (text: string): string =>
  HIDDEN.test(text) ? text.replace(HIDDEN_EACH, toMark) : text;

function toMark(character: string): string {
  if (/[\t\n\r\u2028\u2029]/.test(character)) return character;
  const code = character.charCodeAt(0);
  // Unicode has pictures of the control characters of ASCII.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
