import type { CaptureType, ReadRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import { listZip, unpackEntry } from './zip';

/** The parts of a document that is a zip of several. */
export type PackageParts = {
  readonly has: (name: string) => boolean;
  /** A part as text; null when there is none. */
  readonly read: (name: string) => string | null;
};

/**
 * Opens a document that is a zip of parts. Every part is unpacked once within the limit before anything
 * reads one: a file says of its own size what it likes.
 */
export function openPackage(
  bytes: Uint8Array,
  { unpackedBytes, type }: { readonly unpackedBytes: number; readonly type: CaptureType },
): Result<PackageParts, ReadRefusal> {
  const tooLarge = refuse({ kind: 'tooLarge', bytes: unpackedBytes });
  const broken = refuse({ kind: 'broken', type });
  const listed = listZip(bytes);
  if (!listed.ok) return listed.refusal.kind === 'tooLarge' ? tooLarge : broken;
  if (listed.value.some((entry) => entry.isEncrypted)) return refuse({ kind: 'passwordProtected' });
  const declared = listed.value.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (declared > unpackedBytes) return tooLarge;
  // Checks the real sizes, one part at a time.
  if (listed.value.some((entry) => !unpackEntry(bytes, entry).ok)) return broken;
  const entries = new Map(listed.value.map((entry) => [entry.name, entry]));
  return accept({
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      const unpacked = entry && unpackEntry(bytes, entry);
      return unpacked?.ok ? unpacked.value.toString('utf8') : null;
    },
  });
}
