import type { Token } from './tokens';

/** A double quotation mark of any shape. */
export const QUOTES: ReadonlySet<string> = new Set(['"', '“', '”', '„', '«', '»']);
/** Marks that open a quotation; a straight one closes as well. */
export const OPEN_QUOTES: ReadonlySet<string> = new Set(['"', '“', '„', '«']);
const CLOSE_QUOTES = new Set(['"', '”', '»']);

/** For each token of a sentence, whether it stands inside a quotation (its marks included). */
export function quotedTokens(tokens: readonly Token[]): boolean[] {
  const quoted = new Array<boolean>(tokens.length).fill(false);
  let open = -1;
  let isFirst = true;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.kind !== 'mark') continue;
    const mark = tokens[at]?.text ?? '';
    if (open >= 0 && CLOSE_QUOTES.has(mark)) {
      quoted.fill(true, open, at + 1);
      open = -1;
    } else if (open < 0 && isFirst && closesEarlier(tokens, at)) quoted.fill(true, 0, at + 1);
    else if (open < 0 && OPEN_QUOTES.has(mark)) open = at;
    else continue;
    isFirst = false;
  }
  if (open >= 0) quoted.fill(true, open);
  return quoted;
}

/** 'Nobody can deny that," she said': the quotation began in a sentence before. Not '5" of rain'. */
function closesEarlier(tokens: readonly Token[], at: number): boolean {
  const [mark, before, next] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (!mark || !before || !CLOSE_QUOTES.has(mark.text)) return false;
  return mark.text !== '"' || (!mark.spaced && next?.spaced !== false && before.kind !== 'number');
}

/** Nothing stands outside the quotation but a full stop. */
export const isWhollyQuoted = (tokens: readonly Token[], quoted: readonly boolean[]): boolean =>
  OPEN_QUOTES.has(tokens[0]?.text ?? '') &&
  tokens.every(({ kind }, at) => quoted[at] || kind === 'mark');

/** Whether a quotation is open at the end of a sentence; null where no mark says. */
export function isOpenAtEnd(tokens: readonly Token[], quoted: readonly boolean[]): boolean | null {
  const last = tokens.findLastIndex(({ kind, text }) => kind === 'mark' && QUOTES.has(text));
  if (last < 0) return null;
  if (last < tokens.length - 1) return quoted[last + 1] ?? false;
  return false;
}
