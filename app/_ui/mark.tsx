/** The desk's mark, a plumb bob on its line. The word stands beside it, for screen readers too where there is no room. */
export function Mark() {
  return (
    <svg viewBox="8 0 16 32" fill="currentColor" aria-hidden="true">
      <path d="M15 0h2v11h5.5v3.2L16 31 9.5 14.2V11H15z" />
    </svg>
  );
}
