import type { Session } from '#data/sign-in/sessions';
import { Time } from '#ui/time';
import { endSessions } from './actions';

/** The browsers that somebody is signed in with; this one is marked. */
export function Sessions({ sessions, current }: { sessions: readonly Session[]; current: string }) {
  return (
    <>
      <ul className="sessions">
        {sessions.map(({ id, device, client, startedAt, usedAt }) => (
          <li key={id}>
            <span>
              {device}
              {id === current && <strong> this session</strong>}
              <br />
              <span className="soft num">
                signed in <Time at={startedAt} />, last used <Time at={usedAt} />
                {client && `, from ${client}`}
              </span>
            </span>
            {id !== current && (
              <form action={endSessions}>
                <input type="hidden" name="session" value={id} />
                <button
                  type="submit"
                  className="button small"
                  aria-label={`End the session of ${device}`}
                >
                  End
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={endSessions}>
          <input type="hidden" name="session" value="others" />
          <button type="submit" className="button">
            End all other sessions
          </button>
        </form>
      )}
    </>
  );
}
