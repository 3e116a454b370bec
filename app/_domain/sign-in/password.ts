/** Lengths in UTF-16 code units. @see NIST SP 800-63B-4, 3.1.1.2: length, not rules of composition. */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 128;
