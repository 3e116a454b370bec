import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

// What `npm run pack` puts into an archive, and how a desk knows that it came out of one.

/** Stands in a release alone: its pages are built, so it wants no packages that only build or test. */
const MARK = 'release.json';

/** The files and folders of an archive, from the project's folder. */
export const CONTENT = [
  '.next',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'app',
  'bench/README.md',
  'bin',
  'docs',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'prisma',
  'prisma.config.ts',
  'proxy.ts',
  'seeds',
  'tsconfig.json',
];

/** What a build leaves for the next build, and for editors. */
const LEFT_OUT =
  /^\.next\/(cache|dev|diagnostics|types|trace|trace-build|lock|turbopack)(\/|$)|\.(test|spec)\.tsx?$/;

/** @param {string} project */
export function isRelease(project) {
  return existsSync(join(project, MARK));
}

/**
 * Packs a project whose pages are built. One build gives one archive, byte for byte.
 *
 * @param {string} project
 * @param {string} folder  where the archive is written
 * @returns {Promise<{ archive: string, sha256: string, megabytes: number }>}
 */
export async function packRelease(project, folder) {
  const { create } = await import('tar');
  const { name, version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const title = `${name}-${version}`;
  const stage = mkdtempSync(join(tmpdir(), 'plumbline-pack-'));
  try {
    for (const part of CONTENT) {
      const from = join(project, part);
      if (existsSync(from)) {
        cpSync(from, join(stage, title, part), {
          recursive: true,
          verbatimSymlinks: true,
          filter: (path) => !LEFT_OUT.test(relative(project, path).split(sep).join('/')),
        });
      }
    }
    writeFileSync(join(stage, title, MARK), `${JSON.stringify({ name, version }, null, 2)}\n`);
    mkdirSync(folder, { recursive: true });
    const archive = join(folder, `${title}.tar.gz`);
    const names = readdirSync(stage, { recursive: true, withFileTypes: true })
      .map(({ parentPath, name: file }) => relative(stage, join(parentPath, file)))
      .sort();
    await create(
      // Owners and times differ from machine to machine, and say nothing.
      { file: archive, cwd: stage, gzip: true, portable: true, noMtime: true, noDirRecurse: true },
      names,
    );
    const bytes = readFileSync(archive);
    return {
      archive,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      megabytes: bytes.length / 1024 / 1024,
    };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}
