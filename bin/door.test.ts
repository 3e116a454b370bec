import { describe, expect, test, vi } from 'vitest';
import { BODY_LIMIT_BYTES, makeRoom, STRANGERS_LIMIT_BYTES } from './bodies.mjs';
import { CLIENT, type Handler, ORIGIN } from './door.mjs';
import { echoLength, head, knowSession, say, serve, statusOf } from './test-server';

const LARGE = STRANGERS_LIMIT_BYTES + 1;
const SESSION = 'plumbline.session_token=Ada';

const post = (length: number, headers: Record<string, string> = {}) =>
  head('POST /', { 'content-length': length, ...headers });

describe('a request', () => {
  test('with a long article is passed on', async () => {
    knowSession(SESSION);
    const { address } = await serve(echoLength);
    const body = 'a'.repeat(5_000_000);
    const answer = await fetch(address, { method: 'POST', body, headers: { cookie: SESSION } });
    expect(await answer.text()).toBe('5000000');
  });

  test('is passed on unchanged', async () => {
    const { port } = await serve(async (request, response) => {
      let text = '';
      for await (const part of request) text += part;
      response.end(`${request.method} ${request.url} ${request.headers['x-a']} ${text}`);
    });
    const answered = await say(
      port,
      head('POST /a?b=%ff', { 'content-length': 4, 'x-a': 'c' }),
      'text',
    );
    expect(answered).toContain('POST /a?b=%ff c text');
  });

  test('that is too large is refused with a sentence, before it is read', async () => {
    const { port } = await serve(echoLength);
    const answered = await say(port, post(BODY_LIMIT_BYTES + 1), 'a');
    expect(statusOf(answered)).toBe(413);
    expect(answered).toContain('This is more than 24 MB. Nothing was saved.');
  });

  test('that does not say its length is refused', async () => {
    const { port } = await serve(echoLength);
    const answered = await say(port, head('POST /', { 'transfer-encoding': 'chunked' }), 'a');
    expect(statusOf(answered)).toBe(411);
    expect(answered).toContain('does not say its length');
  });

  test('of a stranger is refused from 64 kB on, with a link to the sign-in page', async () => {
    knowSession(SESSION);
    const { port } = await serve(echoLength);
    const most = 'a'.repeat(STRANGERS_LIMIT_BYTES);
    expect(await say(port, post(most.length), most)).toMatch(/\r\n65536$/);
    for (const cookie of ['', 'plumbline.session_token=forged', 'other=1']) {
      const answered = await say(port, post(LARGE, { cookie }), 'a');
      expect(statusOf(answered)).toBe(413);
      expect(answered).toContain('Sign in in another tab, then go back');
    }
  });

  test('of many bytes is refused while the pages are not ready, since nobody is signed in', async () => {
    const { port } = await serve(new Promise<Handler>(() => {}));
    expect(statusOf(await say(port, post(LARGE, { cookie: SESSION }), 'a'))).toBe(413);
  });

  test('gets its refusal in a format that the client can read', async () => {
    const { port } = await serve(echoLength);
    const action = await say(port, post(LARGE, { 'next-action': '1' }), 'a');
    expect(action).toContain('content-type: text/plain');
    const json = await say(port, post(LARGE, { 'content-type': 'application/json' }), 'a');
    expect(JSON.parse(json.split('\r\n\r\n')[1] ?? '')).toMatchObject({ refused: 'atTheDoor' });
  });

  test('with data that is nested too deep never reaches the pages', async () => {
    const seen = vi.fn(echoLength);
    const { port } = await serve(seen);
    const body = '['.repeat(1000);
    for (const type of ['application/json', 'text/plain;charset=UTF-8', 'x/y']) {
      const answered = await say(port, post(body.length, { 'content-type': type }), body);
      expect(statusOf(answered)).toBe(400);
      expect(answered).toContain('more than 64 levels');
    }
    expect(seen).not.toHaveBeenCalled();
  });

  test('with too many parts never reaches the pages', async () => {
    const seen = vi.fn(echoLength);
    const { port } = await serve(seen);
    const body = `[${'1,'.repeat(30_000)}1]`;
    const answered = await say(
      port,
      post(body.length, { 'content-type': 'application/json' }),
      body,
    );
    expect(statusOf(answered)).toBe(413);
    expect(answered).toContain('data of more than 20,000 pieces');
    expect(seen).not.toHaveBeenCalled();
  });

  test('of a form without its end never reaches the pages', async () => {
    const seen = vi.fn(echoLength);
    const { port } = await serve(seen);
    const form = '--a\r\nContent-Disposition: form-data; name="b"\r\n\r\nc\r\n--a--\r\n';
    const send = (type: string, body: string) =>
      say(port, post(body.length, { 'content-type': `multipart/form-data${type}` }), body);
    for (const [type, body] of [
      ['; boundary=a', form.slice(0, -5)],
      ['; boundary=b', form],
      ['', form],
      ['; boundary=a; boundary=b', form],
      [`; boundary=${'a'.repeat(71)}`, form.replaceAll('--a', `--${'a'.repeat(71)}`)],
    ] as const) {
      expect([type, statusOf(await send(type, body))]).toEqual([type, 400]);
    }
    expect(seen).not.toHaveBeenCalled();
    expect(statusOf(await send('; boundary=a', form))).toBe(200);
    expect(statusOf(await send('; charset=utf-8; boundary="a"', form))).toBe(200);
  });

  test('that arrives too slowly is refused with a message, and the pages never wait for it', async () => {
    const seen = vi.fn(echoLength);
    const { port } = await serve(seen, {}, { bodyMs: 20 });
    const answered = await say(port, post(10), 'half');
    expect(statusOf(answered)).toBe(408);
    expect(seen).not.toHaveBeenCalled();
  });

  test('that hangs up before its end leaves nothing behind', async () => {
    const seen = vi.fn(echoLength);
    const room = makeRoom(LARGE);
    knowSession(SESSION);
    const { address } = await serve(seen, {}, { room });
    const leaving = new AbortController();
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(10));
        leaving.abort();
      },
    });
    const headers = { cookie: SESSION, 'content-length': String(LARGE) };
    await fetch(address, {
      method: 'POST',
      body,
      headers,
      signal: leaving.signal,
      duplex: 'half',
    } as RequestInit).catch(() => {});
    const giveBack = await room.take(LARGE);
    expect(giveBack).not.toBeNull();
    expect(seen).not.toHaveBeenCalled();
  });

  test('with more bytes than its length is cut there, and the rest is not read as a request', async () => {
    const seen = vi.fn(echoLength);
    const { port } = await serve(seen);
    const open = { 'content-length': 4, connection: 'keep-alive' };
    await say(port, head('POST /', open), 'longer than that');
    expect(seen.mock.calls.length).toBeLessThan(2);
  });

  test.each([
    ['two lengths', 'content-length: 1\r\ncontent-length: 2'],
    ['a length and chunks', 'content-length: 1\r\ntransfer-encoding: chunked'],
    ['a length below nothing', 'content-length: -1'],
    ['two hosts', 'host: evil.example'],
    ['a line end in a header', 'x: a\rb'],
    ['a header that is folded', 'x: a\r\n b: c'],
  ])('with %s is refused', async (_, line) => {
    const seen = vi.fn(echoLength);
    const { port } = await serve(seen);
    const answered = await say(port, `POST / HTTP/1.1\r\nhost: 127.0.0.1\r\n${line}\r\n\r\n`);
    expect(statusOf(answered)).toBe(400);
    expect(answered).toContain('x-content-type-options: nosniff');
    expect(seen).not.toHaveBeenCalled();
  });

  test('with “Expect: 100-continue” sends its body only when it is asked', async () => {
    knowSession(SESSION);
    const { port } = await serve(echoLength);
    const asked = { expect: '100-continue' };
    expect(await say(port, post(4, asked), 'text')).toMatch(/^HTTP\/1\.1 100 .*\r\n4$/s);
    expect(statusOf(await say(port, post(LARGE, asked)))).toBe(413);
  });
});

describe('large bodies', () => {
  test('wait for earlier ones, but not for long', async () => {
    knowSession(SESSION);
    const room = makeRoom(LARGE, { waitMs: 20 });
    let answerFirst: () => void = () => {};
    const { port } = await serve(
      (request, response) => {
        if (request.url === '/first') answerFirst = () => response.end('first');
        else response.end('second');
      },
      {},
      { room },
    );
    const body = 'a'.repeat(LARGE);
    const send = (path: string) =>
      say(port, head(`POST ${path}`, { 'content-length': LARGE, cookie: SESSION }), body);
    const first = send('/first');
    await vi.waitFor(() => expect(answerFirst.name).toBe('answerFirst'));
    const refused = await send('/second');
    expect(statusOf(refused)).toBe(503);
    expect(refused).toContain('retry-after: 10');
    expect(refused).toContain('Send the form again in 10 seconds');
    answerFirst();
    expect(await first).toMatch(/first$/);
    expect(await send('/second')).toMatch(/second$/);
  });

  test('are read in the order of arrival, and few wait', async () => {
    const room = makeRoom(10, { mostWaiting: 2 });
    const first = await room.take(8);
    const second = room.take(8);
    // It would fit, but others were there before it.
    const third = room.take(2);
    expect(await room.take(1)).toBeNull();
    first?.();
    first?.();
    expect(await second).not.toBeNull();
    expect(await third).not.toBeNull();
    expect(await makeRoom(10, { waitMs: 1 }).take(11)).toBeNull();
  });
});

describe('the desk is at one address', () => {
  test('the desk answers at no other address', async () => {
    const seen = vi.fn(echoLength);
    const { port } = await serve(seen);
    const answered = await say(port, head('GET /', { host: 'evil.example' }));
    expect(statusOf(answered)).toBe(421);
    expect(answered).toContain('set PUBLIC_URL to the address');
    expect(statusOf(await say(port, 'GET / HTTP/1.0\r\n\r\n'))).toBe(421);
    expect(seen).not.toHaveBeenCalled();
  });

  test('the pages get this address, whatever proxies claim', async () => {
    const echo: Handler = ({ headers }, response) => response.end(JSON.stringify(headers));
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.9',
      forwarded: 'host=evil.example',
      [ORIGIN]: 'https://evil.example',
      'x-plumbline-path': '//evil.example',
    };
    const local = await serve(echo);
    const answered = await say(local.port, head('GET /', headers));
    expect(JSON.parse(answered.slice(answered.indexOf('{')))).toEqual({
      host: '127.0.0.1',
      connection: 'close',
      [ORIGIN]: 'http://127.0.0.1',
      [CLIENT]: '127.0.0.1',
    });
    const publicUrl = 'https://desk.example';
    const open = await serve(echo, { publicUrl });
    const from = { ...headers, host: 'DESK.example:443' };
    expect(await say(open.port, head('GET /', from))).toContain(`"${ORIGIN}":"${publicUrl}"`);
    expect(open.address).toBe(publicUrl);
    const other = await say(open.port, head('GET /'));
    expect(statusOf(other)).toBe(421);
    expect(other).toContain('This desk is at https://desk.example: open it there.');
  });

  test('the desk refuses forms from pages of another address', async () => {
    const seen = vi.fn(echoLength);
    const { port } = await serve(seen);
    const from = (headers: Record<string, string>) => say(port, post(1, headers), 'a');
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const answered = await from(headers);
      expect([headers, statusOf(answered)]).toEqual([headers, 403]);
      expect(answered).toContain('so nothing was saved');
    }
    expect(seen).not.toHaveBeenCalled();
    expect(statusOf(await from({ origin: 'http://127.0.0.1' }))).toBe(200);
    expect(statusOf(await from({ 'sec-fetch-site': 'same-origin' }))).toBe(200);
    expect(statusOf(await from({}))).toBe(200);
  });

  test.each([
    ['GET /%ff', 400],
    ['GET /claims/%', 400],
    ['GET /claims/%c3%28', 400],
    ['GET /claims/%00', 200],
    ['GET http://127.0.0.1/', 400],
    ['GET http://evil.example/', 400],
    ['OPTIONS *', 405],
    ['PUT /', 405],
    ['DELETE /', 405],
    ['TRACE /', 405],
    ['OPTIONS /', 405],
    ['CONNECT evil.example:443', 0],
    ['BREW /', 400],
    ['GET /claims?words=%ff', 200],
    ['GET /claims/%C3%A4', 200],
  ])('%s is answered with %i', async (first, status) => {
    const { port } = await serve(echoLength);
    const answered = await say(port, head(first));
    expect(answered === '' ? 0 : statusOf(answered)).toBe(status);
  });
});

describe('every answer', () => {
  const required = {
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
  };

  test.each([
    ['a page', head('GET /')],
    ['400 for an address', head('GET /%ff')],
    ['400 for what is no HTTP', 'hello\r\n\r\n'],
    ['403', post(1, { origin: 'null' })],
    ['405', head('PUT /')],
    ['408', post(10)],
    ['411', head('POST /', { 'transfer-encoding': 'chunked' })],
    ['413', post(LARGE)],
    ['421', head('GET /', { host: 'evil.example' })],
    ['431', head('GET /', { cookie: 'a'.repeat(20_000) })],
    ['an upgrade that nobody makes', head('GET /', { upgrade: 'websocket' })],
    ['an expectation that nobody has', head('GET /', { expect: 'more' })],
  ])('is safe to open: %s', async (_, written) => {
    const { port } = await serve(echoLength, { publicUrl: null }, { bodyMs: 1 });
    const answered = await say(port, written);
    for (const [name, value] of Object.entries(required)) {
      expect(answered).toContain(`\r\n${name}: ${value}\r\n`);
    }
    expect(answered).not.toContain('strict-transport-security');
  });

  test.each([
    ['https://desk.example', true],
    ['http://desk.example', false],
  ])('asks for https if the desk is opened by https: %s', async (publicUrl, isHttps) => {
    const { port } = await serve(echoLength, { publicUrl });
    for (const written of [
      head('GET /', { host: 'desk.example' }),
      head('GET /'),
      'hello\r\n\r\n',
    ]) {
      expect((await say(port, written)).includes('strict-transport-security: max-age=')).toBe(
        isHttps,
      );
    }
  });

  test('from a page may add headers of its own', async () => {
    const { port } = await serve((_, response) => {
      response.setHeader('content-security-policy', "default-src 'self'");
      response.end();
    });
    const policies = (await say(port, head('GET /'))).match(
      /(?<=content-security-policy: )[^\r]*/g,
    );
    expect(policies).toEqual(["default-src 'self'"]);
  });
});

test('a client that sends requests far ahead of the answers is disconnected', async () => {
  const seen = vi.fn<Handler>();
  const { port } = await serve(seen);
  const ahead = head('GET /', { connection: 'keep-alive' }).repeat(100);
  expect(await say(port, ahead)).toBe('');
  expect(seen.mock.calls.length).toBeLessThan(10);
});
