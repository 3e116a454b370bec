/** The fields of a thing, by name. The thing must be of exactly this type, and so is for who made it. */
export const fieldsOf = <Thing extends object>(thing: Thing) =>
  Object.keys(thing) as (keyof Thing)[];

/** Some fields of a thing, each as it is there. */
export function pick<Thing extends object, Key extends keyof Thing>(
  thing: Thing,
  keys: readonly Key[],
): Partial<Pick<Thing, Key>> {
  const picked: Partial<Pick<Thing, Key>> = {};
  for (const key of keys) picked[key] = thing[key];
  return picked;
}
