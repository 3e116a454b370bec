import { headers } from 'next/headers';
import { toClient } from '#domain/sign-in/limit';

/** Says which address on the network a request came from; the server sets it, never the browser. */
export const CLIENT_HEADER = 'x-plumbline-client';

/** The client that a limit counts: the address of the request. */
export async function findClient(): Promise<string> {
  return toClient((await headers()).get(CLIENT_HEADER) ?? '');
}
