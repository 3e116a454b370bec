'use client';

// Drawn in the browser too: as elements, a few hundred options cost the server more than as words.

/** Names the browser offers while one is typed. */
export function NameSuggestions({ id, names }: { id: string; names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
