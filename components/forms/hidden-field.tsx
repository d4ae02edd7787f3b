/** What the page knows and the form must say; never a secret, never trusted. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
