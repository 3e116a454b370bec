import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { findSignedIn } from '#accounts/signed-in';
import { toReturnPath } from '#domain/return-path';
import { signIn } from './actions';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next: asked, changed } = await searchParams;
  const next = toReturnPath(typeof asked === 'string' ? asked : null);
  if (await findSignedIn()) redirect(next as Route);
  return (
    <main id="main" className="small">
      <div className="page-head">
        <h1>Sign in</h1>
      </div>
      {changed === 'password' && (
        <p className="notice" role="status">
          The password is set: sign in with it.
        </p>
      )}
      <SignInForm action={signIn} next={next} />
    </main>
  );
}
