import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findPerson, listAssignedClaims } from '#data/people/people';
import { claimCode } from '#domain/claims/claim';
import { STATUS_LABELS } from '#domain/claims/labels';
import { dayInWords, dayOf } from '#domain/day';
import { ROLE_HINTS, ROLE_LABELS } from '#domain/people/labels';
import { toId } from '#http/query';
import { timeZone } from '#process/time-zone';
import { History } from '#review/history';
import { Link } from '#ui/link';
import { managePerson } from './actions';
import { PersonForm } from './person-form';
import '../people.css';

export const metadata: Metadata = { title: 'Account' };

const CLAIMS_SHOWN = 50;

export default async function PersonPage({
  params,
  searchParams,
}: PageProps<'/people/[personId]'>) {
  const by = await permitted('people.manage');
  const person = await findPerson(toId((await params).personId) ?? '');
  if (!person) notFound();
  const claims = listAssignedClaims(person.id, CLAIMS_SHOWN + 1);
  const about = {
    action: managePerson.bind(null, person.id),
    name: person.name,
    role: person.role,
  };
  return (
    <main id="main" className="narrow person">
      <p className="crumbs">
        <Link href="/people">People</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>{person.name}</h1>
          <p className="lede" role="status">
            {person.email}, {ROLE_LABELS[person.role].toLowerCase()}
            {!person.active && ', deactivated'}
          </p>
        </div>
      </div>
      <dl className="facts">
        <div>
          <dt>Permissions</dt>
          <dd>{ROLE_HINTS[person.role]}</dd>
        </div>
        <div>
          <dt>Two-factor</dt>
          <dd>{person.twoFactorEnabled ? 'on' : 'off'}</dd>
        </div>
        <div>
          <dt>Sessions</dt>
          <dd>
            {person.sessions === 1
              ? 'signed in with one browser'
              : `signed in with ${person.sessions} browsers`}
          </dd>
        </div>
        <div>
          <dt>Last used</dt>
          <dd>{person.seenAt ? dayInWords(dayOf(person.seenAt, timeZone())) : 'never'}</dd>
        </div>
      </dl>
      <section aria-labelledby="steps-title">
        <h2 id="steps-title">This account</h2>
        {person.id === by.id ? (
          <p className="soft">
            This is your own account. Change your password and two-factor sign-in on{' '}
            <Link href="/account">your account page</Link>. Another administrator can change your
            role.
          </p>
        ) : (
          <div className="person-steps">
            <PersonForm {...about} step="changeRole" needsReason={false}>
              The new role applies from the next page that the person opens.
            </PersonForm>
            {person.active && (
              <PersonForm {...about} step="resetLink" needsReason={false}>
                The link works once, for one day. All sessions of the account end when the person
                uses the link.
              </PersonForm>
            )}
            {person.twoFactorEnabled && (
              <PersonForm {...about} step="twoFactorOff" needsReason>
                Use this for a lost telephone. The person then signs in with the password alone,
                until the person turns on two-factor sign-in again.
              </PersonForm>
            )}
            {person.active ? (
              <PersonForm {...about} step="deactivate" needsReason>
                All sessions of the account end at once, and the person cannot sign in. The work of
                the person stays.
              </PersonForm>
            ) : (
              <PersonForm {...about} step="activate" needsReason={false}>
                The person can sign in again, with the same role.
              </PersonForm>
            )}
          </div>
        )}
      </section>
      {claims.length > 0 && (
        <section aria-labelledby="claims-title">
          <h2 id="claims-title">Assigned claims</h2>
          {!person.active && (
            <p className="soft">An editor can assign these claims to another person.</p>
          )}
          <ul>
            {claims.slice(0, CLAIMS_SHOWN).map(({ number, text, status }) => (
              <li key={number}>
                <Link href={`/claims/${claimCode(number)}`}>{claimCode(number)}</Link> {text}{' '}
                <span className="badge" data-tone={status}>
                  {STATUS_LABELS[status]}
                </span>
              </li>
            ))}
          </ul>
          {claims.length > CLAIMS_SHOWN && (
            <p className="soft">
              These are the oldest {CLAIMS_SHOWN}.{' '}
              <Link href={`/claims?assignee=${person.id}`}>All that they hold</Link>
            </p>
          )}
        </section>
      )}
      <section aria-labelledby="history-title">
        <h2 id="history-title">History</h2>
        <History
          of={{ personId: person.id }}
          path={`/people/${person.id}` as Route}
          query={await searchParams}
        />
      </section>
    </main>
  );
}
