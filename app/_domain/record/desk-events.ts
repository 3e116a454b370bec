import type { EventKind } from './event-kind';

/** What happens to articles, sources, people and the desk itself: a part of EVENTS, in events.ts. */
export const DESK_EVENTS = {
  'article.added': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'added the article',
  },
  'article.edited': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'edited the article’s details',
  },
  'article.readAgain': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'read the article again',
  },
  'article.read': { entity: 'document', filter: 'articles', version: 2, words: 'read the article' },
  'article.suggestionsChosen': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'chose the statements to suggest',
  },
  'article.readCopy': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'switched to a new copy of the article',
  },
  'article.described': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'read the details of the article from the copy',
  },
  'article.planned': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'changed the plan of the article',
  },
  'article.archived': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'archived the article',
  },
  'article.unarchived': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'took the article back from the archive',
  },
  'article.removed': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'removed the article',
  },
  'article.scheduled': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'set how often the desk takes a new copy of the article',
  },

  'source.described': {
    entity: 'document',
    filter: 'evidence',
    version: 2,
    words: 'read the details of the source from the copy',
  },
  'source.merged': {
    entity: 'document',
    filter: 'evidence',
    version: 2,
    words: 'merged the source with another source',
  },
  'source.scheduled': {
    entity: 'document',
    filter: 'evidence',
    version: 2,
    words: 'set how often the desk takes a new copy of the source',
  },
  'source.added': { entity: 'document', filter: 'evidence', version: 2, words: 'added a source' },
  'source.edited': {
    entity: 'document',
    filter: 'evidence',
    version: 2,
    words: 'edited the source’s details',
  },

  'capture.pasted': { entity: 'capture', filter: 'evidence', version: 2, words: 'pasted a copy' },
  'capture.requested': {
    entity: 'capture',
    filter: 'evidence',
    version: 2,
    words: 'asked for a copy',
  },
  'capture.hastened': {
    entity: 'capture',
    filter: 'evidence',
    version: 2,
    words: 'tried the copy again',
  },
  'capture.completed': { entity: 'capture', filter: 'evidence', version: 2, words: 'made a copy' },
  'capture.failed': {
    entity: 'capture',
    filter: 'evidence',
    version: 2,
    words: 'could not make a copy',
  },
  'capture.takenAsItIs': {
    entity: 'capture',
    filter: 'evidence',
    version: 2,
    words: 'accepted a copy that looked like a cookie wall or a sign-in page',
  },
  'capture.takenDown': {
    entity: 'capture',
    filter: 'evidence',
    version: 2,
    words: 'took down a copy',
  },

  'link.suggested': {
    entity: 'documentLink',
    filter: 'evidence',
    version: 2,
    words: 'found a possible connection of two documents',
  },
  'link.confirmed': {
    entity: 'documentLink',
    filter: 'evidence',
    version: 2,
    words: 'confirmed a connection of two documents',
  },
  'link.rejected': {
    entity: 'documentLink',
    filter: 'evidence',
    version: 2,
    words: 'rejected a connection of two documents',
  },

  'publisher.added': {
    entity: 'publisher',
    filter: 'evidence',
    version: 2,
    words: 'added a publisher',
  },
  'publisher.edited': {
    entity: 'publisher',
    filter: 'evidence',
    version: 2,
    words: 'edited a publisher',
  },
  'publisher.removed': {
    entity: 'publisher',
    filter: 'evidence',
    version: 2,
    words: 'removed a publisher',
  },

  'report.exported': {
    entity: 'report',
    filter: 'reports',
    version: 2,
    words: 'exported a report',
  },

  'view.saved': { entity: 'savedView', filter: 'desk', version: 2, words: 'saved a view' },
  'view.removed': { entity: 'savedView', filter: 'desk', version: 2, words: 'removed a view' },

  'record.verified': { entity: 'record', filter: 'desk', version: 2, words: 'verified the record' },
  'record.restored': { entity: 'record', filter: 'desk', version: 2, words: 'restored a backup' },
  'record.backedUp': { entity: 'record', filter: 'desk', version: 2, words: 'made a backup' },
  'record.backupFailed': {
    entity: 'record',
    filter: 'desk',
    version: 2,
    words: 'could not make a backup',
  },
  'record.anchorBroken': {
    entity: 'record',
    filter: 'desk',
    version: 2,
    words: 'found the anchor of the record broken',
  },
  'record.anchorAcknowledged': {
    entity: 'record',
    filter: 'desk',
    version: 2,
    words: 'acknowledged that the anchor of the record was broken',
  },

  'outside.takenIn': {
    entity: 'any',
    filter: 'desk',
    version: 2,
    words: 'added a change from outside the desk to the record',
  },
  'outside.putBack': {
    entity: 'any',
    filter: 'desk',
    version: 2,
    words: 'undid a change from outside the desk',
  },
  'outside.acknowledged': {
    entity: 'any',
    filter: 'desk',
    version: 2,
    words: 'acknowledged a change from outside the desk',
  },

  'user.invited': { entity: 'invitation', filter: 'people', version: 2, words: 'invited a person' },
  'user.added': { entity: 'user', filter: 'people', version: 2, words: 'created the account' },
  'user.roleChanged': { entity: 'user', filter: 'people', version: 2, words: 'changed the role' },
  'user.deactivated': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'deactivated the account',
  },
  'user.activated': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'activated the account again',
  },

  'invitation.cancelled': {
    entity: 'invitation',
    filter: 'people',
    version: 2,
    words: 'cancelled the invitation',
  },
  'invitation.accepted': {
    entity: 'invitation',
    filter: 'people',
    version: 2,
    words: 'accepted the invitation',
  },

  'permission.refused': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'tried a step that the role does not allow',
  },

  'password.changed': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'changed the password',
  },
  'password.hashedAnew': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'had the password hashed again, with the current strength',
  },

  'resetLink.made': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'created a link for a new password',
  },
  'resetLink.cancelled': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'cancelled the link for a new password',
  },
  'resetLink.used': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'chose a new password with the link',
  },

  'twoFactor.enabled': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'turned two-factor sign-in on',
  },
  'twoFactor.disabled': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'turned two-factor sign-in off',
  },
  'twoFactor.locked': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'entered too many wrong codes and must wait',
  },

  'recoveryCodes.made': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'created new recovery codes',
  },

  'recoveryCode.used': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'used a recovery code',
  },

  'secret.rotated': {
    entity: 'desk',
    filter: 'desk',
    version: 2,
    words: 'changed the desk’s secret',
  },

  'session.started': { entity: 'session', filter: 'people', version: 2, words: 'signed in' },
  'session.ended': { entity: 'session', filter: 'people', version: 2, words: 'ended a session' },

  'signIn.codeAsked': {
    entity: 'signIn',
    filter: 'people',
    version: 2,
    words: 'entered the password and must enter a code',
  },
  'signIn.refused': { entity: 'signIn', filter: 'people', version: 2, words: 'refused a sign-in' },
} as const satisfies Record<string, EventKind>;
