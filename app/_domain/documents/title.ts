import { cut } from '../text';

const LONGEST_TITLE = 160;

/** The first line of a text that has something on it, for a title; cut at a space when it is long. */
export function firstLine(text: string): string {
  const line = /\S.*/.exec(text)?.[0].trim() ?? '';
  if (line.length <= LONGEST_TITLE) return line || 'Untitled';
  const space = line.lastIndexOf(' ', LONGEST_TITLE);
  return `${cut(line, space > 0 ? space : LONGEST_TITLE)}…`;
}
