/**
 * A fault that the person at the keyboard can correct. The message is one sentence that says what
 * happened and what to do; `details` is the message of another program.
 */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {{ details?: string }} [more]
   */
  constructor(message, { details = '' } = {}) {
    super(message);
    this.details = details.trim();
  }
}

/**
 * Runs a command's work; a refusal ends it with its sentence and exit code 1.
 *
 * @param {() => Promise<unknown>} work
 */
export async function endOnRefusal(work) {
  try {
    await work();
  } catch (error) {
    if (isDiskFull(error)) {
      console.error('The disk is full, but nothing was lost: make room and start again.');
      process.exit(1);
    }
    const denied = findDenied(error);
    if (denied) {
      console.error(
        `The user of this command cannot open ${denied}: give the file to this user, or run the desk as the owner of the file.`,
      );
      process.exit(1);
    }
    if (!(error instanceof Refusal)) throw error;
    if (error.details) console.error(`\n${error.details}\n`);
    console.error(error.message);
    process.exit(1);
  }
}

/** @param {unknown} error  of whoever meets it: the file system, or SQLite */
export function isDiskFull(error) {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'SQLITE_FULL';
}

/**
 * @param {unknown} error
 * @returns {string | null} the file that the system kept from this process
 */
function findDenied(error) {
  if (!(error instanceof Error && 'code' in error && 'path' in error)) return null;
  return error.code === 'EACCES' || error.code === 'EPERM' ? String(error.path) : null;
}
