import { apartOnce, TooMuch } from '#apart/apart';
import { findCaptureText } from '#data/captures/captures';
import { findDifference, keepDifference } from '#data/captures/differences';
import type { ShownDifference } from '#domain/texts/shown-difference';
import { processWide } from '#process/process-wide';

export type DifferenceOf =
  | { readonly is: 'there'; readonly difference: ShownDifference }
  | { readonly is: 'beingMade' }
  /** With a sentence that says why. */
  | { readonly is: 'refused'; readonly why: string };

// A difference is made once at a time.
const beingMade = processWide('differences', () => new Map<string, Promise<DifferenceOf>>());

const PATIENCE_MS = 1500;

/**
 * What changed from one copy to a later one: as it was made before, or made now. It is waited for no
 * longer than somebody waits for a page.
 */
export async function differenceOf(captureId: string, previousId: string): Promise<DifferenceOf> {
  const stored = await findDifference(captureId, previousId);
  if (stored) return { is: 'there', difference: stored };
  const key = `${captureId} ${previousId}`;
  const now = beingMade.get(key) ?? make(captureId, previousId);
  if (!beingMade.has(key)) {
    beingMade.set(key, now);
    const forget = () => beingMade.delete(key);
    // One that was refused is not tried again at each look.
    now.then(({ is }) => is === 'there' && forget(), forget);
  }
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<DifferenceOf>((resolve) => {
    timer = setTimeout(() => resolve({ is: 'beingMade' }), PATIENCE_MS);
  });
  return Promise.race([now, enough]).finally(() => clearTimeout(timer));
}

async function make(captureId: string, previousId: string): Promise<DifferenceOf> {
  const before = await findCaptureText(previousId);
  const after = await findCaptureText(captureId);
  try {
    const difference = await apartOnce('difference', [before ?? '', after ?? '']);
    await keepDifference(captureId, previousId, difference);
    return { is: 'there', difference };
  } catch (error) {
    if (error instanceof TooMuch)
      return { is: 'refused', why: 'They are too long to be compared.' };
    throw error;
  }
}
