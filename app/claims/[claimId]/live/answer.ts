import type { ClaimStatus } from '#domain/claim';
import type { News } from '#domain/news';

/** What an open page of a claim is told every few seconds. */
export type LiveAnswer = {
  /** Who else has it open, as a sentence; '' where nobody has. */
  readonly here: string;
  /** What others changed since the page was made. */
  readonly news: News | null;
  readonly status: ClaimStatus;
  /** How many notifications this person has not read. */
  readonly unread: number;
};
