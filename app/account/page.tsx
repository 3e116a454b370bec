import type { Metadata } from 'next';
import { permitted } from '#accounts/permitted';
import { listSessions } from '#data/sign-in/sessions';
import { ROLE_LABELS } from '#domain/people/labels';
import { Link } from '#ui/link';
import { changePassword } from './actions';
import { PasswordForm } from './password-form';
import { Sessions } from './sessions';
import './account.css';

export const metadata: Metadata = { title: 'Your account' };

const CHANGED: Readonly<Record<string, string>> = {
  password: 'The password is changed, and your other sessions have ended.',
  codes: 'The recovery codes are no longer shown.',
  twoFactorOff: 'Two-factor sign-in is off.',
};

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const person = await permitted('account.own');
  const { changed } = await searchParams;
  return (
    <main id="main" className="narrow account">
      <div className="page-head">
        <div>
          <h1>{person.name}</h1>
          <p className="lede">
            {person.email}, {ROLE_LABELS[person.role].toLowerCase()}
          </p>
        </div>
      </div>
      {typeof changed === 'string' && CHANGED[changed] && (
        <p className="notice" role="status">
          {CHANGED[changed]}
        </p>
      )}
      <section className="form" aria-labelledby="password-title">
        <h2 id="password-title">Change your password</h2>
        <PasswordForm action={changePassword} />
      </section>
      <section aria-labelledby="two-factor-title">
        <h2 id="two-factor-title">Two-factor sign-in</h2>
        <p>
          Two-factor sign-in is {person.twoFactorEnabled ? 'on' : 'off'}.{' '}
          <Link href="/account/two-factor">
            {person.twoFactorEnabled ? 'Get new recovery codes or turn it off' : 'Turn it on'}
          </Link>
        </p>
      </section>
      <section aria-labelledby="sessions-title">
        <h2 id="sessions-title">Your sessions</h2>
        <Sessions sessions={await listSessions(person.id)} current={person.sessionId} />
      </section>
    </main>
  );
}
