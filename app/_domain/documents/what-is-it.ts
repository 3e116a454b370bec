import { MAX_ADDRESS_LENGTH } from './web-address';

/** What a person put into the one field for a source. */
export type WhatItIs =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'address'; readonly address: string }
  /** The text of the source itself. */
  | { readonly kind: 'text'; readonly text: string }
  /** Words of an earlier source. */
  | { readonly kind: 'words'; readonly words: string };

const LONGEST_WORDS = 160;
const HOST = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(:\d+)?([/?#]\S*)?$/u;
const FILE_NAME = /\.(pdf|docx?|xlsx?|ods|csv|txt|md|html?|png|jpe?g|webp|gif)$/i;

/** Whether the field has an address, a text or a few words to search for. */
export function readWhatItIs(typed: string): WhatItIs {
  const text = typed.trim();
  if (text === '') return { kind: 'nothing' };
  if (!/\s/.test(text) && text.length <= MAX_ADDRESS_LENGTH) {
    if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return { kind: 'address', address: text };
    if (HOST.test(text) && !FILE_NAME.test(text)) {
      return { kind: 'address', address: `https://${text}` };
    }
  }
  const isText =
    text.length > LONGEST_WORDS ||
    text.includes('\n') ||
    (/[.!?…]["'”’»]?$/.test(text) && /\s/.test(text));
  return isText ? { kind: 'text', text: typed } : { kind: 'words', words: text };
}
