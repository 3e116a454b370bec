import type { ClaimStatus, ClaimWording, DismissReason, Priority } from '../claims/claim';
import type { ClaimKind } from '../claims/kind';
import type { ClaimantKind } from '../claims/reading';
import type { Operation } from '../derived/operation';
import type { Independence } from '../evidence/independence';
import type { EvidenceStatement } from '../evidence/stance';
import type { Figure } from '../figures/figure';
import type { QuoteChange } from '../quotes/differences';
import type { GateId } from '../review/gates';
import type { Rating } from '../review/rating';
import type { EventChange, EventRevision, Says } from './event-kind';

type Place = { readonly start: number; readonly end: number; readonly exact: string };
type FigurePlace = { readonly start: number | null; readonly end: number | null };
type FigureDetails = { readonly asOf: string | null; readonly cumulative: boolean | null };
type Led = FigurePlace & FigureDetails & { readonly leading: boolean };
type Nth = { readonly n: number };
type Heir = { readonly leadingId?: string };
/** The figures of a claim in their order, and which of them leads, where a reading changed it. */
type Order = { readonly inOrder?: readonly string[]; readonly leadingId?: string | null };

/** A figure that came with a claim or with evidence. */
type FigureEntry = Figure & FigurePlace & Nth & { readonly id: string; readonly leading: boolean };

type NewClaim = {
  readonly number: number;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly claimantId: string | null;
  readonly checkWorthiness: number;
  readonly reasons: readonly string[];
  readonly status: ClaimStatus;
  readonly statusAt: string;
  readonly articleId: string;
  readonly claimant: string | null;
  readonly appearance: Place & { readonly id: string; readonly captureId: string };
  readonly figures: readonly FigureEntry[];
} & EventRevision;

type Dates = {
  readonly saidOn: string | null;
  readonly saidOnText: string | null;
  readonly eventOn: string | null;
  readonly eventOnText: string | null;
};
type Days = Pick<Dates, 'saidOn' | 'eventOn'>;

/** What an event keeps of a claim's wording, as a reading has it. */
export type ReadWording = Dates & {
  readonly text: string;
  readonly kind: ClaimKind;
  readonly checkable: boolean;
  readonly claimant: string | null;
  /** Absent in events from before these were stored. */
  readonly leansOn?: string | null;
  readonly candidates?: readonly string[] | null;
  readonly checkWorthiness: number;
  readonly reasons: readonly string[];
  readonly start: number;
  readonly end: number;
};

/** Other words of the article for a claim; the other claim has the rest, or had them. */
type Reshaped = EventChange<
  Place & { readonly text: string },
  Place & {
    readonly text: string;
    readonly kind: ClaimKind;
    readonly leansOn: null;
    readonly candidates: null;
    readonly otherId: string;
  } & EventRevision
>;

type Status = { readonly status: ClaimStatus };

type Step<More = unknown> = EventChange<
  Status & { readonly assigneeId?: string | null },
  Status & {
    readonly assigneeId?: string | null;
    readonly dismissReason?: DismissReason;
    readonly duplicateOf?: string;
    readonly statusAt?: string;
    readonly acceptedAt?: string | null;
  } & EventRevision &
    More
>;

/** The rows that a step leaves. */
export type StepRows = {
  readonly submitted: {
    readonly submission: string;
    readonly verdict: number | null;
    readonly contentSha256: string;
    readonly waived: readonly { readonly gate: GateId; readonly reason: string }[];
  };
  readonly approved: {
    readonly approval: string;
    readonly submission: string;
    readonly verdict: number | null;
    readonly contentSha256: string;
  };
  readonly published: {
    readonly publication: string;
    readonly n: number;
    readonly verdict: number | null;
    readonly sha256: string;
    /** Of the note on what was published before, where it takes its place. */
    readonly correction?: string;
  };
  readonly corrected: { readonly correction: string };
};

type RecheckDay = { readonly recheckOn: string | null };

/** Where a quote was looked for and found; all null where its source has no copy. */
type FoundQuote = FigurePlace & {
  readonly quoteFound: 'exact' | 'fuzzy' | 'absent' | null;
  readonly quoteScore: number | null;
  readonly quoteChange: QuoteChange | null;
};
type Quoted = EvidenceStatement &
  FoundQuote & {
    /** Of a file with pages. */
    readonly page?: number | null;
  } & Partial<Independence>;

type Comparison = { readonly comparison: string };
type Resolved = { readonly resolved: boolean };

/** What events of claims say, in the present version: a part of EventContent, in event-content.ts. */
export type ClaimEventContent = {
  'claim.suggested': Says<
    NewClaim &
      Dates & {
        readonly engineVersion: string;
        readonly checkable: boolean;
        readonly leansOn?: string | null;
        readonly candidates?: readonly string[] | null;
      }
  >;
  'claim.made': Says<
    NewClaim & {
      /** Null for a part of a suggestion that was split. */
      readonly acceptedAt: string | null;
      readonly saidOn?: string | null;
      readonly saidOnText?: string | null;
    }
  >;
  'claim.split': Reshaped;
  'claim.joined': Reshaped;
  'claim.edited': EventChange<
    Partial<ClaimWording> & {
      /** Where the edit named what they stand for. */
      readonly leansOn?: string;
      readonly candidates?: readonly string[];
    },
    Partial<ClaimWording> & {
      readonly claimantId: string | null;
      readonly saidOnText?: null;
      readonly eventOnText?: null;
      readonly leansOn?: string | null;
      readonly candidates?: readonly string[] | null;
    } & EventRevision
  >;
  'claim.planned': EventChange<
    { readonly priority: Priority; readonly dueOn: string | null },
    { readonly priority: Priority; readonly dueOn: string | null } & EventRevision
  >;
  'claim.datesRead': EventChange<Days, Days & EventRevision>;
  'claim.readAgain': EventChange<
    Partial<ReadWording>,
    Partial<ReadWording> & {
      readonly claimantId: string | null;
      readonly engineVersion: string;
      readonly exact?: string;
    } & EventRevision
  >;
  'claim.notFound': EventChange<Status, Status & EventRevision>;
  'claim.foundAgain': EventChange<Status, Status & EventRevision>;
  'claim.movedCopy': EventChange<
    Place & { readonly captureId: string },
    {
      readonly appearance: Place & { readonly id: string; readonly captureId: string };
      readonly figures: readonly (FigurePlace & { readonly id: string })[];
    } & EventRevision
  >;
  'claim.sourceChanged': EventChange<RecheckDay, RecheckDay>;
  'claim.lookedAgain': EventChange<RecheckDay, RecheckDay>;
  'claim.accepted': Step;
  'claim.dismissed': Step;
  'claim.undone': Step;
  'claim.taken': Step;
  'claim.assigned': Step;
  'claim.submitted': Step<StepRows['submitted']>;
  'claim.returned': Step;
  'claim.approved': Step<StepRows['approved']>;
  'claim.published': Step<StepRows['published']>;
  'claim.reopened': Step;
  'claim.corrected': Step<StepRows['corrected']>;
  'claim.withdrawn': Step<StepRows['corrected']>;

  'figure.added': Says<Figure & Led & Nth & EventRevision>;
  'figure.corrected': EventChange<Figure & Led, Figure & Led & EventRevision>;
  'figure.removed': EventChange<Figure & FigurePlace, Heir & EventRevision>;
  'figure.addedToEvidence': Says<
    Figure & FigurePlace & FigureDetails & Nth & { readonly evidenceId: string } & EventRevision
  >;
  'figure.correctedInEvidence': EventChange<
    Figure & FigurePlace & FigureDetails,
    Figure & FigurePlace & FigureDetails & { readonly evidenceId: string } & EventRevision
  >;
  'figure.removedFromEvidence': EventChange<
    Figure & FigurePlace & { readonly evidenceId: string | null },
    EventRevision
  >;
  'figure.compared': Says<
    {
      readonly claimId: string;
      readonly evidenceId: string;
      readonly claimQuantityId: string;
      readonly evidenceQuantityId: string;
      /** For a calculation, and its working in words. */
      readonly operation?: Operation;
      readonly operands?: readonly {
        readonly quantityId: string;
        readonly evidenceId: string;
      }[];
      readonly working?: string;
    } & Comparison &
      EventRevision
  >;
  'figure.comparisonTakenBack': { readonly before?: Comparison; readonly after: EventRevision };
  'figure.found': Says<FigureEntry & Order & EventRevision>;
  'figure.readAgain': EventChange<Figure, Figure & FigurePlace & Order & EventRevision>;
  'figure.notFound': EventChange<Figure, Order & EventRevision>;

  'evidence.attached': Says<
    Quoted & {
      readonly documentId: string;
      readonly captureId: string | null;
      readonly fileSha256?: string;
      readonly fileSize?: number;
      readonly fileName?: string;
      readonly figures: readonly FigureEntry[];
    } & EventRevision
  >;
  'evidence.checked': Says<
    FoundQuote & {
      readonly captureId: string;
      readonly page: number | null;
      readonly figures: readonly (FigurePlace & { readonly id: string })[];
    }
  >;
  'evidence.edited': EventChange<
    Quoted,
    Quoted & { readonly figures?: readonly FigureEntry[] } & EventRevision
  >;
  'evidence.moved': EventChange<
    { readonly documentId: string },
    { readonly documentId: string } & EventRevision
  >;
  'evidence.removed': EventChange<Quoted, EventRevision>;

  'verdict.given': Says<
    {
      readonly n: number;
      readonly rating: string;
      readonly label: string;
      readonly definition: string;
      readonly reasons: readonly string[];
      readonly asOf: string | null;
      readonly explanation: string;
      readonly correctedText: string | null;
      readonly changeNote: string | null;
      readonly supersedesN: number | null;
      readonly evidence: readonly string[];
      readonly comparisons: readonly string[];
      readonly suggestedKey: string | null;
      readonly otherwiseReason: string | null;
      readonly frozenSha256: string;
    } & EventRevision
  >;

  'gate.waived': {
    readonly before?: { readonly gate: GateId; readonly reason: string };
    readonly after: { readonly gate: GateId; readonly reason: string } & EventRevision;
  };
  'gate.waiverTakenBack': {
    readonly before?: { readonly gate: GateId; readonly reason: string };
    readonly after: { readonly gate: GateId } & EventRevision;
  };

  'comment.added': Says<{ readonly body: string; readonly mentioned?: readonly string[] }>;
  'comment.replied': Says<{
    readonly body: string;
    readonly threadId: string;
    readonly mentioned?: readonly string[];
  }>;
  'comment.resolved': EventChange<Resolved, Resolved>;
  'comment.reopened': EventChange<Resolved, Resolved>;

  'party.added': Says<{
    readonly name: string;
    readonly kind: ClaimantKind;
    readonly role: string | null;
  }>;
  'rating.added': Says<Rating>;
  'rating.edited': EventChange<Rating, Rating>;
};
