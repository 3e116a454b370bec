import type { Json } from '../canonical-json';
import { CLAIM_STATUSES, type ClaimStatus, DISMISS_REASONS } from '../claims/claim';
import { DISMISS_LABELS, KIND_LABELS, PRIORITY_LABELS, STATUS_LABELS } from '../claims/labels';
import { dayInWords } from '../day';
import { DIRECTNESS_LABELS, STANCE_LABELS } from '../evidence/labels';
import { QUALIFIER_LABELS, STATISTIC_LABELS } from '../figures/labels';
import { ROLE_LABELS } from '../people/labels';
import { QUOTE_CHANGE_LABELS } from '../quotes/labels';
import { GATE_IDS, GATE_RULES } from '../review/gates';
import { REVIEW_STEP_NAMES, REVIEW_STEPS } from '../review/steps';
import { SIGN_IN_LABELS } from '../sign-in/labels';

/** What one event changed in one field, in words; null where there was nothing. */
export type FieldChange = {
  readonly label: string;
  /** Whether it is prose, in which single words change. */
  readonly isProse: boolean;
  readonly before: string | null;
  readonly after: string | null;
};

const ACTIONS: Readonly<Record<string, string>> = {
  'article.added': 'added the article',
  'article.edited': 'edited the article’s details',
  'article.readAgain': 'read the article again',
  'claim.suggested': 'suggested this claim',
  'claim.made': 'added this claim',
  'claim.accepted': 'accepted the claim',
  'claim.dismissed': 'dismissed the claim',
  'claim.undone': 'undid the last step',
  'claim.taken': 'started to check the claim',
  'claim.edited': 'edited the claim',
  'claim.planned': 'changed the plan of the claim',
  'claim.datesRead': 'read the dates again, from a new publication date',
  'claim.readAgain': 'read the article again: this claim changed',
  'claim.notFound': 'read the article again, no longer found this claim, and dismissed it',
  'claim.foundAgain': 'read the article again and found this claim again',
  'figure.added': 'added a figure',
  'figure.corrected': 'corrected a figure',
  'figure.removed': 'removed a figure',
  'figure.addedToEvidence': 'added a figure to the evidence',
  'figure.correctedInEvidence': 'corrected a figure in the evidence',
  'figure.removedFromEvidence': 'removed a figure from the evidence',
  'figure.compared': 'compared a figure with a figure in the evidence',
  'figure.comparisonTakenBack': 'removed a comparison of figures',
  'figure.found': 'read the article again and found a figure',
  'figure.readAgain': 'read the article again: a figure changed',
  'figure.notFound': 'read the article again and no longer found a figure',
  'claim.assigned': 'changed the assignee',
  'claim.submitted': 'submitted the verdict for approval',
  'claim.returned': 'returned the claim',
  'claim.approved': 'approved the verdict',
  'claim.published': 'published the verdict',
  'claim.reopened': 'reopened the claim',
  'claim.corrected': 'reopened the claim to correct the published verdict',
  'claim.withdrawn': 'withdrew the published verdict',
  'gate.waived': 'passed a check with a reason',
  'gate.waiverTakenBack': 'removed the reason for passing a check',
  'comment.added': 'commented',
  'comment.replied': 'replied to a comment',
  'comment.resolved': 'resolved a comment',
  'comment.reopened': 'reopened a comment',
  'party.added': 'added a claimant',
  'rating.added': 'added a rating to the scale',
  'rating.edited': 'edited a rating of the scale',
  'report.exported': 'exported a report',
  'article.read': 'read the article',
  'article.suggestionsChosen': 'chose the statements to suggest',
  'article.readCopy': 'switched to a new copy of the article',
  'article.described': 'read the details of the article from the copy',
  'source.described': 'read the details of the source from the copy',
  'source.merged': 'merged the source with another source',
  'article.scheduled': 'set how often the desk takes a new copy of the article',
  'source.scheduled': 'set how often the desk takes a new copy of the source',
  'capture.pasted': 'pasted a copy',
  'capture.requested': 'asked for a copy',
  'capture.hastened': 'tried the copy again',
  'capture.completed': 'took a copy',
  'capture.failed': 'could not take a copy',
  'capture.takenAsItIs': 'accepted a copy that looked like a cookie wall or a sign-in page',
  'capture.takenDown': 'took a copy down',
  'link.suggested': 'found a possible connection of two documents',
  'link.confirmed': 'confirmed a connection of two documents',
  'link.rejected': 'rejected a connection of two documents',
  'claim.sourceChanged': 'found a change in a source of the verdict: the claim needs a recheck',
  'claim.lookedAgain': 'rechecked the claim',
  'claim.movedCopy': 'found the words of the claim in a new copy of the article',
  'record.verified': 'verified the record',
  'record.restored': 'restored a backup',
  'record.backedUp': 'made a backup',
  'record.backupFailed': 'could not make a backup',
  'record.anchorBroken': 'found the anchor of the record broken',
  'record.anchorAcknowledged': 'acknowledged that the anchor of the record was broken',
  'outside.takenIn': 'added a change from outside the desk to the record',
  'outside.putBack': 'undid a change from outside the desk',
  'outside.acknowledged': 'acknowledged a change from outside the desk',
  'source.added': 'added a source',
  'source.edited': 'edited the source’s details',
  'evidence.attached': 'attached evidence',
  'evidence.edited': 'edited evidence',
  'evidence.removed': 'removed evidence',
  'evidence.moved': 'merged the source of the evidence with another source',
  'verdict.given': 'gave a verdict',
  'user.invited': 'invited a person',
  'invitation.cancelled': 'cancelled the invitation',
  'invitation.accepted': 'accepted the invitation',
  'user.added': 'created the account',
  'user.roleChanged': 'changed the role',
  'user.deactivated': 'deactivated the account',
  'user.activated': 'activated the account again',
  'permission.refused': 'tried a step that the role does not allow',
  'password.changed': 'changed the password',
  'password.hashedAnew': 'had the password hashed again, with the current strength',
  'resetLink.made': 'created a link for a new password',
  'resetLink.cancelled': 'cancelled the link for a new password',
  'resetLink.used': 'chose a new password with the link',
  'twoFactor.enabled': 'turned two-factor sign-in on',
  'twoFactor.disabled': 'turned two-factor sign-in off',
  'twoFactor.locked': 'entered too many wrong codes and must wait',
  'recoveryCodes.made': 'created new recovery codes',
  'recoveryCode.used': 'used a recovery code',
  'secret.rotated': 'changed the desk’s secret',
  'session.started': 'signed in',
  'session.ended': 'ended a session',
  'signIn.codeAsked': 'entered the password and must enter a code',
  'signIn.refused': 'refused a sign-in',
};

/** What was done, as the end of a sentence that begins with who did it. */
export const actionInWords = (action: string): string => ACTIONS[action] ?? action;

const FIELDS: Readonly<Record<string, string>> = {
  text: 'Claim',
  headline: 'Headline',
  kind: 'Kind',
  checkable: 'Checkable',
  claimant: 'Claimant',
  claimantRole: 'Role of the claimant',
  claimantUnknownReason: 'Reason why the claimant is not known',
  saidOn: 'Said on',
  eventOn: 'Happened on',
  place: 'Place',
  number: 'Number',
  status: 'Status',
  priority: 'Priority',
  dueOn: 'Due on',
  recheckOn: 'Recheck since',
  selectionReason: 'Reason for choosing',
  dismissReason: 'Reason',
  title: 'Title',
  publisher: 'Publisher',
  author: 'Author',
  url: 'Address',
  publishedOn: 'Published on',
  language: 'Language',
  confidential: 'Confidential',
  confidentialReason: 'Reason for confidentiality',
  recaptureEveryDays: 'Days between two copies',
  method: 'Method',
  requestedUrl: 'Address',
  finalUrl: 'Final address',
  fileName: 'File',
  state: 'State',
  error: 'Error',
  httpStatus: 'HTTP status',
  mime: 'Media type',
  size: 'Size in bytes',
  changedFromPrevious: 'Text changed',
  surface: 'As written',
  qualifier: 'Qualifier',
  value: 'Value',
  low: 'Low',
  high: 'High',
  unit: 'Unit',
  measure: 'Measure',
  statistic: 'Statistic',
  asOf: 'As of',
  leading: 'Leading figure',
  cumulative: 'Grows over time',
  comparison: 'Comparison',
  quote: 'Quote',
  stance: 'Stance',
  directness: 'Directness',
  quoteFound: 'Quote in the source',
  quoteChange: 'Difference from the source',
  note: 'Note',
  n: 'Version',
  label: 'Rating',
  reasons: 'Reasons',
  explanation: 'Explanation',
  correctedText: 'Corrected text',
  changeNote: 'What changed',
  otherwiseReason: 'Reason for a different rating',
  gate: 'Check',
  reason: 'Reason',
  body: 'Comment',
  name: 'Name',
  email: 'Email',
  role: 'Role',
  folder: 'Folder',
  takenAt: 'Taken at',
  problems: 'Problems found',
  events: 'Events',
  query: 'List',
  sha256: 'SHA-256 of the copy',
  checkWorthiness: 'Check-worthiness',
  engine: 'Version of the engine',
  added: 'Claims added',
  changed: 'Claims changed',
  dismissed: 'No longer found',
  kept: 'Kept with the changes of reviewers',
  active: 'Active',
  twoFactorEnabled: 'Two-factor sign-in',
  expiresAt: 'Valid until',
  by: 'Signed in with',
  device: 'Device',
  client: 'From',
  step: 'Step',
};

/**
 * What an event changed, field by field, in the order the desk names them.
 *
 * @returns only fields that differ and that people know; ids and revisions are left out
 */
export function changesInWords(before: Json, after: Json): FieldChange[] {
  const was = toRecord(before);
  const is = toRecord(after);
  return Object.entries(FIELDS).flatMap(([key, label]) => {
    const change = {
      label,
      isProse: PROSE.includes(key),
      before: inWords(key, was[key]),
      after: inWords(key, is[key]),
    };
    const said = key in was || key in is;
    return said && change.before !== change.after ? [change] : [];
  });
}

/** The revision a claim reached by this event, or null when the event is not of one. */
export function revisionOf(after: Json): number | null {
  const { revision } = toRecord(after);
  return typeof revision === 'number' ? revision : null;
}

const PROSE = [
  'text',
  'headline',
  'title',
  'quote',
  'note',
  'explanation',
  'correctedText',
  'changeNote',
  'otherwiseReason',
  'comparison',
  'body',
  'claimantUnknownReason',
  'surface',
  'measure',
];

/** The kinds of events by which a history is filtered, and how their actions begin. */
export const EVENT_KINDS = {
  wording: {
    label: 'Wording',
    actions: [
      'claim.suggested',
      'claim.made',
      'claim.edited',
      'claim.datesRead',
      'claim.readAgain',
      'claim.movedCopy',
      'claim.sourceChanged',
      'claim.lookedAgain',
    ],
  },
  review: {
    label: 'Steps of the review',
    actions: [
      ...REVIEW_STEP_NAMES.map((step) => REVIEW_STEPS[step].action),
      'claim.planned',
      'claim.notFound',
      'claim.foundAgain',
      'gate.',
    ],
  },
  figures: { label: 'Figures', actions: ['figure.'] },
  evidence: {
    label: 'Evidence and sources',
    actions: ['evidence.', 'source.', 'capture.', 'link.'],
  },
  verdicts: { label: 'Verdicts', actions: ['verdict.'] },
  comments: { label: 'Comments', actions: ['comment.'] },
  articles: { label: 'Articles', actions: ['article.'] },
  people: {
    label: 'Accounts and sign-ins',
    actions: [
      'user.',
      'session.',
      'signIn.',
      'password.',
      'permission.',
      'secret.',
      'invitation.',
      'resetLink.',
      'twoFactor.',
      'recoveryCode.',
      'recoveryCodes.',
    ],
  },
  reports: { label: 'Reports', actions: ['report.', 'export.'] },
  desk: {
    label: 'The desk itself',
    actions: ['record.', 'outside.', 'secret.', 'setting.', 'rating.', 'party.'],
  },
} as const satisfies Record<string, { label: string; actions: readonly string[] }>;

export type EventKind = keyof typeof EVENT_KINDS;
export const EVENT_KIND_NAMES = Object.keys(EVENT_KINDS) as readonly EventKind[];

/** Those that the history of a claim can have. */
export const CLAIM_EVENT_KINDS = [
  'wording',
  'review',
  'figures',
  'evidence',
  'verdicts',
  'comments',
] as const satisfies readonly EventKind[];

const toRecord = (value: Json): { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : {};

const GATE_TITLES = Object.fromEntries(GATE_IDS.map((id) => [id, GATE_RULES[id].title]));

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gate: GATE_TITLES,
  kind: KIND_LABELS,
  priority: PRIORITY_LABELS,
  stance: STANCE_LABELS,
  directness: DIRECTNESS_LABELS,
  qualifier: QUALIFIER_LABELS,
  statistic: STATISTIC_LABELS,
  role: ROLE_LABELS,
  by: SIGN_IN_LABELS,
  step: SIGN_IN_LABELS,
  quoteFound: { exact: 'found', fuzzy: 'found, written differently', absent: 'not found' },
  quoteChange: QUOTE_CHANGE_LABELS,
};

function inWords(key: string, value: Json | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.join(', ') || null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  if (key === 'status' && CLAIM_STATUSES.some((each) => each === text)) {
    return STATUS_LABELS[text as ClaimStatus];
  }
  if (key === 'dismissReason') {
    const reason = DISMISS_REASONS.find((each) => each === text);
    return reason ? DISMISS_LABELS[reason] : text;
  }
  if (/On$/.test(key)) return dayInWords(text);
  return WORDS[key]?.[text] ?? text;
}
