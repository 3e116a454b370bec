import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
const DOCS = fileURLToPath(new URL('../docs/proxy/', import.meta.url));

export type Certificate = { readonly cert: string; readonly key: string };

type Route = { readonly publicPort: number; readonly deskPort: number; readonly folder: string };

/** The proxies of docs/proxy.md: where they are, and how the very file there is run in a test. */
const PROXIES = {
  nginx: {
    args: ({ folder, ...route }: Route, certificate: Certificate): string[] => {
      const site = readFileSync(join(DOCS, 'nginx.conf'), 'utf8')
        .replace('listen 80;', `listen 127.0.0.1:0;`)
        .replace('listen 443 ssl;', `listen 127.0.0.1:${route.publicPort} ssl;`)
        .replace('/etc/ssl/desk.example.crt', certificate.cert)
        .replace('/etc/ssl/desk.example.key', certificate.key)
        .replace('127.0.0.1:3000', `127.0.0.1:${route.deskPort}`)
        // A port of the system is not a test's to take.
        .replace(/server \{\s+listen 127\.0\.0\.1:0;[\s\S]*?\n\}/, '');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => {
        mkdirSync(join(folder, kind));
        return `${kind}_temp_path ${join(folder, kind)};`;
      });
      const file = join(folder, 'nginx.conf');
      writeFileSync(
        file,
        `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; worker_processes 1; pid ${join(folder, 'pid')};
error_log stderr warn;
events {}
http {
access_log off; ${temporary.join(' ')}
${site}
}`,
      );
      return ['-p', folder, '-e', 'stderr', '-c', file];
    },
  },
  caddy: {
    args: ({ folder, ...route }: Route, certificate: Certificate): string[] => {
      const site = readFileSync(join(DOCS, 'Caddyfile'), 'utf8')
        .replace(
          'desk.example {',
          `https://desk.example:${route.publicPort} {\n\ttls ${certificate.cert} ${certificate.key}`,
        )
        .replace('127.0.0.1:3000', `127.0.0.1:${route.deskPort}`);
      const file = join(folder, 'Caddyfile');
      writeFileSync(file, `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${site}`);
      return ['run', '--adapter', 'caddyfile', '--config', file];
    },
  },
} as const;

export type ProxyName = keyof typeof PROXIES;

/** The path of a proxy on this machine; npm test installs one if it may. */
export const findProxy = (name: ProxyName): string | undefined =>
  FOLDERS.map((folder) => join(folder, name)).find((place) => existsSync(place));

/** A certificate for desk.example that nobody else trusts. @returns null without openssl */
export function makeCertificate(folder: string): Certificate | null {
  const certificate = { cert: join(folder, 'desk.crt'), key: join(folder, 'desk.key') };
  const names = ['-subj', '/CN=desk.example', '-addext', 'subjectAltName=DNS:desk.example'];
  const files = ['-keyout', certificate.key, '-out', certificate.cert];
  try {
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names, ...files],
      { stdio: 'ignore' },
    );
    return certificate;
  } catch {
    return null;
  }
}

/** Runs a proxy until it is killed. */
export async function startProxy(
  name: ProxyName,
  program: string,
  route: Route,
  certificate: Certificate,
): Promise<ChildProcess> {
  const proxy = spawn(program, PROXIES[name].args(route, certificate), {
    env: { ...process.env, HOME: route.folder, XDG_DATA_HOME: route.folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  proxy.stderr?.on('data', (part) => {
    output += part;
  });
  const ended = new Promise<never>((_, reject) => {
    proxy.once('exit', (code) => reject(new Error(`${name} ended with ${code}: ${output}`)));
  });
  ended.catch(() => {});
  await Promise.race([ended, listens(route.publicPort)]);
  return proxy;
}

async function listens(port: number): Promise<void> {
  while (!(await isOpen(port))) await new Promise((resolve) => setTimeout(resolve, 20));
}

const isOpen = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** A port that nobody listens at for the moment. */
export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
