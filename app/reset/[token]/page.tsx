import type { Metadata } from 'next';
import { findResetLink } from '#data/people/password-reset';
import { DeadLink } from '#ui/dead-link';
import { NewPasswordForm } from '#ui/new-password-form';
import { resetPassword } from './actions';

export const metadata: Metadata = { title: 'Choose a new password' };

export default async function ResetPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params;
  const link = await findResetLink(token);
  if (link?.state !== 'open') return <DeadLink state={link?.state ?? 'unknown'} />;
  return (
    <main id="main" className="small">
      <div className="page-head">
        <div>
          <h1>Choose a new password</h1>
          <p className="lede">
            For {link.name}, {link.email}. All sessions of this account will end.
          </p>
        </div>
      </div>
      <NewPasswordForm
        action={resetPassword.bind(null, token)}
        email={link.email}
        button="Set the password"
      />
    </main>
  );
}
