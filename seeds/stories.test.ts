import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Claim, listClaimsInText } from '#data/claims/claims';
import { reader } from '#data/database/db';
import { closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { addStories } from './stories';
import { tumenBridge } from './tumen-bridge';

let desk: { folder: string; file: string };
let claims: Claim[];
beforeAll(async () => {
  desk = await openTestDesk();
  await addStories();
  const capture = await reader().capture.findFirstOrThrow();
  claims = await listClaimsInText(capture.id, { start: 0, end: tumenBridge.text.length });
});
afterAll(() => closeTestDesk(desk));

test('the sample story is read into suggestions, each with its place and a reason', () => {
  expect(claims.length).toBeGreaterThanOrEqual(18);
  for (const claim of claims) {
    const { start, end, exact } = claim.appearance;
    expect(tumenBridge.text.slice(start, end)).toBe(exact);
    expect(claim.status).toBe('suggested');
    expect(claim.reasons.length).toBeGreaterThan(0);
    expect(claim.engineVersion).not.toBeNull();
  }
});

test.each([
  ['about', '600', '{troop}'],
  ['over', '4000', '{troop}'],
  ['exact', '4500', 't'],
  ['exact', '5', '[in_i]'],
  ['justOver', '0.5', '[mi_i]'],
  ['about', '400', '[yd_i]'],
  ['exact', '18', 'mo'],
])('it carries the figure %s %s %s', (qualifier, value, unit) => {
  const figures = claims.flatMap(({ quantities }) => quantities);
  const found = figures.find((figure) => figure.value === value && figure.qualifier === qualifier);
  expect(found, JSON.stringify(figures.map(({ surface }) => surface))).toBeDefined();
  if (unit.startsWith('{')) expect(found?.unit).toMatch(/^\{/);
  else expect(found?.unit).toBe(unit);
});

test('each figure has its place in the text, so that it stands out where it was read', () => {
  const figures = claims.flatMap(({ quantities }) => quantities);
  expect(figures.length).toBeGreaterThanOrEqual(7);
  for (const { start, end, surface } of figures) {
    expect(tumenBridge.text.slice(start ?? 0, end ?? 0)).toBe(surface);
  }
});

test.each([
  'Mishustin',
  'Kim Jong-un',
  'Pak Thae-song',
  'Peskov',
  'South Korean intelligence',
  'Russian state media',
  'nalysts in South Korea',
])('it names %s as a claimant', (name) => {
  const names = claims.map(({ claimant }) => claimant?.name ?? '');
  expect(names.join('; ')).toContain(name);
});

test('it has no source, no evidence and no verdict: none is invented', async () => {
  expect(await reader().evidence.count()).toBe(0);
  expect(await reader().verdict.count()).toBe(0);
  expect(await reader().document.count()).toBe(1);
  expect(claims.every(({ ratingKey }) => ratingKey === null)).toBe(true);
});

test('its publication date is set for the sample, so that “on Friday” is a day', async () => {
  const story = await reader().document.findFirstOrThrow();
  expect(story).toMatchObject({ sample: true, publishedOn: '2025-05-01' });
  const launch = claims.find(({ text }) => text.includes('Choe Hyon') && text.includes('launched'));
  expect(launch?.eventOnText ?? launch?.saidOnText).toMatch(/Friday/);
  expect(launch?.eventOn ?? launch?.saidOn).toBe('2025-04-25');
});

const original = new URL('../../shared/articles/tumen-bridge.txt', import.meta.url);
test.runIf(existsSync(original))('no sentence of the report it re-tells is in it', () => {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = (all: string[], length: number) =>
    all.slice(0, 1 - length).map((_, at) => all.slice(at, at + length).join(' '));
  const theirs = new Set(runs(words(readFileSync(original, 'utf8').replace(/"[^"]*"/g, '')), 9));
  const ours = runs(words(tumenBridge.text.replace(/"[^"]*"/g, '')), 9);
  expect(ours.filter((run) => theirs.has(run))).toEqual([]);
});
