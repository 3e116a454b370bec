import { inflateRawSync } from 'node:zlib';
import { accept, type Result, refuse } from '#domain/result';

/** One file in a zip, as the directory at its end lists it. */
export type ZipEntry = {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packedBytes: number;
  /** As declared. Only unpacking shows the real size. */
  readonly unpackedBytes: number;
  readonly offset: number;
};

export type ZipRefusal = { readonly kind: 'broken' } | { readonly kind: 'tooLarge' };

const BROKEN = refuse({ kind: 'broken' });
const MAX_ENTRIES = 10_000;
const DEFLATED = 8;
const STORED = 0;

/**
 * Lists the files of a zip, without unpacking anything.
 *
 * @see PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16. Zip64 is for more than 4 GB, which no document here is.
 */
export function listZip(bytes: Uint8Array): Result<readonly ZipEntry[], ZipRefusal> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > zip.length) return BROKEN;
  const count = zip.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return refuse({ kind: 'tooLarge' });
  let at = zip.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50) return BROKEN;
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packedBytes: zip.readUInt32LE(at + 20),
      unpackedBytes: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return accept(entries);
}

/**
 * Unpacks one entry.
 *
 * @returns its bytes; broken when they are not as many as declared, which is how bombs hide
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Result<Buffer, ZipRefusal> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { offset, packedBytes, unpackedBytes } = entry;
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== 0x04034b50) return BROKEN;
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  if (start + packedBytes > zip.length) return BROKEN;
  const packed = zip.subarray(start, start + packedBytes);
  try {
    const unpacked =
      entry.method === DEFLATED
        ? inflateRawSync(packed, { maxOutputLength: Math.max(unpackedBytes, 1) })
        : packed;
    const isKnown = entry.method === DEFLATED || entry.method === STORED;
    return isKnown && unpacked.length === unpackedBytes ? accept(unpacked) : BROKEN;
  } catch {
    return BROKEN;
  }
}
