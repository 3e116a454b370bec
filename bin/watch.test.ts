import { channel } from 'node:diagnostics_channel';
import { request } from 'node:http';
import { Writable } from 'node:stream';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openLog, takeConsole, withoutWords } from './log.mjs';
import { openMeasures } from './measures.mjs';
import { toFindPlace } from './routes.mjs';
import { type Handler, listen } from './serve.mjs';
import { REQUEST, watchRequests, whileStarting } from './watch.mjs';

const FACTS = {
  readable: true,
  writable: true,
  anchored: true,
  diskFree: 5e9,
  diskMinimum: 2e8,
  capturesWaiting: 3,
  backup: { at: 1_790_000_000, ok: true },
  verification: null,
};

const findPlace = toFindPlace(
  [{ page: '/' }, { page: '/sign-in' }],
  [
    { page: '/claims/[claimId]', regex: '^/claims/([^/]+?)(?:/)?$' },
    { page: '/reset/[token]', regex: '^/reset/([^/]+?)(?:/)?$' },
  ],
);

type Line = Readonly<Record<string, unknown>>;

/** A server whose log and measures are those of a desk. */
async function serve(
  handler: Handler = (_request, response) => response.end('a page'),
  {
    level = 'info',
    metricsToken = null as string | null,
    isBehindProxy = false,
    status = 'ok' as string,
  } = {},
) {
  const lines: Line[] = [];
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)) as Line);
      done();
    },
  });
  const { log } = openLog(level, to);
  const measures = openMeasures({ facts: () => FACTS, connections: () => server.connections() });
  const watch = watchRequests({
    log,
    report: () => ({ status }),
    measures,
    findPlace,
    metricsToken,
    isBehindProxy,
  });
  const server = await listen({ host: '127.0.0.1', port: 0 }, Promise.resolve(handler), { watch });
  onTestFinished(() => server.close());
  const lineOf = (line: Line) =>
    vi.waitFor(() => expect(lines).toContainEqual(expect.objectContaining(line)));
  return { ...server, log, lines, lineOf };
}

describe('the health of a desk', () => {
  test.each([
    ['ok', 200],
    ['warning', 200],
    ['failing', 503],
  ])('that is %s is answered with %i, to anybody', async (status, code) => {
    const { address } = await serve(undefined, { status });
    const answer = await fetch(`${address}/health?x=1`);
    expect(answer.status).toBe(code);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({ status });
  });

  test('is answered while every page is busy', async () => {
    const { address } = await serve(() => {});
    const ended = new AbortController();
    const waiting = fetch(address, { signal: ended.signal }).catch(() => 'ended');
    expect((await fetch(`${address}/health`)).status).toBe(200);
    ended.abort();
    expect(await waiting).toBe('ended');
  });

  test('is answered while the desk starts', async () => {
    const { address, close } = await listen({ host: '127.0.0.1', port: 0 }, new Promise(() => {}), {
      watch: whileStarting,
    });
    const answer = await fetch(`${address}/health`);
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'starting' }]);
    await close();
  });

  test('is asked with GET or HEAD', async () => {
    const { address } = await serve();
    expect((await fetch(`${address}/health`, { method: 'POST' })).status).toBe(405);
    const head = await fetch(`${address}/health`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

describe('the metrics of the desk', () => {
  test('is text for Prometheus, and names no claim, person or address', async () => {
    const { address, lineOf } = await serve();
    const id = '0198a000-1111-7222-8333-444455556666';
    for (const path of ['/', `/claims/${id}`, `/${id}`, '/_next/x.js']) await fetch(address + path);
    await lineOf({ route: '/…' });
    channel('plumbline.queue').publish({ queue: 'writes', change: 1 });
    channel('plumbline.queue').publish({ queue: 'writes', change: 1 });
    channel('plumbline.queue').publish({ queue: 'writes', change: -1, waited: 20 });
    const answer = await fetch(`${address}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    expect(text).toContain('plumbline_requests_total{part="claims",method="GET",status="2xx"} 1');
    expect(text).toContain('plumbline_requests_total{part="other",method="GET",status="2xx"} 1');
    expect(text).toContain('plumbline_request_seconds_count{part="desk"} 1');
    expect(text).toContain('plumbline_waiting{queue="writes"} 1');
    expect(text).toContain('plumbline_waiting{queue="captures"} 3');
    expect(text).toContain('plumbline_write_wait_seconds_bucket{le="0.05"} 1');
    expect(text).toContain('plumbline_disk_free_bytes 5000000000');
    expect(text).toContain('plumbline_backup_last_seconds 1790000000');
    expect(text).toContain('plumbline_backup_last_ok 1');
    expect(text).not.toMatch(/^plumbline_verification_last_ok /m);
    expect(text).toMatch(/^plumbline_connections_open [1-9]/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(text).not.toContain(id);
  });

  const metricsToken = 'a token of the newsroom'.replaceAll(' ', '-');
  test.each<[string, object, Record<string, string>, number]>([
    ['from the machine itself', {}, {}, 200],
    ['through a proxy that says so', {}, { 'x-forwarded-for': '203.0.113.9' }, 401],
    ['under another name for the machine', {}, { host: 'evil.example' }, 401],
    ['from the machine of the proxy', { isBehindProxy: true }, {}, 401],
    ['with the token', { metricsToken }, { authorization: `Bearer ${metricsToken}` }, 200],
    [
      'with the token, through a proxy',
      { metricsToken, isBehindProxy: true },
      { authorization: `Bearer ${metricsToken}`, 'x-forwarded-for': '203.0.113.9' },
      200,
    ],
    ['with another token', { metricsToken }, { authorization: 'Bearer another' }, 401],
    [
      'with an empty token where none is set',
      { isBehindProxy: true },
      { authorization: 'Bearer ' },
      401,
    ],
  ])('%s', async (_, settings, headers, status) => {
    const { port } = await serve(undefined, settings);
    const got = await new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: '/metrics', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(got).toBe(status);
  });
});

describe('the log', () => {
  test('has a line for a request: its time, person, address, status and duration', async () => {
    const { address, lines, lineOf } = await serve((asked, response) => {
      const line = { request: asked.headers[REQUEST], person: 'p1' };
      channel('plumbline.signedIn').publish(line);
      response.end('a page');
    });
    const answer = await fetch(`${address}/claims/c1?words=secret`);
    await lineOf({
      level: 'info',
      msg: 'request',
      method: 'GET',
      route: '/claims/[claimId]',
      status: 200,
      person: 'p1',
      request: answer.headers.get('x-request-id'),
    });
    expect(lines[0]?.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(lines[0]?.ms).toBeTypeOf('number');
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  test('has no one-time link, and does not trust a request about its person', async () => {
    const { address, lines, lineOf } = await serve();
    const token = 'UhY7t1p3nSuuPIXk-mL412YwWEPvQ95KzUSQj7R9AXQ';
    await fetch(`${address}/reset/${token}`, { headers: { [REQUEST]: 'forged', cookie: token } });
    await fetch(`${address}/nowhere/${token}`);
    await lineOf({ route: '/reset/[token]' });
    await lineOf({ route: '/…' });
    expect(JSON.stringify(lines)).not.toMatch(`${token}|forged|person`);
  });

  test('has requests that failed as warnings, and those of programs only when all is asked for', async () => {
    const { address, lineOf, lines } = await serve(
      (_request, response) => {
        response.statusCode = 500;
        response.end();
      },
      { level: 'warn' },
    );
    await fetch(`${address}/health`);
    await fetch(address);
    await lineOf({ level: 'warn', status: 500, route: '/' });
    expect(lines).toHaveLength(1);
  });

  test('has an error once, with the reference shown on its page and without typed text', async () => {
    const { log, lines } = await serve();
    const giveBack = takeConsole(log);
    onTestFinished(giveBack);
    const reportTo = (error: Error, request: string) =>
      channel('plumbline.error').publish({
        error,
        method: 'POST',
        route: '/claims/[claimId]',
        request,
      });
    const error = Object.assign(parsingError(), { digest: '1234567890' });
    // Next prints what it tells, before or after.
    console.error(' ⨯', error);
    reportTo(error, 'r1');
    const another = new TypeError('x is not a function');
    reportTo(another, 'r2');
    console.error(' ⨯', another);
    console.warn('A %s', 'warning');
    console.error('The copy c1 could not be taken:', new TypeError('y is not a function'));
    giveBack();
    expect(lines).toMatchObject([
      {
        level: 'error',
        error: 'SyntaxError',
        reference: '1234567890',
        route: '/claims/[claimId]',
        request: 'r1',
      },
      { level: 'error', error: 'TypeError', message: 'x is not a function', request: 'r2' },
      { level: 'warn', msg: 'A warning' },
      { level: 'error', message: 'y is not a function', msg: 'The copy c1 could not be taken:' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('harbour');
    expect(String((lines[0] as { frames?: string[] }).frames)).toContain('watch.test.ts');
  });

  function parsingError(): Error {
    try {
      return JSON.parse('harbour, not JSON') as Error;
    } catch (error) {
      return error as Error;
    }
  }

  test.each([
    ['Unexpected token \'h\', "harbour, n"... is not valid JSON', 'harbour'],
    ["Unexpected token 'h', \"harbour, not", 'harbour'],
    ['No link UhY7t1p3nSuuPIXk-mL412YwWEPvQ95KzUSQj7R9AXQ', 'UhY7'],
    ['The claim “The harbour grows” is none', 'harbour'],
  ])('omits typed text from %j', (message, typed) => {
    expect(withoutWords(message)).not.toContain(typed);
  });
});
