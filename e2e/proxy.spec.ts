import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect, type Page, test } from 'playwright/test';
import { ADA, makeFirstAccount } from './desk';
import { findProxy, freePort, makeCertificate, type ProxyName, startProxy } from './proxies';

// The files of docs/proxy, as they stand there, before a desk of the test's own.

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

let folder: string;
const running: ChildProcess[] = [];

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-proxy-'));
});

test.afterEach(async () => {
  for (const child of running.splice(0).reverse()) {
    if (child.exitCode !== null) continue;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

for (const name of ['nginx', 'caddy'] as const satisfies ProxyName[]) {
  test(`a desk behind https by ${name} has one address, and cookies of that alone`, async ({
    launchOptions,
  }) => {
    const program = findProxy(name);
    test.skip(!program, `${name} is not on this machine: install it to run its configuration.`);
    const certificate = makeCertificate(folder);
    test.skip(!certificate, 'openssl is not on this machine, which makes the certificate.');
    if (!program || !certificate) return;
    const publicPort = await freePort();
    const origin = `https://desk.example:${publicPort}`;
    const { deskPort, setUpLink } = await startDesk(origin);
    expect(setUpLink).toContain(`${origin}/set-up/`);
    running.push(await startProxy(name, program, { publicPort, deskPort, folder }, certificate));
    const ask = asker(publicPort, readFileSync(certificate.cert, 'utf8'));

    const browser = await chromium.launch({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP desk.example 127.0.0.1'],
    });
    try {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        storageState: { cookies: [], origins: [] },
      });
      const page = await context.newPage();
      await makeFirstAccount(page, setUpLink);
      const session = (await context.cookies()).find(({ name }) => name.endsWith('session_token'));
      expect(session).toMatchObject({
        name: '__Host-plumbline.session_token',
        domain: 'desk.example',
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
      });
      expect(await invite(page, origin)).toMatch(new RegExp(`^${origin}/join/\\S+$`));

      const headers = { cookie: `${session?.name}=${session?.value}` };
      const text = 'The desk holds every figure to the plumb line. '.repeat(128_000);
      const fields = fieldsOf((await ask('/articles/new', { headers })).text);
      const long = await ask('/articles/new', { form: { ...fields, text }, headers });
      expect(long.status).toBe(200);
      expect(long.text).toContain('The desk takes at most 5.0 MB');

      const signIn = fieldsOf((await ask('/sign-in')).text);
      const again = await ask('/sign-in', {
        form: { ...signIn, email: ADA.email, password: ADA.password },
        headers: { 'x-real-ip': '203.0.113.9', 'x-forwarded-for': '203.0.113.9' },
        from: FROM,
      });
      expect(again.status).toBe(303);
      expect(again.headers['strict-transport-security']).toMatch(/^max-age=\d{8}$/);
      const [set = ''] = again.headers['set-cookie'] ?? [];
      expect(set).toMatch(/^__Host-plumbline\.session_token=.*; Path=\/; .*Secure; HttpOnly/i);
      const account = await ask('/account', { headers: { cookie: set.split(';')[0] ?? '' } });
      expect(account.text).toContain(FROM);
      expect(account.text).not.toContain('203.0.113.9');
    } finally {
      await browser.close();
    }

    const foreign = await ask('/sign-in', { headers: { host: 'evil.example' } });
    // Caddy itself has no page for it.
    if (name === 'nginx') expect(foreign.status).toBe(421);
    expect(foreign.text).not.toContain('Sign in');
    const forwarded = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' };
    const claims = await ask('/claims', { headers: forwarded });
    expect(claims.headers.location).toBe('/sign-in?next=%2Fclaims');
    for (const [path, status] of ANSWERS) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, status]);
      expect([path, answer.headers]).toEqual([path, expect.objectContaining(ALWAYS)]);
    }
    const tooLarge = await ask('/sign-in', { form: { text: 'a'.repeat(70_000) } });
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.text).toContain('the desk takes at most 64 kB');
  });
}

/** Pages, files, redirects and refusals, and the picture service of Next, which is closed. */
const ANSWERS = [
  ['/sign-in', 200],
  ['/icon.svg', 200],
  ['/claims', 307],
  ['/claims/', 308],
  ['/_next/static/nothing.js', 404],
  ['/_next/image?url=%2Ficon.svg&w=640&q=75', 404],
] as const;
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'strict-transport-security': expect.stringMatching(/^max-age=\d+$/),
};

/** The other end that the proxy sees; only Linux has more than one address of its own for that. */
const FROM = process.platform === 'linux' ? '127.0.0.2' : '127.0.0.1';

async function startDesk(origin: string) {
  const { npm_lifecycle_event, ...env } = process.env;
  const desk = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: PROJECT,
    env: {
      ...env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: '',
      ANCHOR_FILE: '',
      PUBLIC_URL: origin,
      CLIENT_HEADER: 'x-real-ip',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(desk);
  let output = '';
  return new Promise<{ deskPort: number; setUpLink: string }>((resolve, reject) => {
    const hear = (part: Buffer) => {
      output += part;
      const [, port] =
        /through a proxy that reaches the desk at http:\S+:(\d+)\n/.exec(output) ?? [];
      const [, setUpLink] = /^Create the first account at (\S+)\n/m.exec(output) ?? [];
      if (port && setUpLink) resolve({ deskPort: Number(port), setUpLink });
    };
    desk.stdout.on('data', hear);
    desk.stderr.on('data', hear);
    desk.once('exit', (code) => reject(new Error(`The desk ended with ${code}:\n${output}`)));
  });
}

async function invite(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/people`);
  await page.getByLabel('Name').fill('Ines Lund');
  await page.getByLabel('Email').fill('ines@example.org');
  await page.getByRole('radio', { name: /^Viewer/ }).check();
  await page.getByRole('button', { name: 'Create the invitation' }).click();
  return page.getByRole('textbox', { name: 'The link' }).inputValue();
}

/** What the form of a page sends without JavaScript, besides what is typed. */
function fieldsOf(html: string): Record<string, string> {
  const [, form = ''] = /<main[\s\S]*?<form([\s\S]*?)<\/form>/.exec(html) ?? [];
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => {
    const part = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    return [part('name'), part('value').replaceAll('&quot;', '"')];
  });
  return Object.fromEntries(hidden);
}

type Asked = {
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly from?: string;
};

/** Asks the proxy past a browser, for what a browser would not send. */
function asker(port: number, ca: string) {
  const host = `desk.example:${port}`;
  return async (path: string, { form, headers = {}, from }: Asked = {}) => {
    const body = form && new Response(toFormData(form));
    const bytes = body && Buffer.from(await body.arrayBuffer());
    return new Promise<{
      status: number;
      headers: import('node:http').IncomingHttpHeaders;
      text: string;
    }>((resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method: bytes ? 'POST' : 'GET',
          ca,
          servername: 'desk.example',
          agent: false,
          localAddress: from,
          headers: {
            host,
            ...(bytes && {
              origin: `https://${host}`,
              'content-type': body?.headers.get('content-type') ?? '',
              'content-length': bytes.length,
            }),
            ...headers,
          },
        },
        async (answer) => {
          let text = '';
          for await (const part of answer.setEncoding('utf8')) text += part;
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        },
      );
      asked.once('error', reject);
      asked.end(bytes);
    });
  };
}

function toFormData(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
