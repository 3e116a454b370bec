/** How the anchor of the record was found broken. */
const ANCHOR_BREAKS = ['missing', 'emptied', 'behind', 'unlike'] as const;
export type AnchorBreakKind = (typeof ANCHOR_BREAKS)[number];

const WORDS: Readonly<Record<AnchorBreakKind, string>> = {
  missing: 'was missing',
  emptied: 'was empty',
  behind: 'ended before the record: it was shortened, or the desk could not write to it',
  unlike:
    'did not have the events of this record: the anchor or the database belongs to another desk',
};

/** What an event of a broken anchor says, as the end of a sentence that begins with the anchor. */
export const anchorBreakInWords = (kind: AnchorBreakKind): string => WORDS[kind];

/** The kind in a text from the record; what is none is the one that says least. */
export const toAnchorBreakKind = (text: unknown): AnchorBreakKind =>
  ANCHOR_BREAKS.find((kind) => kind === text) ?? 'unlike';
