/** 'French' for 'fr'; a code that names no language stands as it is. */
export function languageInWords(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
