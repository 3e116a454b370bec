import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { docxParts, wordParagraph, zipOf } from '../e2e/docx-bytes';
import { COOKIE_WALL, PARAGRAPH, STORY } from '../e2e/nasty-sources';
import { readFiles } from './read-files';
import { makeFolder } from './test-desk';

async function readAll(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = makeFolder();
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    if (content !== '') writeFileSync(path, content);
    return path;
  });
  const lines = [];
  for await (const line of readFiles(paths)) lines.push(JSON.parse(line));
  return lines;
}

test('files of several kinds are read in their order, each a line named by its file', async () => {
  const lines = await readAll({
    'b7.story.html': STORY,
    'a1.html.gz': gzipSync(STORY),
    'c2.docx': zipOf(docxParts(wordParagraph('600 were killed.'))),
  });
  // The headline is the title, and stands in no text.
  const text = Array(5).fill(PARAGRAPH).join('\n\n');
  expect(lines).toMatchObject([
    { id: 'b7', text, title: 'Seven ships lost', author: null, wall: null },
    { id: 'a1', text },
    { id: 'c2', text: '600 were killed.', publishedOn: null },
  ]);
});

test('a file that cannot be read gives a line with the reason, and the others are read', async () => {
  const endless = `<!doctype html>${'<div>'.repeat(100_000)}${PARAGRAPH}`;
  const lines = await readAll({
    'story1.html': STORY,
    'story2.html': STORY,
    'deep.html': endless,
    'half.pdf': '%PDF-1.7\n1 0 obj\n<< /Type /Catalog',
    'wall.html': COOKIE_WALL,
    'bomb.html.gz': gzipSync(Buffer.alloc(40 * 1024 * 1024, 'a')),
    'cut.html.gz': gzipSync(STORY).subarray(0, 60),
    'none.html': '',
    'story3.html': STORY,
  });
  expect(lines.map(({ id, text, problem }) => [id, text === '', problem])).toEqual([
    ['story1', false, undefined],
    ['story2', false, undefined],
    ['deep', false, undefined],
    ['half', true, expect.stringMatching(/^This PDF is damaged/)],
    ['wall', false, expect.stringMatching(/^The address gave a question about cookies/)],
    ['bomb', true, expect.stringMatching(/is larger than 32\.0 MB when it is unpacked\.$/)],
    ['cut', true, expect.stringMatching(/is damaged: it cannot be unpacked\.$/)],
    ['none', true, expect.stringMatching(/no such file/)],
    ['story3', false, undefined],
  ]);
});
