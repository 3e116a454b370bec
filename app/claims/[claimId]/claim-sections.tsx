import type { SignedIn } from '#accounts/signed-in';
import { findCaptureText } from '#data/captures/captures';
import type { Claim } from '#data/claims/claims';
import type { ComparedFigures } from '#data/evidence/comparisons';
import type { Evidence } from '#data/evidence/evidence';
import type { Verdict } from '#data/review/verdicts';
import { claimCode, isEditable, isUnderWork } from '#domain/claims/claim';
import type { toSourceLetters } from '#domain/evidence/source-letters';
import { isPermitted } from '#domain/people/permission';
import { Link } from '#ui/link';
import { Comparisons } from './comparisons/comparisons';
import { Context } from './context';
import { EvidenceColumns } from './evidence-columns';
import { FigureTable } from './figure-table';
import { VerdictVersions } from './verdict-versions';

type SourceLetters = ReturnType<typeof toSourceLetters>;

type Shown = { readonly claim: Claim; readonly person: SignedIn };

const mayWork = ({ claim, person }: Shown) =>
  isUnderWork(claim.status) && isPermitted(person.role, 'evidence.attach');

/** The words of the claim where they stand in the article. */
export async function InTheArticle({ claim }: Pick<Shown, 'claim'>) {
  return (
    <section aria-labelledby="context-title">
      <h2 id="context-title">In the article</h2>
      <Context
        text={await findCaptureText(claim.appearance.captureId)}
        anchor={claim.appearance}
        code={claimCode(claim.number)}
        quantities={claim.quantities}
      />
    </section>
  );
}

/** The figures of the claim, and the figures of its evidence beside them. */
export function Figures({
  claim,
  person,
  compared,
  letters,
}: Shown & { readonly compared: ComparedFigures; readonly letters: SourceLetters }) {
  const code = claimCode(claim.number);
  const canEdit = isEditable(claim.status) && isPermitted(person.role, 'figure.edit');
  return (
    <section aria-labelledby="figures-title">
      <div className="section-head">
        <h2 id="figures-title">Figures</h2>
        {canEdit && (
          <Link className="button small" href={`/claims/${code}/figures/new`}>
            Add a figure
          </Link>
        )}
      </div>
      <FigureTable code={code} quantities={claim.quantities} canEdit={canEdit} />
      <Comparisons
        claim={claim}
        compared={compared}
        letters={letters}
        canCompare={isUnderWork(claim.status) && isPermitted(person.role, 'figure.compare')}
      />
    </section>
  );
}

/** What sources say about the claim. */
export function EvidenceSection({
  claim,
  person,
  evidence,
  compared,
  letters,
  isNext,
}: Shown & {
  readonly evidence: readonly Evidence[];
  readonly compared: ComparedFigures;
  readonly letters: SourceLetters;
  /** Whether evidence is the next step, which has the button then. */
  readonly isNext: boolean;
}) {
  const code = claimCode(claim.number);
  const canWork = mayWork({ claim, person });
  return (
    <section aria-labelledby="evidence-title">
      <div className="section-head">
        <h2 id="evidence-title">Evidence</h2>
        {canWork && !isNext && (
          <Link className="button small" href={`/claims/${code}/evidence/new`}>
            Attach evidence
          </Link>
        )}
      </div>
      {claim.status === 'suggested' && isPermitted(person.role, 'claim.accept') && (
        <p className="soft">Accept the claim to attach evidence and give a verdict.</p>
      )}
      <EvidenceColumns
        code={code}
        evidence={evidence}
        canEdit={canWork}
        letters={letters}
        comparisons={compared.comparisons}
      />
    </section>
  );
}

/** The verdict as it stands, and its earlier versions. */
export function VerdictSection({
  claim,
  person,
  verdicts,
  isNext,
  isAbove,
}: Shown & {
  readonly verdicts: readonly Verdict[];
  /** Whether the latest version is shown above, beside the button that approves it. */
  readonly isAbove: boolean;
  /** Whether a verdict is the next step, which has the button then. */
  readonly isNext: boolean;
}) {
  const code = claimCode(claim.number);
  // Before the first one, the head of the page says that there is none, and how to give it.
  if (verdicts.length === (isAbove ? 1 : 0)) return null;
  return (
    <section aria-labelledby="verdict-title">
      <div className="section-head">
        <h2 id="verdict-title">{isAbove ? 'Earlier versions' : 'Verdict'}</h2>
        {mayWork({ claim, person }) && !isNext && (
          <Link className="button small" href={`/claims/${code}/verdict`}>
            Give a new version of the verdict
          </Link>
        )}
      </div>
      <VerdictVersions code={code} verdicts={verdicts} isAbove={isAbove} />
    </section>
  );
}
