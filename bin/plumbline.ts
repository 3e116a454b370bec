import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { keepFilesOwn, refuseRootElsewhere } from './own-files.mjs';
import { Refusal } from './refusal.mjs';
import { readSettings } from './settings.mjs';

type Command = {
  /** One line for the list of commands. */
  readonly about: string;
  readonly usage: string;
  readonly run: (args: string[]) => Promise<void>;
};

const COMMANDS: Readonly<Record<string, Command>> = {
  extract: {
    about: 'read texts, and print sentences, figures, dates and claims, one JSON object a line',
    usage: 'extract [--in docs.jsonl] [--out out.jsonl] | extract --explain [sentence]',
    run: runExtract,
  },
  read: {
    about:
      'read web pages, PDF, Word documents and spreadsheets, and print their text, one JSON object a line',
    usage: 'read --in file... [--out out.jsonl]',
    run: runRead,
  },
  backup: {
    about:
      'copy the desk (database, anchor, copies and secret) into a folder, and verify the copy; the desk may run',
    usage: 'backup --to folder [--without-secret] | backup --scheduled',
    run: runBackup,
  },
  restore: {
    about:
      'verify a backup, and replace a stopped desk with it; the files of the desk are moved aside',
    usage: 'restore --from folder [--anyway]',
    run: runRestore,
  },
  verify: {
    about:
      'verify the record, the verdicts and the copies: print OK, or every difference; the desk may run',
    usage: 'verify [--head HASH] [--anchor FILE]',
    run: runVerify,
  },
  feedback: {
    about:
      'write what became of the suggestions of the engine, for training: one JSON object a line; the desk may run',
    usage: 'feedback --out file.jsonl',
    run: runFeedback,
  },
  'reset-link': {
    about: 'make a link for a new password, if no administrator can sign in; the desk may run',
    usage: 'reset-link --email address [--reason words]',
    run: (args) => runLetIn('reset-link', args),
  },
  'two-factor-off': {
    about: 'turn off two-factor sign-in for a person who lost the telephone and the recovery codes',
    usage: 'two-factor-off --email address [--reason words]',
    run: (args) => runLetIn('two-factor-off', args),
  },
  'rotate-secret': {
    about:
      'change the secret of a stopped desk: encrypt two-factor sign-ins again, and end every session',
    usage: 'rotate-secret',
    run: runRotateSecret,
  },
};

/** What leaves no file in a desk's folder. */
const READ_ONLY = new Set(['extract', 'read', 'verify']);

async function runRotateSecret(): Promise<void> {
  const { changeSecret } = await import('./rotate-secret');
  console.log(await changeSecret(process.env));
}

async function runLetIn(command: 'reset-link' | 'two-factor-off', args: string[]): Promise<void> {
  const options = { email: { type: 'string' }, reason: { type: 'string' } } as const;
  const { email, reason } = parseArgs({ args, options }).values;
  if (!email) throw new Refusal(`name the account: plumbline ${command} --email address`);
  const { makeResetLink, turnTwoFactorOff } = await import('./let-in');
  const act = command === 'reset-link' ? makeResetLink : turnTwoFactorOff;
  console.log(await act({ email, reason }, process.env));
}

async function runFeedback(args: string[]): Promise<void> {
  const { out } = parseArgs({ args, options: { out: { type: 'string' } } }).values;
  if (!out) throw new Refusal('name the file: plumbline feedback --out file.jsonl');
  const { writeFeedback } = await import('./feedback');
  const lines = await writeFeedback(out, process.env);
  console.log(
    `Wrote ${lines.toLocaleString('en')} ${lines === 1 ? 'suggestion' : 'suggestions'} to ${out}.`,
  );
}

async function runVerify(args: string[]): Promise<void> {
  const options = { head: { type: 'string' }, anchor: { type: 'string' } } as const;
  const { values } = parseArgs({ args, options });
  const { verifyDesk } = await import('./verify');
  const { lines, ok } = await verifyDesk(values, process.env, (line) => console.log(line));
  for (const line of lines) console.log(line);
  if (!ok) process.exitCode = 1;
}

/** For the log of the desk, perhaps every day; the verification gives all. */
const LOGGED_PROBLEMS = 5;

async function runBackup(args: string[]): Promise<void> {
  const options = {
    to: { type: 'string' },
    'without-secret': { type: 'boolean' },
    scheduled: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ args, options });
  if (values.scheduled) {
    const { backUpOnSchedule } = await import('./scheduled-backup');
    const { problems, sentence } = await backUpOnSchedule(process.env);
    for (const problem of problems.slice(0, LOGGED_PROBLEMS)) console.log(problem);
    console.log(sentence);
    return;
  }
  if (!values.to) throw new Refusal('name the folder: plumbline backup --to folder');
  const { backUp } = await import('./backup');
  const taken = await backUp(
    { to: values.to, withoutSecret: values['without-secret'] },
    process.env,
  );
  for (const problem of taken.problems) console.log(problem);
  console.log(taken.sentence);
}

async function runRestore(args: string[]): Promise<void> {
  const options = { from: { type: 'string' }, anyway: { type: 'boolean' } } as const;
  const { from, anyway } = parseArgs({ args, options }).values;
  if (!from) throw new Refusal('name the folder of a backup: plumbline restore --from folder');
  const { restoreDesk } = await import('./restore');
  await restoreDesk({ from, anyway }, process.env, (line) => console.log(line));
}

async function runExtract(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      in: { type: 'string' },
      out: { type: 'string' },
      explain: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const text = positionals.join(' ');
  if (text && !values.explain)
    throw new Refusal(
      'a sentence can only be explained: plumbline extract --explain "A sentence."',
    );
  const { readInputDocument: readDocument, printReading } = await import('./extract');
  const { extract } = await import('#engine/extract');
  const { explain } = await import('./explain');
  if (text) {
    console.log(explain({ text, publishedOn: null, language: 'en', speaker: null }));
    return;
  }
  await eachLine(values.in, values.out, (line, number) => {
    const document = readDocument(line);
    if (typeof document === 'string') throw new Refusal(`line ${number}: ${document}`);
    return values.explain
      ? `${explain(document)}\n`
      : printReading(document.id, extract(document.text, document));
  });
}

async function runRead(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { in: { type: 'string', multiple: true }, out: { type: 'string' } },
    // The shell puts each file of `--in *.html` into a word of its own.
    allowPositionals: true,
  });
  const files = [...(values.in ?? []), ...positionals];
  if (files.length === 0) throw new Refusal('name the files: plumbline read --in file...');
  const { readFiles } = await import('./read-files');
  const output: Writable = values.out ? createWriteStream(values.out) : process.stdout;
  const failed = new Promise<never>((_, reject) => output.once('error', reject));
  const written = (async () => {
    for await (const line of readFiles(files)) {
      if (!output.write(`${line}\n`)) await once(output, 'drain');
    }
    if (values.out) await new Promise<void>((resolve) => output.end(resolve));
  })();
  await Promise.race([written, failed]);
}

/** Writes one line for each line read, in step with the reader of the output. */
async function eachLine(
  from: string | undefined,
  to: string | undefined,
  answer: (line: string, number: number) => string,
): Promise<void> {
  const input = from ? createReadStream(from) : process.stdin;
  const output: Writable = to ? createWriteStream(to) : process.stdout;
  const failed = new Promise<never>((_, reject) => {
    input.once('error', reject);
    output.once('error', reject);
  });
  const written = (async () => {
    let number = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (line.trim() === '') continue;
      if (!output.write(`${answer(line, number)}\n`)) await once(output, 'drain');
    }
    if (to) await new Promise<void>((resolve) => output.end(resolve));
  })();
  await Promise.race([written, failed]);
}

const usage = () =>
  [
    'usage: plumbline COMMAND [options]',
    ...Object.values(COMMANDS).map((command) => `  ${command.usage}\n      ${command.about}`),
  ].join('\n');

async function main([name = '', ...args]: string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) throw new Refusal(usage());
  // What these write is nobody's secret, and goes where it is sent.
  if (name !== 'extract' && name !== 'read') {
    keepFilesOwn();
    // The reader of the output may stop, as `head` does: a restore still goes on to its end.
    process.stdout.on('error', () => {});
  }
  if (!READ_ONLY.has(name)) refuseRootElsewhere(readSettings(process.env));
  await command.run(args);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
