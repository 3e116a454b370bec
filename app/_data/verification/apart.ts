import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Problem } from './problem';
import type { Verification, VerifiedDesk } from './verify';

const ENTRY = join('app', '_data', 'verification', 'child.ts');

/**
 * Verifies a desk in a process of its own: checking the pages of a large database is one call of
 * some seconds, during which no request would be answered.
 *
 * @param onProblem  called for each difference from the record
 * @throws Error when the process does not start or ends before it is done
 */
export async function verifyApart(
  desk: VerifiedDesk,
  onProblem: (problem: Problem) => void,
): Promise<Verification> {
  const child = spawn(process.execPath, ['--import', 'tsx', ENTRY, JSON.stringify(desk)], {
    // The project: bin/desk.mjs sees to it.
    cwd: process.cwd(),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const end = () => child.kill();
  process.once('exit', end);
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    // Waited for below; until then a process that does not start must not end this one.
    ended.catch(() => {});
    let errorText = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errorText += text;
    });
    let verification: Verification | undefined;
    for await (const line of createInterface({ input: child.stdout })) {
      const message = JSON.parse(line) as { problem: Problem } | { verification: Verification };
      if ('problem' in message) onProblem(message.problem);
      else verification = message.verification;
    }
    const code = await ended;
    if (verification) return verification;
    throw new Error(`The process that verifies the record ended with ${code}: ${errorText}`);
  } finally {
    process.off('exit', end);
  }
}
