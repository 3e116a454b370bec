/**
 * Where to go after signing in: a path of the desk itself, or its front page. Anything that a
 * browser could read as another host is refused, so that a link cannot lead out of the desk.
 */
export function toReturnPath(asked: string | null | undefined): string {
  if (!asked || asked.length > 2000) return '/';
  // A browser drops tabs and line ends, and reads a backslash as a slash.
  if (!/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(asked)) return '/';
  return asked;
}
