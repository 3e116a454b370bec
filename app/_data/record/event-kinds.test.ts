import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PERMISSIONS } from '#domain/people/permission';
import { actionInWords, EVENT_KIND_NAMES, EVENT_KINDS } from '#domain/record/history';
import { REVIEW_STEP_NAMES, REVIEW_STEPS } from '#domain/review/steps';
import { TELLS_OF_NO_ROW, tableOf } from '../replay/apply-event';

// Every kind of event is read out of the source that records it: nobody has to think of this test.

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const sources = ['app', 'bin', 'seeds'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|mjs)$/.test(name) && !/test|old-desks/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
);

/** Words that are joined by a point and are neither permissions nor names of files. */
const DOTTED = /'([a-z][A-Za-z]*\.[a-z][A-Za-z]+)'/g;
const RECORDS = /recordEvents|EventDraft|Telling/;

const namesOfFiles = /\.(db|anchor|log|lock|csv|json|test|mjs|js|ts)$/;

const actions = new Set([
  ...sources
    .filter((source) => RECORDS.test(source))
    .flatMap((source) => [...source.matchAll(DOTTED)].map(([, word]) => word ?? ''))
    .filter((word) => !(word in PERMISSIONS) && !namesOfFiles.test(word)),
  ...REVIEW_STEP_NAMES.map((step) => REVIEW_STEPS[step].action),
]);

const entities = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/\bentity: '([a-zA-Z]+)'/g)].map(([, entity]) => entity ?? ''),
  ),
);

test('every kind of event has its words in a history', () => {
  expect(actions.size).toBeGreaterThan(60);
  expect([...actions].filter((action) => actionInWords(action) === action)).toEqual([]);
});

test('every kind of event is found by a filter of the history', () => {
  const begins: string[] = EVENT_KIND_NAMES.flatMap((kind) => [...EVENT_KINDS[kind].actions]);
  const isFound = (action: string) =>
    begins.some((each) => (each.endsWith('.') ? action.startsWith(each) : action === each));
  expect([...actions].filter((action) => !isFound(action))).toEqual([]);
});

test('the record’s rules know of which row every event tells, or that it tells of none', () => {
  expect(entities.size).toBeGreaterThan(10);
  const isKnown = (entity: string) => tableOf(entity) !== null || TELLS_OF_NO_ROW.includes(entity);
  expect([...entities].filter((entity) => !isKnown(entity))).toEqual([]);
});
