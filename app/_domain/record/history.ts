import type { Json } from '../canonical-json';
import { CLAIM_STATUSES, type ClaimStatus, DISMISS_REASONS } from '../claims/claim';
import { DISMISS_LABELS, KIND_LABELS, PRIORITY_LABELS, STATUS_LABELS } from '../claims/labels';
import { dayInWords } from '../day';
import { OPERATION_LABELS } from '../derived/operation';
import { DIRECTNESS_LABELS, STANCE_LABELS } from '../evidence/labels';
import { QUALIFIER_LABELS, STATISTIC_LABELS } from '../figures/labels';
import { ROLE_LABELS } from '../people/labels';
import { QUOTE_CHANGE_LABELS } from '../quotes/labels';
import { GATE_IDS, GATE_RULES } from '../review/gates';
import { SIGN_IN_LABELS } from '../sign-in/labels';

/** What one event changed in one field, in words; null where there was nothing. */
export type FieldChange = {
  readonly label: string;
  /** Whether it is prose, in which single words change. */
  readonly isProse: boolean;
  readonly before: string | null;
  readonly after: string | null;
};

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
  assignee: 'Assignee',
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
  speaker: 'Speaker of the whole text',
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
  operation: 'Calculation',
  working: 'Working',
  quote: 'Quote',
  stance: 'Stance',
  directness: 'Directness',
  quoteFound: 'Quote in the source',
  quoteChange: 'Difference from the source',
  note: 'Note',
  page: 'Page',
  independent: 'Independent',
  comesFrom: 'From',
  otherNames: 'Other names',
  hosts: 'Addresses',
  owner: 'Owner',
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
    const isNamed = key in was || key in is;
    return isNamed && change.before !== change.after ? [change] : [];
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
  operation: OPERATION_LABELS,
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
