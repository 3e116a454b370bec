import {
  type CaptureOrigin,
  decideOrigin,
  fileTooLargeInWords,
  MAX_FILE_BYTES,
  type OriginRefusal,
  toFileName,
  type UploadedFile,
} from '#domain/documents/document';
import { accept, type Result, refuse } from '#domain/result';

/** What is wrong with how a document was brought, beside its field. */
export type DocumentInputErrors = {
  readonly file?: readonly string[];
  readonly text?: readonly string[];
};

/** The field `file` of a form: null when none was chosen; refused when it is too large. */
export async function readUpload(
  formData: FormData,
): Promise<Result<UploadedFile | null, DocumentInputErrors>> {
  const file = formData.get('file');
  // A field without a chosen file sends an empty file, under any name.
  if (!(file instanceof File) || file.size === 0) return accept(null);
  if (file.size > MAX_FILE_BYTES) return refuse({ file: [fileTooLargeInWords(file.size)] });
  return accept({ name: toFileName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) });
}

/**
 * Where the copy of a document comes from: the fields `file`, `text` and `url` of a form.
 *
 * @param nothing  what to say when none of them is filled in
 */
export async function readDocumentInput(
  formData: FormData,
  { url, text }: { readonly url: string | null; readonly text: string },
  nothing: string,
): Promise<Result<CaptureOrigin, DocumentInputErrors>> {
  const file = await readUpload(formData);
  if (!file.ok) return file;
  const origin = decideOrigin({ url, text, file: file.value });
  return origin.ok ? origin : refuse(explainOrigin(origin.refusal, nothing));
}

function explainOrigin({ kind }: OriginRefusal, nothing: string): DocumentInputErrors {
  switch (kind) {
    case 'nothingGiven':
      return { text: [nothing] };
    case 'textBesideFile':
      return {
        text: ['The file already has a text: leave this field empty, or remove the file'],
      };
    case 'noTranscript':
      return { text: ['This file is a picture: type the words in the picture'] };
  }
}
