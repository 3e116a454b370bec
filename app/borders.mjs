import { ALIASES, HOUSE, MAY_IMPORT } from './house.mjs';

/** @typedef {{ files: readonly string[], allowed: readonly string[], forbidden?: readonly string[], message: string }} Border */

/** Tests and their helpers import what they want. */
const TESTS = ['!**/*.test.ts', '!**/*.test.tsx', '!**/test-*'];

/** Folders beside `app`: what is in them is imported by its path. */
const TOP_FOLDERS = ['bin', 'bench', 'e2e', 'prisma', 'seeds'];

/**
 * The tables of house.mjs as settings of Biome, so that an editor marks a wrong import at once: one
 * line for each layer and each room. That a page reaches into another route is seen by
 * app/architecture.test.ts only.
 *
 * @returns {string}  the whole of biome.borders.json
 */
export function toBorders() {
  const layers = /** @type {(keyof typeof MAY_IMPORT)[]} */ (Object.keys(MAY_IMPORT));
  const borders = layers.flatMap((layer) =>
    Object.hasOwn(HOUSE, layer)
      ? bordersOfRooms(/** @type {keyof typeof HOUSE} */ (layer))
      : [borderOf(layer)],
  );
  const lines = borders.map((border) => `    ${JSON.stringify(toOverride(border))}`);
  return `{\n  "overrides": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** @param {Border} border */
function toOverride({ files, allowed, forbidden, message }) {
  const group = ['**', ...allowed.map((each) => `!${each}`), ...(forbidden ?? [])];
  const options = { patterns: [{ group, message }] };
  return {
    includes: [...files, ...TESTS],
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } },
  };
}

/**
 * @param {keyof typeof MAY_IMPORT} layer
 * @returns {Border}
 */
function borderOf(layer) {
  return {
    files: filesOf(layer),
    allowed: [...ownFiles(layer), ...othersOf(layer)],
    // A page reaches other layers by their alias only.
    ...(layer === 'route' && { forbidden: ['./**/_*/**', '../**/_*/**'] }),
    message: `Of ${layer === 'route' ? 'a page' : layer}: MAY_IMPORT in app/house.mjs lists what it may import.`,
  };
}

/** @param {keyof typeof MAY_IMPORT} layer */
function filesOf(layer) {
  if (layer === 'route') return ['app/**', '!app/_*/**', '!app/*.mjs'];
  if (layer === 'root') return ['*.ts', '*.js', '*.mjs'];
  return [layer.startsWith('_') ? `app/${layer}/**` : `${layer}/**`];
}

/** @param {keyof typeof MAY_IMPORT} layer */
function ownFiles(layer) {
  if (layer === 'route') return ['./**', '../**'];
  return layer.startsWith('_') || layer === 'root' ? ['./*'] : ['./**', '../*'];
}

/**
 * Other layers and packages, as an import writes them.
 *
 * @param {keyof typeof MAY_IMPORT} layer
 */
function othersOf(layer) {
  return MAY_IMPORT[layer].flatMap((name) => {
    const folder = name.startsWith('_') ? `app/${name}` : name;
    const alias = Object.entries(ALIASES).find(([, to]) => to === folder)?.[0];
    const path = TOP_FOLDERS.includes(name) || name.startsWith('_') ? pathsTo(folder, layer) : [];
    if (alias) return [`${alias}/**`, ...path];
    if (path.length > 0) return path;
    return name.endsWith('*') ? [name, `${name}/**`] : [name];
  });
}

/**
 * @param {string} folder
 * @param {keyof typeof MAY_IMPORT} layer  inside `app`, other layers go by their alias
 */
function pathsTo(folder, layer) {
  if (layer === 'root') return TOP_FOLDERS.includes(folder) ? [`./${folder}/**`] : [];
  if (layer === 'route' || layer.startsWith('_')) return [];
  return [`../${folder}/**`, `../../${folder}/**`];
}

/**
 * @param {keyof typeof HOUSE} layer
 * @returns {Border[]}
 */
function bordersOfRooms(layer) {
  return HOUSE[layer].flatMap((rooms, floor) =>
    rooms.map(({ name }) => {
      const lower = HOUSE[layer].slice(0, floor).flat();
      const isTop = name === '.';
      const up = isTop ? '.' : '..';
      return {
        files: [isTop ? `app/${layer}/*` : `app/${layer}/${name}/**`],
        allowed: [
          './*',
          ...lower.map((room) => (room.name === '.' ? `${up}/*` : `${up}/${room.name}/**`)),
          ...othersOf(layer),
        ],
        message: `Of ${layer}/${name}: HOUSE and MAY_IMPORT in app/house.mjs list what it may import.`,
      };
    }),
  );
}
