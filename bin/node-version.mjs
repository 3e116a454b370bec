// Written so that any Node with modules can read it: an old one needs the message too.

const OLDEST_NODE = '20.19';

/** @param {string} version  such as process.versions.node */
export function isOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = OLDEST_NODE.split('.').map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}

/**
 * @param {string} version
 * @returns {string} the message for a Node that is too old
 */
export function explainOldNode(version) {
  return `Plumbline needs Node ${OLDEST_NODE} or newer, but this is Node ${version}: install a newer Node from https://nodejs.org and start again.`;
}

/** Ends the program, in one sentence, on a Node that cannot run the rest of it. */
export function refuseOldNode() {
  if (!isOldNode(process.versions.node)) return;
  console.error(explainOldNode(process.versions.node));
  process.exit(1);
}
