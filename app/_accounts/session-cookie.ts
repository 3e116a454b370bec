import { createHmac, timingSafeEqual } from 'node:crypto';
import { findOpenSession, type OpenSession } from '#data/sign-in/sessions';
import { SESSION_COOKIE } from './cookies';
import { currentSecret } from './secrets';

/**
 * The session that a request comes with, or null. One signature and one prepared statement, and
 * nothing that waits: it is asked with every request, also before its body is read.
 *
 * @param cookies  the request's `cookie` header
 */
export function findSession(cookies: string | null | undefined): OpenSession | null {
  const token = findSigned(cookies, SESSION_COOKIE);
  return token === null ? null : findOpenSession(token);
}

/** Whether a request comes with a session that works now. bin/sessions.mjs asks this too. */
export const isSignedIn = (cookies: string | undefined): boolean => findSession(cookies) !== null;

/** Base64 of the 32 bytes of an HMAC with SHA-256. */
const SIGNATURE = /^[A-Za-z0-9+/]{43}=$/;

/** What stands in a cookie that the account library signed, as it signs: "value.signature". */
export function findSigned(cookies: string | null | undefined, name: string): string | null {
  const value = findCookie(cookies ?? '', name);
  const dot = value?.lastIndexOf('.') ?? -1;
  if (!value || dot < 1) return null;
  const [signed, signature] = [value.slice(0, dot), value.slice(dot + 1)];
  if (!SIGNATURE.test(signature)) return null;
  const right = createHmac('sha256', currentSecret()).update(signed).digest();
  return timingSafeEqual(Buffer.from(signature, 'base64'), right) ? signed : null;
}

function findCookie(cookies: string, name: string): string | null {
  const start = `${name}=`;
  const found = cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(start));
  if (!found) return null;
  try {
    return decodeURIComponent(found.slice(start.length));
  } catch {
    return null;
  }
}
