/** Which suggestions of a text with very many statements are written. */
export const CHOICES = ['mostWorth', 'all', 'none'] as const;
export type Choice = (typeof CHOICES)[number];

/** More suggestions than this in one article are written only when somebody has said which. */
export const MOST_UNASKED = 2000;
