import { secretOf } from '#domain/sign-in/two-factor';
import { QrCode } from './qr-code';

/** The secret for the authenticator app: as a picture for its camera, or to be typed. */
export function AppSecret({ address }: { address: string }) {
  return (
    <div className="enrolment">
      <QrCode text={address} label="QR code for the authenticator app" />
      <div>
        <p>
          Scan this code with your authenticator app, or type the key into the app:
          <br />
          <code className="secret">{secretOf(address)}</code>
        </p>
        <p className="soft">The key is shown for 15 minutes, only in this browser.</p>
      </div>
    </div>
  );
}
