import type { ClaimStatus } from '#domain/claims/claim';
import { isEditable, isUnderWork } from '#domain/claims/claim';
import type { News } from '#domain/record/news';

/** The answer to an open page of a claim, every few seconds. */
export type LiveAnswer = {
  /** The other people who have it open, as a sentence; '' if there are none. */
  readonly here: string;
  /** What others changed since the page was made. */
  readonly news: News | null;
  readonly forms: OpenForms;
  /** How many notifications this person has not read. */
  readonly unread: number;
};

/** Which forms a claim has now: 2 is all of them, 1 those of its wording and figures, 0 none. */
export type OpenForms = 0 | 1 | 2;

export function openForms(status: ClaimStatus): OpenForms {
  if (isUnderWork(status)) return 2;
  return isEditable(status) ? 1 : 0;
}
