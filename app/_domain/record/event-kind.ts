/** By what a history is filtered. */
export const EVENT_FILTERS = {
  wording: 'Wording',
  review: 'Steps of the review',
  figures: 'Figures',
  evidence: 'Evidence and sources',
  verdicts: 'Verdicts',
  comments: 'Comments',
  articles: 'Articles',
  people: 'Accounts and sign-ins',
  reports: 'Reports',
  desk: 'The desk itself',
} as const;

export type EventFilter = keyof typeof EVENT_FILTERS;
export const EVENT_FILTER_NAMES = Object.keys(EVENT_FILTERS) as readonly EventFilter[];

/** Those that the history of a claim can have. */
export const CLAIM_EVENT_FILTERS = [
  'wording',
  'review',
  'figures',
  'evidence',
  'verdicts',
  'comments',
] as const satisfies readonly EventFilter[];

/** What events are about, as they call it. */
export type EventEntity =
  | ClaimEntity
  | DeskEntity
  // These have events of their own only where they were changed outside the desk.
  | 'appearance'
  | 'submission'
  | 'approval'
  | 'publication'
  | 'correction';

type ClaimEntity =
  | 'claim'
  | 'quantity'
  | 'evidence'
  | 'figurePair'
  | 'verdict'
  | 'waiver'
  | 'comment'
  | 'party'
  | 'rating';

type DeskEntity =
  | 'document'
  | 'capture'
  | 'documentLink'
  | 'publisher'
  | 'user'
  | 'invitation'
  | 'session'
  | 'signIn'
  | 'report'
  | 'savedView'
  | 'record'
  | 'desk';

/** One kind of event. A part that is forgotten does not compile. */
export type EventKind = {
  /** What it is about; any where its events say it themselves. */
  readonly entity: EventEntity | 'any';
  /** By what it is found in a history. */
  readonly filter: EventFilter;
  /**
   * Of the content of its new events, raised when that takes another shape: it stands in their hash.
   * Version 1 is whatever was recorded before there were versions.
   */
  readonly version: number;
  /** Whether a reading does it, which is the desk's own work; see actorInWords. */
  readonly byReading?: true;
  /** What was done, as the end of a sentence that begins with who did it. */
  readonly words: string;
};

/** An event that says what was so before, and what is so after it. */
export type EventChange<Before, After> = { readonly before: Before; readonly after: After };
/** An event that says what is so after it. */
export type Says<After> = { readonly before?: never; readonly after: After };
/** An event that says all by its name. */
export type Nothing = { readonly before?: never; readonly after?: never };

/** Which revision its claim, or its document, came to by the event. */
export type EventRevision = { readonly revision: number };
