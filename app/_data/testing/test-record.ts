import { v7 as uuidv7 } from 'uuid';
import type { ReadClaim, ReadFigure } from '#domain/claims/reading';
import { decideReread } from '#domain/claims/reread';
import { decideEvidence } from '#domain/review/attach-evidence';
import { FIRST_SCALE, type Rating } from '#domain/review/rating';
import type { AskedStep } from '#domain/review/steps';
import { decideVerdict } from '#domain/review/verdict';
import { type Claim, findClaim, recordNewClaim, recordWording, toWording } from '../claims/claims';
import { recordFigure, recordFigureRemoval } from '../claims/figures';
import { reader } from '../database/db';
import { findArticle } from '../documents/articles';
import { recordDetails } from '../documents/details';
import { findComparedFigures } from '../evidence/comparisons';
import { listEvidence } from '../evidence/evidence';
import {
  findEvidenceFigure,
  recordEvidenceFigure,
  recordEvidenceFigureRemoval,
} from '../evidence/evidence-figures';
import { recordDerivedPair, recordPair, recordPairTakenBack } from '../evidence/pairs';
import {
  recordEvidence,
  recordEvidenceEdit,
  recordEvidenceRemoval,
} from '../evidence/record-evidence';
import { acceptInvitation, recordInvitation } from '../people/invitations';
import { recordPasswordReset, recordResetLink } from '../people/password-reset';
import { recordActivation, recordDeactivation, recordRoleChange } from '../people/people';
import { recordReread } from '../readings/reread';
import { listStoredClaims } from '../readings/stored-claims';
import { recordComment, recordResolution } from '../review/comments';
import { recordPlan } from '../review/planning';
import { recordWaiver, recordWaiverTakenBack, takeStep } from '../review/take-step';
import { recordVerdict } from '../review/verdicts';
import { captureSources } from './test-captures';
import { addPerson, addTestArticle, TEXT } from './test-desk';

type Person = Awaited<ReturnType<typeof addPerson>>;

async function plan(claimId: string, by: Person): Promise<void> {
  const { revision } = await claimOf(claimId);
  const change = { priority: 'high', dueOn: '2026-12-01' } as const;
  done(await recordPlan({ claimId, revision, ...change }, by));
}

/** A figure of the evidence is corrected, one is added and one removed; two are compared, and one is not after all. */
async function compare(claimId: string, evidenceId: string, by: Person): Promise<void> {
  const storedNow = async () => (await findComparedFigures(claimId)).evidenceFigures;
  const found = (await storedNow()).find((each) => each.evidenceId === evidenceId);
  const known = found && (await findEvidenceFigure(claimId, found.id))?.figure;
  if (!found || !known) throw new Error('the evidence has no figure');
  const edit = { figure: known, place: null, asOf: '2026-05', cumulative: true };
  done(await recordEvidenceFigure(await claimOf(claimId), evidenceId, found.id, known, edit, by));
  const addedId = uuidv7();
  const second = { ...edit, figure: peopleFigure('two', '2'), cumulative: null };
  done(await recordEvidenceFigure(await claimOf(claimId), evidenceId, addedId, null, second, by));
  const spareId = uuidv7();
  done(await recordEvidenceFigure(await claimOf(claimId), evidenceId, spareId, null, second, by));
  const spare = (await findEvidenceFigure(claimId, spareId))?.figure;
  if (!spare) throw new Error('the figure is not there');
  done(await recordEvidenceFigureRemoval(await claimOf(claimId), spare, by));
  const [figure] = (await claimOf(claimId)).quantities;
  for (const evidenceQuantityId of [found.id, addedId]) {
    const pair = { claimQuantityId: figure?.id ?? '', evidenceQuantityId };
    done(await recordPair(claimId, pair, by));
  }
  const { comparisons } = await findComparedFigures(claimId);
  const other = comparisons.find((each) => each.found.id === addedId);
  done(await recordPairTakenBack(claimId, other?.pairId ?? '', by));
  const operandIds = [found.id, addedId];
  const claimQuantityId = figure?.id ?? '';
  done(await recordDerivedPair(claimId, { claimQuantityId, operation: 'sum', operandIds }, by));
}

async function talk(claimId: string, ada: Person, noor: Person): Promise<void> {
  const threadId = uuidv7();
  const body = 'Which year is it, @Ada?';
  done(await recordComment({ id: threadId, claimId, threadId: null, body }, noor));
  done(
    await recordComment({ id: uuidv7(), claimId, threadId, body: 'That of the register.' }, ada),
  );
  await recordResolution(threadId, true, noor);
  await recordResolution(threadId, false, noor);
  await recordResolution(threadId, true, ada);
}

/** Somebody is invited and joins, gets another role and a new password, goes and comes back. */
async function peopleComeAndGo(): Promise<void> {
  const admin = await addPerson('Eve');
  const invitation = {
    id: uuidv7(),
    name: 'Ines',
    email: 'ines@example.org',
    role: 'viewer',
  } as const;
  done(await acceptInvitation(done(await recordInvitation(invitation, admin)), 'a hash'));
  const { id } = await reader().user.findUniqueOrThrow({ where: { email: invitation.email } });
  const roles = { shown: 'viewer', role: 'checker' } as const;
  done(await recordRoleChange(id, roles, 'Checks from now on', admin));
  done(await recordPasswordReset(done(await recordResetLink(id, null, admin)), 'another hash'));
  done(await recordDeactivation(id, 'Left the desk', admin));
  done(await recordActivation(id, null, admin));
}

/** The desk's own answers, opened: a test that is refused has gone wrong. */
export function done<Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: unknown },
): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

async function claimOf(id: string): Promise<Claim> {
  const found = await findClaim(id);
  if (!found) throw new Error(`claim ${id} is gone`);
  return found;
}

const rating = (key: string): Rating => {
  const found = FIRST_SCALE.find((each) => each.key === key);
  if (!found) throw new Error(`no rating ${key}`);
  return found;
};

async function step(id: string, asked: AskedStep, by: Person): Promise<void> {
  const { revision, verdictCount } = await claimOf(id);
  done(await takeStep({ claimId: id, revision, verdict: verdictCount, ...asked }, by));
}

async function attach(claimId: string, by: Person, quote: string, publisher: string) {
  const claim = await claimOf(claimId);
  const text = `${quote} So says ${publisher}.`;
  const statement = { quote, stance: 'refutes', directness: 'primary', note: null } as const;
  const id = crypto.randomUUID();
  const details = {
    title: `Register of ${publisher}`,
    publisher,
    author: null,
    url: null,
    publishedOn: null,
    language: 'en',
  };
  done(
    await recordEvidence(
      {
        id,
        decision: done(decideEvidence(claim, statement, { by: by.userId, sourceText: text })),
        origin: {
          kind: 'new',
          source: {
            id: crypto.randomUUID(),
            kind: 'record',
            details,
            origin: { method: 'paste', raw: text, text },
          },
        },
        quantities: [peopleFigure('8,140 people', '8140')],
      },
      by,
    ),
  );
  return id;
}

/** A count of persons, as the engine would read it. */
export const peopleFigure = (surface: string, value: string): ReadFigure => ({
  surface,
  start: 0,
  end: surface.length,
  qualifier: 'exact',
  change: 'equal',
  value,
  low: null,
  high: null,
  lastDigit: '1',
  significantDigits: 3,
  unit: '{person}',
  unitName: 'person',
  measure: null,
  dimension: 'count',
  statistic: 'count',
  baseLow: `${Number(value) - 0.5}`,
  baseHigh: `${Number(value) + 0.5}`,
  baseUnit: '1',
  scope: null,
  basis: null,
  partOf: null,
});

async function answer(claimId: string, by: Person, key: string, changeNote: string | null) {
  const statement = {
    rating: rating(key),
    reasons: ['outdated'],
    asOf: null,
    explanation: `The register counts 8,140: ${key}.`,
    correctedText: null,
    changeNote,
  } as const;
  const decision = done(
    decideVerdict(await claimOf(claimId), statement, by.userId, {
      suggested: rating('halfTrue'),
      otherwiseReason: 'The register is of another year.',
    }),
  );
  done(await recordVerdict(decision, by));
}

async function waive(claimId: string, gate: 'contraryEvidence' | 'primarySource', by: Person) {
  const { revision } = await claimOf(claimId);
  const reason = 'Looked in the archive of the port and found none.';
  done(await recordWaiver({ claimId, revision, gate, reason }, by));
}

/**
 * Everything that happens at a desk, once: articles, figures, evidence, two versions of a verdict,
 * the whole review, a correction, a new reading and a new date.
 *
 * @returns the claim that went all the way, and one that nobody touched
 */
export async function createSampleActivity() {
  const ada = await addPerson('Ada', 'checker');
  const noor = await addPerson('Noor', 'editor');
  const articleId = await addTestArticle();
  const { id } = await reader().claim.findFirstOrThrow({ where: { articleId } });
  await step(id, { step: 'accept' }, ada);
  const wording = { ...toWording(await claimOf(id)), text: 'The port employs 12,000 people.' };
  done(
    await recordWording(
      await claimOf(id),
      { ...wording, claimant: 'The mayor', saidOn: '2026-11-02' },
      ada,
    ),
  );
  const figure = (await claimOf(id)).quantities[0];
  if (!figure) throw new Error('the claim has no figure');
  const edit = {
    figure: { ...figure, value: '12500' },
    place: null,
    asOf: '2026',
    cumulative: false,
    leading: true,
  };
  done(await recordFigure(await claimOf(id), figure.id, edit, ada));
  const second = { ...edit, figure: peopleFigure('one crane', '1'), leading: true };
  const addedId = crypto.randomUUID();
  done(await recordFigure(await claimOf(id), addedId, second, ada));
  const added = (await claimOf(id)).quantities.find((each) => each.id === addedId);
  if (!added) throw new Error('the figure is not there');
  done(await recordFigureRemoval(await claimOf(id), added, ada));

  const first = await attach(id, ada, 'There are 8,140 people.', 'Registry');
  await attach(id, ada, 'We count 8,150 people.', 'Union');
  const spare = await attach(id, ada, 'Many people work there.', 'Gazette');
  const pieces = await listEvidence(id);
  const piece = (of: string) => {
    const found = pieces.find((each) => each.id === of);
    if (!found) throw new Error('the evidence is not there');
    return found;
  };
  const statement = {
    quote: 'There are 8,140',
    stance: 'refutes',
    directness: 'primary',
    note: 'Counted in May.',
  } as const;
  const find = { found: 'exact', start: 0, end: 15, score: 1 } as const;
  done(
    await recordEvidenceEdit(
      piece(first),
      { statement, find },
      [peopleFigure('8,140', '8140')],
      ada,
    ),
  );
  done(await recordEvidenceRemoval(piece(spare), 'It says nothing.', ada));

  await compare(id, first, ada);
  await plan(id, noor);
  await talk(id, ada, noor);
  await peopleComeAndGo();
  await answer(id, ada, 'mostlyFalse', null);
  await waive(id, 'primarySource', ada);
  await waive(id, 'contraryEvidence', ada);
  await waive(id, 'contraryEvidence', ada);
  const { revision } = await claimOf(id);
  done(await recordWaiverTakenBack({ claimId: id, revision, gate: 'primarySource' }, ada));
  await step(id, { step: 'submit' }, ada);
  await step(id, { step: 'return', words: 'Say which year.' }, noor);
  await step(id, { step: 'submit' }, ada);
  await step(id, { step: 'approve', words: 'Sound.' }, noor);
  await step(id, { step: 'publish' }, noor);
  await step(id, { step: 'correct', words: 'The year was wrong.' }, noor);
  await answer(id, ada, 'false', 'A later register is out.');
  await step(id, { step: 'submit' }, ada);
  await step(id, { step: 'approve' }, noor);
  await step(id, { step: 'publish' }, noor);

  const untouched = await readAgain(ada);
  await makeByHand(articleId, ada);
  await captureSources(id, first, ada);
  return { ada, noor, claim: await claimOf(id), untouched, articleId };
}

/**
 * An article read again, once with a new wording of its claim and once without the claim; and
 * dated.
 */
async function readAgain(by: Person): Promise<Claim> {
  const articleId = await addTestArticle('The harbour gives work to 12,000 people.');
  const article = await findArticle(articleId);
  const captureId = article?.capture.id ?? '';
  const { id } = await reader().claim.findFirstOrThrow({ where: { articleId } });
  const storedNow = await claimOf(id);
  const figure = storedNow.quantities[0];
  if (!figure) throw new Error('the claim has no figure');
  const read: ReadClaim = {
    ...storedNow.appearance,
    start: 4,
    exact: TEXT.slice(4, storedNow.appearance.end),
    text: 'Harbour employs 12,000 people, it is said.',
    leansOn: null,
    candidates: [],
    kind: 'figure',
    checkable: true,
    claimant: { name: 'Harbour master', kind: 'person', role: null },
    saidOn: null,
    eventOn: null,
    quantities: [peopleFigure('12,000', '12000'), peopleFigure('people', '2')],
    checkWorthiness: 0.123456789012345,
    reasons: ['a figure', 'a speaker'],
  };
  for (const claims of [[read], [], [read]]) {
    const { claims: now, basis } = await listStoredClaims(articleId, captureId);
    const from = { articleId, captureId, text: TEXT, engineVersion: 'newer' };
    done(await recordReread(decideReread(now, { claims }), from, basis, by));
  }
  const { title, publisher, author, url, language } = article ?? {
    title: '',
    publisher: null,
    author: null,
    url: null,
    language: null,
  };
  const details = { title, publisher, author, url, language, publishedOn: '2026-11-03' };
  const days = new Map([[id, { saidOn: '2026-11-02', eventOn: null }]]);
  const change = { id: articleId, revision: 0, details };
  done(await recordDetails('article', change, days, by));
  return claimOf(id);
}

async function makeByHand(articleId: string, by: Person): Promise<void> {
  const article = await findArticle(articleId);
  const [start, end] = [TEXT.indexOf('The mayor'), TEXT.indexOf(' grow') + 5];
  const anchor = { start, end, exact: TEXT.slice(start, end), prefix: '', suffix: '' };
  const id = crypto.randomUUID();
  const made = {
    id,
    articleId,
    captureId: article?.capture.id ?? '',
    anchor,
    text: 'The harbour will grow.',
    leansOn: null,
    candidates: [],
    kind: 'prediction',
    claimant: null,
    quantities: [peopleFigure('grow', '1')],
  } as const;
  done(await recordNewClaim(made, by));
  await step(id, { step: 'undo' }, by);
  await step(id, { step: 'dismiss', dismissReason: 'prediction' }, by);
  await step(id, { step: 'undo' }, by);
}
