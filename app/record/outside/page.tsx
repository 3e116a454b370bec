import type { Metadata, Route } from 'next';
import { permitted } from '#accounts/permitted';
import {
  findStandingChange,
  type StandingChange,
  toChangeText,
} from '#data/verification/outside-changes';
import { toColumnWords, toValueWords } from '#data/verification/problem';
import { findLastVerification } from '#data/verification/recorded';
import { isPermitted } from '#domain/people/permission';
import { SETTLE_BUTTONS, SETTLE_WAYS } from '#domain/record/outside-change';
import { toCount } from '#http/query';
import { Link } from '#ui/link';
import { settleChanges } from './actions';
import { ChangeTick, SettleForm } from './settle-form';
import '../record.css';

export const metadata: Metadata = { title: 'Changes from outside the desk' };

const PAGE = 20;

export default async function OutsidePage({ searchParams }: PageProps<'/record/outside'>) {
  const by = await permitted('record.verify');
  const { page, settled } = await searchParams;
  const last = await findLastVerification();
  const rows = last?.outside ?? [];
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const shown = Math.min(Math.max(1, toCount(page) ?? 1), pages);
  const changes = rows
    .slice((shown - 1) * PAGE, shown * PAGE)
    .flatMap((row) => findStandingChange(row) ?? []);
  const to = (number: number) => `/record/outside?page=${number}` as Route;
  const list = (
    <ol className="outside-changes" aria-label="Changes from outside the desk">
      {changes.map((change) => (
        <Change
          key={`${change.table} ${change.id}`}
          change={change}
          isTicked={isPermitted(by.role, 'record.acknowledge')}
        />
      ))}
    </ol>
  );

  return (
    <main id="main" className="record">
      <div className="page-head">
        <div>
          <h1>Changes from outside the desk</h1>
          <p className="lede">
            Rows that differ from the record, as found by the last{' '}
            <Link href="/record">verification</Link>. They were changed in Prisma Studio or in the
            database itself.
          </p>
        </div>
      </div>
      {toCount(settled) !== null && (
        <p className="record-result" data-ok role="status">
          {toCount(settled)} settled. <Link href="/record#result">Verify</Link> again when this page
          is empty.
        </p>
      )}
      {changes.length === 0 && <p className="soft">No changes from outside the desk.</p>}
      {changes.length > 0 &&
        (isPermitted(by.role, 'record.acknowledge') ? (
          <SettleForm
            action={settleChanges}
            ways={SETTLE_WAYS.filter((way) => changes.some(({ ways }) => ways.includes(way)))}
          >
            {list}
          </SettleForm>
        ) : (
          <>
            {list}
            <p>An administrator can add these changes to the record, or undo them.</p>
          </>
        ))}
      {pages > 1 && (
        <nav className="pages" aria-label="Pages of the changes">
          {shown > 1 && <Link href={to(shown - 1)}>Earlier</Link>}
          <span>
            Page {shown} of {pages}
          </span>
          {shown < pages && <Link href={to(shown + 1)}>Later</Link>}
        </nav>
      )}
    </main>
  );
}

const KINDS = {
  changed: 'changed',
  added: 'added: the record has no event for it',
  deleted: 'deleted: the record still has it',
} as const;

/** One row, with what the database holds and what the record says. */
function Change({ change, isTicked }: { change: StandingChange; isTicked: boolean }) {
  const { name, claim, kind, differences, ways } = change;
  const id = `change-${change.table}-${change.id}`;
  const words = `${name}, ${KINDS[kind]}`;
  return (
    <li>
      <p className="outside-name">
        {isTicked && <ChangeTick id={id} value={toChangeText(change)} />}
        {isTicked ? <label htmlFor={id}>{words}</label> : words}{' '}
        {claim && name !== claim && <Link href={`/claims/${claim}`}>{claim}</Link>}
      </p>
      <table className="outside-values">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">In the database</th>
            <th scope="col">In the record</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ column, is, recorded }) => (
            <tr key={column}>
              <th scope="row">{toColumnWords(column)}</th>
              <td>{kind === 'deleted' ? '' : toValueWords(is)}</td>
              <td>{kind === 'added' ? '' : toValueWords(recorded)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        Possible steps: {ways.map((way) => SETTLE_BUTTONS[way].toLowerCase()).join(', ')}.
      </p>
    </li>
  );
}
