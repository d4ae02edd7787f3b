import type { ReactNode } from "react";
import { NarrowLabel } from "@/components/ui/narrow-label";

/** A figure in its column, or a link that is one; on a phone its name stands before it. */
export function FigureCell({ label, value }: { label: string; value: ReactNode }) {
  return (
    <td className="num">
      <NarrowLabel label={label} />
      {value}
    </td>
  );
}
