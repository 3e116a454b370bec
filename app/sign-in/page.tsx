import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { findSignedIn } from '#accounts/signed-in';
import { hasAccounts } from '#data/people/first-account';
import { toReturnPath } from '#domain/sign-in/return-path';
import { Link } from '#ui/link';
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
        <div>
          <h1>Sign in</h1>
          <p className="lede">
            Plumbline is a fact-checking desk: its people find the claims in an article, compare
            them with sources, and give verdicts that a second person approves.{' '}
            <Link href="/methodology">How claims are checked</Link>
          </p>
        </div>
      </div>
      {typeof changed === 'string' && CHANGED[changed] && (
        <p className="notice" role="status">
          {CHANGED[changed]}
        </p>
      )}
      {hasAccounts() ? (
        <>
          <SignInForm action={signIn} next={next} />
          <p className="soft after-sign-in">
            No account? Ask the person who gave you this address: administrators of this desk invite
            people with a link.
          </p>
        </>
      ) : (
        <p className="notice">
          This desk has no account yet. The person who starts it opens the set-up link that the
          start prints, and creates the first account.
        </p>
      )}
    </main>
  );
}
