import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { violationsInBoth } from './axe';
import { openIt, openStatement, WHAT_IT_IS } from './claim';
import { docxParts, wordParagraph, zipOf } from './docx-bytes';
import { linesFromTop, pdfOf } from './pdf-bytes';
import { colleague } from './people';
import { another, card, expect, openAcceptedClaim, pasteArticle, problem, test } from './test';

const sources = () => process.env.E2E_SOURCES ?? '';
const WORDS = 'The duty log of the fire service counts 118 people';

/** Brings a source by what is filled in, and waits for its page. */
async function bring(page: Page, fill: () => Promise<void>): Promise<string> {
  await page.goto('/sources/new');
  await fill();
  await page.getByRole('button', { name: 'Add the source' }).click();
  await expect(page.getByRole('heading', { name: 'The desk’s copies' })).toBeVisible();
  return new URL(page.url()).pathname;
}

const byAddress = (page: Page, path: string) => () =>
  page.getByLabel('Address').fill(`${sources()}${path}`);

const copy = (page: Page, n: number) => page.locator('.copy-line').filter({ hasText: `Copy ${n}` });

test('from the address of a source to its words on a claim', async ({ page }) => {
  await pasteArticle(page, { title: 'Evidence by address' });
  const code = await openAcceptedClaim(page, '120 people');
  await page.getByRole('link', { name: 'Attach evidence' }).click();
  await page.getByLabel(WHAT_IT_IS).fill(`${sources()}/report/journey`);
  await openIt(page);

  // The copy comes by itself, and its words are selected in it.
  const text = page.getByRole('region', { name: 'Text of the copy' });
  await expect(text).toContainText(WORDS, { timeout: 30_000 });
  await text.locator('span', { hasText: WORDS }).evaluate((run, words) => {
    const node = run.firstChild as Text;
    const at = node.data.indexOf(words);
    document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
  }, WORDS);
  await page.getByRole('button', { name: 'Use as quote' }).click();
  await expect(page.getByLabel('Quote', { exact: true })).toHaveValue(WORDS);
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.getByText('quote found in the copy')).toBeVisible();
  await expect(page.locator('.evidence')).toContainText('Log of the collapse');
  await expect(page.locator('.evidence')).toContainText('Northhaven fire service, 4 March 2026');

  // The words stand marked in the copy, and no script of the page ran.
  await page.getByRole('link', { name: 'Log of the collapse', exact: true }).click();
  await expect(page.locator('mark#words')).toHaveText(WORDS);
  await expect(page).toHaveTitle(/Copy 1 of Log of the collapse/);

  // The bytes are to be saved, never shown.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the file' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('<script>');
  const answer = await page.request.get(`${new URL(page.url()).pathname}/file`);
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringMatching(/^attachment;/),
    'content-security-policy': expect.stringContaining('sandbox'),
  });

  const csv = await (await page.request.get(`/exports/claims.csv?words=${code}`)).text();
  expect(csv).toContain(WORDS);
});

test('each kind of file is read by what is in it, and a picture by its typed words', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const files: readonly (readonly [name: string, bytes: Buffer, words: string])[] = [
    ['log.pdf', pdfOf([linesFromTop(['The log counts 118 people.'])]), '118 people'],
    ['log.docx', zipOf(docxParts(wordParagraph('Of these 31 went on.'))), '31 went on'],
    [
      'log.html',
      Buffer.from('<p>A page that was saved, with 12 ferries on it, on a long day.</p>'),
      '12 ferries',
    ],
    ['log.txt', Buffer.from('Just words, 7 of them.\n'), '7 of them'],
    ['log.md', Buffer.from('# A heading\n\nAnd 9 words.\n'), '9 words'],
  ];
  for (const [name, buffer, words] of files) {
    await bring(page, () =>
      page.getByLabel('File').setInputFiles({ name, mimeType: 'application/x-any', buffer }),
    );
    await expect(copy(page, 1)).toContainText('Complete', { timeout: 30_000 });
    await page.getByRole('link', { name: 'Copy 1' }).click();
    await expect(page.locator('.copy')).toContainText(words);
  }
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
  const picture = { name: 'sign.png', mimeType: 'image/png', buffer: png };
  await page.goto('/sources/new');
  await page.getByLabel('File').setInputFiles(picture);
  await page.getByLabel('Publisher').fill('Harbour office');
  await page.getByRole('button', { name: 'Add the source' }).click();
  await expect(problem(page)).toContainText('type the words');
  await expect(page.getByLabel('Publisher')).toHaveValue('Harbour office');
  await page.getByLabel('File').setInputFiles(picture);
  await page.getByLabel('Text of the source').fill('No entry for 8,140 people');
  await page.getByRole('button', { name: 'Add the source' }).click();
  await expect(copy(page, 1)).toContainText('Complete', { timeout: 30_000 });

  // A false PDF is recognised, and so is a file of no known kind.
  const nonsense = {
    name: 'report.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from([1, 2, 3, 0, 5]),
  };
  await bring(page, () => page.getByLabel('File').setInputFiles(nonsense));
  await expect(copy(page, 1)).toContainText('The desk does not read this kind of file', {
    timeout: 30_000,
  });
});

test('a page behind a wall is marked as failed, until somebody has looked and says otherwise', async ({
  page,
}) => {
  const path = await bring(page, byAddress(page, '/wall/one'));
  await expect(copy(page, 1)).toContainText('Not the document', { timeout: 30_000 });
  await expect(copy(page, 1)).toContainText('a question about cookies');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('link', { name: 'Copy 1' }).click();
  await expect(page.getByText('This is not the document.')).toBeVisible();
  await page.getByRole('button', { name: 'Accept this copy' }).click();
  await expect(page.getByText('Enter the reason why this is the document')).toBeVisible();
  await page.getByLabel('Reason why this is the document').fill('It is a page about consent.');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Accept this copy' }).click();
  await page.waitForURL((url) => url.pathname === path);
  await expect(copy(page, 2)).toContainText('Complete');
  await expect(page.getByRole('list', { name: 'History' })).toContainText(
    'It is a page about consent.',
  );
});

test('a failed capture gives its reason and can be taken again; a site that is down is tried again', async ({
  page,
}) => {
  await bring(page, byAddress(page, '/late/one'));
  await expect(copy(page, 1)).toContainText('no longer has this page', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Take a new copy' }).click();
  await expect(copy(page, 2)).toContainText('Complete', { timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1, name: 'A late report' })).toBeVisible();

  await bring(page, byAddress(page, '/busy/one'));
  await expect(copy(page, 1)).toContainText('The desk tries again by itself', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(copy(page, 1)).toContainText('Complete', { timeout: 30_000 });

  // An address that no source may lead to.
  await bring(page, () => page.getByLabel('Address').fill('http://169.254.169.254/latest'));
  await expect(copy(page, 1)).toContainText('on a private network', { timeout: 30_000 });
});

test('a failed address is fetched again when somebody attaches evidence by it', async ({
  page,
}) => {
  await bring(page, byAddress(page, '/late/evidence'));
  await expect(copy(page, 1)).toContainText('no longer has this page', { timeout: 30_000 });
  await pasteArticle(page, { title: 'Evidence by an address that failed' });
  await openAcceptedClaim(page, '120 people');
  await page.getByRole('link', { name: 'Attach evidence' }).click();
  await page.getByLabel(WHAT_IT_IS).fill(`${sources()}/late/evidence`);
  await openIt(page);
  await expect(page.getByRole('region', { name: 'Text of the copy' })).toBeVisible({
    timeout: 30_000,
  });
});

test('a changed page shows its changes, and nothing else', async ({ page }) => {
  const path = await bring(page, byAddress(page, '/changing/one'));
  await expect(copy(page, 1)).toContainText('Complete', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Take a new copy' }).click();
  await expect(copy(page, 2)).toContainText('text changed', { timeout: 30_000 });
  await page.getByRole('link', { name: 'Copy 2' }).click();
  const passages = page.getByRole('list', { name: 'Changed passages' });
  await expect(passages.locator('del')).toContainText('41');
  await expect(passages.locator('ins')).toContainText('42');
  await expect(passages).not.toContainText('taken to hospital');
  expect(await violationsInBoth(page)).toEqual([]);

  // The same address again leads to the existing source.
  await page.goto('/sources/new');
  await page.getByLabel('Address').fill(`${sources()}/changing/one#top`);
  await page.getByRole('button', { name: 'Add the source' }).click();
  await expect(page.getByText('The desk already has this source')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(path);
});

test('the same text under two addresses is offered for merging, and the evidence moves', async ({
  page,
}) => {
  const first = await bring(page, byAddress(page, '/report/twin-one'));
  await expect(copy(page, 1)).toContainText('Complete', { timeout: 30_000 });
  await pasteArticle(page, { title: 'Two addresses, one source' });
  const code = await openAcceptedClaim(page, '120 people');
  await page.goto(`/claims/${code}/evidence/new`);
  await page.getByLabel(WHAT_IT_IS).fill(`${sources()}/report/twin-two`);
  await openIt(page);
  await expect(page.getByRole('region', { name: 'Text of the copy' })).toContainText(WORDS, {
    timeout: 30_000,
  });
  await page.getByLabel('Quote', { exact: true }).fill(WORDS);
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.getByText('quote found in the copy')).toBeVisible();
  await page.goto(first);
  const offer = page.getByRole('region', { name: 'Possible connections' });
  await expect(offer).toContainText('The text is word for word the same as the text of');
  await offer.getByRole('button', { name: 'Merge the sources' }).first().click();
  await expect(page.getByRole('region', { name: 'Claims that use this source' })).toContainText(
    code,
  );
  expect(new URL(page.url()).pathname).toBe(first);
  // The words were found in the other’s copy, and stand marked in it still.
  await page.goto(`/claims/${code}`);
  await page.getByRole('link', { name: 'Log of the collapse', exact: true }).click();
  await expect(page.locator('mark#words')).toHaveText(WORDS);
});

test('a source of the desk is found again by its words', async ({ page }) => {
  await bring(page, byAddress(page, '/report/found-again'));
  await expect(copy(page, 1)).toContainText('Complete', { timeout: 30_000 });
  await page.goto('/sources');
  const search = (words: string) => async () => {
    await page.getByRole('searchbox').fill(words);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
  };
  await search('zeppelin')();
  await expect(page.locator('.empty')).toContainText('No source has “zeppelin” in its title');
  await search('northhaven found-again')();
  await expect(page.locator('.articles li')).toHaveCount(1);

  await pasteArticle(page, { title: 'Leans on what is there' });
  const code = await openAcceptedClaim(page, '120 people');
  await page.goto(`/claims/${code}/evidence/new`);
  const what = page.getByLabel(WHAT_IT_IS);
  await what.fill('zeppelin');
  await expect(page.getByText('No earlier source has these words.')).toBeVisible();
  // The words of the copies count, too.
  await what.fill('hours doctor hospital');
  const earlier = page.getByRole('list', { name: 'Earlier sources' });
  await expect(earlier.getByText('taken to hospital').first()).toBeVisible();
  await what.fill('collapse found-again');
  await expect(earlier.getByRole('button')).toHaveCount(1);
  expect(await violationsInBoth(page)).toEqual([]);
  await earlier.getByRole('button', { name: /^Log of the collapse/ }).click();
  await expect(page.getByRole('region', { name: 'Text of the copy' })).toContainText(WORDS);
});

test('when two people edit a source, the text of the second is not lost', async ({ page }) => {
  const path = await bring(page, byAddress(page, '/report/edited-by-two'));
  await expect(copy(page, 1)).toContainText('Complete', { timeout: 30_000 });
  await page.goto(`${path}/edit`);
  await page.getByLabel('Reason for confidentiality').fill('She would lose her job.');
  const other = await page.context().newPage();
  await other.goto(`${path}/edit`);
  await other.getByLabel('Language').fill('nb');
  await other.getByRole('button', { name: 'Save the details' }).click();
  await expect(other.getByRole('heading', { name: 'The desk’s copies' })).toBeVisible();
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(problem(page)).toContainText('Language is now “nb”.');
  await expect(problem(page)).toContainText('Reason for confidentiality is now empty.');
  await expect(page.getByLabel('Reason for confidentiality')).toHaveValue(
    'She would lose her job.',
  );
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(
    page.getByText('Confidential: no report shows this source, and viewers cannot see it. Reason:'),
  ).toBeVisible();
});

test('an interview is evidence without a copy, and its contact stays at the desk', async ({
  page,
  browser,
}) => {
  await pasteArticle(page, { title: 'Told by telephone' });
  const code = await openAcceptedClaim(page, '120 people');
  await page.goto(`/claims/${code}/evidence/new`);
  await page.getByRole('link', { name: 'It is an interview or a call' }).click();
  await page.getByLabel('Interviewed person').fill('The fire chief, by telephone');
  await page.getByLabel('Day of the interview').fill('2026-11-20');
  await page.getByLabel('Contact').fill('chief@fire.example, 555 0100');
  await page.getByLabel('Reason for confidentiality').fill('She asked not to be named.');
  await page.getByLabel('Quote', { exact: true }).fill('We treated 118, not 120.');
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(problem(page)).toContainText('Write a note or add a file');
  const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('118 treated') };
  await page.getByLabel('Recording or notes').setInputFiles(notes);
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.locator('.evidence')).toContainText('interview without a copy');
  await expect(page.locator('.evidence')).toContainText('notes.txt');
  const file = await page.getByRole('link', { name: 'notes.txt' }).getAttribute('href');
  expect(await (await page.request.get(file ?? '')).text()).toBe('118 treated');

  const csv = await (await page.request.get(`/exports/claims.csv?words=${code}`)).text();
  for (const secret of ['fire chief', '118, not 120', '555 0100', 'chief@fire']) {
    expect(csv).not.toContain(secret);
  }
  const viewer = await colleague(browser, 'Vic Viewer', 'viewer');
  await viewer.goto(`/claims/${code}`);
  await expect(viewer.locator('.evidence')).toContainText('A confidential source');
  const seen = await viewer.content();
  for (const secret of ['fire chief', '118, not 120', '555 0100', 'not to be named']) {
    expect(seen).not.toContain(secret);
  }
  expect((await viewer.request.get(file ?? '')).status()).toBe(404);
});

test('an article by its address is read, looked at and then searched for claims', async ({
  page,
}) => {
  await page.goto('/articles/new');
  await page.getByLabel('Address').fill(`${sources()}/story/one`);
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Ferry traffic falls', { timeout: 30_000 });
  await expect(page.getByLabel('Publisher')).toHaveValue('The Marl Courier');
  await expect(page.getByLabel('Published on')).toHaveValue('2 April 2026');
  await expect(page.locator('.copy')).toContainText('12,400 passengers');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByLabel('Title').fill('Ferry traffic falls in March');
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Ferry traffic falls in March' }),
  ).toBeVisible();
  await expect(card(page, '12,400 passengers')).toBeVisible();
});

test('claims move to a new capture of their article after confirmation, and doubtful ones wait', async ({
  page,
}) => {
  await page.goto('/articles/new');
  await page.getByLabel('Address').fill(`${sources()}/edited/one`);
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.locator('.copy')).toContainText('seven ferries', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(card(page, '12,000 people')).toBeVisible();
  const crane = (await card(page, '240 tonnes').getAttribute('id')) ?? '';
  await page.getByRole('link', { name: 'Copies' }).click();
  await page.getByRole('button', { name: 'Take a new copy' }).click();
  await expect(copy(page, 2)).toContainText('text changed', { timeout: 30_000 });
  await page.getByRole('link', { name: 'Harbour news', exact: true }).click();
  await expect(page.getByText('This article has a newer copy')).toBeVisible();
  await expect(page.locator('.text')).toContainText('seven ferries');
  await page.getByRole('link', { name: 'Find the claims in the new copy' }).click();
  await expect(page.getByRole('checkbox', { name: /12,000 people/ })).toBeChecked();
  const doubtful = page.getByRole('region', {
    name: 'Claims not found with certainty in the new copy',
  });
  await expect(doubtful).toContainText('The new copy does not have the words of the claim');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Switch to the new copy' }).click();

  // What stands in it no more waits for a person.
  await expect(page.getByRole('heading', { name: 'Claims in an earlier copy' })).toBeVisible();
  const form = page.locator('li').filter({ hasText: crane }).last();
  await form.getByRole('textbox').fill('Nothing is known of this crane.');
  await form.getByRole('button', { name: 'Attach the claim to these words' }).click();
  await expect(form.getByRole('alert')).toContainText('The new copy does not have these words');
  await form.getByRole('textbox').fill('Nothing is known of the crane.');
  await form.getByRole('button', { name: 'Attach the claim to these words' }).click();
  await expect(form).toHaveCount(0);
  await page.goto(`/claims/${crane}`);
  await expect(page.locator('.context')).toContainText('Nothing is known of the crane.');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a source is fetched, its page says when it is complete, and its words are typed', async ({
    page,
  }) => {
    await page.goto('/sources/new');
    await page.getByLabel('Address').fill(`${sources()}/report/plain`);
    await page.getByRole('button', { name: 'Add the source' }).click();
    // The browser itself asks again.
    await expect(copy(page, 1)).toContainText('Complete', { timeout: 45_000 });
    const source = new URL(page.url()).pathname.split('/').at(-1);

    await pasteArticle(page, { title: 'Evidence without scripts' });
    const code = await openAcceptedClaim(page, '120 people');
    await page.goto(`/claims/${code}/evidence/new`);
    // An earlier source is found by a search, and what was typed goes along.
    await page.getByLabel(WHAT_IT_IS).fill('collapse report/plain');
    await openStatement(page);
    await page.getByLabel('Note').fill('Seen by telephone, too.');
    await page.getByRole('button', { name: 'Search the earlier sources' }).click();
    await page.getByRole('button', { name: /^Log of the collapse/ }).click();
    expect(page.url()).toContain(source);
    await expect(page.getByLabel('Note')).toHaveValue('Seen by telephone, too.');
    await page.getByLabel('Find in the copy').fill('duty log');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page.locator('mark#words')).toHaveText('duty log');
    // The sentence around the words becomes the quote by a link.
    await page.getByRole('link', { name: 'Use this sentence as quote' }).click();
    await expect(page.getByLabel('Quote', { exact: true })).toHaveValue(/^The duty log.*doctor\.$/);
    await expect(page.getByLabel('Note')).toHaveValue('Seen by telephone, too.');
    await page
      .getByLabel('Quote', { exact: true })
      .fill('The duty log of the fire service count 118 people');
    await page.getByRole('radio', { name: /Refutes/ }).check();
    await page.getByRole('radio', { name: /Primary/ }).check();
    await page.getByRole('button', { name: 'Attach the evidence' }).click();
    // One letter is missing: found, and the difference shown.
    await expect(page.locator('.stands-as')).toContainText('counts');
  });
});

test('the pages of a source keep to the screen of a telephone', async ({ browser }) => {
  const page = await another(browser, {
    viewport: { width: 390, height: 800 },
    storageState: 'test-results/signed-in.json',
  });
  const path = await bring(page, byAddress(page, '/report/narrow'));
  await expect(copy(page, 1)).toContainText('Complete', { timeout: 30_000 });
  for (const each of [
    '/sources',
    '/sources/new',
    path,
    `${path}/edit`,
    `${path}/captures/1`,
    `${path}/captures/new`,
    '/sources/publishers',
    '/sources/publishers/new',
    '/articles/new',
  ]) {
    await page.goto(each);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([each, over <= 0]).toEqual([each, true]);
    expect([each, await violationsInBoth(page)]).toEqual([each, []]);
  }
  await page.context().close();
});
