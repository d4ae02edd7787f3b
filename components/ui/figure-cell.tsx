/** A figure in its column; on a phone, where a row is a block without heads, its name stands before it. */
export function FigureCell({ label, value }: { label: string; value: number }) {
  return (
    <td className="num">
      <span className="only-narrow">{label}: </span>
      {value}
    </td>
  );
}
