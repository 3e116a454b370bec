import { headers } from 'next/headers';
import { toClient } from '#domain/sign-in/limit';

/** Says which address on the network a request came from; the server sets it, never the browser. */
export const CLIENT_HEADER = 'x-plumbline-client';

/** Whom a limit on tries counts: the address that the request came from. */
export async function findClient(): Promise<string> {
  return toClient((await headers()).get(CLIENT_HEADER) ?? '');
}
