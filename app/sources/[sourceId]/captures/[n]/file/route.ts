import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { findCapture } from '#data/captures/captures';
import { findKeptBytes } from '#data/captures/retake';
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
  const copy = source && (await findCapture(source.id, toCount(n) ?? 0));
  const kept = copy && (await findKeptBytes(copy.id));
  if (!kept) return new Response('There is no such copy.\n', { status: 404 });
  return toAttachment(
    kept.bytes,
    kept.fileName ?? `copy-${n}${ENDINGS[kept.mime ?? ''] ?? '.bin'}`,
  );
}

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'text/plain': '.txt',
  'text/plain; charset=utf-8': '.txt',
  'text/markdown': '.md',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
};
