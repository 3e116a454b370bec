import { type TryRefusal, tryRefusalInWords } from '#domain/sign-in/limit';
import type { OneTimeLinkState } from '#domain/sign-in/one-time-link';
import { Link } from './link';

const SENTENCES: Record<OneTimeLinkState | 'unknown' | 'hasAccount' | 'namesake', string> = {
  open: 'This link works.',
  used: 'It was already used, and a link works only once.',
  cancelled: 'It was cancelled.',
  expired: 'It has expired.',
  makerLeft: 'The person who made it is no longer an administrator.',
  ownerLeft: 'Its account is deactivated.',
  unknown: 'Its address may be incomplete.',
  hasAccount: 'An account with this email address already exists.',
  namesake: 'A person with the same name has joined in the meantime.',
};

/** In place of the form behind a link that does not work. */
export function DeadLink({ state }: { state: keyof typeof SENTENCES }) {
  return (
    <main id="main" className="small">
      <h1>This link does not work</h1>
      <p className="lede">
        {SENTENCES[state]} Ask an administrator of the desk for a new link, or{' '}
        <Link href="/sign-in">sign in</Link>.
      </p>
    </main>
  );
}

/** The same as an error of the form that was sent; or why the link was not even looked at. */
export const refusedLinkInWords = (refusal: keyof typeof SENTENCES | TryRefusal): string =>
  typeof refusal === 'string' ? deadLinkInWords(refusal) : tryRefusalInWords(refusal, new Date());

const deadLinkInWords = (state: keyof typeof SENTENCES) =>
  `This link does not work: ${SENTENCES[state].replace(/^./, (first) => first.toLowerCase()).replace(/\.$/, '')}. Ask an administrator for a new link`;
