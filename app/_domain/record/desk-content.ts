import type { Json } from '../canonical-json';
import type { RereadCounts } from '../claims/reread';
import type { DocumentDetails, DocumentKind } from '../documents/document';
import type { Role } from '../people/permission';
import type { SIGN_IN_LABELS } from '../sign-in/labels';

import type { EventChange, EventEntity, EventRevision, Nothing, Says } from './event-kind';

/** The fields of a thing, by what events call them. */
type Fields = { readonly [field: string]: Json };

type NewDocument = DocumentDetails & {
  readonly canonicalUrl: string | null;
  readonly underCheck: boolean;
  readonly kind: DocumentKind;
  readonly speaker?: string;
  readonly sample?: boolean;
  readonly confidential?: boolean;
  readonly confidentialReason?: string | null;
  readonly hasContact?: boolean;
  /** Its copies have events of their own. */
  readonly captureId: null;
};

/** What is edited of a document. */
type DocumentEdit = Partial<DocumentDetails> & {
  readonly canonicalUrl?: string | null;
  readonly speaker?: string | null;
  readonly kind?: DocumentKind;
  readonly confidential?: boolean;
  readonly confidentialReason?: string | null;
  readonly derivedFromId?: string | null;
  readonly mergedIntoId?: string | null;
};
type DocumentChange = EventChange<DocumentEdit, DocumentEdit & { readonly hasContact?: boolean }>;
type Described = EventChange<DocumentEdit, DocumentEdit & EventRevision>;
type ArticlePlanned = { readonly assigneeId: string | null; readonly dueOn: string | null };
type Schedule = { readonly recaptureEveryDays: number | null };

type CopyRead = {
  readonly httpStatus?: number | null;
  readonly finalUrl?: string | null;
  readonly mime?: string | null;
  readonly textSha256?: string;
  readonly changedFromPrevious?: boolean | null;
};
type NewCopy = CopyRead & {
  readonly documentId: string;
  readonly n: number;
  readonly method: 'fetch' | 'upload' | 'paste';
  readonly state: 'pending' | 'complete';
  readonly requestedUrl: string | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly takenById: string | null;
  readonly takedownReason: null;
};
type TakenCopy = CopyRead & {
  readonly state: 'complete' | 'failed';
  readonly sha256?: string;
  readonly size?: number;
  readonly wall?: string | null;
  readonly error?: string | null;
  readonly refusal?: string;
};

type LinkState<State> = EventChange<
  { readonly state: 'suggested' },
  { readonly state: State; readonly decidedById?: string | null }
>;

type PublisherFields = {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly hosts: readonly string[];
  readonly owner: string | null;
};

type ViewContent = {
  readonly name: string;
  readonly query: string;
  readonly isOfDesk: boolean;
};

type Account = { readonly name: string; readonly email: string; readonly role: Role };
type Active = { readonly active: boolean };
type TwoFactor = { readonly twoFactorEnabled: boolean };
type SignInStep = keyof typeof SIGN_IN_LABELS;

/** A row of any table as it was found, or was put back; see what readers of it make of each field. */
type Settled = EventChange<
  Fields,
  Fields & { readonly gone?: boolean; readonly row?: Fields; readonly rowRevision?: number }
> & { readonly entity: EventEntity };

/** What the other events say, in the present version: a part of EventContent, in event-content.ts. */
export type DeskEventContent = {
  'article.added': Says<NewDocument>;
  'article.edited': DocumentChange;
  'article.described': Described;
  'article.planned': EventChange<ArticlePlanned, ArticlePlanned>;
  'article.archived': Says<{ readonly archivedAt: string | null }>;
  'article.unarchived': Says<{ readonly archivedAt: string | null }>;
  'article.removed': Says<{ readonly archivedAt: string; readonly removedAt: string }>;
  'article.scheduled': EventChange<Schedule, Schedule>;
  'article.read': Says<{
    readonly readCaptureId: string;
    readonly engine: string;
    readonly added: number;
  }>;
  'article.readAgain': Says<RereadCounts & { readonly engine: string }>;
  'article.readCopy': EventChange<
    { readonly readCaptureId: string },
    { readonly readCaptureId: string; readonly kept: number }
  >;
  'article.suggestionsChosen': EventChange<
    { readonly choice: string | null },
    { readonly choice: string; readonly found: number | null }
  >;
  'source.added': Says<NewDocument>;
  'source.edited': DocumentChange;
  'source.described': Described;
  'source.scheduled': EventChange<Schedule, Schedule>;
  'source.merged': DocumentChange;

  'capture.pasted': Says<NewCopy>;
  'capture.requested': Says<NewCopy>;
  'capture.takenAsItIs': Says<NewCopy>;
  'capture.hastened': Nothing;
  'capture.completed': Says<TakenCopy>;
  'capture.failed': Says<TakenCopy>;
  'capture.takenDown': Says<{ readonly blanked: readonly number[] }>;

  'link.suggested': Says<{
    readonly kind: 'same' | 'derived';
    readonly fromId: string;
    readonly toId: string;
    readonly score: number | null;
    readonly state: 'suggested';
  }>;
  'link.confirmed': LinkState<'confirmed'>;
  'link.rejected': LinkState<'rejected'>;

  'publisher.added': Says<PublisherFields>;
  'publisher.edited': EventChange<PublisherFields, PublisherFields & EventRevision>;
  'publisher.removed': EventChange<PublisherFields, Record<string, never>>;

  'report.exported': Says<{ readonly name: string; readonly query: string }>;

  'view.saved': Says<ViewContent>;
  'view.removed': EventChange<ViewContent, { readonly name: null }>;

  'record.verified': Says<{
    readonly problems: number;
    readonly damaged: boolean;
    readonly events: number;
    readonly blanked: number;
    readonly claims: number;
    readonly verdicts: number;
    readonly captures: number;
    readonly head: string;
    readonly headSeq: number;
    readonly notes: readonly string[];
    readonly found: readonly { readonly sentence: string; readonly claim: string | null }[];
    readonly outside: readonly {
      readonly table: string;
      readonly id: string;
      readonly group: string;
    }[];
  }>;
  'record.restored': Says<{
    readonly folder: string;
    readonly takenAt: string;
    readonly events: number;
    readonly head: string;
  }>;
  'record.backedUp': Says<{ readonly folder: string; readonly problems: number }>;
  'record.backupFailed': Nothing;
  'record.anchorBroken': Says<{ readonly kind: string; readonly file: string }>;
  'record.anchorAcknowledged': Says<{ readonly breaks: number; readonly keptAs?: string | null }>;

  'outside.takenIn': Settled;
  'outside.putBack': Settled;
  'outside.acknowledged': Settled;

  'user.invited': Says<Account & { readonly expiresAt: string }>;
  'invitation.cancelled': Nothing;
  'invitation.accepted': Nothing;
  'user.added': Says<Account>;
  'user.roleChanged': EventChange<{ readonly role: Role }, { readonly role: Role }>;
  'user.deactivated': EventChange<Active, Active>;
  'user.activated': EventChange<Active, Active>;
  'permission.refused': Says<{ readonly permission: string }>;
  'password.changed': Nothing;
  'password.hashedAnew': Nothing;
  'resetLink.made': Says<{ readonly expiresAt: string }>;
  'resetLink.cancelled': Nothing;
  'resetLink.used': Nothing;
  'twoFactor.enabled': EventChange<TwoFactor, TwoFactor>;
  'twoFactor.disabled': EventChange<TwoFactor, TwoFactor>;
  'twoFactor.locked': Nothing;
  'recoveryCodes.made': Nothing;
  'recoveryCode.used': Nothing;
  'secret.rotated': Says<{
    readonly renewed: number;
    readonly lost: number;
    readonly sessions: number;
  }>;
  'session.started': Says<{
    readonly by?: SignInStep | string;
    readonly device: string;
    readonly client?: string;
  }>;
  'session.ended': Nothing;
  'signIn.codeAsked': Nothing;
  'signIn.refused': Says<{ readonly step: SignInStep; readonly client?: string }>;
};
