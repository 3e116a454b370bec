// The names of the desk's cookies, in this one place.

export const COOKIE_PREFIX = 'plumbline';

/** The token of the session, signed. */
export const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;

/** That the password was right, and a code is asked for next. */
export const CHALLENGE_COOKIE = `${COOKIE_PREFIX}.two_factor`;

/** What setting two-factor sign-in up has to show on the page after next. */
export const SET_UP_COOKIE = `${COOKIE_PREFIX}.two_factor_setup`;
