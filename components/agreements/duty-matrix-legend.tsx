import { useTranslations } from "next-intl";
import type { MatrixPart } from "@/components/agreements/matrix-types";
import { PartMark } from "@/components/agreements/part-mark";

const shown: readonly MatrixPart[] = ["lead", "assist", "informed", "lead-or-assist"];
const words = {
  lead: "lead",
  assist: "assist",
  informed: "informed",
  "lead-or-assist": "byItem",
  none: "none",
} as const;

/** The words beside the marks are what a screen reader hears in the cells anyway. */
export function DutyMatrixLegend() {
  const t = useTranslations("agreementParts.parts");
  return (
    <p className="legend" aria-hidden="true">
      {shown.map((part) => (
        <span key={part}>
          <PartMark part={part} office={{ code: "", tint: "x" }} />
          {t(words[part])}
        </span>
      ))}
    </p>
  );
}
