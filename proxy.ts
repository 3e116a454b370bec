import { type NextRequest, NextResponse } from 'next/server';

/**
 * Lets only our own scripts run, each by a number used once, and tells the page its own address,
 * so that who signs in comes back to it. It refuses nobody: every page and action does that itself.
 */
export function proxy(request: NextRequest) {
  if (FILE.test(request.nextUrl.pathname)) return withPolicy(request, FILE_POLICY);
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === 'development' ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  return withPolicy(request, policy);
}

/** Where bytes that came from anybody are to be saved: whatever a browser does with them, no script runs. */
const FILE = /^\/(sources|claims)\/.+\/file$/;
const FILE_POLICY = "sandbox; default-src 'none'";

function withPolicy(request: NextRequest, policy: string) {
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-plumbline-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

// What answers with data has no page to protect, and is asked most often: bin/answers.mjs is enough for it.
export const config = {
  matcher: ['/((?!_next/|api/|exports/|notifications/unread|icon.svg).*)'],
};
