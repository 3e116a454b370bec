import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A place of the desk as its log and its measures name it: never an address as it was typed, which
 * may contain a one-time link, typed words or an id.
 *
 * @typedef {object} Place
 * @property {string} route  its pattern: '/claims/[claimId]'; '/…' for what is no place of the desk
 * @property {string} kind   one of a few: 'claims', 'files' for scripts and styles, 'other'
 */

/** @typedef {(path: string) => Place} FindPlace */

/** @type {Place} */
const NOWHERE = { route: '/…', kind: 'other' };

/** @type {Place} */
const FILES = { route: '/_next/…', kind: 'files' };

/**
 * The places that the pages were built for; none where none were built, in development.
 *
 * @param {string} project
 * @returns {FindPlace}
 */
export function readPlaces(project) {
  const manifest = join(project, '.next', 'routes-manifest.json');
  if (!existsSync(manifest)) return () => NOWHERE;
  const { staticRoutes, dynamicRoutes } = JSON.parse(readFileSync(manifest, 'utf8'));
  return toFindPlace(staticRoutes, dynamicRoutes);
}

/**
 * @param {readonly { page: string }[]} fixed
 * @param {readonly { page: string, regex: string }[]} patterns
 * @returns {FindPlace}
 */
export function toFindPlace(fixed, patterns) {
  const places = new Map(fixed.map(({ page }) => [page, toPlace(page)]));
  const found = patterns.map(({ page, regex }) => ({
    place: toPlace(page),
    pattern: new RegExp(regex),
  }));
  return (path) => {
    if (path.startsWith('/_next/')) return FILES;
    const known = places.get(path);
    return known ?? found.find(({ pattern }) => pattern.test(path))?.place ?? NOWHERE;
  };
}

/**
 * @param {string} page
 * @returns {Place}
 */
function toPlace(page) {
  return { route: page, kind: page.split('/')[1] || 'desk' };
}
