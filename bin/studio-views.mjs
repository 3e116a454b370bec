import { createRequire } from 'node:module';

// Loaded into Prisma Studio before it starts. Studio lists views and reads them, but distinguishes
// rows by their primary key, which a view does not have, and so shows one row; and it lists the
// columns of a primary key first, in its order, and all others by the alphabet. So where Studio
// asks for the columns of everything, each view is said to have all of its columns for a key, in
// its own order.

const require = createRequire(import.meta.url);

const ASKED = '"txi"."pk"';
const ANSWERED = `CASE "tl"."type" WHEN 'view' THEN "txi"."cid" + 1 ELSE "txi"."pk" END AS "pk"`;

for (const [name, pick] of /** @type {const} */ ([
  ['better-sqlite3', (/** @type {any} */ driver) => driver],
  ['node:sqlite', (/** @type {any} */ driver) => driver.DatabaseSync],
])) {
  const driver = load(name);
  if (!driver) continue;
  const { prototype } = pick(driver);
  const { prepare } = prototype;
  /** @param {string} sql */
  prototype.prepare = function (sql, /** @type {unknown[]} */ ...more) {
    return prepare.call(this, sql.replace(ASKED, ANSWERED), ...more);
  };
}

/** @param {string} name */
function load(name) {
  try {
    return require(name);
  } catch {
    // Node 20 has no SQLite of its own.
    return null;
  }
}
