import { reader } from './db';

/** The text of a capture; null when there is no such capture, or its text was taken down. */
export async function findCaptureText(id: string): Promise<string | null> {
  const row = await reader().capture.findUnique({ where: { id }, select: { text: true } });
  return row?.text ?? null;
}
