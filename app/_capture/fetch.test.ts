import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NASTY_PATHS, type NastySources, STORY, startNastySources } from '../../e2e/nasty-sources';
import { type FetchOptions, fetchAddress } from './fetch';
import { type FetchLimits, parseAllowedHosts, toUserAgent } from './limits';
import { isPublicAddress } from './public-address';

let sources: NastySources;
beforeAll(async () => {
  sources = await startNastySources();
});
afterAll(() => sources.close());

const SMALL: Partial<FetchLimits> = {
  wireBytes: 2 * 1024 * 1024,
  bodyBytes: 4 * 1024 * 1024,
};

/** The server of the tests may be reached, by its address and port and nothing else. */
const allowed = (...hosts: string[]) => {
  const parsed = parseAllowedHosts(hosts.join(' '));
  if (!parsed.ok) throw new Error(`${parsed.refusal.text} is no host`);
  return parsed.value;
};

/** Ports are free for the tests, so that what is refused is refused for its address. */
const options = (more: FetchOptions = {}): FetchOptions => ({
  allowedHosts: allowed(`127.0.0.1:${sources.port}`),
  ...more,
  limits: { ...SMALL, ports: [80, 443, sources.canary.port], ...more.limits },
});

const fetchPage = (path: string, more?: FetchOptions) =>
  fetchAddress(`${sources.address}${path}`, options(more));

const redirectTo = (to: string, more?: FetchOptions) =>
  fetchPage(`/redirect?to=${encodeURIComponent(to)}`, more);

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

describe('a source that answers', () => {
  test('is returned as bytes, with its status, its type and its final address', async () => {
    const fetched = await fetchPage('/story#the-third-paragraph');
    expect(fetched).toEqual({
      ok: true,
      value: {
        bytes: new Uint8Array(Buffer.from(STORY)),
        status: 200,
        declaredType: 'text/html; charset=utf-8',
        finalAddress: `${sources.address}/story`,
        redirects: [],
      },
    });
  });

  test.each(['/gzip', '/br'])('is unpacked when it was packed: %s', async (path) => {
    const fetched = await fetchPage(path);
    expect(fetched.ok && textOf(fetched.value.bytes)).toBe(STORY);
  });

  test.each([301, 302, 303, 307, 308])(
    'is followed where it moved, with status %i',
    async (status) => {
      const fetched = await fetchPage(`/redirect?status=${status}&to=/story`);
      expect(fetched.ok && fetched.value.finalAddress).toBe(`${sources.address}/story`);
      expect(fetched.ok && fetched.value.redirects).toEqual([`${sources.address}/story`]);
    },
  );

  test('may redirect to an address with letters beyond ASCII', async () => {
    const fetched = await fetchPage('/utf8-redirect');
    expect(fetched.ok && fetched.value.finalAddress).toBe(`${sources.address}/echo?%C3%A9`);
  });

  test('gets the name of the desk in the user agent, and no cookie, referrer or credentials', async () => {
    const fetched = await fetchPage('/echo');
    const { headers } = JSON.parse(fetched.ok ? textOf(fetched.value.bytes) : '{}');
    expect(headers).toEqual({
      accept: expect.any(String),
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': expect.any(String),
      connection: 'close',
      host: `127.0.0.1:${sources.port}`,
      'user-agent': 'Plumbline/0.1.0 (fact-checking desk)',
    });
  });
});

describe('a cookie that a source sets', () => {
  const cookieAt = (fetched: Awaited<ReturnType<typeof fetchAddress>>) =>
    JSON.parse(fetched.ok ? textOf(fetched.value.bytes) : '{}').headers.cookie;

  test('goes back to it while it sends on, and is gone with the next fetch', async () => {
    expect(cookieAt(await fetchPage('/cookie'))).toBe('who=you');
    expect(cookieAt(await fetchPage('/echo'))).toBeUndefined();
  });

  test('opens an address that sends on to itself until the cookie comes back', async () => {
    const fetched = await fetchPage('/cookie-first');
    expect(fetched.ok && textOf(fetched.value.bytes)).toBe(STORY);
  });

  test('does not go along to another host', async () => {
    const other = `other.example:${sources.port}`;
    const fetched = await fetchPage(`/cookie-elsewhere?to=http://${other}/echo`, {
      allowedHosts: allowed(`127.0.0.1:${sources.port}`, other),
      resolve: async () => ['127.0.0.1'],
    });
    expect(fetched).toMatchObject({ ok: true, value: { finalAddress: `http://${other}/echo` } });
    expect(cookieAt(fetched)).toBeUndefined();
  });
});

describe('a source with a wrong answer is refused with the reason', () => {
  test.each([
    ['/missing', { kind: 'httpStatus', status: 404 }],
    ['/failing', { kind: 'httpStatus', status: 503 }],
    ['/redirect-nowhere', { kind: 'httpStatus', status: 302 }],
    ['/redirect?status=304', { kind: 'httpStatus', status: 304 }],
    ['/loop', { kind: 'tooManyRedirects', limit: 5 }],
    ['/endless', { kind: 'tooLarge', bytes: 2 * 1024 * 1024 }],
    ['/announced', { kind: 'tooLarge', bytes: 2 * 1024 * 1024 }],
    ['/long-header', { kind: 'tooLarge', bytes: 32 * 1024 }],
    ['/gzip-bomb', { kind: 'tooLarge', bytes: 4 * 1024 * 1024 }],
    ['/br-bomb', { kind: 'tooLarge', bytes: 4 * 1024 * 1024 }],
    ['/bomb-in-bomb', { kind: 'badEncoding', encoding: 'gzip, gzip' }],
    ['/not-gzip', { kind: 'badEncoding', encoding: 'gzip' }],
    ['/half-gzip', { kind: 'badEncoding', encoding: 'gzip' }],
    ['/unknown-encoding', { kind: 'badEncoding', encoding: 'zstd' }],
    ['/half', { kind: 'unreachable', host: '127.0.0.1', reason: 'ECONNRESET' }],
  ])('%s', async (path, refusal) => {
    expect(await fetchPage(path)).toEqual({ ok: false, refusal });
  });

  test.each(['/drip', '/silent'])('%s', async (path) => {
    const slow = await fetchPage(path, { limits: { paceMs: 400, paceBytes: 20 } });
    expect(slow).toEqual({ ok: false, refusal: { kind: 'tooSlow', seconds: 0.4 } });
  });

  test('an answer of one byte at a time is ended by the time limit', async () => {
    const slow = await fetchPage('/drip', { limits: { totalMs: 300 } });
    expect(slow).toEqual({ ok: false, refusal: { kind: 'tooSlow', seconds: 0.3 } });
  });

  test('an endless look-up of a name is ended by the time limit', async () => {
    const late = await fetchAddress('http://never.example/', {
      limits: { totalMs: 100 },
      resolve: () => new Promise(() => {}),
    });
    expect(late).toEqual({ ok: false, refusal: { kind: 'tooSlow', seconds: 0.1 } });
  });

  test('an unknown name and a failed look-up are refused', async () => {
    const failing = (code: string) => async () => {
      throw Object.assign(new Error(code), { code });
    };
    const fetchNowhere = (code: string) =>
      fetchAddress('http://nowhere.example/', { resolve: failing(code) });
    expect(await fetchNowhere('ENOTFOUND')).toEqual({
      ok: false,
      refusal: { kind: 'unknownHost', host: 'nowhere.example' },
    });
    expect(await fetchNowhere('EAI_AGAIN')).toEqual({
      ok: false,
      refusal: { kind: 'unreachable', host: 'nowhere.example', reason: 'EAI_AGAIN' },
    });
  });

  test('a port without a server is refused', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => server.on('listening', done));
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    const fetched = await fetchAddress(`http://127.0.0.1:${port}/`, {
      allowedHosts: allowed(`127.0.0.1:${port}`),
    });
    expect(fetched).toEqual({
      ok: false,
      refusal: { kind: 'unreachable', host: '127.0.0.1', reason: 'ECONNREFUSED' },
    });
  });

  test('a fetch that the desk stops ends at once, with the reason', async () => {
    const stop = new AbortController();
    const fetching = fetchPage('/drip', { signal: stop.signal });
    stop.abort(new Error('the desk closes'));
    await expect(fetching).rejects.toThrow('the desk closes');
    await expect(fetchPage('/story', { signal: stop.signal })).rejects.toThrow('the desk closes');
  });
});

describe('an address that the desk does not fetch', () => {
  test.each([
    ['the story about the ships', { kind: 'notAnAddress' }],
    ['http://', { kind: 'notAnAddress' }],
    ['file:///etc/passwd', { kind: 'forbiddenScheme', scheme: 'file' }],
    ['ftp://source.example/', { kind: 'forbiddenScheme', scheme: 'ftp' }],
    ['javascript:alert(1)', { kind: 'forbiddenScheme', scheme: 'javascript' }],
    ['http://source.example:22/', { kind: 'forbiddenPort', port: 22 }],
    ['http://ada:secret@source.example/', { kind: 'credentialsInAddress' }],
    [`http://source.example/${'a'.repeat(2000)}`, { kind: 'addressTooLong' }],
  ])('%s', async (address, refusal) => {
    expect(await fetchAddress(address)).toEqual({ ok: false, refusal });
    const lead = await redirectTo(address);
    // To a server, words are an address beside the page.
    if (refusal.kind !== 'notAnAddress') expect(lead).toEqual({ ok: false, refusal });
  });
});

describe('the machine and its own network', () => {
  const FORBIDDEN = [
    ['127.0.0.1', '127.0.0.1'],
    ['127.1.2.3', '127.1.2.3'],
    ['0.0.0.0', '0.0.0.0'],
    ['2130706433', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['0177.0.0.1', '127.0.0.1'],
    ['0x7f.1', '127.0.0.1'],
    ['127.0.0.1.', '127.0.0.1'],
    ['①②⑦.⓪.⓪.①', '127.0.0.1'],
    ['169.254.169.254', '169.254.169.254'],
    ['10.0.0.1', '10.0.0.1'],
    ['172.16.0.1', '172.16.0.1'],
    ['192.168.1.1', '192.168.1.1'],
    ['100.64.0.1', '100.64.0.1'],
    ['[::1]', '::1'],
    ['[::]', '::'],
    ['[::ffff:127.0.0.1]', '::ffff:7f00:1'],
    ['[::127.0.0.1]', '::7f00:1'],
    ['[64:ff9b::127.0.0.1]', '64:ff9b::7f00:1'],
    ['[2002:7f00:1::]', '2002:7f00:1::'],
    ['[fd00::1]', 'fd00::1'],
    ['[fe80::1]', 'fe80::1'],
  ] as const;

  test.each(FORBIDDEN)(
    '%s is not fetched, nor where a source leads there',
    async (host, address) => {
      const direct = await fetchAddress(`http://${host}:${sources.canary.port}/`, options());
      expect(direct).toEqual({
        ok: false,
        refusal: { kind: 'forbiddenHost', host: expect.any(String), address },
      });
      expect(await redirectTo(`http://${host}:${sources.canary.port}/`)).toEqual(direct);
    },
  );

  test('localhost is refused by the addresses that it resolves to', async () => {
    for (const name of ['localhost', 'LOCALHOST.', 'localhost.']) {
      const fetched = await fetchAddress(`http://${name}:${sources.canary.port}/`, options());
      expect(fetched).toMatchObject({ refusal: { kind: 'forbiddenHost', host: 'localhost' } });
    }
  });

  test('a name with one public and one private address is refused', async () => {
    const trap = await fetchAddress(`http://trap.example:${sources.canary.port}/`, {
      ...options(),
      resolve: async () => ['93.184.215.14', '10.0.0.1'],
    });
    expect(trap).toEqual({
      ok: false,
      refusal: { kind: 'forbiddenHost', host: 'trap.example', address: '10.0.0.1' },
    });
  });

  test('a name is looked up once, and the connection goes to the address that was checked', async () => {
    // No other resolver knows this name, so a second look-up would not find it.
    const asked: string[] = [];
    const fetched = await fetchAddress(`http://once.example:${sources.port}/story`, {
      ...options(),
      allowedHosts: allowed(`once.example:${sources.port}`),
      resolve: async (host) => {
        asked.push(host);
        if (asked.length > 1) throw new Error('asked twice');
        return ['127.0.0.1'];
      },
    });
    expect(fetched.ok && textOf(fetched.value.bytes)).toBe(STORY);
    expect(asked).toEqual(['once.example']);
  });

  test('a name that resolves to a private address the second time is refused the second time', async () => {
    const answers = [['127.0.0.1'], ['127.0.0.1'], ['169.254.169.254']];
    const turning = await fetchAddress(
      `http://turning.example:${sources.port}/redirect?to=${encodeURIComponent(
        `http://turning.example:${sources.port}/redirect?to=${encodeURIComponent(
          `http://turning.example:${sources.canary.port}/`,
        )}`,
      )}`,
      {
        ...options(),
        allowedHosts: allowed(`turning.example:${sources.port}`),
        resolve: async () => answers.shift() ?? [],
      },
    );
    expect(turning).toEqual({
      ok: false,
      refusal: { kind: 'forbiddenHost', host: 'turning.example', address: '169.254.169.254' },
    });
  });

  test('a proxy named in the environment is not used', async () => {
    const proxy = `http://127.0.0.1:${sources.canary.port}`;
    const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'ALL_PROXY'] as const;
    const before = names.map((name) => [name, process.env[name]] as const);
    Object.assign(process.env, Object.fromEntries(names.map((name) => [name, proxy])));
    try {
      expect((await fetchPage('/story')).ok).toBe(true);
    } finally {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  });

  test('no request of these tests reached the private server', async () => {
    expect(sources.canary.connections()).toBe(0);
    // It counts: who is allowed does reach it.
    const { port } = sources.canary;
    const fetched = await fetchAddress(`http://127.0.0.1:${port}/`, {
      allowedHosts: allowed(`127.0.0.1:${port}`),
    });
    expect(fetched.ok && textOf(fetched.value.bytes)).toBe('secret');
    expect(sources.canary.connections()).toBe(1);
  });
});

test.each([
  ['93.184.215.14', true],
  ['2606:2800:220:1::1', true],
  ['::ffff:93.184.215.14', true],
  ['64:ff9b::93.184.215.14', true],
  ['100.127.255.255', false],
  ['192.0.0.192', false],
  ['198.18.0.1', false],
  ['203.0.113.7', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['168.63.129.16', false],
  ['2001:0:7f00:1::', false],
  ['2001:db8::1', false],
  ['64:ff9b:1::1', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['fe80::1%eth0', false],
  ['4000::1', false],
  ['no address', false],
])('%s is an address of the public internet: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

describe('the setting of allowed hosts', () => {
  test.each([
    ['', []],
    ['Wiki.Desk.example.', [{ host: 'wiki.desk.example', port: null }]],
    [
      '10.0.0.5:8080, [FD00::1]:80',
      [
        { host: '10.0.0.5', port: 8080 },
        { host: '[fd00::1]', port: 80 },
      ],
    ],
    ['archiv.köln.example', [{ host: 'archiv.xn--kln-sna.example', port: null }]],
  ])('%s', (setting, hosts) => {
    expect(parseAllowedHosts(setting)).toEqual({ ok: true, value: hosts });
  });

  test.each([
    'http://wiki.example',
    'wiki/path',
    'a@b',
    '*.example',
    'wiki:0',
    'wiki:99999',
    'fd00::1',
  ])('%s is not accepted as a host', (text) => {
    expect(parseAllowedHosts(`first.example ${text}`)).toEqual({
      ok: false,
      refusal: { kind: 'notAHost', text },
    });
  });

  test('a host without a port is allowed only at the usual ports', async () => {
    const named = { allowedHosts: allowed('127.0.0.1') };
    expect(await fetchAddress(`${sources.address}/story`, named)).toEqual({
      ok: false,
      refusal: { kind: 'forbiddenPort', port: sources.port },
    });
    const usual = { ...named, limits: { ports: [sources.port] } };
    expect((await fetchAddress(`${sources.address}/story`, usual)).ok).toBe(true);
  });

  test('an allowed address does not allow names that resolve to it', async () => {
    const other = await fetchAddress(`http://other.example:${sources.port}/story`, {
      ...options({ limits: { ports: [sources.port] } }),
      resolve: async () => ['127.0.0.1'],
    });
    expect(other).toMatchObject({ refusal: { kind: 'forbiddenHost', address: '127.0.0.1' } });
  });
});

test('the desk sends its name and its version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(toUserAgent()).toBe(`Plumbline/${version} (fact-checking desk)`);
  expect(toUserAgent('desk@paper.example\r\nCookie: a')).toBe(
    `Plumbline/${version} (+desk@paper.exampleCookie:a; fact-checking desk)`,
  );
});

test('memory stays bounded, whatever the server sends', async () => {
  let most = 0;
  const before = process.memoryUsage().rss;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  for (const path of ['/gzip-bomb', '/br-bomb', '/endless', '/announced', '/long-header']) {
    expect((await fetchPage(path)).ok).toBe(false);
    most = Math.max(most, process.memoryUsage().rss);
  }
  clearInterval(watch);
  // The first bomb alone unpacks to 256 MB.
  expect(most - before).toBeLessThan(100 * 1024 * 1024);
});

test('every nasty page ends in a clear state', async () => {
  const ends = NASTY_PATHS.map(async (path) => {
    const fetched = await fetchPage(path, { limits: { paceMs: 1_000 } });
    return fetched.ok || fetched.refusal.kind;
  });
  expect((await Promise.all(ends)).every(Boolean)).toBe(true);
});
