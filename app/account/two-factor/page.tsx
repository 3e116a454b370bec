import type { Metadata } from 'next';
import { permitted } from '#accounts/permitted';
import { findTwoFactorSetup } from '#accounts/two-factor-setup';
import { Link } from '#ui/link';
import '../account.css';
import { beginTwoFactor, confirmTwoFactor, endTwoFactor, putAway, renewCodes } from './actions';
import { AppSecret } from './app-secret';
import { ConfirmForm } from './confirm-form';
import { OffForm } from './off-form';
import { PresentPasswordForm } from './present-password-form';
import { RecoveryCodes } from './recovery-codes';

export const metadata: Metadata = { title: 'Two-factor sign-in' };

export default async function TwoFactorPage() {
  const person = await permitted('account.own');
  const setup = await findTwoFactorSetup(person.id);
  return (
    <main id="main" className="narrow account">
      <p className="crumbs">
        <Link href="/account">Your account</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>Two-factor sign-in</h1>
          <p className="lede">
            After your password, the desk asks for a code from an app on your telephone. Two-factor
            sign-in is {person.twoFactorEnabled ? 'on' : 'off'}.
          </p>
        </div>
      </div>
      {person.twoFactorEnabled ? (
        <>
          {setup && <RecoveryCodes codes={setup.codes} putAway={putAway} />}
          <section aria-labelledby="codes-title">
            <h2 id="codes-title">New recovery codes</h2>
            <p className="soft">Your current recovery codes will stop working.</p>
            <PresentPasswordForm action={renewCodes} button="Get new codes" name="renew" />
          </section>
          <section aria-labelledby="off-title">
            <h2 id="off-title">Turn off two-factor sign-in</h2>
            <OffForm action={endTwoFactor} />
          </section>
        </>
      ) : setup?.address ? (
        <>
          <AppSecret address={setup.address} />
          <ConfirmForm action={confirmTwoFactor} />
          <form action={putAway}>
            <button type="submit" className="button quiet">
              Leave it off
            </button>
          </form>
        </>
      ) : (
        <PresentPasswordForm action={beginTwoFactor} button="Begin" name="begin" />
      )}
    </main>
  );
}
