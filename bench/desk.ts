import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PROJECT } from '../bin/settings.mjs';
import { ADMIN } from './newsroom/fill';

export type RunningDesk = {
  readonly address: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/**
 * The desk as `npm start` starts it, in a process of its own, on any free port.
 *
 * @param dataDir  what DATA_DIR names
 * @param project  another copy of the project than this one
 */
export async function startBenchDesk(dataDir: string, project = PROJECT): Promise<RunningDesk> {
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: project,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      ANCHOR_FILE: '',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(child);
  return {
    address,
    pid: child.pid as number,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let message = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      message += text;
      const [, address] = /ready at (http:\S+)\n/.exec(message) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`The desk ended with ${code}:\n${message}`)));
  });
}

/** Signs in as a browser without JavaScript does. @returns the cookie of the session */
export async function signInToDesk(address: string): Promise<string> {
  const answer = await postSignIn(address, await readSignInForm(address), ADMIN);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (answer.status !== 303 || cookies.length === 0) {
    throw new Error(`Signing in was answered with ${answer.status}: was this desk made by bench?`);
  }
  return cookies.join('; ');
}

/** The hidden fields of a page's form, with which it is sent. */
export async function readForm(address: string, path: string): Promise<[string, string][]> {
  const page = await fetch(`${address}${path}`);
  return [...hiddenFields(await page.text())].map(([name, value]) => [name, String(value)]);
}

export const readSignInForm = (address: string) => readForm(address, '/sign-in');

/** Sends a form as a browser without JavaScript does. */
export function postForm(
  address: string,
  path: string,
  fields: readonly (readonly [string, string])[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return fetch(`${address}${path}`, {
    method: 'POST',
    headers: { origin: address, ...headers },
    body: form,
    redirect: 'manual',
  });
}

/** Sends the form of the sign-in page, filled in. */
export const postSignIn = (
  address: string,
  hidden: readonly (readonly [string, string])[],
  { email, password }: { readonly email: string; readonly password: string },
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  postForm(address, '/sign-in', [...hidden, ['email', email], ['password', password]], headers);

function hiddenFields(html: string): FormData {
  const fields = new FormData();
  for (const [input] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const part = (name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '');
    fields.append(part('name'), part('value'));
  }
  return fields;
}

const plain = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

type Answer = {
  readonly status: number;
  /** Milliseconds from asking to the first byte of the body, and to its last. */
  readonly firstByteMs: number;
  readonly totalMs: number;
  /** As it went over the wire, and as it is read. */
  readonly wireBytes: number;
  readonly body: Buffer;
};

export type Client = {
  readonly get: (path: string, options?: GetOptions) => Promise<Answer>;
  /** Sends a body as JSON. */
  readonly post: (path: string, body: object) => Promise<Answer>;
  readonly close: () => void;
};

type GetOptions = {
  readonly encoding?: 'gzip' | 'identity';
  /** How long to leave the body standing after its first part, as a slow reader would. */
  readonly restMs?: number;
};

/** One browser, signed in, that keeps its one connection open. */
export function openClient({ address }: RunningDesk, cookie: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path: string, options: GetOptions, posted: string | null): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { encoding = 'gzip', restMs = 0 } = options;
      const headers = { cookie, accept: 'text/html,*/*', 'accept-encoding': encoding };
      const askedAt = performance.now();
      const sent = request(
        address + path,
        posted === null
          ? { agent, headers }
          : { agent, method: 'POST', headers: { ...headers, 'content-type': 'application/json' } },
        (response) => {
          let firstByteMs = Number.NaN;
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => {
            if (chunks.length === 0) {
              firstByteMs = performance.now() - askedAt;
              if (restMs > 0) {
                response.pause();
                setTimeout(() => response.resume(), restMs);
              }
            }
            chunks.push(chunk);
          });
          response.on('error', reject);
          response.on('end', () => {
            const totalMs = performance.now() - askedAt;
            const wire = Buffer.concat(chunks);
            resolve({
              status: response.statusCode ?? 0,
              firstByteMs,
              totalMs,
              wireBytes: wire.length,
              body: isZipped(response.headers) ? gunzipSync(wire) : wire,
            });
          });
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The desk hangs up on a connection that rests for some seconds, perhaps just now.
        if (error.code === 'ECONNRESET' && sent.reusedSocket) resolve(ask(path, options, posted));
        else reject(error);
      });
      sent.end(posted ?? undefined);
    });
  return {
    get: (path, options = {}) => ask(path, options, null),
    post: (path, body) => ask(path, {}, JSON.stringify(body)),
    close: () => agent.destroy(),
  };
}

const isZipped = (headers: IncomingHttpHeaders) => headers['content-encoding'] === 'gzip';

/** The memory of a process in use, in megabytes; null on systems that have no /proc. */
export function residentMegabytes(pid: number): number | null {
  try {
    const [, kilobytes] =
      /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(join('/proc', String(pid), 'status'), 'utf8')) ?? [];
    return (Number(kilobytes) * 1024) / 1e6;
  } catch {
    return null;
  }
}

// Linux gives processor time in hundredths of a second, whatever its own clock is.
const TICK_MS = 10;

/** The processor time that a process has taken so far; null on systems that have no /proc. */
export function processorMs(pid: number): number | null {
  try {
    // The second field is the program's name in brackets, and may have anything in it.
    const fields = readFileSync(join('/proc', String(pid), 'stat'), 'utf8')
      .split(') ')[1]
      ?.split(' ');
    return (Number(fields?.[11]) + Number(fields?.[12])) * TICK_MS;
  } catch {
    return null;
  }
}

/**
 * How many claims the page says there are, null where it does not count them: an error page that
 * is fast must not pass.
 */
export function readTotal(path: string, html: string): number | null {
  const [, message] = /role="status">([^<]+)/.exec(html) ?? [];
  if (!message) throw new Error(`${path} does not show a list of claims.`);
  const [, count] = /^(No|[\d,]+) claims?/.exec(message) ?? [];
  if (!count) return null;
  return count === 'No' ? 0 : Number(count.replaceAll(',', ''));
}
