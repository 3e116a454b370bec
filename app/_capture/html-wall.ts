import type { Wall } from '#domain/documents/capture';
import type { PageAbout } from './html-about';
import { toPageText } from './html-text';

/** Shorter than this, in characters, there is no article: a banner, a form, a message. */
const SHORT = 700;
/** Two or three paragraphs, as they are shown before the rest is sold. */
const TEASER = 2_000;
const NOTHING = 20;

const ASKS_CONSENT =
  /\b(?:cookies?|consent|gdpr|privacy (?:settings|choices|preferences)|our partners|zustimmen|einwilligung|consentement|consentimiento)\b/gi;
const AGREES =
  /^\W*(?:(?:i\s+)?(?:accept|agree|consent)|allow|(?:yes,?\s+)?(?:i'm|i am) (?:happy|ok)|got it|ok(?:ay)?|continue|alle akzeptieren|akzeptieren|zustimmen|tout accepter|accepter|j'accepte|aceptar|accetta)\b/i;
const ASKS_LOGIN =
  /\b(?:sign in|log ?in|sign up|register|subscribe|subscribers?|create (?:a free |an )?account|subscription|members?)\b[^.!?]{0,60}\b(?:to (?:continue|read|access|view|unlock|keep reading|see)|only|required|for full access)\b|\b(?:to (?:continue|keep) reading|already a subscriber|this (?:article|content|page) is (?:only )?(?:available )?(?:for|to) (?:subscribers|members)|you must (?:be logged in|log in|sign in))\b/i;
const ASKS_SCRIPT =
  /\b(?:enable|activate|turn on|requires?|needs?|allow|without|disabled)\b[^.]{0,60}\bjava\s?script\b|\bjava\s?script\b[^.]{0,60}\b(?:enabled?|required|disabled|needed|turned (?:on|off))\b/i;

/**
 * Tells whether a page shows something in the place of its text: by what stands on it and by how
 * little there is. A page with an article on it is no wall, whatever hangs over it.
 *
 * @returns asked with the readable text, the wall or null
 */
export function toWall(
  page: Document,
  { html, address, about }: { html: string; address: string | null; about: PageAbout },
): (text: string) => Wall | null {
  const scripts = page.querySelectorAll('script');
  const noscript = [...page.querySelectorAll('noscript')].map((each) => each.textContent).join(' ');
  const buttons = [
    ...page.querySelectorAll('button, [role=button], input[type=submit], input[type=button], a'),
  ].map((each) => each.getAttribute('value') ?? each.textContent ?? '');
  const leadsOn = [...page.querySelectorAll('meta[http-equiv]')].some(
    (meta) =>
      /^refresh$/i.test(meta.getAttribute('http-equiv') ?? '') &&
      /^\s*\d{1,2}(?:\.\d*)?\s*[;,]\s*(?:url\s*=)?\s*\S/i.test(meta.getAttribute('content') ?? ''),
  );
  const seen = toPageText(page.body);
  const hasPassword = page.querySelector('input[type=password]') !== null;
  const mountPoint = [...page.querySelectorAll('#root, #app, #__next, #__nuxt, app-root')].some(
    (each) => !each.textContent?.trim(),
  );
  const host = address && URL.canParse(address) ? new URL(address).hostname : '';
  const path = address && URL.canParse(address) ? new URL(address).pathname : '';

  return (text) => {
    const isShort = text.length < SHORT;
    if (isShort) {
      if (leadsOn) return 'redirect';
      if (saysMissing(about.fields.title, text)) return 'notFound';
      const asks = seen.match(ASKS_CONSENT)?.length ?? 0;
      const sent = /^(?:consent|guce|cookie|privacy)\b/.test(host);
      const agrees = buttons.some((label) => AGREES.test(label));
      const mostlyConsent = consentShare(text) > 0.5;
      if ((asks >= 2 && agrees && mostlyConsent) || (sent && asks >= 1)) return 'cookieWall';
      const sentToLogin = /\/(?:log-?in|sign-?in|auth|sso)\b/i.test(path);
      if (hasPassword || ASKS_LOGIN.test(seen) || (sentToLogin && buttons.length > 0)) {
        return 'loginWall';
      }
      const asksScript = ASKS_SCRIPT.test(noscript) || ASKS_SCRIPT.test(seen);
      const isShell = mountPoint && scripts.length > 0;
      const isMostlyScript = scripts.length >= 3 && text.length < html.length / 100;
      if (text.length < 300 && (asksScript || isShell)) return 'scriptOnly';
      if (text.length < NOTHING && (isMostlyScript || scripts.length > 0)) return 'scriptOnly';
      if (text.length < NOTHING) return 'empty';
    }
    const isCut = text.length < TEASER && about.isPaid && ASKS_LOGIN.test(seen);
    return isCut ? 'loginWall' : null;
  };
}

const MISSING =
  /^\W*(?:(?:error\W*)?404\b(?!\s+\w+\s+\w+\s+\w+)|(?:sorry\W+)?(?:the |this |that )?(?:page|article|story|document|content)(?: that| which)?(?: you(?:'re|’re| are| were)? \w+(?: for)?)? (?:was |is |could |can |has |does )?(?:not |n['’]t |no longer )+(?:be |been )?(?:found|exist|available)|page (?:not found|missing)|seite nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|página não encontrada)/i;

/** A short page says in its title, or in its first lines, that it is not there. */
const saysMissing = (title: string | null, text: string): boolean =>
  [title ?? '', ...text.split(/\n+/).slice(0, 3)].some(
    (line) => line.length < 120 && MISSING.test(line),
  );

/** How much of a text stands in paragraphs that speak of cookies and consent. */
function consentShare(text: string): number {
  if (!text) return 1;
  const asking = text.split(/\n+/).filter((line) => line.search(ASKS_CONSENT) >= 0);
  return asking.join('').length / text.replace(/\n+/g, '').length;
}
