/** The revision the form was shown at. A new one makes a new element, or React keeps the old value. */
export function Revision({ value }: { value: string | undefined }) {
  return <input type="hidden" name="revision" key={value} defaultValue={value} />;
}
