import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { readBytes } from '#data/documents/files';
import { findEvidence } from '#data/evidence/evidence';
import { isPermitted } from '#domain/people/permission';
import { toAttachment } from '#http/attachment';
import { toId } from '#http/query';

/** The recording or notes of an interview, to be saved and never to be shown by the browser. */
export async function GET(
  _request: NextRequest,
  { params }: RouteContext<'/claims/[claimId]/evidence/[evidenceId]/file'>,
): Promise<Response> {
  const { by, refused } = await permittedOr('desk.read');
  if (refused) return refused;
  const evidence = await findEvidence(toId((await params).evidenceId) ?? '');
  const mayKnow = !evidence?.source.confidential || isPermitted(by.role, 'source.confidential');
  const bytes = mayKnow && evidence?.file ? await readBytes(evidence.file.sha256) : null;
  if (!bytes || !evidence?.file) return new Response('There is no such file.\n', { status: 404 });
  return toAttachment(bytes, evidence.file.name);
}
