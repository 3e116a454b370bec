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
    words: 'chose which suggestions are written',
  },
  'article.readCopy': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'went over to a new copy of the article',
  },
  'article.described': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'filled in the article’s details from its copy',
  },
  'article.scheduled': {
    entity: 'document',
    filter: 'articles',
    version: 2,
    words: 'set how often the article is captured again',
  },

  'source.described': {
    entity: 'document',
    filter: 'evidence',
    version: 2,
    words: 'filled in the source’s details from its copy',
  },
  'source.merged': {
    entity: 'document',
    filter: 'evidence',
    version: 2,
    words: 'merged the source with another',
  },
  'source.scheduled': {
    entity: 'document',
    filter: 'evidence',
    version: 2,
    words: 'set how often the source is captured again',
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
    words: 'had a copy tried again at once',
  },
  'capture.completed': { entity: 'capture', filter: 'evidence', version: 2, words: 'took a copy' },
  'capture.failed': {
    entity: 'capture',
    filter: 'evidence',
    version: 2,
    words: 'could not take a copy',
  },
  'capture.takenAsItIs': {
    entity: 'capture',
    filter: 'evidence',
    version: 2,
    words: 'took a copy as it is, though it looked like a wall',
  },
  'capture.takenDown': {
    entity: 'capture',
    filter: 'evidence',
    version: 2,
    words: 'took a copy down',
  },

  'link.suggested': {
    entity: 'documentLink',
    filter: 'evidence',
    version: 2,
    words: 'noticed that two documents belong together',
  },
  'link.confirmed': {
    entity: 'documentLink',
    filter: 'evidence',
    version: 2,
    words: 'confirmed that two documents belong together',
  },
  'link.rejected': {
    entity: 'documentLink',
    filter: 'evidence',
    version: 2,
    words: 'decided that two documents do not belong together',
  },

  'report.exported': { entity: 'report', filter: 'reports', version: 2, words: 'took a report' },

  'record.verified': { entity: 'record', filter: 'desk', version: 2, words: 'verified the record' },
  'record.restored': { entity: 'record', filter: 'desk', version: 2, words: 'put a backup back' },
  'record.backedUp': { entity: 'record', filter: 'desk', version: 2, words: 'took a backup' },
  'record.backupFailed': {
    entity: 'record',
    filter: 'desk',
    version: 2,
    words: 'could not take a backup',
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
    words: 'took a change from outside the desk into the record',
  },
  'outside.putBack': {
    entity: 'any',
    filter: 'desk',
    version: 2,
    words: 'put a change from outside the desk back',
  },
  'outside.acknowledged': {
    entity: 'any',
    filter: 'desk',
    version: 2,
    words: 'acknowledged a change from outside the desk',
  },

  'user.invited': { entity: 'invitation', filter: 'people', version: 2, words: 'invited somebody' },
  'user.added': { entity: 'user', filter: 'people', version: 2, words: 'made the account' },
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
    words: 'asked for what their role does not allow',
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
    words: 'had the password hashed anew, at today’s cost',
  },

  'resetLink.made': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'made a link for a new password',
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
    words: 'chose a new password by the link',
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
    words: 'entered too many wrong codes, and has to wait',
  },

  'recoveryCodes.made': {
    entity: 'user',
    filter: 'people',
    version: 2,
    words: 'made new recovery codes',
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
    words: 'gave the password, and was asked for a code',
  },
  'signIn.refused': { entity: 'signIn', filter: 'people', version: 2, words: 'refused a sign-in' },
} as const satisfies Record<string, EventKind>;
