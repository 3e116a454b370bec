/**
 * What there is once in a process. Next loads a file more than once, for pages, for actions and when
 * the desk starts, and the start itself loads it again: two queues would be no queue.
 *
 * @typedef {'apart' | 'captures' | 'connections' | 'differences' | 'disk' | 'hashes' | 'isSignedIn'
 *   | 'anchorEnds' | 'outside' | 'overdue' | 'presence' | 'readings' | 'unnamed' | 'work' | 'writing'} ProcessWide
 */

/** @param {ProcessWide} name */
const keyOf = (name) => Symbol.for(`plumbline.${name}`);

/**
 * The value of this name: made by whoever asks first.
 *
 * @template Value
 * @param {ProcessWide} name
 * @param {() => Value} make
 * @returns {Value}
 */
export function processWide(name, make) {
  if (!Reflect.has(globalThis, keyOf(name))) setProcessWide(name, make());
  return findProcessWide(name);
}

/**
 * The value of this name if there is one: undefined else.
 *
 * @param {ProcessWide} name
 */
export const findProcessWide = (name) => Reflect.get(globalThis, keyOf(name));

/**
 * Puts a value in place of the one there is. Undefined takes it away.
 *
 * @param {ProcessWide} name
 * @param {unknown} value
 */
export function setProcessWide(name, value) {
  if (value === undefined) Reflect.deleteProperty(globalThis, keyOf(name));
  else Reflect.set(globalThis, keyOf(name), value);
}
