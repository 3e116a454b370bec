import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { CLIENT, type Handler } from './door.mjs';
import { listen, toAddress } from './serve.mjs';

const ANYWHERE = { host: '127.0.0.1', port: 0 };

describe('a request', () => {
  test('that comes before the pages are ready waits for them', async () => {
    let open: (handler: Handler) => void = () => {};
    const { address } = await serve(
      new Promise((resolve) => {
        open = resolve;
      }),
    );
    const answer = fetch(address);
    open((_, response) => response.end('ready'));
    expect(await (await answer).text()).toBe('ready');
  });
});

describe('the address of the client', () => {
  const answerClient = () => (request: IncomingMessage, response: ServerResponse) =>
    response.end(request.headers[CLIENT]);
  const ask = async (clientHeader: string | null, headers: Record<string, string>) => {
    const { address } = await serve(Promise.resolve(answerClient()), { clientHeader });
    return (await fetch(address, { headers })).text();
  };

  test('is the address of the connection, whatever the request claims', async () => {
    const claims = { 'x-forwarded-for': '203.0.113.9', [CLIENT]: '203.0.113.9' };
    expect(await ask(null, claims)).toBe('127.0.0.1');
  });

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    // What stands before the last one, the client itself may have written.
    ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['', '127.0.0.1'],
  ])('is the one that the configured proxy gives: %j is %s', async (setting, client) => {
    expect(await ask('x-real-ip', { 'x-real-ip': setting })).toBe(client);
  });
});

test('a server that stops still answers the requests that it has', async () => {
  let finish: () => void = () => {};
  let close: Promise<void> | undefined;
  const server = await serve(
    Promise.resolve((_request, response) => {
      // The request is here: from now on it counts.
      close = server.close();
      finish = () => response.end('to the end');
    }),
  );
  const answer = fetch(server.address);
  await vi.waitFor(() => expect(close).toBeDefined());
  await expect(fetch(server.address)).rejects.toThrow();
  finish();
  expect(await (await answer).text()).toBe('to the end');
  await close;
});

test.each([
  [{ host: '127.0.0.1', port: 'taken' }, /^Another program uses port \d+: .* such as PORT=\d+\.$/],
  [
    { host: '192.0.2.1', port: 0 },
    /^This machine does not have the address 192\.0\.2\.1 .* set HOST/,
  ],
])('an address that is not to be had is told: %j', async ({ host, port }, sentence) => {
  const { port: taken } = await serve(echoLength());
  const settings = { host, port: port === 'taken' ? taken : 0 };
  await expect(listen(settings, echoLength())).rejects.toThrow(sentence);
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::1', 'http://[::1]:3000'],
  ['desk.local', 'http://desk.local:3000'],
])('a server at %s is opened at %s', (host, address) => {
  expect(toAddress(host, 3000)).toBe(address);
});

async function serve(handler: Promise<Handler>, settings: { clientHeader?: string | null } = {}) {
  const server = await listen({ ...ANYWHERE, ...settings }, handler);
  onTestFinished(() => server.close());
  return server;
}

async function echoLength(): Promise<Handler> {
  return async (incoming, response) => {
    let length = 0;
    for await (const part of incoming) length += part.length;
    response.end(String(length));
  };
}
