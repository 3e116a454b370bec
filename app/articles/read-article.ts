import type { Reading } from '#domain/reading';
import { extractInSteps, type ReadingOptions } from '#engine/extract';

/** Reads an article without keeping the rest of the desk waiting: five megabytes take seconds. */
export async function readArticle(text: string, options: ReadingOptions): Promise<Reading> {
  const steps = extractInSteps(text, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await new Promise(setImmediate);
  }
}
