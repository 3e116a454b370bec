import type { RefusedSignIn } from '#data/sign-in/refused';
import { REFUSED_SIGN_IN_DAYS } from '#domain/sign-in/limit';
import { Time } from '#ui/time';

/** The sign-ins that were refused lately: who is being attacked, and from where. */
export function RefusedSignIns({ refused }: { refused: readonly RefusedSignIn[] }) {
  return (
    <section aria-labelledby="refused-title">
      <h2 id="refused-title">Refused sign-ins</h2>
      <p className="soft">
        {refused.length === 0
          ? 'No recent refused sign-ins.'
          : `The latest ${refused.length}. The desk keeps them for ${REFUSED_SIGN_IN_DAYS} days, but not in the record.`}
      </p>
      {refused.length > 0 && (
        <details>
          <summary>Show the refused sign-ins</summary>
          <div className="scroll">
            <table>
              <caption className="visually-hidden">Refused sign-ins</caption>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Email entered</th>
                  <th scope="col">From</th>
                </tr>
              </thead>
              <tbody>
                {refused.map(({ id, at, email, client }) => (
                  <tr key={id}>
                    <td className="num" data-label="When">
                      <Time at={at} />
                    </td>
                    <td data-label="Email">{email ?? <span className="soft">no address</span>}</td>
                    <td data-label="From">{client}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}
