import type { EventEntity } from '#domain/record/event-kind';
import type { Table } from '../record/fields';

/** The table of what an event is about, by the event's entity. */
const TABLES: Readonly<Record<EventEntity, Table | null>> = {
  claim: 'Claim',
  quantity: 'Quantity',
  evidence: 'Evidence',
  figurePair: 'FigurePair',
  verdict: 'Verdict',
  waiver: 'Waiver',
  comment: 'Comment',
  document: 'Document',
  capture: 'Capture',
  documentLink: 'DocumentLink',
  publisher: 'Publisher',
  user: 'User',
  party: 'Party',
  rating: 'Rating',
  // These have events of their own only where they were changed outside the desk.
  appearance: 'Appearance',
  submission: 'Submission',
  approval: 'Approval',
  publication: 'Publication',
  correction: 'Correction',
  // These happen without changing a row that the record vouches for.
  record: null,
  desk: null,
  report: null,
  savedView: null,
  session: null,
  signIn: null,
  invitation: null,
};

const ENTITIES = Object.keys(TABLES) as EventEntity[];

/** The table of what an event is about; null where it is about no row, or is none of the desk's. */
export const tableOf = (entity: string): Table | null =>
  Object.hasOwn(TABLES, entity) ? TABLES[entity as EventEntity] : null;

/** What the events about rows of a table call them. */
export const entityOf = (table: Table): EventEntity => {
  const found = ENTITIES.find((entity) => TABLES[entity] === table);
  if (!found) throw new Error(`No event is about rows of ${table}.`);
  return found;
};
