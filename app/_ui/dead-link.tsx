import { type TryRefusal, tryRefusalInWords } from '#domain/sign-in/limit';
import type { LinkState } from '#domain/sign-in/one-time-link';
import { Link } from './link';

const SENTENCES: Record<LinkState | 'unknown' | 'hasAccount' | 'namesake', string> = {
  open: 'This link works.',
  used: 'It was used already, and works once.',
  cancelled: 'It was cancelled.',
  expired: 'It was not used in time.',
  makerLeft: 'The administrator who made it is none any more.',
  ownerLeft: 'The account that it is for is deactivated.',
  unknown: 'It may have been cut when it was copied.',
  hasAccount: 'There is an account with this address already.',
  namesake: 'Somebody of the same name has joined since it was made.',
};

/** In place of the form behind a link that does not work. */
export function DeadLink({ state }: { state: keyof typeof SENTENCES }) {
  return (
    <main id="main" className="small">
      <h1>This link does not work</h1>
      <p className="lede">
        {SENTENCES[state]} Ask an administrator of the desk for a new one, or{' '}
        <Link href="/sign-in">sign in</Link>.
      </p>
    </main>
  );
}

/** The same as an error of the form that was sent; or why the link was not even looked at. */
export const refusedLinkInWords = (refusal: keyof typeof SENTENCES | TryRefusal): string =>
  typeof refusal === 'string' ? deadLinkInWords(refusal) : tryRefusalInWords(refusal, new Date());

const deadLinkInWords = (state: keyof typeof SENTENCES) =>
  `This link does not work: ${SENTENCES[state].replace(/^./, (first) => first.toLowerCase()).replace(/\.$/, '')}. Ask an administrator for a new one`;
