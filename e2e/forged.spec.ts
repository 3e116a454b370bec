import type { Page } from 'playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { fillEvidence } from './claim';
import { type BuiltAction, type Forged, forge, listBuiltActions } from './forging';
import {
  addAccount,
  askToLookAgain,
  assignWaiting,
  colleague,
  countRows,
  findClaimId,
  findEdited,
  findLinkId,
  findRevision,
  markUnclear,
} from './people';
import { another, card, expect, openAcceptedClaim, pasteArticle, STORY, test } from './test';

// Every server action is called past the interface, with what it takes to succeed: first by people
// who may not, which must change nothing, then by somebody who may, which shows that the forgery is
// a good one. An action that is not named here fails the test.

/** Actions that need no account, or only end a session. Each is tested where it belongs. */
const OPEN = [
  'app/sign-in/actions.ts#signIn',
  'app/sign-out/actions.ts#signOut',
  'app/set-up/[token]/actions.ts#setUp',
  'app/sign-in/code/actions.ts#giveCode',
  'app/join/[token]/actions.ts#join',
  'app/reset/[token]/actions.ts#resetPassword',
];

type Desk = {
  readonly articleId: string;
  readonly captureWords: string;
  readonly code: string;
  readonly claimId: string;
  /** A claim of the article on which nobody decided. */
  readonly suggestionId: string;
  readonly evidenceId: string;
  /** A figure of the claim, and one of its evidence. */
  readonly figureId: string;
  readonly foundId: string;
  /** Two figures of its evidence. */
  readonly operandIds: readonly string[];
  readonly sourceId: string;
  readonly publisherId: string;
  /** Sources behind a wall, of a picture without words, down for now, with a twin; an article unread. */
  readonly wallId: string;
  readonly pictureId: string;
  readonly busyId: string;
  readonly twinId: string;
  readonly linkId: string;
  readonly unreadId: string;
  /** An article that could not be fetched. */
  readonly failedId: string;
  /** An article with a newer copy, and a claim of it. */
  readonly editedId: string;
  readonly newerId: string;
  readonly editedClaim: { readonly claimId: string; readonly revision: string };
  readonly threadId: string;
  readonly invitationId: string;
  /** A person with an account that may be closed. */
  readonly personId: string;
};

type ForgedAction = Forged & {
  /** Every person with an account may do it with their own data. */
  readonly isOwn?: boolean;
  /** This desk's record is whole, so that there is nothing for it to do: it is let in and changes nothing. */
  readonly isNeedless?: boolean;
};

const FORGED: Record<string, (desk: Desk, revision: string) => ForgedAction> = {
  'app/articles/new/actions.ts#addArticle': () => ({
    path: '/articles/new',
    fields: { id: uuidv7(), title: 'Forged', text: 'Some 300 people were hurt in 1998.' },
  }),
  'app/articles/[articleId]/edit/actions.ts#editArticle': ({ articleId }) => ({
    path: `/articles/${articleId}/edit`,
    bound: [articleId],
    fields: { title: 'Forged title', revision: '0' },
  }),
  'app/articles/[articleId]/edit/plan/actions.ts#planArticle': ({ articleId }) => ({
    path: `/articles/${articleId}/edit`,
    bound: [articleId],
    fields: { assignee: '', dueOn: '2031-01-01' },
  }),
  'app/articles/[articleId]/shelve-actions.ts#shelveArticle': ({ articleId }) => ({
    path: `/articles/${articleId}/edit`,
    bound: [articleId],
    fields: { step: 'archive' },
  }),
  'app/articles/[articleId]/read-again/actions.ts#readAgain': ({ articleId }) => ({
    path: `/articles/${articleId}`,
    bound: [articleId, 1],
    fields: { any: '' },
  }),
  'app/articles/[articleId]/suggestions/actions.ts#chooseSuggestions': ({ articleId }) => ({
    path: `/articles/${articleId}`,
    bound: [articleId],
    fields: { choice: 'all' },
  }),
  'app/articles/[articleId]/claims/new/actions.ts#makeClaim': ({ articleId, captureWords }) => ({
    path: `/articles/${articleId}/claims/new`,
    bound: [articleId, 'back'],
    fields: { id: uuidv7(), words: captureWords, text: 'Forged claim.', kind: 'event' },
  }),
  'app/articles/[articleId]/mend/actions.ts#mendClaim': ({ articleId, claimId }, revision) => ({
    path: `/articles/${articleId}/mend/${claimId}`,
    bound: [articleId, 'back'],
    fields: {
      ...{ claimId, revision, kind: 'event' },
      // The figure stays: requests after this one compare it.
      ...{ text: `Some 120 people were forged ${uuidv7()}.`, figures: 'Some 120' },
    },
  }),
  'app/articles/[articleId]/mend/actions.ts#unfillWords': ({ articleId, claimId }, revision) => ({
    path: `/articles/${articleId}`,
    bound: [articleId],
    fields: { claimId, revision },
  }),
  'app/articles/[articleId]/many/actions.ts#changeMany': ({ articleId, claimId }, revision) => ({
    path: `/articles/${articleId}`,
    bound: [articleId],
    fields: { claim: `${claimId}:${revision}`, place: `Forged ${uuidv7()}` },
  }),
  'app/articles/[articleId]/mend/reshape-actions.ts#reshapeClaim': ({
    articleId,
    suggestionId,
  }) => ({
    path: `/articles/${articleId}/mend/${suggestionId}`,
    bound: [articleId, 'back'],
    fields: {
      claimId: suggestionId,
      revision: '0',
      step: 'split',
      at: String(STORY.indexOf('12,400')),
      id: uuidv7(),
    },
  }),
  'app/_review/actions.ts#takeReviewStep': ({ claimId, code }, revision) => ({
    path: `/claims/${code}`,
    fields: { claimId, revision, step: 'assign', assignee: '' },
  }),
  'app/claims/[claimId]/edit/actions.ts#editClaim': ({ claimId, code }, revision) => ({
    path: `/claims/${code}/edit`,
    bound: [claimId],
    fields: { revision, text: 'Forged wording.', kind: 'event', checkable: 'yes' },
  }),
  'app/claims/[claimId]/figures/[figureId]/actions.ts#saveFigure': (
    { claimId, code },
    revision,
  ) => ({
    path: `/claims/${code}/figures/new`,
    bound: [claimId, uuidv7()],
    fields: { revision, surface: '12 people', step: 'save' },
  }),
  'app/claims/[claimId]/figures/[figureId]/actions.ts#saveEvidenceFigure': (
    { code, evidenceId },
    revision,
  ) => ({
    path: `/claims/${code}/figures/new?evidence=${evidenceId}`,
    bound: [evidenceId, uuidv7()],
    fields: { revision, surface: '13 people', step: 'save' },
  }),
  'app/claims/[claimId]/comparisons/actions.ts#pairFigures': ({
    claimId,
    code,
    figureId,
    foundId,
  }) => ({
    path: `/claims/${code}`,
    bound: [claimId],
    fields: { step: 'compare', figure: figureId, found: foundId },
  }),
  'app/claims/[claimId]/comparisons/actions.ts#calculateFigure': ({
    claimId,
    code,
    figureId,
    operandIds: [first = '', second = ''],
  }) => ({
    path: `/claims/${code}`,
    bound: [claimId],
    fields: { step: 'calculate', figure: figureId, operation: 'sum', first, second },
  }),
  'app/claims/[claimId]/evidence/new/actions.ts#attachEvidence': ({ claimId, code, sourceId }) => ({
    path: `/claims/${code}/evidence/new`,
    bound: [claimId],
    fields: {
      id: uuidv7(),
      source: sourceId,
      quote: 'The log counts 118.',
      stance: 'refutes',
      directness: 'primary',
    },
  }),
  'app/claims/[claimId]/evidence/[evidenceId]/actions.ts#editEvidence': ({ code, evidenceId }) => ({
    path: `/claims/${code}/evidence/${evidenceId}`,
    bound: [evidenceId],
    fields: {
      revision: '0',
      quote: 'counts 118',
      stance: 'context',
      directness: 'secondary',
      step: 'save',
    },
  }),
  'app/claims/[claimId]/verdict/actions.ts#giveVerdict': ({ claimId, code }, revision) => ({
    path: `/claims/${code}/verdict`,
    bound: [claimId],
    fields: { revision, rating: 'false', explanation: 'Forged.' },
  }),
  'app/claims/[claimId]/review/actions.ts#waiveGate': ({ claimId, code }, revision) => ({
    path: `/claims/${code}`,
    bound: [claimId],
    fields: { revision, gate: 'primarySource', step: 'waive', reason: 'A forged reason.' },
  }),
  'app/claims/[claimId]/review/actions.ts#nameClaimant': ({ claimId, code }, revision) => ({
    path: `/claims/${code}`,
    bound: [claimId],
    fields: { revision, claimant: 'A forged name' },
  }),
  'app/claims/[claimId]/evidence/new/actions.ts#attachWords': ({ claimId, code, sourceId }) => ({
    path: `/claims/${code}/evidence/new?source=${sourceId}`,
    bound: [claimId, sourceId],
    fields: { id: uuidv7(), quote: 'counts', stance: 'context', directness: 'primary' },
  }),
  'app/claims/[claimId]/look-again/actions.ts#noteLook': ({ claimId, code }) => ({
    path: `/claims/${code}`,
    bound: [claimId],
    fields: { words: 'Forged.' },
  }),
  'app/articles/[articleId]/new-copy/actions.ts#attachToCapture': ({ editedId, newerId }) => ({
    path: `/articles/${editedId}/new-copy`,
    bound: [editedId],
    fields: { to: newerId },
  }),
  'app/articles/[articleId]/new-copy/actions.ts#placeClaim': ({ editedId, editedClaim }) => ({
    path: `/articles/${editedId}/new-copy`,
    bound: [editedId],
    fields: { ...editedClaim, words: 'The harbour employs 12,000 people' },
  }),
  'app/articles/[articleId]/reading/actions.ts#findClaims': ({ unreadId }) => ({
    path: `/articles/${unreadId}/reading`,
    bound: [unreadId],
    fields: { title: 'Forged article', revision: '1' },
  }),
  'app/articles/[articleId]/reading/recover-actions.ts#recoverArticle': ({ failedId }) => ({
    path: `/articles/${failedId}/reading`,
    bound: [failedId],
    fields: { id: uuidv7(), step: 'paste', text: 'Forged words of an article.' },
  }),
  'app/sources/publishers/new/actions.ts#addPublisher': () => ({
    path: '/sources/publishers/new',
    fields: { id: uuidv7(), name: 'Forged Press' },
  }),
  'app/sources/publishers/[publisherId]/actions.ts#editPublisher': ({ publisherId }) => ({
    path: `/sources/publishers/${publisherId}`,
    bound: [publisherId],
    fields: { revision: '0', step: 'save', name: 'Forged Press' },
  }),
  'app/sources/new/actions.ts#addSource': () => ({
    path: '/sources/new',
    fields: { id: uuidv7(), title: 'Forged source', text: 'Forged.' },
  }),
  'app/sources/[sourceId]/edit/actions.ts#editSource': ({ sourceId }) => ({
    path: `/sources/${sourceId}/edit`,
    bound: [sourceId],
    fields: { title: 'Forged source', kind: 'report', revision: '0' },
  }),
  'app/sources/[sourceId]/captures/actions.ts#captureAgain': ({ wallId }) => ({
    path: `/sources/${wallId}`,
    fields: { id: uuidv7(), source: wallId },
    isBare: true,
  }),
  'app/sources/[sourceId]/captures/actions.ts#tryNow': ({ busyId }) => ({
    path: `/sources/${busyId}`,
    fields: { source: busyId },
    isBare: true,
  }),
  'app/sources/[sourceId]/captures/[n]/actions.ts#takeAsItIs': ({ wallId }) => ({
    path: `/sources/${wallId}/captures/1`,
    bound: [wallId, 1],
    fields: { id: uuidv7(), reason: 'Forged.' },
  }),
  'app/sources/[sourceId]/captures/[n]/actions.ts#typeTranscript': ({ pictureId }) => ({
    path: `/sources/${pictureId}/captures/1`,
    bound: [pictureId, 1],
    fields: { id: uuidv7(), text: 'Forged words.' },
  }),
  'app/sources/[sourceId]/schedule/actions.ts#setSchedule': ({ wallId }) => ({
    path: `/sources/${wallId}`,
    bound: [wallId],
    fields: { everyDays: '30' },
  }),
  'app/sources/[sourceId]/links/actions.ts#decideLink': ({ twinId, linkId }) => ({
    path: `/sources/${twinId}`,
    fields: { source: twinId, link: linkId, decision: 'reject' },
    isBare: true,
  }),
  'app/sources/[sourceId]/captures/new/actions.ts#takeCapture': ({ sourceId }) => ({
    path: `/sources/${sourceId}/captures/new`,
    bound: [sourceId],
    fields: { id: uuidv7(), text: `Forged ${uuidv7()}.` },
  }),
  'app/claims/bulk/actions.ts#takeBulkStep': ({ code }, revision) => ({
    path: '/claims',
    fields: { claim: `${Number(code.slice(2))}:${revision}`, step: 'plan', dueOn: '2030-01-01' },
  }),
  'app/claims/views/actions.ts#saveView': () => ({
    path: '/claims?kind=figure',
    fields: { id: uuidv7(), name: `Forged ${uuidv7().slice(-8)}`, query: '', isOfDesk: 'yes' },
  }),
  'app/claims/views/actions.ts#removeView': () => ({
    path: '/claims',
    fields: { view: uuidv7() },
    isBare: true,
    isOwn: true,
  }),
  'app/claims/[claimId]/plan/actions.ts#planClaim': ({ claimId, code }, revision) => ({
    path: `/claims/${code}`,
    bound: [claimId],
    fields: { revision, priority: 'high' },
  }),
  'app/claims/[claimId]/comments/actions.ts#writeComment': ({ claimId, code }) => ({
    path: `/claims/${code}`,
    fields: { id: uuidv7(), claimId, body: 'A forged comment.' },
  }),
  'app/claims/[claimId]/comments/actions.ts#resolveThread': ({ code, threadId }) => ({
    path: `/claims/${code}`,
    fields: { thread: threadId, resolved: 'yes' },
    isBare: true,
  }),
  'app/record/actions.ts#verifyRecord': () => ({
    path: '/record',
    fields: { any: '' },
  }),
  'app/record/actions.ts#acknowledgeAnchor': () => ({
    path: '/record',
    fields: { shown: '1', reason: 'Forged.' },
    isNeedless: true,
  }),
  'app/record/outside/actions.ts#settleChanges': () => ({
    path: '/record/outside',
    fields: { changes: 'none', way: 'putBack', reason: 'Forged.' },
    isNeedless: true,
  }),
  'app/notifications/actions.ts#markAllRead': () => ({
    path: '/notifications',
    fields: { upTo: uuidv7() },
    isBare: true,
    isOwn: true,
  }),
  'app/people/actions.ts#invite': () => ({
    path: '/people',
    fields: { id: uuidv7(), name: 'Mallory', email: `${uuidv7()}@example.org`, role: 'admin' },
  }),
  'app/people/actions.ts#cancelInvite': ({ invitationId }) => ({
    path: '/people',
    fields: { invitation: invitationId },
    isBare: true,
  }),
  'app/people/[personId]/actions.ts#managePerson': ({ personId }) => ({
    path: `/people/${personId}`,
    bound: [personId],
    fields: { step: 'deactivate', reason: 'Forged.' },
  }),
  'app/account/actions.ts#endSessions': () => ({
    path: '/account',
    fields: { session: uuidv7() },
    isBare: true,
    isOwn: true,
  }),
  ...Object.fromEntries(
    ['beginTwoFactor', 'confirmTwoFactor', 'renewCodes', 'endTwoFactor'].map((name) => [
      `app/account/two-factor/actions.ts#${name}`,
      () => ({
        path: '/account/two-factor',
        fields: { current: 'not the password', code: '000000' },
        isOwn: true,
      }),
    ]),
  ),
  'app/account/two-factor/actions.ts#putAway': () => ({
    path: '/account/two-factor',
    fields: { any: '' },
    isBare: true,
    isOwn: true,
  }),
  'app/account/actions.ts#changePassword': () => ({
    path: '/account',
    fields: { current: 'not the password', password: 'another long password' },
    isOwn: true,
  }),
};

function builtAction(name: string): BuiltAction {
  const action = listBuiltActions().find((each) => each.name.endsWith(`#${name}`));
  if (!action) throw new Error(`the build has no action ${name}`);
  return action;
}

/** A name that can be taken back: unclear words of the claim, and a wording without them. */
async function fillUnclear(page: Page, desk: Desk): Promise<void> {
  markUnclear(desk.claimId, 'the ship');
  const mend = builtAction('mendClaim');
  await forge(page, mend, forgedOf(mend, desk, findRevision(desk.code)));
}

const actions = () => listBuiltActions().filter(({ name }) => !OPEN.includes(name));

test('every action of the build is forged here', () => {
  expect(
    actions()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(FORGED).sort());
});

/** Sources and an article in every state that something can be done with, and nothing under way. */
async function bringSources(page: Page) {
  const bring = async (path: string) => {
    await page.goto('/sources/new');
    await page.getByLabel('Address').fill(`${process.env.E2E_SOURCES}${path}`);
    await page.getByRole('button', { name: 'Add the source' }).click();
    await expect(page.getByRole('heading', { name: 'The desk’s copies' })).toBeVisible();
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
  };
  const wallId = await bring('/wall/forged');
  const pictureId = await bring('/picture/forged');
  const busyId = await bring('/busy/forged');
  await bring('/report/forged-one');
  const twinId = await bring('/report/forged-two');
  await page.goto('/articles/new');
  await page.getByLabel('Address').fill(`${process.env.E2E_SOURCES}/story/forged`);
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.locator('.copy')).toContainText('passengers', { timeout: 30_000 });
  const unreadId = new URL(page.url()).pathname.split('/').at(-2) ?? '';
  await page.goto('/articles/new');
  await page.getByLabel('Address').fill(`${process.env.E2E_SOURCES}/wall/forged-article`);
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 30_000 });
  const failedId = new URL(page.url()).pathname.split('/').at(-2) ?? '';
  await page.goto('/articles/new');
  await page.getByLabel('Title').fill('Forged again');
  await page.getByLabel('Text of the article').fill('The harbour employs 12,000 people.');
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Forged again' })).toBeVisible();
  const editedId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.goto(`/sources/${editedId}/captures/new`);
  await page.getByLabel('Text of the document').fill('Now. The harbour employs 12,000 people.');
  await page.getByRole('button', { name: 'Add the copy' }).click();
  await expect(page.getByRole('link', { name: 'Copy 2' })).toBeVisible();
  await expect.poll(assignWaiting, { timeout: 30_000 }).toBe(true);
  return {
    wallId,
    pictureId,
    busyId,
    twinId,
    linkId: findLinkId(twinId),
    unreadId,
    failedId,
    editedId,
    ...findEdited(editedId),
  };
}

async function findPublisherId(page: Page): Promise<string> {
  await page.goto('/sources/publishers');
  const link = page.getByRole('link', { name: 'Reuters', exact: true });
  return (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
}

async function prepare(page: Page): Promise<Desk> {
  await pasteArticle(page, { title: 'Forged requests' });
  const articleId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const suggestion = (await card(page, '12,400 passengers').getAttribute('id')) ?? '';
  const code = await openAcceptedClaim(page, '120 people');
  await page.goto(`/claims/${code}/evidence/new`);
  await fillEvidence(page, {
    title: 'Fire log',
    text: 'The log counts 118. At night it counts 12.',
    quote: 'The log counts 118. At night it counts 12.',
  });
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  const evidence = await page.getByRole('link', { name: 'Edit the evidence' }).getAttribute('href');
  const hidden = async (name: string) =>
    (await page.locator(`.suggested-pairs input[name="${name}"]`).first().getAttribute('value')) ??
    '';
  const source = await page
    .getByRole('link', { name: 'Fire log', exact: true })
    .getAttribute('href');
  const desk = {
    articleId,
    captureWords: 'It was the worst day this town has seen',
    code,
    claimId: findClaimId(code),
    suggestionId: findClaimId(suggestion),
    evidenceId: evidence?.split('/').at(-1) ?? '',
    figureId: await hidden('figure'),
    foundId: await hidden('found'),
    operandIds: await page
      .locator('.calculate select[name="first"] option')
      .evaluateAll((options) => options.map((each) => each.getAttribute('value') ?? '')),
    sourceId: source?.split('/')[2] ?? '',
    ...(await bringSources(page)),
    publisherId: await findPublisherId(page),
    threadId: uuidv7(),
    invitationId: uuidv7(),
    personId: await addAccount({ name: 'Gone Soon', role: 'checker' }),
  };
  const fields = { id: desk.threadId, claimId: desk.claimId, body: 'Which year?' };
  await forge(page, builtAction('writeComment'), { path: `/claims/${code}`, fields });
  await forge(page, builtAction('invite'), {
    path: '/people',
    fields: {
      id: desk.invitationId,
      name: 'Ines',
      email: `${desk.invitationId}@example.org`,
      role: 'viewer',
    },
  });
  return desk;
}

const forgedOf = ({ name }: BuiltAction, desk: Desk, revision: string): ForgedAction => {
  const make = FORGED[name];
  if (!make) throw new Error(`${name} is not forged here`);
  return make(desk, revision);
};

/** What a request may change without anybody being allowed anything: who was here last. */
const withoutSessions = ({ Session: _, ...counts }: Record<string, number>) => counts;

test('a person without permission is refused outside the interface too, and nothing is written', async ({
  page: ada,
  browser,
}) => {
  test.setTimeout(180_000);
  const desk = await prepare(ada);
  const viewer = await colleague(browser, 'Vera Viewer', 'viewer');
  const stranger = await another(browser, { storageState: { cookies: [], origins: [] } });

  await test.step('actions', async () => {
    for (const action of actions()) {
      const forged = forgedOf(action, desk, findRevision(desk.code));
      const before = withoutSessions(countRows());
      const byStranger = await forge(stranger, action, forged);
      const sentTo = byStranger.headers()['x-action-redirect'] ?? '';
      expect([action.name, sentTo]).toEqual([action.name, expect.stringContaining('/sign-in?')]);
      if (!forged.isOwn) {
        const byViewer = await forge(viewer, action, forged);
        expect([action.name, 'viewer', byViewer.status()]).toEqual([action.name, 'viewer', 403]);
      }
      expect([action.name, withoutSessions(countRows())]).toEqual([action.name, before]);
    }
  });

  await test.step('each step of the review, by each role that may not', async () => {
    const checker = await colleague(browser, 'Cleo Checker', 'checker');
    const takeStep = builtAction('takeReviewStep');
    const editorsOnly = ['assign', 'return', 'approve', 'publish', 'reopen', 'correct', 'withdraw'];
    const everybodys = ['accept', 'trivial', 'undo', 'take', 'submit'];
    const revision = findRevision(desk.code);
    const before = countRows();
    const tries = [
      ...[...editorsOnly, ...everybodys].map((step) => [viewer, step] as const),
      ...editorsOnly.map((step) => [checker, step] as const),
    ];
    for (const [person, step] of tries) {
      const fields = { claimId: desk.claimId, revision, step, words: 'Because it is so.' };
      const forged = await forge(person, takeStep, { path: `/claims/${desk.code}`, fields });
      expect([step, forged.status()]).toEqual([step, 403]);
      if (step === 'trivial') continue;
      const byApi = await person.request.post(`/api/claims/${desk.code}/steps`, {
        data: { step, revision: Number(revision), words: 'Because it is so.' },
      });
      expect([step, byApi.status()]).toEqual([step, 403]);
    }
    expect(countRows()).toEqual(before);
  });

  await test.step('with something else than an id, by somebody who may', async () => {
    const before = countRows();
    for (const action of actions()) {
      const forged = forgedOf(action, desk, findRevision(desk.code));
      for (const hostile of [{ not: '' }, ['x'], null, `${'0'.repeat(40)}`]) {
        if (!forged.bound) continue;
        const answer = await forge(ada, action, {
          ...forged,
          bound: forged.bound.map(() => hostile),
        });
        expect([action.name, hostile, answer.status()]).toEqual([action.name, hostile, 404]);
      }
    }
    expect(countRows()).toEqual(before);
  });

  await test.step('addresses and exports', async () => {
    const before = withoutSessions(countRows());
    for (const path of [
      '/exports/claims.csv',
      '/exports/comparisons.csv',
      '/exports/evidence.csv',
      '/exports/desk.csv',
      '/notifications/unread',
      `/sources/${desk.wallId}/captures/1/file`,
      `/claims/${desk.code}/evidence/${desk.evidenceId}/file`,
    ]) {
      expect((await stranger.request.get(path)).status()).toBe(401);
    }
    expect((await stranger.request.post(`/notifications/${uuidv7()}`)).status()).toBe(401);
    const api = `/api/claims/${desk.code}/steps`;
    expect((await stranger.request.post(api, { data: { step: 'take' } })).status()).toBe(401);
    for (const path of [
      '/articles/new',
      `/articles/${desk.articleId}/edit`,
      `/articles/${desk.articleId}/claims/new`,
      `/claims/${desk.code}/edit`,
      `/claims/${desk.code}/figures/new`,
      `/claims/${desk.code}/evidence/new`,
      `/claims/${desk.code}/evidence/${desk.evidenceId}`,
      `/claims/${desk.code}/verdict`,
      '/sources/new',
      '/sources/publishers/new',
      `/sources/publishers/${desk.publisherId}`,
      `/sources/${desk.sourceId}/edit`,
      `/sources/${desk.sourceId}/captures/new`,
      `/articles/${desk.unreadId}/reading`,
      `/articles/${desk.editedId}/new-copy`,
      '/record',
      '/people',
      `/people/${desk.personId}`,
    ]) {
      const response = await viewer.goto(path);
      expect([path, response?.status()]).toEqual([path, 403]);
      await expect(
        viewer.getByRole('heading', { name: 'Your role does not allow this' }),
      ).toBeVisible();
    }
    // Another site's page has the cookies of its visitor, but not this desk's address.
    const foreign = await ada.request.post(api, {
      data: { step: 'take', revision: 0 },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(foreign.status()).toBe(403);
    expect(withoutSessions(countRows())).toEqual(before);
  });

  await test.step('the same requests, by somebody who may, are carried out', async () => {
    for (const action of actions()) {
      if (action.name.endsWith('#noteLook')) askToLookAgain(desk.claimId);
      if (action.name.endsWith('#unfillWords')) await fillUnclear(ada, desk);
      const forged = forgedOf(action, desk, findRevision(desk.code));
      const before = countRows();
      const answer = await forge(ada, action, forged);
      expect([action.name, [200, 303].includes(answer.status())]).toEqual([action.name, true]);
      const after = countRows();
      if (!forged.isOwn && !forged.isNeedless) {
        expect([action.name, (after.Event ?? 0) > (before.Event ?? 0)]).toEqual([
          action.name,
          true,
        ]);
      }
    }
  });
});
