import { expect, test } from 'vitest';
import { toFileName } from '#domain/documents/document';
import { readUpload } from './document-input';

test.each([
  ['harbour\0.txt', 'harbour.txt'],
  ['../../etc/passwd\n', 'passwd'],
  ['a/b\r\nc/notes.pdf', 'notes.pdf'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['\u0007bell\u001b[31m.txt', 'bell[31m.txt'],
  ['half \ud83d.txt', 'half .txt'],
  ['..', 'file'],
  ['\u200b\u2066', 'file'],
  ['Überblick 2026 – Häfen.docx', 'Überblick 2026 – Häfen.docx'],
])('a file with the name %j is stored as %j', async (named, stored) => {
  expect(toFileName(named)).toBe(stored);
});

test('a file keeps its own name without its folder, and a long name is cut between characters', async () => {
  const nameOf = async (name: string) => {
    const formData = new FormData();
    formData.set('file', new File(['text'], name));
    const upload = await readUpload(formData);
    return upload.ok && upload.value?.name;
  };
  expect(await nameOf('C:\\notes\\harbour.txt')).toBe('harbour.txt');
  expect(await nameOf(`${'a'.repeat(199)}😀.txt`)).toBe('a'.repeat(199));
});
