import type { EventDraft } from '#data/record/record-events';

/** An event as an early version recorded it, which said less of itself. */
type Content = Pick<EventDraft, 'entityId'> & {
  readonly action: string;
  readonly entity: string;
} & Partial<Pick<EventDraft, 'claimId' | 'documentId' | 'before' | 'after'>>;

/** Desks are filled with the short events of early versions: they are read as those are. */
export const earlyEvent = (content: Content): EventDraft =>
  ({
    claimId: null,
    documentId: null,
    before: undefined,
    after: undefined,
    reason: null,
    version: 1,
    ...content,
  }) as EventDraft;
