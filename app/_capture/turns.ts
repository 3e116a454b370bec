/** So many files are parsed at once: each takes a processor, and up to the limit of memory. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Does a piece of work when there is room for it, in the order in which it was asked for. */
export async function withConcurrencyLimit<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
