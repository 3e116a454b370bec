// The process that verifies a desk and ends: app/_data/verification/apart.ts starts it with the desk as JSON.
// It answers in lines of JSON: each problem when it is found, and in the end what it came to.

import { setPriority } from 'node:os';
import { type VerifiedDesk, verify } from './verify';

const BACKGROUND = 10;

export type Message = { readonly problem: unknown } | { readonly verification: unknown };

// A pipe with a busy reader, written to as a file, would refuse more than fits into it.
const send = (message: Message) => process.stdout.write(`${JSON.stringify(message)}\n`);

async function main(): Promise<void> {
  try {
    // The people at the desk come first.
    setPriority(BACKGROUND);
  } catch {
    // Some systems do not allow it.
  }
  const desk = JSON.parse(process.argv[2] ?? '') as VerifiedDesk;
  const verification = await verify(desk, (problem) => send({ problem }));
  send({ verification });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
