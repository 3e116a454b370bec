import type { Metadata } from 'next';
import { findInvitation } from '#data/people/invitations';
import { ROLE_HINTS, ROLE_LABELS } from '#domain/people/labels';
import { DeadLink } from '#ui/dead-link';
import { NewPasswordForm } from '#ui/new-password-form';
import { join } from './actions';

export const metadata: Metadata = { title: 'Join the desk' };

export default async function JoinPage({ params }: PageProps<'/join/[token]'>) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (invitation?.state !== 'open') return <DeadLink state={invitation?.state ?? 'unknown'} />;
  const { name, email, role, madeBy } = invitation;
  return (
    <main id="main" className="small">
      <div className="page-head">
        <div>
          <h1>Join the desk</h1>
          <p className="lede">
            {madeBy} invites you, {name}, as {ROLE_LABELS[role].toLowerCase()}. {ROLE_HINTS[role]}
          </p>
          <p className="soft">You will sign in as {email}.</p>
        </div>
      </div>
      <NewPasswordForm action={join.bind(null, token)} email={email} button="Create the account" />
    </main>
  );
}
