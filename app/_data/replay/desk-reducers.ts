import type { DESK_EVENTS } from '#domain/record/desk-events';
import { asFields } from '../record/fields';
import type { AnyEvent, StoredEvent } from '../record/stored-event';
import type { Ledger } from './ledger';
import { nextRevision, type Reducers, saysNothing, setAsItIs } from './reducer';
import { tableOf } from './tables';

const NEW_DOCUMENT = {
  canonicalUrl: null,
  speaker: null,
  derivedFromId: null,
  mergedIntoId: null,
  recaptureEveryDays: null,
  assigneeId: null,
  dueOn: null,
  archivedAt: null,
  removedAt: null,
  confidential: false,
  confidentialReason: null,
  revision: 0,
} as const;

/** What each event of a document, of an account and of the desk itself says of rows. */
export const DESK_REDUCERS: Reducers<keyof typeof DESK_EVENTS> = {
  'article.added': applyNewDocument,
  'article.edited': applyDocumentEdit,
  'article.described': setAsItIs,
  'article.scheduled': setAsItIs,
  'article.planned': setAsItIs,
  'article.archived': setAsItIs,
  'article.unarchived': setAsItIs,
  'article.removed': setAsItIs,
  'article.read': setAsItIs,
  'article.readAgain': saysNothing,
  'article.readCopy': setAsItIs,
  'article.suggestionsChosen': saysNothing,
  'source.added': applyNewDocument,
  'source.edited': applyDocumentEdit,
  'source.described': setAsItIs,
  'source.scheduled': setAsItIs,
  'source.merged': applyDocumentEdit,

  'capture.pasted': setAsItIs,
  'capture.requested': setAsItIs,
  'capture.takenAsItIs': setAsItIs,
  'capture.hastened': setAsItIs,
  'capture.completed': setAsItIs,
  'capture.failed': setAsItIs,
  'capture.takenDown': (event, ledger) =>
    ledger.set('Capture', event.entityId, { takedownReason: event.reason }, event),

  'link.suggested': setAsItIs,
  'link.confirmed': setAsItIs,
  'link.rejected': setAsItIs,

  'publisher.added': (event, ledger) =>
    ledger.set('Publisher', event.entityId, { revision: 0, ...event.after }, event),
  'publisher.edited': setAsItIs,
  'publisher.removed': (event, ledger) => ledger.remove('Publisher', event.entityId, event),

  'report.exported': saysNothing,
  'view.saved': saysNothing,
  'view.removed': saysNothing,
  'record.verified': saysNothing,
  'record.restored': saysNothing,
  'record.backedUp': saysNothing,
  'record.backupFailed': saysNothing,
  'record.anchorBroken': saysNothing,
  'record.anchorAcknowledged': saysNothing,
  'outside.takenIn': applySettled,
  'outside.putBack': applySettled,
  'outside.acknowledged': applySettled,

  'user.invited': saysNothing,
  'invitation.cancelled': saysNothing,
  'invitation.accepted': saysNothing,
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

  'user.roleChanged': setAsItIs,
  'twoFactor.enabled': setAsItIs,
  'twoFactor.disabled': setAsItIs,
  'permission.refused': saysNothing,
  'password.changed': saysNothing,
  'password.hashedAnew': saysNothing,
  'resetLink.made': saysNothing,
  'resetLink.cancelled': saysNothing,
  'resetLink.used': saysNothing,
  'twoFactor.locked': saysNothing,
  'recoveryCodes.made': saysNothing,
  'recoveryCode.used': saysNothing,
  'secret.rotated': saysNothing,
  'session.started': saysNothing,
  'session.ended': saysNothing,
  'signIn.codeAsked': saysNothing,
  'signIn.refused': saysNothing,
};

/** What was done about a row that was changed outside the desk: from then on it is as this says. */
function applySettled(event: AnyEvent, ledger: Ledger): void {
  const table = tableOf(event.entity);
  if (!table) return;
  const { revision: _claims, rowRevision, row, gone, ...fields } = event.after;
  const own = rowRevision === undefined ? {} : { revision: rowRevision };
  if (gone === true) ledger.remove(table, event.entityId, event);
  else ledger.bring(table, event.entityId, { ...asFields(row), ...fields, ...own }, event);
}

function applyNewDocument(
  event: StoredEvent<'article.added' | 'source.added'>,
  ledger: Ledger,
): void {
  const { captureId: _ownEvents, ...details } = event.after;
  ledger.set('Document', event.entityId, { ...NEW_DOCUMENT, ...details }, event);
}

function applyDocumentEdit(
  event: StoredEvent<'article.edited' | 'source.edited' | 'source.merged'>,
  ledger: Ledger,
): void {
  const revision = nextRevision('Document', event, ledger);
  ledger.set('Document', event.entityId, { ...revision, ...event.after }, event);
}
