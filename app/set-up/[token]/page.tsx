import type { Metadata } from 'next';
import { isSetUpToken } from '#data/people/first-account';
import { Link } from '#ui/link';
import { setUp } from './actions';
import { SetUpForm } from './set-up-form';

export const metadata: Metadata = { title: 'Set up the desk' };

export default async function SetUpPage({ params }: PageProps<'/set-up/[token]'>) {
  const { token } = await params;
  if (!(await isSetUpToken(token))) {
    return (
      <main id="main" className="small">
        <h1>This link does not work any more</h1>
        <p className="lede">
          The set-up link creates the first account, and works only once. If you have an account,{' '}
          <Link href="/sign-in">sign in</Link>. If the desk has no account yet, start the desk
          again: it prints a new link.
        </p>
      </main>
    );
  }
  return (
    <main id="main" className="small">
      <div className="page-head">
        <div>
          <h1>Set up the desk</h1>
          <p className="lede">
            Create the first account. It is an administrator’s account, and invites all other
            people.
          </p>
        </div>
      </div>
      <SetUpForm action={setUp.bind(null, token)} />
    </main>
  );
}
