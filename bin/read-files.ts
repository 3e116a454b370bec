import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FETCH_LIMITS } from '#capture/limits';
import { ManyReader } from '#capture/read-document';
import { captureRefusalInWords, wallInWords } from '#domain/documents/capture-text';
import { sizeInWords } from '#domain/text';

/** More would hardly help: each process takes a processor, and up to the limit of memory. */
const PROCESSES = Math.min(4, availableParallelism());

/**
 * Reads files as the desk reads its copies, in a few processes of their own, and in their order.
 *
 * @returns a line of JSON for each: id, the name up to the first dot; text, title, author and
 *   publishedOn as read, the text without the headline that is its title; wall; textFrom where the page shows less than it gives for machines; and where there is no text, or less than there should be, problem: why
 */
export async function* readFiles(paths: readonly string[]): AsyncGenerator<string> {
  const readers = Array.from({ length: Math.min(PROCESSES, paths.length) }, () => new ManyReader());
  const lines: Promise<string>[] = [];
  let next = 0;
  try {
    for (const [i] of paths.entries()) {
      for (; next < paths.length && next < i + readers.length; next++) {
        const reader = readers[next % readers.length];
        const path = paths[next];
        if (!reader || path === undefined) continue;
        const before = lines[next - readers.length];
        lines[next] = Promise.resolve(before).then(() => lineOf(path, reader));
      }
      yield (await lines[i]) ?? '';
    }
  } finally {
    for (const reader of readers) reader.end();
  }
}

async function lineOf(path: string, reader: ManyReader): Promise<string> {
  const name = basename(path);
  const id = name.split('.')[0] ?? name;
  const nothing = { id, text: '', title: null, author: null, publishedOn: null, wall: null };
  try {
    const bytes = await bytesOf(path);
    const read = await reader.read(bytes, { fileName: name.replace(/\.gz$/i, '') });
    if (!read.ok) {
      return JSON.stringify({ ...nothing, problem: captureRefusalInWords(read.refusal) });
    }
    const { text, textFrom, title, author, publishedOn, wall } = read.value;
    const problem = wall && { problem: wallInWords(wall) };
    return JSON.stringify({
      id,
      text: withoutTitle(text, title),
      title,
      author,
      publishedOn,
      wall,
      textFrom,
      ...problem,
    });
  } catch (error) {
    return JSON.stringify({ ...nothing, problem: (error as Error).message });
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const most = FETCH_LIMITS.bodyBytes;
  if ((await stat(path)).size > most) {
    throw new Error(`${path} is larger than ${sizeInWords(most)}.`);
  }
  const bytes = await readFile(path);
  if (!/\.gz$/i.test(path)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Error(
      isLarge
        ? `${path} is larger than ${sizeInWords(most)} when it is unpacked.`
        : `${path} is damaged: it cannot be unpacked.`,
    );
  }
}

/** A text without the headline that it begins with, since the headline stands beside it. */
const withoutTitle = (text: string, title: string | null): string =>
  title && text.startsWith(`${title}\n`) ? text.slice(title.length).trimStart() : text;
