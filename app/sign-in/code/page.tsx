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
          <p className="lede">
            Your password was right. Two-factor sign-in asks for a code as well.
          </p>
        </div>
      </div>
      <CodeForm action={giveCode} next={next} />
      <p className="after-form soft">
        Lost the telephone and the codes? An administrator of the desk can turn two-factor sign-in
        off for you. <Link href="/sign-in">Begin again</Link>
      </p>
    </main>
  );
}
