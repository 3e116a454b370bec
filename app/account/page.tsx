import type { Metadata } from 'next';
import { permitted } from '#accounts/permitted';
import { changePassword } from './actions';
import { PasswordForm } from './password-form';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const person = await permitted('account.own');
  const { changed } = await searchParams;
  return (
    <main id="main" className="narrow">
      <div className="page-head">
        <div>
          <h1>{person.name}</h1>
          <p className="lede">
            {person.email}, {person.role}
          </p>
        </div>
      </div>
      {changed === 'password' && (
        <p className="notice" role="status">
          The password is changed, and your other sessions have ended.
        </p>
      )}
      <section className="form" aria-labelledby="password-title">
        <h2 id="password-title">Change your password</h2>
        <PasswordForm action={changePassword} />
      </section>
    </main>
  );
}
