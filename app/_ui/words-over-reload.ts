import { NEVER_SENT_BACK } from '#forms/never-sent-back';

type StoredWords = { readonly field: string; readonly value: string };
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const PREFIX = 'plumbline:words:';

/**
 * Keeps what is typed on this page over the reload that it needs, in this tab alone and until it is
 * shown again. Passwords and codes are not kept.
 */
export function storeWords(): void {
  const stored = [...document.querySelectorAll<Field>('textarea, input, select')].flatMap(
    (field): StoredWords[] => {
      const isTyped = isChoice(field) ? field.checked !== field.defaultChecked : isChanged(field);
      const name = nameOf(field);
      if (!isTyped || !name || NEVER_SENT_BACK.test(field.name)) return [];
      return [{ field: name, value: isChoice(field) ? String(field.checked) : field.value }];
    },
  );
  sessionStorage.setItem(PREFIX + location.pathname, JSON.stringify(stored));
}

/** Shows again what was kept of this page, in fields that are as the page came. */
export function showStoredWords(): void {
  const stored = JSON.parse(
    sessionStorage.getItem(PREFIX + location.pathname) ?? '[]',
  ) as StoredWords[];
  sessionStorage.removeItem(PREFIX + location.pathname);
  for (const { field: name, value } of stored) {
    const field = document.querySelector<Field>(name);
    if (!field) continue;
    if (isChoice(field)) field.checked = value === 'true';
    else if (!isChanged(field)) field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const folded = field.closest('details');
    if (folded) folded.open = true;
  }
}

const isChoice = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');

/** Whether a person changed it; hidden fields, passwords and files are nobody's words. */
function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some((each) => each.selected !== each.defaultSelected);
  }
  if (field instanceof HTMLInputElement && /^(?:hidden|password|file)$/.test(field.type)) {
    return false;
  }
  return field.value !== field.defaultValue;
}

/** How the field is found on the page when it comes again; '' for one without a name. */
function nameOf(field: Field): string {
  if (isChoice(field)) {
    return `[name="${CSS.escape(field.name)}"][value="${CSS.escape(field.value)}"]`;
  }
  return field.id && `#${CSS.escape(field.id)}`;
}
