import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { isCodeAsked } from '#accounts/sign-in';
import { toReturnPath } from '#domain/sign-in/return-path';
import { Link } from '#ui/link';
import { giveCode } from './actions';
import { CodeForm } from './code-form';

export const metadata: Metadata = { title: 'Enter the code' };

export default async function CodePage({ searchParams }: PageProps<'/sign-in/code'>) {
  const { next: asked } = await searchParams;
  const next = toReturnPath(typeof asked === 'string' ? asked : null);
  if (!(await isCodeAsked())) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return (
    <main id="main" className="small">
      <div className="page-head">
        <div>
          <h1>Enter the code</h1>
          <p className="lede">Your password is right. Now enter a code for two-factor sign-in.</p>
        </div>
      </div>
      <CodeForm action={giveCode} next={next} />
      <p className="after-form soft">
        Did you lose the telephone and the recovery codes? An administrator of the desk can turn off
        two-factor sign-in for you. <Link href="/sign-in">Start again</Link>
      </p>
    </main>
  );
}
