import type { Metadata } from 'next';
import Link from 'next/link';
import { permitted } from '#accounts/permitted';
import { beginTwoFactor, confirmTwoFactor, endTwoFactor, renewCodes } from './actions';
import { TurnOn, WithPassword } from './two-factor-form';
import '../account.css';

export const metadata: Metadata = { title: 'Two-factor sign-in' };

export default async function TwoFactorPage() {
  const person = await permitted('account.own');
  return (
    <main id="main" className="narrow account">
      <p className="crumbs">
        <Link href="/account">Your account</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>Two-factor sign-in</h1>
          <p className="lede">
            Besides your password, the desk asks for a code that an app on your telephone shows. It
            is {person.twoFactorEnabled ? 'on' : 'off'}.
          </p>
        </div>
      </div>
      {person.twoFactorEnabled ? (
        <>
          <section aria-labelledby="codes-title">
            <h2 id="codes-title">New recovery codes</h2>
            <p className="soft">The codes you have now stop working.</p>
            <WithPassword action={renewCodes} button="Make new codes" />
          </section>
          <section aria-labelledby="off-title">
            <h2 id="off-title">Turn it off</h2>
            <WithPassword action={endTwoFactor} button="Turn it off" />
          </section>
        </>
      ) : (
        <TurnOn begin={beginTwoFactor} confirm={confirmTwoFactor} />
      )}
    </main>
  );
}
