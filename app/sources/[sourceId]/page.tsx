import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findSource, listEvidenceFrom } from '#data/evidence';
import { toParagraphs, toRuns } from '#domain/annotation';
import { claimCode } from '#domain/claim';
import { dayInWords } from '#domain/day';
import { STANCE_LABELS } from '#domain/labels';
import { isPermitted } from '#domain/permission';
import { sizeInWords } from '#domain/text';
import { toId } from '#forms/address';
import './source.css';

// Long copies are shown from the quote that was asked for, or from their beginning.
const SHOWN = 60_000;

export async function generateMetadata({
  params,
}: PageProps<'/sources/[sourceId]'>): Promise<Metadata> {
  await permitted('desk.read');
  const source = await findSource(toId((await params).sourceId) ?? '');
  return { title: source?.title ?? 'No such source' };
}

export default async function SourcePage({
  params,
  searchParams,
}: PageProps<'/sources/[sourceId]'>) {
  const { role } = await permitted('desk.read');
  const [{ sourceId }, { at }] = await Promise.all([params, searchParams]);
  const source = await findSource(toId(sourceId) ?? '');
  if (!source) notFound();
  const evidence = await listEvidenceFrom(source.id);
  const { capture } = source;
  const asked = typeof at === 'string' && /^\d{1,8}$/.test(at) ? Number(at) : null;
  const from =
    capture.text.length <= SHOWN || asked === null
      ? 0
      : Math.max(0, capture.text.lastIndexOf('\n', Math.max(0, asked - SHOWN / 2)) + 1);
  const span = { start: from, end: Math.min(capture.text.length, from + SHOWN) };
  const marks = evidence
    .flatMap(({ id, start, end }) => (start === null || end === null ? [] : [{ id, start, end }]))
    .sort((a, b) => a.start - b.start);

  return (
    <main id="main" className="source">
      <div className="page-head">
        <div>
          <p className="crumbs">Source</p>
          <h1>{source.title}</h1>
          <p className="lede">
            {[source.publisher, source.author, source.publishedOn && dayInWords(source.publishedOn)]
              .filter(Boolean)
              .join(', ')}{' '}
            {source.url && (
              <a href={source.url} rel="noreferrer">
                Original
              </a>
            )}
          </p>
          {source.derivedFrom && (
            <p className="soft">
              Repeats{' '}
              <Link href={`/sources/${source.derivedFrom.id}`}>{source.derivedFrom.title}</Link>, so
              the two count as one.
            </p>
          )}
        </div>
        {!source.underCheck && isPermitted(role, 'source.edit') && (
          <Link className="button" href={`/sources/${source.id}/edit`}>
            Edit details
          </Link>
        )}
      </div>
      <div className="claim-grid">
        <section className="claim-main" aria-label="Text of the copy">
          {from > 0 && <p className="soft">The copy is long: it is shown from near the quote.</p>}
          <div className="copy">
            {toParagraphs(capture.text, span).map((paragraph) => (
              <p key={paragraph.start}>
                {toRuns(capture.text, paragraph, marks).map((run) =>
                  run.marks.length > 0 ? (
                    <mark
                      key={run.start}
                      id={
                        run.start === asked || run.marks[0]?.start === asked ? 'quote' : undefined
                      }
                    >
                      {run.text}
                    </mark>
                  ) : (
                    <span key={run.start}>{run.text}</span>
                  ),
                )}
              </p>
            ))}
          </div>
          {span.end < capture.text.length && (
            <p className="soft">The copy goes on; the desk keeps it whole.</p>
          )}
        </section>
        <div className="claim-side">
          <section aria-labelledby="copy-title">
            <h2 id="copy-title">The desk’s copy</h2>
            <dl className="facts">
              <dt>Taken</dt>
              <dd>
                <time dateTime={capture.takenAt.toISOString()}>
                  {dayInWords(capture.takenAt.toISOString().slice(0, 10))}
                </time>
                , pasted{capture.takenBy && ` by ${capture.takenBy}`}
              </dd>
              <dt>Size</dt>
              <dd>{sizeInWords(capture.size ?? 0)}</dd>
              <dt>SHA-256</dt>
              <dd className="hash">{capture.sha256}</dd>
            </dl>
          </section>
          <section aria-labelledby="leaning-title">
            <h2 id="leaning-title">Claims that lean on it</h2>
            <ul className="leaning">
              {evidence.map(({ id, claim, stance }) => (
                <li key={id}>
                  <Link href={`/claims/${claimCode(claim.number)}`}>{claimCode(claim.number)}</Link>{' '}
                  <span className="soft">{STANCE_LABELS[stance].toLowerCase()}</span> {claim.text}
                </li>
              ))}
            </ul>
            {evidence.length === 0 && <p className="soft">None.</p>}
          </section>
        </div>
      </div>
    </main>
  );
}
