import { toDay } from './document-day';
import { parsePage } from './parse-page';
import { toLanguage, toLine } from './readable-text';

/**
 * What a document of an office program says about itself.
 *
 * @param xml  its core properties (ECMA-376-2, 11), or the metadata of an OpenDocument
 */
export function toDocumentProperties(xml: string) {
  const read = (...names: string[]) =>
    names
      .map((name) => new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1])
      .map((found) => found && parsePage(found).body.textContent)
      .find(Boolean);
  return {
    title: toLine(read('dc:title')),
    author: toLine(read('meta:initial-creator', 'dc:creator')),
    publishedOn: null,
    fileDay: toDay(read('dcterms:created', 'meta:creation-date')),
    language: toLanguage(read('dc:language')),
  };
}
