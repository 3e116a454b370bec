import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { permittedOr } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findLiveClaim } from '#data/claims/live';
import { type RefusedStep, takeStep } from '#data/review/take-step';
import { claimCode, DISMISS_REASONS, parseClaimCode } from '#domain/claims/claim';
import { REVIEW_STEP_NAMES, REVIEW_STEPS, type ReviewStep } from '#domain/review/steps';
import { MAX_NOTE_LENGTH } from '#domain/text';
import { answerUnavailable } from '#forms/unavailable';
import { stepRefusalInWords } from '#review/explain';

const bodySchema = z.strictObject({
  step: z.enum(REVIEW_STEP_NAMES as [ReviewStep, ...ReviewStep[]]),
  revision: z.int().min(0),
  // JSON can spell half a character, which the record cannot keep; a form cannot.
  words: z
    .string()
    .max(MAX_NOTE_LENGTH)
    .transform((words) => words.toWellFormed())
    .nullish(),
  dismissReason: z.enum(DISMISS_REASONS).nullish(),
  duplicateOf: z.string().max(20).nullish(),
  assigneeId: z.uuid().nullish(),
  verdict: z.int().min(1).nullish(),
});

/**
 * Takes a step of the review, as JSON: `{"step": "approve", "revision": 12, "verdict": 2, "words": "…"}`.
 * An approval names the version of the verdict that the person saw.
 *
 * Answers 200 with the claim's new status and revision; 409 when somebody changed the claim
 * meanwhile; 422 with the reason, as a word and as a sentence, when the rules refuse the step; 503 or
 * 507 when nothing can be saved for now.
 */
export async function POST(
  request: NextRequest,
  { params }: RouteContext<'/api/claims/[claimCode]/steps'>,
): Promise<Response> {
  const reading = await permittedOr('desk.read');
  if (reading.refused) return reading.refused;
  if (!isJson(request)) return answer(403, 'foreign', 'Send this as application/json.');
  const body = bodySchema.safeParse(await request.json().catch(() => null));
  if (!body.success) return answer(400, 'notUnderstood', z.prettifyError(body.error));
  const { step, revision, words, dismissReason, assigneeId, duplicateOf, verdict } = body.data;
  const { by, refused } = await permittedOr(REVIEW_STEPS[step].permission);
  if (refused) return refused;

  const claim = findByCode((await params).claimCode);
  const other = duplicateOf ? findByCode(duplicateOf) : null;
  if (!claim) return answer(404, 'noSuchClaim', 'No claim has this code.');
  if (duplicateOf && !other) return answer(422, 'duplicateMissing', 'No claim has this code.');
  const taken = await takeStep(
    {
      claimId: claim.id,
      revision,
      step,
      words: words ?? null,
      dismissReason: dismissReason ?? null,
      duplicateOfId: other?.id ?? null,
      assigneeId: assigneeId ?? null,
      verdict: verdict ?? null,
    },
    toActor(by, 'api'),
  ).catch((error: unknown) => answerUnavailable(error));
  if (taken instanceof Response) return taken;
  if (!taken.ok) return refuse(taken.refusal);
  const { to, revision: before } = taken.value;
  return Response.json({ claim: claimCode(claim.number), status: to, revision: before + 1 });
}

function findByCode(code: string) {
  const number = parseClaimCode(code);
  return number === null ? null : findLiveClaim(number);
}

/**
 * A form of another site can be sent with a visitor's cookies, but not as this type. Where it comes from
 * is judged by the server, for all addresses alike: bin/door.mjs.
 */
const isJson = ({ headers }: NextRequest) =>
  (headers.get('content-type') ?? '').startsWith('application/json');

function refuse(refusal: RefusedStep): Response {
  const status = refusal.kind === 'stale' ? 409 : refusal.kind === 'noSuchClaim' ? 404 : 422;
  const gates = refusal.kind === 'gatesClosed' ? refusal.gates.map(({ id }) => id) : undefined;
  return answer(status, refusal.kind, stepRefusalInWords(refusal), gates);
}

const answer = (status: number, refused: string, sentence: string, gates?: readonly string[]) =>
  Response.json({ refused, sentence, ...(gates && { gates }) }, { status });
