/** Stands for the desk's own address, which is nobody's: by RFC 2606 no host has this name. */
const DESK = 'http://desk.invalid';

/**
 * Where to go after signing in: a path of the desk itself, or its front page, so that no link leads
 * out of the desk. It is judged as a browser resolves it, and returned resolved: "/.//other.example"
 * begins with one slash as it is written, and with two once its dot is gone.
 */
export function toReturnPath(asked: string | null | undefined): string {
  if (!asked || asked.length > 2000) return '/';
  // A browser drops tabs and line ends, and reads a backslash as a slash.
  if (!/^\/[^\\\s\p{Cc}]*$/u.test(asked) || !URL.canParse(asked, DESK)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, DESK);
  if (origin !== DESK || pathname.startsWith('//')) return '/';
  return pathname + search + hash;
}
