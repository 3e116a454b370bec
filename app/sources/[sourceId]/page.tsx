import type { Metadata, Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { type Capture, listCaptures } from '#data/captures/captures';
import { listOpenLinks } from '#data/documents/document-links';
import { listEvidenceFrom, type Source } from '#data/documents/sources';
import { claimCode } from '#domain/claims/claim';
import { dayInWords, dayOf } from '#domain/day';
import { DOCUMENT_KIND_LABELS } from '#domain/documents/document';
import { languageInWords } from '#domain/documents/language';
import { STANCE_LABELS } from '#domain/evidence/labels';
import { isPermitted } from '#domain/people/permission';
import { timeZone } from '#process/time-zone';
import { History } from '#review/history';
import { Link } from '#ui/link';
import { ReloadWhile } from '#ui/reload-while';
import { CaptureList } from './capture-list';
import { tryNow } from './captures/actions';
import { LinkOffers } from './links/link-offers';
import { setSchedule } from './schedule/actions';
import { ScheduleForm } from './schedule/schedule-form';
import { SourceHead } from './source-head';
import { findSourceOf } from './source-of';
import './source.css';

export async function generateMetadata({
  params,
}: PageProps<'/sources/[sourceId]'>): Promise<Metadata> {
  const person = await permitted('desk.read');
  const source = await findSourceOf((await params).sourceId, person);
  return { title: source?.title ?? 'No such source' };
}

export default async function SourcePage({
  params,
  searchParams,
}: PageProps<'/sources/[sourceId]'>) {
  const person = await permitted('desk.read');
  const [{ sourceId }, query] = await Promise.all([params, searchParams]);
  const source = await findSourceOf(sourceId, person);
  if (!source) notFound();
  if (source.mergedInto) redirect(`/sources/${source.mergedInto.id}?merged=yes`);
  const [copies, links] = await Promise.all([
    listCaptures(source.id),
    listOpenLinks(source.id, isPermitted(person.role, 'source.confidential')),
  ]);
  const mayAdd = isPermitted(person.role, 'source.add');
  const mayEdit = isPermitted(person.role, 'source.edit');
  const isPending = copies.some(({ state }) => state === 'pending');

  return (
    <main id="main" className="source">
      {isPending && <ReloadWhile />}
      <SourceHead source={source} mayEdit={mayEdit} mayAdd={mayAdd} isPending={isPending} />
      <Messages
        source={source}
        isAlreadyThere={query.held === 'yes'}
        isMerged={query.merged === 'yes'}
      />
      <div className="claim-grid">
        <div className="claim-main">
          <LinkOffers
            source={source}
            links={links}
            mayMerge={isPermitted(person.role, 'source.merge')}
            mayEdit={mayEdit}
          />
          <Copies source={source} copies={copies} mayAdd={mayAdd} />
          <ClaimsOf sourceId={source.id} />
        </div>
        <div className="claim-side">
          <section aria-labelledby="facts-title">
            <h2 id="facts-title">Details</h2>
            <Facts source={source} />
          </section>
          {source.url && <Schedule source={source} mayAdd={mayAdd} />}
          <section aria-labelledby="history-title">
            <h2 id="history-title">History</h2>
            <History
              of={{ documentId: source.id }}
              path={`/sources/${source.id}` as Route}
              query={query}
            />
          </section>
        </div>
      </div>
    </main>
  );
}

function Copies({
  source,
  copies,
  mayAdd,
}: {
  source: Source;
  copies: readonly Capture[];
  mayAdd: boolean;
}) {
  return (
    <section aria-labelledby="copies-title">
      <h2 id="copies-title">The desk’s copies</h2>
      {copies.length === 0 ? (
        <p className="soft">
          The desk has no copy: the source was an interview. Its notes are with the evidence.
        </p>
      ) : (
        <CaptureList
          sourceId={source.id}
          captures={copies}
          tryNow={mayAdd ? tryNow : null}
          readId={source.capture?.id ?? null}
        />
      )}
    </section>
  );
}

async function ClaimsOf({ sourceId }: { sourceId: string }) {
  const evidence = await listEvidenceFrom(sourceId);
  return (
    <section aria-labelledby="leaning-title">
      <h2 id="leaning-title">Claims that use this source</h2>
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
  );
}

function Schedule({
  source: { id, recaptureEveryDays, recaptureAt },
  mayAdd,
}: {
  source: Source;
  mayAdd: boolean;
}) {
  return (
    <section aria-labelledby="schedule-title">
      <h2 id="schedule-title">Regular copies</h2>
      {mayAdd ? (
        <ScheduleForm
          key={recaptureEveryDays}
          action={setSchedule.bind(null, id)}
          everyDays={recaptureEveryDays}
        />
      ) : (
        <p className="soft">
          {recaptureEveryDays
            ? `The desk takes a new copy every ${recaptureEveryDays} days.`
            : 'Off.'}
        </p>
      )}
      {recaptureAt && (
        <p className="soft">
          The next copy is due on {dayInWords(dayOf(recaptureAt, timeZone()))}.
        </p>
      )}
    </section>
  );
}

function Messages({
  source,
  isAlreadyThere,
  isMerged,
}: {
  source: Source;
  isAlreadyThere: boolean;
  isMerged: boolean;
}) {
  return (
    <div className="source-notices">
      {source.confidential && (
        <p className="notice loud">
          Confidential: no report shows this source, and viewers cannot see it. Reason:{' '}
          {source.confidentialReason}
        </p>
      )}
      {isAlreadyThere && (
        <p className="notice" role="status">
          The desk already has this source. If the source changed, take a new copy.
        </p>
      )}
      {isMerged && (
        <p className="notice" role="status">
          The source that you opened was merged with this source.
        </p>
      )}
      {source.derivedFrom && (
        <p className="notice">
          Repeats <Link href={`/sources/${source.derivedFrom.id}`}>{source.derivedFrom.title}</Link>
          , so both count as one source.
        </p>
      )}
    </div>
  );
}

function Facts({ source }: { source: Source }) {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Kind', DOCUMENT_KIND_LABELS[source.kind]],
    ['Address', source.url],
    ['Language', source.language && languageInWords(source.language)],
    ['Contact', source.contact],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
