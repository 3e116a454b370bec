import type { Metadata } from 'next';
import { permitted } from '#accounts/permitted';
import {
  findArticleToLookAt,
  listLookAgain,
  listOverdue,
  listQueue,
  listUnassigned,
  listWaiting,
} from '#data/reports/desk-lists';
import { countDesk } from '#data/reports/desk-numbers';
import { canAnotherApprove } from '#data/review/planning';
import { listAllRatings } from '#data/review/ratings';
import type { ClaimStatus } from '#domain/claims/claim';
import { countInWords } from '#domain/claims/claim-list';
import { dayInWords, dayOf } from '#domain/day';
import { isPermitted } from '#domain/people/permission';
import { toDeskNumbers } from '#domain/reports/desk-numbers';
import { timeZone } from '#process/time-zone';
import { Link } from '#ui/link';
import { ListOfClaims } from './desk-list';
import { DeskPlots } from './desk-plots';
import { DiskMessage } from './disk-message';
import { FirstSteps } from './first-steps';
import { SecondPerson } from './second-person';
import './desk.css';

export const metadata: Metadata = { title: 'Desk' };

const LIST_SIZE = 8;

export default async function Desk() {
  const person = await permitted('desk.read');
  const now = new Date();
  const today = dayOf(now, timeZone());
  // The days that triggers count are those of UTC.
  const countedDay = dayOf(now, 'UTC');
  const counts = countDesk(countedDay);
  const numbers = toDeskNumbers(counts, await listAllRatings(), countedDay);
  const count = (status: ClaimStatus) =>
    counts.statuses.find((each) => each.status === status)?.count ?? 0;
  const suggested = count('suggested');
  const isUntouched = counts.statuses.every(({ status }) => status === 'suggested');
  const canCheck = isPermitted(person.role, 'claim.accept');
  const lists = findLists(person.id, today);

  return (
    <main id="main" className="home">
      <div className="page-head">
        <div>
          <h1>Desk</h1>
          <p className="lede">{dayInWords(today)}</p>
        </div>
        {isPermitted(person.role, 'article.add') && (
          <Link className="button" href="/articles/new">
            New article
          </Link>
        )}
      </div>

      {isPermitted(person.role, 'people.manage') && <DiskMessage />}

      <ToDo suggested={suggested} lists={lists} />

      {isUntouched && (
        <FirstSteps suggested={suggested} article={findArticleToLookAt()} canCheck={canCheck} />
      )}

      {!isUntouched && isPermitted(person.role, 'people.manage') && (
        <SecondPerson isThere={canAnotherApprove(person.id)} />
      )}

      <DeskLists
        lists={lists}
        canCheck={canCheck}
        hasOpen={count('open') > 0}
        personId={person.id}
        today={today}
      />

      <DeskPlots numbers={numbers} />
    </main>
  );
}

const QUEUE = '/claims?status=underWork&assignee=me&sort=due';
const WAITING = '/claims?status=inReview&sort=due';
const OVERDUE = '/claims?due=overdue&sort=due';
const AGAIN = '/claims?due=again';
const UNASSIGNED = '/claims?status=open&assignee=nobody&sort=due';

const findLists = (personId: string, today: string) => ({
  queue: listQueue(personId, LIST_SIZE),
  waiting: listWaiting(personId, LIST_SIZE),
  overdue: listOverdue(today, LIST_SIZE),
  again: listLookAgain(LIST_SIZE),
  unassigned: listUnassigned(LIST_SIZE),
});

type Lists = ReturnType<typeof findLists>;

/** The numbers of what waits; each leads to its list. */
function ToDo({ suggested, lists }: { suggested: number; lists: Lists }) {
  const { queue, overdue, again, unassigned, waiting } = lists;
  return (
    <nav aria-label="To do">
      <ul className="to-do">
        <Tally
          count={suggested.toLocaleString('en')}
          href="/claims?status=suggested"
          what="suggestions to decide"
        />
        <Tally count={countInWords(queue.total)} href={QUEUE} what="in my queue" />
        <Tally
          count={countInWords(overdue.total)}
          href={OVERDUE}
          what="overdue"
          isBad={overdue.total > 0}
        />
        {again.total > 0 && (
          <Tally count={countInWords(again.total)} href={AGAIN} what="to recheck" isBad />
        )}
        <Tally count={countInWords(unassigned.total)} href={UNASSIGNED} what="unassigned" />
        <Tally count={countInWords(waiting.total)} href={WAITING} what="waiting for approval" />
      </ul>
    </nav>
  );
}

function DeskLists({
  lists: { queue, overdue, again, unassigned, waiting },
  canCheck,
  hasOpen,
  ...look
}: {
  lists: Lists;
  canCheck: boolean;
  hasOpen: boolean;
  personId: string;
  today: string;
}) {
  return (
    <div className="desk-lists">
      <div>
        <ListOfClaims id="queue" title="My queue" list={queue} all={QUEUE} {...look}>
          {canCheck ? (
            <>
              No claim is assigned to you. Take an unassigned claim, or{' '}
              <Link href="/claims?status=suggested">accept a suggestion</Link> first.
            </>
          ) : (
            'Viewers have no queue. Checkers and editors work on claims.'
          )}
        </ListOfClaims>
        <ListOfClaims id="overdue" title="Overdue" list={overdue} all={OVERDUE} {...look}>
          No claim is overdue. Editors set due dates on the page of a claim or in the list of
          claims.
        </ListOfClaims>
        <ListOfClaims id="again" title="To recheck" list={again} all={AGAIN} {...look} />
      </div>
      <div>
        <ListOfClaims
          id="waiting"
          title="Waiting for approval"
          list={waiting}
          all={WAITING}
          {...look}
        >
          No claim is in review. A claim appears here after its verdict is submitted.
        </ListOfClaims>
        <ListOfClaims
          id="unassigned"
          title="Unassigned"
          list={unassigned}
          all={UNASSIGNED}
          {...look}
        >
          {hasOpen
            ? 'Every open claim has an assignee.'
            : 'No claim is open. Accepted suggestions appear here.'}
        </ListOfClaims>
      </div>
    </div>
  );
}

function Tally({
  count,
  href,
  what,
  isBad = false,
}: {
  count: string;
  href: `/claims?${string}`;
  what: string;
  isBad?: boolean;
}) {
  return (
    <li>
      <Link href={href} data-bad={isBad || undefined}>
        <span className="count num">{count}</span>
        <span>{what}</span>
      </Link>
    </li>
  );
}
