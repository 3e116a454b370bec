import { sha256 } from '../chain/chain';

type Args = Readonly<Record<string, unknown>>;

/** The column with the hash, where the account library has the token itself. */
const TOKEN = 'tokenSha256';

/**
 * The queries of the account library for sessions, with the hash of each token instead of the
 * token: a stolen database, or a backup of one, opens no session.
 *
 * @returns the arguments to ask the database with, and what turns its rows back for the library,
 *   which goes on with the token that it asked by
 */
export function sealTokens(args: Args): {
  sealed: Args;
  unseal: <Answer>(answer: Answer) => Answer;
} {
  const tokens = new Map<string, string>();
  const seal = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const hash = sha256(value);
      tokens.set(hash, value);
      return hash;
    }
    return Array.isArray(value) ? value.map(seal) : eachEntry(value, (_key, inner) => seal(inner));
  };
  const walk = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(walk)
      : eachEntry(value, (key, inner) => (key === TOKEN ? seal(inner) : walk(inner)));
  const sealed = {
    ...args,
    ...('where' in args && { where: walk(args.where) }),
    ...('data' in args && { data: walk(args.data) }),
  };
  const unseal = <Answer>(answer: Answer): Answer => {
    if (Array.isArray(answer)) return answer.map(unseal) as Answer;
    const hash = (answer as Args | null)?.[TOKEN];
    const token = typeof hash === 'string' ? tokens.get(hash) : undefined;
    return token === undefined ? answer : { ...answer, [TOKEN]: token };
  };
  return { sealed, unseal };
}

function eachEntry(value: unknown, change: (key: string, inner: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(key, inner)]));
}
