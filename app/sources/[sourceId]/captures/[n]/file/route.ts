import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { findCapture } from '#data/captures/captures';
import { findStoredBytes } from '#data/captures/retake';
import { toAttachment } from '#http/attachment';
import { toCount } from '#http/query';
import { findSourceOf } from '../../../source-of';

/** The bytes of a copy as they came, to be saved and never to be shown by the browser. */
export async function GET(
  _request: NextRequest,
  { params }: RouteContext<'/sources/[sourceId]/captures/[n]/file'>,
): Promise<Response> {
  const { by, refused } = await permittedOr('desk.read');
  if (refused) return refused;
  const { sourceId, n } = await params;
  const source = await findSourceOf(sourceId, by);
  const capture = source && (await findCapture(source.id, toCount(n) ?? 0));
  const stored = capture && (await findStoredBytes(capture.id));
  if (!stored) return new Response('There is no such copy.\n', { status: 404 });
  return toAttachment(
    stored.bytes,
    stored.fileName ?? `copy-${n}${ENDINGS[stored.mime ?? ''] ?? '.bin'}`,
  );
}

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.oasis.opendocument.spreadsheet': '.ods',
  'text/plain': '.txt',
  'text/plain; charset=utf-8': '.txt',
  'text/markdown': '.md',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
};
