/**
 * How long the engine takes with a megabyte of what breaks software: every hostile string repeated,
 * and runs of digits, marks, quotes, invisible and right-to-left characters.
 *
 *   npx tsx bench/hostile.ts [--data ../shared/eval/hostile/blns.json] [--bytes 1000000] [--only '1. ']
 *
 * Exits with 1 when one takes longer than ten seconds of processor time, or when a quarter of it takes
 * more than half as long as all: then time is not linear in the text.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extract } from '#engine/extract';
import { describeMachine, ms, printTable } from './numbers';

const LONGEST_MS = 10_000;
/** For the slowest text: whether a quarter of it takes about a quarter of the time. */
const LOOKED_AT_AGAIN = 12;
const MOST_OF_A_QUARTER = 0.5;

const RUNS = [
  ...'0 1 9 , . - – — ( ) [ ] { } < > " \' “ ” ‘ ’ « » $ £ € % ° / \\ : ; ! ? … • * # @ & + = _ | ~ ^'.split(
    ' ',
  ),
  ...[
    '\u200b',
    '\u200d',
    '\u00ad',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u0000',
    '\ud800',
    '\u0301',
    'ש',
  ],
  ...[
    '1,',
    '1.',
    '1. ',
    '1-',
    '1/',
    '1:',
    '$1',
    '-1',
    '½',
    '1 to ',
    'between 1 and ',
    'two ',
    'half a ',
  ],
  ...[
    'A.',
    'a.',
    'U.S. ',
    'Mr. ',
    '. ',
    ', ',
    '"a ',
    '“a ',
    'and he said ',
    ', who ',
    'that is ',
    'one of ',
  ],
  ...[
    'killed ',
    '600 killed ',
    'according to ',
    'said ',
    'he said he said ',
    'more than ',
    'on Friday ',
  ],
  ...['http://', 'a@b ', '\n', '\n\n', '\t', ' ', 'a', 'A ', 'the '],
];

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval/hostile/blns.json' },
    bytes: { type: 'string', default: '1000000' },
    only: { type: 'string' },
  },
});
const length = Number(values.bytes);
if (!values.only && !existsSync(values.data)) {
  console.error(`${values.data} is not there: name the list of hostile strings with --data.`);
  process.exit(1);
}
const hostile: string[] = values.only
  ? [values.only]
  : [...RUNS, ...(JSON.parse(readFileSync(values.data, 'utf8')) as string[]).filter(Boolean)];

function millisecondsFor(piece: string, size: number): number {
  const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const begun = process.cpuUsage();
  extract(text, { publishedOn: '2025-05-02', language: 'en' });
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

const timed = hostile.map((piece) => ({ piece, all: millisecondsFor(piece, length) }));
timed.sort((a, b) => b.all - a.all);
const slowest = timed.slice(0, LOOKED_AT_AGAIN).map((each) => ({
  ...each,
  quarter: millisecondsFor(each.piece, length / 4),
}));
console.log(`${hostile.length} strings, ${length} characters of each, on ${describeMachine()}\n`);
printTable(
  ['the slowest', 'ms', 'a quarter of it, ms'],
  slowest.map(({ piece, all, quarter }) => [
    JSON.stringify(piece).slice(0, 60),
    ms(all),
    ms(quarter),
  ]),
);
const tooLong = slowest.filter(
  ({ all, quarter }) => all > LONGEST_MS || (all > 1000 && quarter > all * MOST_OF_A_QUARTER),
);
if (tooLong.length > 0) {
  console.error(`too long: ${tooLong.map(({ piece }) => JSON.stringify(piece)).join(', ')}`);
  process.exitCode = 1;
}
