import { once } from 'node:events';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { setProcessWide } from '../app/_process/process-wide.mjs';
import type { Handler } from './door.mjs';
import { listen } from './serve.mjs';

type Settings = Parameters<typeof listen>[0];
type Limits = Parameters<typeof listen>[2];

/** A server without pages, on any free port, that is gone after the test. */
export async function serve(
  handler: Handler | Promise<Handler>,
  settings: Partial<Settings> = {},
  limits: Limits = {},
) {
  const server = await listen(
    { host: '127.0.0.1', port: 0, ...settings },
    Promise.resolve(handler),
    limits,
  );
  onTestFinished(() => server.close());
  return server;
}

/** Says how long the body was. */
export const echoLength: Handler = async (incoming, response) => {
  let length = 0;
  for await (const part of incoming) length += part.length;
  response.end(String(length));
};

/** Makes the sessions of this test known, as instrumentation.ts does. */
export function knowSession(cookie: string): void {
  setProcessWide('isSignedIn', (cookies: string) => cookies === cookie);
  onTestFinished(() => setProcessWide('isSignedIn', undefined));
}

/** Writes bytes to the server as they are, and reads until it hangs up, or has refused them. */
export async function say(port: number, ...parts: readonly (string | Uint8Array)[]) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let answerText = '';
  socket.setEncoding('latin1').on('data', (text) => {
    answerText += text;
    if (isRefusedWhole(answerText)) socket.end();
  });
  // It may hang up while this is still speaking.
  socket.on('error', () => {});
  for (const part of parts) socket.write(part);
  await once(socket, 'close');
  return answerText;
}

/** A request as it is written, that ends its connection. */
export const head = (first: string, headers: Readonly<Record<string, string | number>> = {}) =>
  [
    `${first} HTTP/1.1`,
    ...Object.entries({ host: '127.0.0.1', connection: 'close', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '\r\n',
  ].join('\r\n');

/** 'HTTP/1.1 413 …' as 413. */
export const statusOf = (answer: string) => Number(answer.split(' ', 2)[1]);

function isRefusedWhole(answerText: string): boolean {
  const [, length] = /^HTTP\/1\.1 4[\s\S]*\r\ncontent-length: (\d+)\r\n/.exec(answerText) ?? [];
  return (
    length !== undefined && answerText.length >= answerText.indexOf('\r\n\r\n') + 4 + Number(length)
  );
}
