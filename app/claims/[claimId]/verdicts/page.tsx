import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { listVerdicts, type Signature, type Verdict } from '#data/review/verdicts';
import { claimCode } from '#domain/claims/claim';
import { dayInWords, minuteOf } from '#domain/day';
import { DIRECTNESS_LABELS, STANCE_LABELS } from '#domain/evidence/labels';
import { isPermitted } from '#domain/people/permission';
import { diffWords } from '#domain/texts/word-diff';
import { toCount } from '#http/query';
import { timeZone } from '#process/time-zone';
import { Link } from '#ui/link';
import { Select } from '#ui/select';
import { ClaimHeading } from '../claim-heading';
import { findClaimOf } from '../claim-of';
import '../claim.css';
import './verdicts.css';
import { withVisibleMarks } from '#domain/texts/plain-line';

export const metadata: Metadata = { title: 'Versions of the verdict' };

export default async function VerdictsPage({
  params,
  searchParams,
}: PageProps<'/claims/[claimId]/verdicts'>) {
  const { role } = await permitted('desk.read');
  const [{ claimId }, { a, b }] = await Promise.all([params, searchParams]);
  const claim = await findClaimOf(claimId);
  if (!claim) notFound();
  const verdicts = await listVerdicts(claim.id, isPermitted(role, 'source.confidential'));
  const [latest, before = latest] = verdicts;
  const versionOf = (part: typeof a, otherwise: Verdict | undefined) =>
    verdicts.find(({ n }) => n === toCount(part)) ?? otherwise;
  const left = versionOf(a, before);
  const right = versionOf(b, latest);
  const options = verdicts.map(
    ({ n, rating }) => [String(n), `Version ${n}: ${rating.label}`] as const,
  );
  return (
    <main id="main">
      <ClaimHeading claim={claim} title="Versions of the verdict" />
      {!left || !right ? (
        <p className="empty">
          No verdict yet. <Link href={`/claims/${claimCode(claim.number)}`}>Back to the claim</Link>
        </p>
      ) : (
        <>
          <form className="versions-chosen" method="get">
            <label htmlFor="a">Compare</label>
            <Select id="a" name="a" options={options} value={String(left.n)} />
            <label htmlFor="b">with</label>
            <Select id="b" name="b" options={options} value={String(right.n)} />
            <button type="submit" className="button small">
              Compare
            </button>
          </form>
          <div className="scroll">
            <table className="versions">
              <caption className="visually-hidden">
                Version {left.n} compared with version {right.n}
              </caption>
              <thead>
                <tr>
                  <td />
                  <th scope="col">Version {left.n}</th>
                  <th scope="col">Version {right.n}</th>
                </tr>
              </thead>
              <tbody>
                {rowsOf(left, right).map(([label, was, is]) => (
                  <tr key={label} data-changed={was !== is}>
                    <th scope="row">
                      {label}
                      {was !== is && <small className="changed-mark">changed</small>}
                    </th>
                    <td>
                      <Side text={was} other={is} side="removed" />
                    </td>
                    <td>
                      <Side text={is} other={was} side="added" />
                    </td>
                  </tr>
                ))}
                <tr>
                  <th scope="row">Evidence at that time</th>
                  <td>
                    <Frozen verdict={left} other={right} />
                  </td>
                  <td>
                    <Frozen verdict={right} other={left} />
                  </td>
                </tr>
              </tbody>
            </table>
          </div>
        </>
      )}
    </main>
  );
}

function rowsOf(left: Verdict, right: Verdict) {
  const row = (label: string, of: (verdict: Verdict) => string | null) =>
    [label, of(left), of(right)] as const;
  return [
    row('Rating', ({ rating }) => rating.label),
    row('Explanation', ({ explanation }) => explanation),
    row('Reasons', ({ reasons }) => reasons.join(', ') || null),
    row('Corrected text', ({ correctedText }) => correctedText),
    row('As of', ({ asOf }) => asOf && dayInWords(asOf)),
    row(
      'Figures compared',
      ({ comparisons }) =>
        comparisons.map(({ comparison }) => comparison.sentence).join(' ') || null,
    ),
    row('Reason for a different rating', ({ otherwiseReason }) => otherwiseReason),
    row('What changed', ({ changeNote }) => changeNote),
    row('Given', ({ decidedBy, decidedAt }) => `by ${decidedBy}, ${toMinute(decidedAt)}`),
    row('Approved', ({ approvals }) => signedBy(approvals)),
    row('Published', ({ publications }) => signedBy(publications)),
    row('Corrections', ({ corrections }) => corrections.map(({ note }) => note).join(' ') || null),
  ];
}

/** One side of a row: the words that the other side does not have are marked. */
function Side({
  text,
  other,
  side,
}: {
  text: string | null;
  other: string | null;
  side: 'removed' | 'added';
}) {
  if (text === null) return <span className="soft">none</span>;
  if (other === null || other === text) return text;
  const [before, after] = side === 'removed' ? [text, other] : [other, text];
  const Mark = side === 'removed' ? 'del' : 'ins';
  let at = 0;
  return diffWords(before, after).map((part) => {
    const key = `${part.kind}-${at}`;
    at += part.text.length;
    if (part.kind === 'same') return <span key={key}>{withVisibleMarks(part.text)}</span>;
    return part.kind === side ? <Mark key={key}>{withVisibleMarks(part.text)}</Mark> : null;
  });
}

/** The evidence frozen with a version; what the other does not have, or has otherwise, is marked. */
function Frozen({ verdict, other }: { verdict: Verdict; other: Verdict }) {
  if (verdict.evidence.length === 0) return <span className="soft">none</span>;
  return (
    <ul className="frozen">
      {verdict.evidence.map((item) => {
        const twin = other.evidence.find(({ id }) => id === item.id);
        const isSame =
          twin?.quote === item.quote &&
          twin.stance === item.stance &&
          twin.directness === item.directness &&
          twin.note === item.note;
        return (
          <li key={item.id}>
            {!isSame && (
              <small className="changed-mark">{twin ? 'changed' : 'only in this version'}</small>
            )}
            <blockquote>“{withVisibleMarks(item.quote)}”</blockquote>
            <p className="soft">
              {(item.capture?.document ?? item.document)?.title ?? 'No source'}:{' '}
              {STANCE_LABELS[item.stance]}, {DIRECTNESS_LABELS[item.directness].toLowerCase()}
              {item.note && `. ${withVisibleMarks(item.note)}`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

const signedBy = (all: readonly Signature[]) =>
  all.map(({ by, at }) => `by ${by}, ${toMinute(at)}`).join('; ') || null;

const toMinute = (at: Date) => minuteOf(at, timeZone());
