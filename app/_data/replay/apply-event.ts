import type { Json } from '#domain/canonical-json';
import {
  NEW_FIGURE,
  tellEvidenceFigure,
  tellFigure,
  tellFigureGone,
  tellFigures,
} from './apply-figures';
import { asFields, type Fields, type Ledger, type Table, type ToldEvent } from './ledger';

// What each event says of which rows. A new kind of event that changes a row of its own entity is
// folded as it is, field by field; what means more than it says has a line in TELLINGS.

/** The table of what an event is about, by the event's entity. */
const TABLES: Readonly<Record<string, Table>> = {
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
  user: 'User',
  party: 'Party',
  rating: 'Rating',
  // These have events of their own only where they were changed outside the desk.
  appearance: 'Appearance',
  submission: 'Submission',
  approval: 'Approval',
  publication: 'Publication',
  correction: 'Correction',
};

/** What happens without changing a row that the record vouches for. */
export const TELLS_OF_NO_ROW: readonly string[] = [
  ...['record', 'desk', 'report', 'session', 'signIn', 'invitation'],
];

/** The table of what events of an entity are about; null where they are about no row. */
export const tableOf = (entity: string): Table | null => TABLES[entity] ?? null;

/** What the events about rows of a table call them. */
export const entityOf = (table: Table): string =>
  Object.entries(TABLES).find(([, each]) => each === table)?.[0] ?? table;

/** What was done about a row that was changed outside the desk: from then on it is as this says. */
const tellSettled: Telling = (event, ledger) => {
  const table = TABLES[event.entity];
  if (!table) return;
  const { revision: _claims, rowRevision, row, gone, ...fields } = event.after;
  if (gone === true) return ledger.remove(table, event.entityId, event);
  const own = rowRevision === undefined ? {} : { revision: rowRevision };
  ledger.bring(table, event.entityId, { ...asFields(row), ...fields, ...own }, event);
};

type Telling = (event: ToldEvent, ledger: Ledger) => void;

/** Adds to the ledger what an event says. */
export function tell(event: ToldEvent, ledger: Ledger): void {
  const telling = TELLINGS[event.action] ?? OF_ENTITY[event.entity] ?? tellAsItIs;
  telling(event, ledger);
  tellRevision(event, ledger);
}

const tellAsItIs: Telling = (event, ledger) => {
  const table = TABLES[event.entity];
  if (table) ledger.set(table, event.entityId, event.after, event);
};

const NEW_CLAIM = {
  headline: null,
  place: null,
  claimantUnknownReason: null,
  dismissReason: null,
  duplicateOf: null,
  priority: 'normal',
  dueOn: null,
  assigneeId: null,
  selectionReason: null,
  recheckOn: null,
} as const;

const MADE_BY_REVIEWER = {
  checkable: true,
  saidOn: null,
  saidOnText: null,
  eventOn: null,
  eventOnText: null,
  engineVersion: null,
} as const;

const NEW_DOCUMENT = {
  canonicalUrl: null,
  derivedFromId: null,
  mergedIntoId: null,
  recaptureEveryDays: null,
  confidential: false,
  confidentialReason: null,
  revision: 0,
} as const;

const TELLINGS: Readonly<Record<string, Telling>> = {
  'claim.suggested': (event, ledger) => {
    const accepted = 'statusAt' in event.after ? { acceptedAt: null } : {};
    tellNewClaim(event, ledger, { ...NEW_CLAIM, ...accepted });
  },
  'claim.made': (event, ledger) =>
    tellNewClaim(event, ledger, { ...NEW_CLAIM, ...MADE_BY_REVIEWER }),
  'claim.readAgain': (event, ledger) => {
    const { start, end, exact, ...wording } = event.after;
    ledger.set('Claim', event.entityId, wording, event);
    const place = ledger.all('Appearance').find(([, { fields }]) => fields.first === true);
    if (exact === undefined || start === undefined || end === undefined) return;
    if (place) ledger.set('Appearance', place[0], { start, end, exact }, event);
  },
  'claim.movedCopy': (event, ledger) => {
    const { id, ...place } = asFields(event.after.appearance);
    if (typeof id === 'string') ledger.set('Appearance', id, place, event);
    const { figures } = event.after;
    for (const figure of Array.isArray(figures) ? figures.map(asFields) : []) {
      const { id: figureId, ...at } = figure;
      if (typeof figureId === 'string') ledger.set('Quantity', figureId, at, event);
    }
  },
  'claim.submitted': (event, ledger) => {
    tellStep(event, ledger);
    const { verdict, contentSha256 } = event.after;
    tellRow('Submission', event.after.submission, event, ledger, { verdict, contentSha256 });
  },
  'claim.approved': (event, ledger) => {
    tellStep(event, ledger);
    const { verdict, submission } = event.after;
    const said = { verdict, submissionId: submission, note: event.reason };
    tellRow('Approval', event.after.approval, event, ledger, said);
  },
  'claim.published': (event, ledger) => {
    tellStep(event, ledger);
    const { verdict, n, sha256, publication } = event.after;
    tellRow('Publication', publication, event, ledger, { verdict, n, sha256, frozen: sha256 });
    tellCorrection(event, ledger, 'correction');
    // A correction from before its id was told.
    if (!('correction' in event.after)) ledger.leaveOpen('Correction');
  },
  'claim.corrected': (event, ledger) => {
    tellStep(event, ledger);
    tellCorrection(event, ledger, 'correction');
  },
  'claim.withdrawn': (event, ledger) => {
    tellStep(event, ledger);
    tellCorrection(event, ledger, 'withdrawal');
  },

  'figure.added': (event, ledger) => tellFigure(event, ledger, { ...NEW_FIGURE, corrected: true }),
  'figure.found': (event, ledger) => tellFigure(event, ledger, NEW_FIGURE),
  'figure.corrected': (event, ledger) => tellFigure(event, ledger, { corrected: true }),
  'figure.readAgain': (event, ledger) => tellFigure(event, ledger, {}),
  'figure.removed': (event, ledger) => tellFigureGone(event, ledger),
  'figure.notFound': (event, ledger) => tellFigureGone(event, ledger),

  'figure.addedToEvidence': (event, ledger) =>
    tellEvidenceFigure(event, ledger, { ...NEW_FIGURE, corrected: true, leading: false }),
  'figure.correctedInEvidence': (event, ledger) =>
    tellEvidenceFigure(event, ledger, { corrected: true }),
  'figure.removedFromEvidence': (event, ledger) => ledger.remove('Quantity', event.entityId, event),
  'figure.compared': (event, ledger) => {
    const { comparison: _sentence, revision: _claims, ...pair } = event.after;
    tellRow('FigurePair', event.entityId, event, ledger, { ...pair, removedAt: null });
  },
  'figure.comparisonTakenBack': (event, ledger) =>
    ledger.set('FigurePair', event.entityId, { removedAt: event.at }, event),

  'evidence.attached': (event, ledger) => {
    const { figures, ...said } = event.after;
    const none = 'documentId' in said ? { fileSha256: null, fileSize: null, fileName: null } : {};
    const more = { claimId: event.claimId, addedById: event.actorId, removedAt: null, revision: 0 };
    ledger.set('Evidence', event.entityId, { ...none, ...said, ...more }, event);
    tellFigures(figures, { evidenceId: event.entityId, claimId: null }, event, ledger);
  },
  'evidence.edited': (event, ledger) => {
    const { figures, revision: _claims, ...said } = event.after;
    const revision = nextRevision('Evidence', event, ledger);
    ledger.set('Evidence', event.entityId, { ...said, ...revision }, event);
    if (figures !== undefined || event.before.quote !== said.quote) {
      for (const [id, { fields }] of ledger.all('Quantity')) {
        if (fields.evidenceId === event.entityId) ledger.remove('Quantity', id, event);
      }
      tellFigures(figures, { evidenceId: event.entityId, claimId: null }, event, ledger);
    }
  },
  'evidence.moved': (event, ledger) => {
    const revision = nextRevision('Evidence', event, ledger);
    const { documentId = null } = event.after;
    ledger.set('Evidence', event.entityId, { documentId, ...revision }, event);
  },
  'evidence.removed': (event, ledger) => {
    const revision = nextRevision('Evidence', event, ledger);
    ledger.set('Evidence', event.entityId, { removedAt: event.at, ...revision }, event);
  },

  'verdict.given': (event, ledger) => {
    const { evidence: _ids, comparisons: _pairs, ...said } = event.after;
    const more = { claimId: event.claimId, decidedById: event.actorId };
    ledger.set('Verdict', event.entityId, { ...said, ...more }, event);
  },

  'gate.waived': (event, ledger) => {
    takeWaiversBack(event, ledger);
    const { gate, reason } = event.after;
    tellRow('Waiver', event.entityId, event, ledger, { gate, reason, takenBackAt: null });
  },
  'gate.waiverTakenBack': (event, ledger) => takeWaiversBack(event, ledger),

  'article.added': (event, ledger) => tellNewDocument(event, ledger),
  'source.added': (event, ledger) => tellNewDocument(event, ledger),
  'article.readAgain': () => {},
  'article.suggestionsChosen': () => {},
  'article.edited': (event, ledger) => tellDocumentEdit(event, ledger),
  'source.edited': (event, ledger) => tellDocumentEdit(event, ledger),
  'source.merged': (event, ledger) => tellDocumentEdit(event, ledger),
  'capture.takenDown': (event, ledger) =>
    ledger.set('Capture', event.entityId, { takedownReason: event.reason }, event),

  'user.added': (event, ledger) =>
    ledger.set(
      'User',
      event.entityId,
      { active: true, twoFactorEnabled: false, ...event.after },
      event,
    ),
  'user.deactivated': (event, ledger) =>
    ledger.set('User', event.entityId, { ...event.after, active: false }, event),
  'user.activated': (event, ledger) =>
    ledger.set('User', event.entityId, { ...event.after, active: true }, event),

  'party.added': (event, ledger) =>
    ledger.set('Party', event.entityId, { sameAs: null, interests: null, ...event.after }, event),

  'outside.takenIn': tellSettled,
  'outside.putBack': tellSettled,
  'outside.acknowledged': tellSettled,

  'comment.resolved': (event, ledger) =>
    ledger.set('Comment', event.entityId, { ...event.after, resolvedAt: event.at }, event),
  'comment.reopened': (event, ledger) =>
    ledger.set('Comment', event.entityId, { ...event.after, resolvedAt: null }, event),
};

const OF_ENTITY: Readonly<Record<string, Telling>> = {
  claim: (event, ledger) => tellStep(event, ledger),
  comment: (event, ledger) => {
    const isNew = !ledger.find('Comment', event.entityId);
    const more = { claimId: event.claimId, authorId: event.actorId, resolvedAt: null };
    ledger.set('Comment', event.entityId, { ...(isNew && more), ...event.after }, event);
  },
};

/** A step says its reason for dismissing only where there is one. */
function tellStep(event: ToldEvent, ledger: Ledger): void {
  if (isUntimedStep(event)) ledger.forget('Claim', event.entityId, 'assigneeId');
  const reasons = 'status' in event.after ? { dismissReason: null, duplicateOf: null } : {};
  ledger.set('Claim', event.entityId, { ...reasons, ...event.after }, event);
}

/** Before steps said when they were taken, they did not say whose claim it became either. */
const isUntimedStep = ({ action, after }: ToldEvent) =>
  'status' in after && !('statusAt' in after) && !BY_READING_AGAIN.includes(action);

/** They give a claim another status, and it stays with whoever has it. */
const BY_READING_AGAIN = ['claim.notFound', 'claim.foundAgain'];

/** Events of a claim's figures, evidence and verdicts say which revision the claim came to. */
function tellRevision(event: ToldEvent, ledger: Ledger): void {
  const { claimId } = event;
  if (!claimId || !ledger.find('Claim', claimId)) return;
  const { revision } = event.after;
  if (typeof revision === 'number') {
    ledger.set('Claim', claimId, { revision }, event);
  } else if (event.action.startsWith('evidence.')) {
    // Before they said so, these took a claim on all the same.
    ledger.forget('Claim', claimId, 'revision');
  }
}

function tellNewClaim(event: ToldEvent, ledger: Ledger, defaults: Fields): void {
  const { figures, appearance, again } = event.after;
  ledger.set('Claim', event.entityId, { ...defaults, ...event.after }, event);
  tellFigures(figures, { claimId: event.entityId, evidenceId: null }, event, ledger);
  const { id, ...place } = asFields(appearance);
  if (typeof id === 'string') ledger.set('Appearance', id, { ...place, first: true }, event);
  else ledger.leaveOpen('Appearance');
  const { id: secondId, ...second } = asFields(again);
  if (typeof secondId === 'string') {
    ledger.set('Appearance', secondId, { ...second, first: false }, event);
  }
}

/** A row that a step left: who took the step made it, at about the time of the event. */
function tellRow(
  table: Table,
  id: Json | undefined,
  event: ToldEvent,
  ledger: Ledger,
  said: { readonly [field: string]: Json | undefined },
): void {
  if (typeof id !== 'string') return;
  const fields = Object.entries(said).filter(
    (field): field is [string, Json] => field[1] !== undefined,
  );
  const by = { claimId: event.claimId, byId: event.actorId, at: event.at };
  ledger.set(table, id, { ...by, ...Object.fromEntries(fields) }, event);
}

const tellCorrection = (event: ToldEvent, ledger: Ledger, kind: string) =>
  tellRow('Correction', event.after.correction, event, ledger, { kind, note: event.reason });

function takeWaiversBack(event: ToldEvent, ledger: Ledger): void {
  for (const [id, { fields }] of ledger.all('Waiver')) {
    if (fields.gate === event.after.gate && fields.takenBackAt === null) {
      ledger.set('Waiver', id, { takenBackAt: event.at }, event);
    }
  }
}

function tellNewDocument(event: ToldEvent, ledger: Ledger): void {
  const { captureId, sha256, size, textSha256, ...details } = event.after;
  ledger.set('Document', event.entityId, { ...NEW_DOCUMENT, ...details }, event);
  if (typeof captureId !== 'string') {
    // Since copies have events of their own, a document says that its copy is not told of here.
    if (captureId === undefined) ledger.leaveOpen('Capture');
    return;
  }
  const copy = { documentId: event.entityId, n: 1, takenById: event.actorId, takedownReason: null };
  const hashes = { sha256, size, textSha256 } as Fields;
  ledger.set('Capture', captureId, { ...copy, ...hashes }, event);
}

function tellDocumentEdit(event: ToldEvent, ledger: Ledger): void {
  const revision = nextRevision('Document', event, ledger);
  ledger.set('Document', event.entityId, { ...revision, ...event.after }, event);
}

function nextRevision(table: Table, { entityId }: ToldEvent, ledger: Ledger): Fields {
  const revision = ledger.find(table, entityId)?.fields.revision;
  return typeof revision === 'number' ? { revision: revision + 1 } : {};
}
