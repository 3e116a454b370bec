import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** A desk of its own in a folder, on a port that nobody uses. */
export function startOwnDesk(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
  project = PROJECT,
) {
  // As if typed: under npm a desk also watches npm's shell, which is not there.
  const { npm_lifecycle_event, ...env } = process.env;
  const server = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: project,
    env: { ...env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, DATABASE_URL: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exitCode = once(server, 'close').then(([code]) => code);
  const ready = new Promise<{ address: string; setUpLink: string }>((resolve, reject) => {
    exitCode.then((code) => reject(new Error(`The desk ended with ${code}:\n${output}`)));
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /^Plumbline is ready at (\S+)$/m.exec(output)?.[1];
      const setUpLink = /^Create the first account at (\S+)\n/m.exec(output)?.[1];
      if (address && setUpLink) resolve({ address, setUpLink });
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
  });
  // One that is refused is never ready, and nobody waits for it.
  ready.catch(() => {});
  return {
    exitCode,
    ready,
    output: () => output,
    stop: () => server.kill('SIGTERM'),
    kill: () => server.kill('SIGKILL'),
  };
}
