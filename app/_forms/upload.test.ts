import { expect, test } from 'vitest';
import { readUpload } from './upload';

test('a file keeps its own name without the folder, cut between characters where it is long', async () => {
  const nameOf = async (name: string) => {
    const formData = new FormData();
    formData.set('file', new File(['text'], name));
    const upload = await readUpload(formData);
    return upload.ok && upload.value?.name;
  };
  expect(await nameOf('C:\\notes\\harbour.txt')).toBe('harbour.txt');
  expect(await nameOf(`${'a'.repeat(199)}😀.txt`)).toBe('a'.repeat(199));
});
