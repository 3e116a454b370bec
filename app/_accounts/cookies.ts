// The names of the desk's cookies, in this one place.

/** Whether browsers open the desk by https; bin/desk.mjs sets the address. */
export const IS_HTTPS = process.env.PUBLIC_URL?.startsWith('https:') ?? false;

/**
 * By https a browser takes a cookie of such a name only from this very host, by https, for all of its
 * paths: neither another host of the same domain nor anybody on the network can set one.
 */
export const COOKIE_PREFIX = IS_HTTPS ? '__Host-plumbline' : 'plumbline';

/** The token of the session, signed. */
export const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;

/** Set after the right password, when a code is the next step. */
export const CHALLENGE_COOKIE = `${COOKIE_PREFIX}.two_factor`;

/** What setting two-factor sign-in up has to show on the page after next. */
export const SET_UP_COOKIE = `${COOKIE_PREFIX}.two_factor_setup`;
