import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { findSignedIn } from '#accounts/signed-in';
import { toReturnPath } from '#domain/sign-in/return-path';
import { signIn } from './actions';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

const CHANGED: Readonly<Record<string, string>> = {
  password: 'Your new password is set: sign in with it.',
  usedCode: 'That code was already used: enter your password again, and then the next code.',
  tooLate: 'You waited too long or entered too many wrong codes: enter your password again.',
};

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next: asked, changed } = await searchParams;
  const next = toReturnPath(typeof asked === 'string' ? asked : null);
  if (await findSignedIn()) redirect(next as Route);
  return (
    <main id="main" className="small">
      <div className="page-head">
        <h1>Sign in</h1>
      </div>
      {typeof changed === 'string' && CHANGED[changed] && (
        <p className="notice" role="status">
          {CHANGED[changed]}
        </p>
      )}
      <SignInForm action={signIn} next={next} />
    </main>
  );
}
