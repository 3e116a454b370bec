import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { DeskBusy, tellingOfBusy } from '#data/desk-busy';
import { BODY_LIMIT_BYTES, CLIENT, type Handler, listen, toAddress } from './serve.mjs';

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

  test('of an article, however long, is handed on', async () => {
    const { address } = await serve(echoLength());
    const body = 'a'.repeat(5_000_000);
    expect(await (await fetch(address, { method: 'POST', body })).text()).toBe('5000000');
  });

  test('that is too large is refused in words, before it is read', async () => {
    const { port } = await serve(echoLength());
    const { status, text } = await post(port, { 'content-length': BODY_LIMIT_BYTES + 1 }, 'a');
    expect(status).toBe(413);
    expect(text).toContain('This is more than 24 MB. Nothing was saved.');
  });

  test('that does not tell how long it is is refused', async () => {
    const { port } = await serve(echoLength());
    const { status, text } = await post(port, { 'transfer-encoding': 'chunked' }, 'a');
    expect(status).toBe(411);
    expect(text).toContain('does not tell how long it is');
  });
});

test('a form that finds the database held is answered with a sentence, and no other error is', async () => {
  const held = (path: string): Promise<never> =>
    tellingOfBusy(Promise.reject(path === '/busy' ? new DeskBusy('held') : new Error('broken')));
  const handler: Handler = async (request, response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-encoding', 'gzip');
    await held(request.url ?? '').catch(() => {
      response.statusCode = 500;
    });
    if (request.url !== '/busy') response.removeHeader('content-encoding');
    response.write('<html id="__next_error__">');
    response.end('</html>');
  };
  const { address } = await serve(Promise.resolve(handler));
  const [busy, broken] = await Promise.all([
    fetch(`${address}/busy`, { method: 'POST', body: 'words' }),
    fetch(`${address}/broken`, { method: 'POST', body: 'words' }),
  ]);
  expect([busy.status, broken.status]).toEqual([503, 500]);
  expect(await busy.text()).toContain(
    'Another program holds the desk’s database, and nothing was saved. Try again in a moment. Go back to find what you typed.',
  );
  expect(await broken.text()).toContain('__next_error__');
});

describe('who is at the other end', () => {
  const tellClient = () => (request: IncomingMessage, response: ServerResponse) =>
    response.end(request.headers[CLIENT]);
  const ask = async (clientHeader: string | null, headers: Record<string, string>) => {
    const { address } = await serve(Promise.resolve(tellClient()), { clientHeader });
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
  ])('is what the proxy of the settings says: %j is %s', async (told, client) => {
    expect(await ask('x-real-ip', { 'x-real-ip': told })).toBe(client);
  });
});

test('a server that stops still answers what it was asked', async () => {
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
  [{ host: '127.0.0.1', port: 'taken' }, /^Port \d+ is taken: .* such as PORT=\d+\.$/],
  [{ host: '192.0.2.1', port: 0 }, /^This machine has no address 192\.0\.2\.1 .* set HOST/],
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

/** Sends the head and the beginning of a body, and reads the answer. */
function post(port: number, headers: Record<string, string | number>, beginning: string) {
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method: 'POST', headers }, async (answer) => {
      let text = '';
      for await (const part of answer) text += part;
      resolve({ status: answer.statusCode, text });
      asked.destroy();
    });
    asked.on('error', reject);
    asked.write(beginning);
  });
}
