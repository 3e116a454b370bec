import { extract } from '#engine/extract';
import { printReading, readInputDocument } from '../../bin/extract';

/** The line that `plumbline extract` prints for one document. */
export function readAsPrinted(id: unknown, text: string, publishedOn: string | null): string {
  const document = readInputDocument(JSON.stringify({ id, text, publishedOn }));
  if (typeof document === 'string') throw new Error(document);
  return printReading(document.id, extract(document.text, document));
}
