import type { Metadata } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { listOpenInvitations } from '#data/people/invitations';
import { listPeople, type Person } from '#data/people/people';
import { listRefusedSignIns } from '#data/sign-in/refused';
import { dayInWords, dayOf } from '#domain/day';
import { ROLE_LABELS } from '#domain/people/labels';
import { ROLES } from '#domain/people/permission';
import { toOneOf } from '#http/query';
import { timeZone } from '#process/time-zone';
import { Link } from '#ui/link';
import { cancelInvite, invite } from './actions';
import { InviteForm } from './invite-form';
import { RefusedSignIns } from './refused-sign-ins';
import './people.css';

export const metadata: Metadata = { title: 'People' };

const SHOWN_REFUSED = 50;

export default async function PeoplePage({ searchParams }: PageProps<'/people'>) {
  await permitted('people.manage');
  const role = toOneOf(ROLES, (await searchParams).role);
  const [people, invitations, refused] = await Promise.all([
    listPeople(),
    listOpenInvitations(),
    listRefusedSignIns(SHOWN_REFUSED),
  ]);
  return (
    <main id="main" className="people">
      <div className="page-head">
        <div>
          <h1>People</h1>
          <p className="lede">The people at this desk, and their roles.</p>
        </div>
      </div>
      <div className="scroll">
        <table>
          <caption className="visually-hidden">People with an account</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Role</th>
              <th scope="col">Two-factor</th>
              <th scope="col">Last used</th>
              <th scope="col">Account</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </tbody>
        </table>
      </div>
      <section aria-labelledby="open-title">
        <h2 id="open-title">Open invitations</h2>
        <p className="soft" role="status">
          {openInWords(invitations.filter(({ state }) => state === 'open').length)}
        </p>
        {invitations.length > 0 && (
          <ul className="invitations">
            {invitations.map(({ id, name, email, role, state, expiresAt, madeBy }) => (
              <li key={id}>
                <span>
                  {name}, {email} <span className="soft">as {ROLE_LABELS[role].toLowerCase()}</span>
                  <br />
                  <span className="soft">
                    invited by {madeBy},{' '}
                    {state === 'open' ? (
                      `valid until ${dayInWords(dayOf(expiresAt, timeZone()))}`
                    ) : (
                      <strong>who is no longer an administrator: the link does not work</strong>
                    )}
                  </span>
                </span>
                <form action={cancelInvite}>
                  <input type="hidden" name="invitation" value={id} />
                  <button
                    type="submit"
                    className="button small"
                    aria-label={`Cancel the invitation of ${name}`}
                  >
                    Cancel
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="invite" aria-labelledby="invite-title">
        <h2 id="invite-title">Invite a person</h2>
        <InviteForm action={invite} id={uuidv7()} role={role} />
      </section>
      <RefusedSignIns refused={refused} />
    </main>
  );
}

function openInWords(count: number): string {
  if (count === 0) return 'No invitation is open.';
  return count === 1 ? 'One invitation is open.' : `${count} invitations are open.`;
}

function PersonRow({ person }: { person: Person }) {
  return (
    <tr data-active={person.active}>
      <td>
        <Link href={`/people/${person.id}`}>{person.name}</Link>
        <br />
        <span className="soft">{person.email}</span>
      </td>
      <td data-label="Role">{ROLE_LABELS[person.role]}</td>
      <td data-label="Two-factor">
        {person.twoFactorEnabled ? 'on' : <span className="soft">off</span>}
      </td>
      <td className="num" data-label="Last used">
        {person.seenAt ? (
          dayInWords(dayOf(person.seenAt, timeZone()))
        ) : (
          <span className="soft">never</span>
        )}
      </td>
      <td data-label="Account">{person.active ? 'active' : <strong>deactivated</strong>}</td>
    </tr>
  );
}
