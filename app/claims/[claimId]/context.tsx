import type { Anchor } from '#domain/anchor';

const AROUND = 320;

/** The claim's words where they stand in the article. */
export function Context({ text, anchor }: { text: string | null; anchor: Anchor }) {
  if (text === null) {
    return (
      <p className="soft">The text of this copy was taken down; the claim’s words are kept.</p>
    );
  }
  const from = wordStart(text, anchor.start - AROUND);
  const to = wordEnd(text, anchor.end + AROUND);
  return (
    <blockquote className="context">
      {from > 0 && '… '}
      {text.slice(from, anchor.start)}
      <mark>{text.slice(anchor.start, anchor.end)}</mark>
      {text.slice(anchor.end, to)}
      {to < text.length && ' …'}
    </blockquote>
  );
}

function wordStart(text: string, near: number): number {
  if (near <= 0) return 0;
  const space = text.indexOf(' ', near);
  return space >= 0 && space < near + 40 ? space + 1 : near;
}

function wordEnd(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const space = text.lastIndexOf(' ', near);
  return space > near - 40 ? space : near;
}
