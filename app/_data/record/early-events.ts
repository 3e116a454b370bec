import type { Json } from '#domain/canonical-json';
import { asFields, type Fields, type Table } from './fields';

// Events of version 1 are those from before there were versions. Their shape changed several times;
// which one an event has is told by the keys that it has. Nothing is added here any more: a kind
// whose content takes another shape gets its next version.

/** What an event of version 1 said in another shape than now, or did not say. */
export type Early = {
  /** Tables in which it left rows that it does not name. */
  readonly unnamed: readonly Table[];
  /** Fields that it changed, or began, without saying to what; of all figures of its claim without an id. */
  readonly unsaid: readonly {
    readonly table: Table;
    readonly id: string | null;
    readonly fields: readonly string[];
  }[];
  /** Rows that it named where later events have one of their own. */
  readonly named: readonly {
    readonly table: Table;
    readonly id: string;
    readonly fields: Fields;
  }[];
};

export const NOTHING_EARLY: Early = { unnamed: [], unsaid: [], named: [] };

type EarlyEvent = {
  readonly action: string;
  readonly entityId: string;
  readonly claimId: string | null;
  readonly actorId: string | null;
  readonly before: Fields;
  readonly after: Fields;
};

/** Reads by its keys what an event of version 1 left out, or said otherwise. */
export function readEarly(event: EarlyEvent): Early {
  const { action, entityId, claimId, after } = event;
  const unsaid = [
    ...(isUntimedStep(event) && !('assigneeId' in after)
      ? [{ table: 'Claim', id: entityId, fields: ['assigneeId'] } as const]
      : []),
    ...(action === 'claim.suggested' && !('statusAt' in after)
      ? [{ table: 'Claim', id: entityId, fields: ['acceptedAt'] } as const]
      : []),
    ...(action === 'evidence.attached' && !('documentId' in after)
      ? [{ table: 'Evidence', id: entityId, fields: OF_A_FILE } as const]
      : []),
    // Before they said to which revision, these took a claim on all the same.
    ...(action.startsWith('evidence.') && claimId !== null && typeof after.revision !== 'number'
      ? [{ table: 'Claim', id: claimId, fields: ['revision'] } as const]
      : []),
    ...(leavesOrderOpen(event)
      ? [{ table: 'Quantity', id: null, fields: ['leading', 'n'] } as const]
      : []),
  ];
  return { unnamed: unnamedBy(event), unsaid, named: namedBy(event) };
}

const OF_A_FILE = ['fileSha256', 'fileSize', 'fileName'] as const;

const NEW_CLAIMS = ['claim.suggested', 'claim.made'];
/** They give a claim another status, or say of none, and it stays with whoever has it. */
const NO_STEPS = [...NEW_CLAIMS, 'claim.readAgain', 'claim.notFound', 'claim.foundAgain'];

/** Before steps said when they were taken, they did not say whose claim it became either. */
const isUntimedStep = ({ action, after }: EarlyEvent) =>
  action.startsWith('claim.') &&
  'status' in after &&
  !('statusAt' in after) &&
  !NO_STEPS.includes(action);

/**
 * Before events said all of a figure, its base unit among it, they did not say either which figure
 * of the claim leads from then on, and in which order they stand.
 */
function leavesOrderOpen({ action, before, after }: EarlyEvent): boolean {
  if (action === 'figure.found' || action === 'figure.readAgain') return !('baseUnit' in after);
  return (action === 'figure.removed' || action === 'figure.notFound') && !('baseUnit' in before);
}

function unnamedBy({ action, before, after }: EarlyEvent): Table[] {
  if (NEW_CLAIMS.includes(action)) {
    return [
      ...(isNamed(after.appearance) ? [] : (['Appearance'] as const)),
      ...(areNamed(after.figures) ? [] : (['Quantity'] as const)),
    ];
  }
  const isRequoted = after.figures !== undefined || before.quote !== after.quote;
  if (action === 'evidence.attached' || (action === 'evidence.edited' && isRequoted)) {
    return areNamed(after.figures) ? [] : ['Quantity'];
  }
  // A correction from before its id was told.
  if (action === 'claim.published') return 'correction' in after ? [] : ['Correction'];
  // Since copies have events of their own, a document says that its copy is not told of here.
  if (NEW_DOCUMENTS.includes(action)) return after.captureId === undefined ? ['Capture'] : [];
  return [];
}

const NEW_DOCUMENTS = ['article.added', 'source.added'];

const isNamed = (value: Json | undefined) => typeof asFields(value).id === 'string';
const areNamed = (values: Json | undefined) => Array.isArray(values) && values.every(isNamed);

function namedBy({ action, entityId, actorId, after }: EarlyEvent): Early['named'] {
  if (NEW_CLAIMS.includes(action)) {
    const { id, ...place } = asFields(after.again);
    return typeof id === 'string'
      ? [{ table: 'Appearance', id, fields: { ...place, first: false } }]
      : [];
  }
  if (!NEW_DOCUMENTS.includes(action)) return [];
  const { captureId, sha256, size, textSha256 } = after;
  if (typeof captureId !== 'string') return [];
  const copy = { documentId: entityId, n: 1, takenById: actorId, takedownReason: null };
  const hashes = { sha256, size, textSha256 } as Fields;
  return [{ table: 'Capture', id: captureId, fields: { ...copy, ...hashes } }];
}
