import type { Metadata, Route } from 'next';
import { permitted } from '#accounts/permitted';
import { listAnchorBreaks } from '#data/record/anchor-breaks';
import { findSafety } from '#data/record/backups';
import { listActors, listHistory } from '#data/record/history';
import { findHead, findLastVerification } from '#data/verification/recorded';
import { isPermitted } from '#domain/people/permission';
import { EventItem } from '#review/event-item';
import { readHistoryView, toHistoryQuery } from '#review/history-view';
import { Link } from '#ui/link';
import { DiskMessage } from '../disk-message';
import { verifyRecord } from './actions';
import { AnchorWarning } from './anchor-warning';
import { Backups } from './backups';
import { EventFilters } from './event-filters';
import { HeadOfRecord, VerificationResult } from './result';
import { VerifyForm } from './verify-form';
import './record.css';

export const metadata: Metadata = { title: 'Record' };

const PAGE = 50;
const WHOLE_DESK = { desk: true } as const;

export default async function RecordPage({ searchParams }: PageProps<'/record'>) {
  const by = await permitted('record.verify');
  const view = readHistoryView(await searchParams);
  const [head, last, safety] = await Promise.all([
    findHead(),
    findLastVerification(),
    findSafety(),
  ]);
  const { events, older } = listHistory(WHOLE_DESK, view, PAGE, true);
  const to = (before: number | null) =>
    `/record${toHistoryQuery({ ...view, all: false, before })}#events` as Route;

  return (
    <main id="main" className="record">
      <div className="page-head">
        <div>
          <h1>The record</h1>
          <p className="lede">
            Every change at this desk: the person, the time, and the values before and after. A
            chain of hashes protects the record.
          </p>
        </div>
      </div>
      {isPermitted(by.role, 'people.manage') && <DiskMessage />}
      <AnchorWarning
        breaks={listAnchorBreaks().filter(({ acknowledged }) => !acknowledged)}
        mayAcknowledge={isPermitted(by.role, 'record.acknowledge')}
      />
      <div className="record-grid">
        <section className="record-events" id="events" aria-labelledby="events-title">
          <h2 id="events-title">Events</h2>
          <EventFilters view={view} people={listActors(WHOLE_DESK)} />
          <ol className="history" aria-label="Events">
            {events.map((event) => (
              <EventItem key={event.seq} event={event} isLinked />
            ))}
          </ol>
          {events.length === 0 && <p className="soft">No events match these filters.</p>}
          {(older !== null || view.before !== null) && (
            <nav className="pages" aria-label="Pages of the events">
              {view.before !== null && <Link href={to(null)}>Latest</Link>}
              {older !== null && <Link href={to(older)}>Older</Link>}
            </nav>
          )}
        </section>
        <div className="record-side">
          <section id="result" aria-labelledby="result-title">
            <h2 id="result-title">Verify the record</h2>
            <VerificationResult last={last} />
            <VerifyForm action={verifyRecord} />
          </section>
          <section aria-labelledby="backups-title">
            <h2 id="backups-title">Backups</h2>
            <Backups safety={safety} />
          </section>
          <section aria-labelledby="head-title">
            <h2 id="head-title">Head of the record</h2>
            <HeadOfRecord head={head} />
            <p className="soft">
              The head is the hash of the last event. Print the head, or keep it on another machine.
              If anybody changes an earlier event, the head changes too. The command plumbline
              verify compares the record with a head.
            </p>
          </section>
        </div>
      </div>
    </main>
  );
}
