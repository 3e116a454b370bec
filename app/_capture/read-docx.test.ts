import { describe, expect, test } from 'vitest';
import { docxParts, wordParagraph, wordTable, zipOf } from '../../e2e/docx-bytes';
import { READ_LIMITS, type ReadLimits } from './limits';
import { readDocx } from './read-docx';

async function read(bytes: Uint8Array) {
  const document = await readDocx(bytes, READ_LIMITS);
  if (!document.ok) throw new Error(`refused: ${JSON.stringify(document.refusal)}`);
  return document.value;
}

async function refusalOf(bytes: Uint8Array, limits: Partial<ReadLimits>) {
  const document = await readDocx(bytes, { ...READ_LIMITS, ...limits });
  return document.ok ? document.value : document.refusal;
}

describe('a Word document', () => {
  test('has its large first letters in their words', async () => {
    const drop = (letter: string) =>
      `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr><w:r><w:t>${letter}</w:t></w:r></w:p>`;
    const file = zipOf(
      docxParts(
        `${drop('T')}${wordParagraph('he quay closed.')}${wordParagraph('A')}${wordParagraph('Ferries left.')}`,
      ),
    );
    expect((await read(file)).text).toBe('The quay closed.\n\nA\n\nFerries left.');
  });

  test('is read as its paragraphs and tables, with its title, author and language', async () => {
    const file = zipOf(
      docxParts(
        `${wordParagraph('600 &lt;b&gt; were killed.')}${wordTable([
          ['Year', 'Ships'],
          ['1942', '4,700'],
        ])}`,
        '<dc:title>Losses &amp; more</dc:title><dc:creator>Ada Brandt</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2025-05-01T10:00:00Z</dcterms:created>',
      ),
    );
    expect(await read(file)).toMatchObject({
      type: 'docx',
      text: '600 <b> were killed.\n\nYear | Ships\n1942 | 4,700',
      title: 'Losses & more',
      author: 'Ada Brandt',
      publishedOn: null,
      fileDay: '2025-05-01',
    });
  });

  const LARGE = Buffer.alloc(20 * 1024 * 1024, ' ');
  const bomb = (declaredBytes?: number) =>
    zipOf([
      ...docxParts(wordParagraph('600')),
      { name: 'word/more.xml', content: LARGE, ...(declaredBytes && { declaredBytes }) },
    ]);
  const limits = { unpackedBytes: 10 * 1024 * 1024 };

  test.each([
    ['that unpacks to too much', bomb(), { kind: 'tooLarge', bytes: 10 * 1024 * 1024 }],
    ['that lies about how much it unpacks to', bomb(1_000), { kind: 'broken', type: 'docx' }],
    ['under a password', zipOf(docxParts(''), { isLocked: true }), { kind: 'passwordProtected' }],
    ['without text', zipOf(docxParts('')), { kind: 'noText', type: 'docx' }],
    [
      'of other markup',
      zipOf([{ name: 'word/document.xml', content: 'not markup' }]),
      { kind: 'broken', type: 'docx' },
    ],
  ])('%s is refused', async (_what, bytes, refusal) => {
    expect(await refusalOf(bytes, limits)).toEqual(refusal);
  });
});
