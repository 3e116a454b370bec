import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findPerson, listAssignedClaims } from '#data/people/people';
import { claimCode } from '#domain/claims/claim';
import { STATUS_LABELS } from '#domain/claims/labels';
import { dayInWords, dayOf } from '#domain/day';
import { ROLE_HINTS, ROLE_LABELS } from '#domain/people/labels';
import { toId } from '#http/query';
import { History } from '#review/history';
import { Link } from '#ui/link';
import { managePerson } from './actions';
import { PersonForm } from './person-form';
import '../people.css';

export const metadata: Metadata = { title: 'Account' };

export default async function PersonPage({
  params,
  searchParams,
}: PageProps<'/people/[personId]'>) {
  const by = await permitted('people.manage');
  const person = await findPerson(toId((await params).personId) ?? '');
  if (!person) notFound();
  const claims = await listAssignedClaims(person.id);
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
          <dt>May</dt>
          <dd>{ROLE_HINTS[person.role]}</dd>
        </div>
        <div>
          <dt>Two-factor</dt>
          <dd>{person.twoFactorEnabled ? 'on' : 'off'}</dd>
        </div>
        <div>
          <dt>Signed in</dt>
          <dd>{person.sessions === 1 ? 'in one browser' : `in ${person.sessions} browsers`}</dd>
        </div>
        <div>
          <dt>Last here</dt>
          <dd>{person.seenAt ? dayInWords(dayOf(person.seenAt)) : 'never'}</dd>
        </div>
      </dl>
      <section aria-labelledby="steps-title">
        <h2 id="steps-title">This account</h2>
        {person.id === by.id ? (
          <p className="soft">
            It is yours. Change your password and two-factor sign-in on{' '}
            <Link href="/account">your own page</Link>; your role is changed by another
            administrator.
          </p>
        ) : (
          <div className="person-steps">
            <PersonForm {...about} step="changeRole" needsReason={false}>
              It counts from the next page on.
            </PersonForm>
            {person.active && (
              <PersonForm {...about} step="resetLink" needsReason={false}>
                A link that works once, for a day. Using it ends all of their sessions.
              </PersonForm>
            )}
            {person.twoFactorEnabled && (
              <PersonForm {...about} step="twoFactorOff" needsReason>
                For a lost telephone. Their password alone lets them in until they turn it on again.
              </PersonForm>
            )}
            {person.active ? (
              <PersonForm {...about} step="deactivate" needsReason>
                Their sessions end at once and nobody can sign in. What they did stays, in their
                name.
              </PersonForm>
            ) : (
              <PersonForm {...about} step="activate" needsReason={false}>
                They can sign in again, in the role they had.
              </PersonForm>
            )}
          </div>
        )}
      </section>
      {claims.length > 0 && (
        <section aria-labelledby="claims-title">
          <h2 id="claims-title">Claims they hold</h2>
          {!person.active && <p className="soft">An editor can hand them to somebody else.</p>}
          <ul>
            {claims.map(({ number, text, status }) => (
              <li key={number}>
                <Link href={`/claims/${claimCode(number)}`}>{claimCode(number)}</Link> {text}{' '}
                <span className="badge" data-tone={status}>
                  {STATUS_LABELS[status]}
                </span>
              </li>
            ))}
          </ul>
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
