/** Passwords and codes are never sent back to the page or kept in it, and what begins with a dollar is Next's own. */
export const NEVER_SENT_BACK = /^(\$.*|password|current|off|code)$/;
