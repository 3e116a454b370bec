import type { Json } from '#domain/canonical-json';
import type { CLAIM_EVENTS } from '#domain/record/claim-events';
import { asFields, type Fields, type Table } from '../record/fields';
import type { AnyEvent, StoredEvent } from '../record/stored-event';
import {
  applyEvidenceFigure,
  applyFigure,
  applyFigureGone,
  applyFigures,
  NEW_FIGURE,
} from './apply-figures';
import type { Ledger } from './ledger';
import { nextRevision, type Reducers, setAsItIs } from './reducer';

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
  leansOn: null,
  candidates: null,
  engineVersion: null,
} as const;

/** What each event of a claim, and of what hangs on it, says of rows. */
export const CLAIM_REDUCERS: Reducers<keyof typeof CLAIM_EVENTS> = {
  'claim.suggested': (event, ledger) =>
    applyNewClaim(event, ledger, { ...NEW_CLAIM, acceptedAt: null }),
  'claim.made': (event, ledger) =>
    applyNewClaim(event, ledger, { ...NEW_CLAIM, ...MADE_BY_REVIEWER }),
  'claim.split': applyOtherWords,
  'claim.joined': applyOtherWords,
  'claim.edited': setAsItIs,
  'claim.planned': setAsItIs,
  'claim.datesRead': setAsItIs,
  'claim.sourceChanged': setAsItIs,
  'claim.lookedAgain': setAsItIs,
  'claim.readAgain': applyOtherWords,
  'claim.movedCopy': (event, ledger) => {
    const { id, ...place } = asFields(event.after.appearance);
    if (typeof id === 'string') ledger.set('Appearance', id, place, event);
    const { figures } = event.after;
    for (const figure of Array.isArray(figures) ? figures.map(asFields) : []) {
      const { id: figureId, ...at } = figure;
      if (typeof figureId === 'string') ledger.set('Quantity', figureId, at, event);
    }
  },
  'claim.notFound': applyStep,
  'claim.foundAgain': applyStep,
  'claim.accepted': applyStep,
  'claim.dismissed': applyStep,
  'claim.undone': applyStep,
  'claim.taken': applyStep,
  'claim.assigned': applyStep,
  'claim.returned': applyStep,
  'claim.reopened': applyStep,
  'claim.submitted': (event, ledger) => {
    applyStep(event, ledger);
    const { verdict, contentSha256 } = event.after;
    applyRow('Submission', event.after.submission, event, ledger, { verdict, contentSha256 });
  },
  'claim.approved': (event, ledger) => {
    applyStep(event, ledger);
    const { verdict, submission } = event.after;
    const content = { verdict, submissionId: submission, note: event.reason };
    applyRow('Approval', event.after.approval, event, ledger, content);
  },
  'claim.published': (event, ledger) => {
    applyStep(event, ledger);
    const { verdict, n, sha256, publication } = event.after;
    applyRow('Publication', publication, event, ledger, { verdict, n, sha256, frozen: sha256 });
    applyCorrection(event, ledger, 'correction');
  },
  'claim.corrected': (event, ledger) => {
    applyStep(event, ledger);
    applyCorrection(event, ledger, 'correction');
  },
  'claim.withdrawn': (event, ledger) => {
    applyStep(event, ledger);
    applyCorrection(event, ledger, 'withdrawal');
  },

  'figure.added': (event, ledger) => applyFigure(event, ledger, { ...NEW_FIGURE, corrected: true }),
  'figure.found': (event, ledger) => applyFigure(event, ledger, NEW_FIGURE),
  'figure.corrected': (event, ledger) => applyFigure(event, ledger, { corrected: true }),
  'figure.readAgain': (event, ledger) => applyFigure(event, ledger, {}),
  'figure.removed': (event, ledger) => applyFigureGone(event, ledger),
  'figure.notFound': (event, ledger) => applyFigureGone(event, ledger),

  'figure.addedToEvidence': (event, ledger) =>
    applyEvidenceFigure(event, ledger, { ...NEW_FIGURE, corrected: true, leading: false }),
  'figure.correctedInEvidence': (event, ledger) =>
    applyEvidenceFigure(event, ledger, { corrected: true }),
  'figure.removedFromEvidence': (event, ledger) => ledger.remove('Quantity', event.entityId, event),
  'figure.compared': (event, ledger) => {
    const { comparison: _sentence, working: _sum, revision: _claims, ...pair } = event.after;
    const plain = { operation: null, operands: null, removedAt: null };
    applyRow('FigurePair', event.entityId, event, ledger, { ...plain, ...pair });
  },
  'figure.comparisonTakenBack': (event, ledger) =>
    ledger.set('FigurePair', event.entityId, { removedAt: event.at }, event),

  'evidence.attached': (event, ledger) => {
    const { figures, ...content } = event.after;
    const none = {
      ...{ fileSha256: null, fileSize: null, fileName: null },
      ...{ page: null, independent: null, countsWithId: null, comesFrom: null },
    };
    const more = { claimId: event.claimId, addedById: event.actorId, removedAt: null, revision: 0 };
    ledger.set('Evidence', event.entityId, { ...none, ...content, ...more }, event);
    applyFigures(figures, { evidenceId: event.entityId, claimId: null }, event, ledger);
  },
  'evidence.edited': (event, ledger) => {
    const { figures, revision: _claims, ...content } = event.after;
    const revision = nextRevision('Evidence', event, ledger);
    ledger.set('Evidence', event.entityId, { ...content, ...revision }, event);
    if (figures !== undefined || event.before.quote !== content.quote) {
      for (const [id, { fields }] of ledger.all('Quantity')) {
        if (fields.evidenceId === event.entityId) ledger.remove('Quantity', id, event);
      }
      applyFigures(figures, { evidenceId: event.entityId, claimId: null }, event, ledger);
    }
  },
  'evidence.checked': (event, ledger) => {
    const { figures, ...found } = event.after;
    ledger.set('Evidence', event.entityId, { ...found }, event);
    for (const { id, ...place } of figures ?? []) ledger.set('Quantity', id, place, event);
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
    const { evidence: _ids, comparisons: _pairs, ...content } = event.after;
    const more = { claimId: event.claimId, decidedById: event.actorId };
    ledger.set('Verdict', event.entityId, { ...content, ...more }, event);
  },

  'gate.waived': (event, ledger) => {
    takeWaiversBack(event, ledger);
    const { gate, reason } = event.after;
    applyRow('Waiver', event.entityId, event, ledger, { gate, reason, takenBackAt: null });
  },
  'gate.waiverTakenBack': (event, ledger) => takeWaiversBack(event, ledger),

  'comment.added': applyComment,
  'comment.replied': applyComment,
  'comment.resolved': (event, ledger) =>
    ledger.set('Comment', event.entityId, { ...event.after, resolvedAt: event.at }, event),
  'comment.reopened': (event, ledger) =>
    ledger.set('Comment', event.entityId, { ...event.after, resolvedAt: null }, event),
  'party.added': (event, ledger) =>
    ledger.set('Party', event.entityId, { sameAs: null, interests: null, ...event.after }, event),

  'rating.added': setAsItIs,
  'rating.edited': setAsItIs,
};

/** A step says its reason for dismissing only where there is one. */
function applyStep(event: AnyEvent, ledger: Ledger): void {
  const reasons = 'status' in event.after ? { dismissReason: null, duplicateOf: null } : {};
  ledger.set('Claim', event.entityId, { ...reasons, ...event.after }, event);
}

/** A claim whose words in the article changed, or may have. */
function applyOtherWords(
  event: StoredEvent<'claim.readAgain' | 'claim.split' | 'claim.joined'>,
  ledger: Ledger,
): void {
  const { start, end, exact, ...wording } = event.after;
  ledger.set('Claim', event.entityId, { ...wording }, event);
  const place = ledger.all('Appearance').find(([, { fields }]) => fields.first === true);
  if (exact === undefined || start === undefined || end === undefined) return;
  if (place) ledger.set('Appearance', place[0], { start, end, exact }, event);
}

function applyComment(
  event: StoredEvent<'comment.added' | 'comment.replied'>,
  ledger: Ledger,
): void {
  const more = { claimId: event.claimId, authorId: event.actorId, resolvedAt: null };
  ledger.set('Comment', event.entityId, { ...more, ...event.after }, event);
}

function applyNewClaim(
  event: StoredEvent<'claim.suggested' | 'claim.made'>,
  ledger: Ledger,
  defaults: Fields,
): void {
  const { figures, appearance } = event.after;
  ledger.set('Claim', event.entityId, { ...defaults, ...event.after }, event);
  applyFigures(figures, { claimId: event.entityId, evidenceId: null }, event, ledger);
  const { id, ...place } = asFields(appearance);
  if (typeof id === 'string') ledger.set('Appearance', id, { ...place, first: true }, event);
}

/** A row that a step left: who took the step made it, at about the time of the event. */
function applyRow(
  table: Table,
  id: Json | undefined,
  event: AnyEvent,
  ledger: Ledger,
  content: { readonly [field: string]: Json | undefined },
): void {
  if (typeof id !== 'string') return;
  const fields = Object.entries(content).filter(
    (field): field is [string, Json] => field[1] !== undefined,
  );
  const by = { claimId: event.claimId, byId: event.actorId, at: event.at };
  ledger.set(table, id, { ...by, ...Object.fromEntries(fields) }, event);
}

const applyCorrection = (
  event: StoredEvent<'claim.published' | 'claim.corrected' | 'claim.withdrawn'>,
  ledger: Ledger,
  kind: string,
) => applyRow('Correction', event.after.correction, event, ledger, { kind, note: event.reason });

function takeWaiversBack(
  event: StoredEvent<'gate.waived' | 'gate.waiverTakenBack'>,
  ledger: Ledger,
): void {
  for (const [id, { fields }] of ledger.all('Waiver')) {
    if (fields.gate === event.after.gate && fields.takenBackAt === null) {
      ledger.set('Waiver', id, { takenBackAt: event.at }, event);
    }
  }
}
