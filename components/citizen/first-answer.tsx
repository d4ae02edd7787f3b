import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FirstAnswer as First } from "@/lib/petitions/citizen/types";
import { formatDay } from "@/lib/platform/dates/days";

const bold = (chunks: ReactNode) => <b>{chunks}</b>;

/** Before anybody sorted a letter: who has it, and by when the law has them answer. */
export function FirstAnswer({ first }: { first: First }) {
  const t = useTranslations("citizen.first");
  const { office, body, receivedOn, due } = first;
  return (
    <>
      <p>{t.rich("who", { office, body, b: bold })}</p>
      {due ? (
        <>
          <p>
            {t.rich(due.daysLeft < 0 ? "over" : "by", {
              day: formatDay(due.on),
              days: Math.abs(due.daysLeft),
              b: bold,
            })}
          </p>
          <p className="hint">
            {t("why", {
              unit: due.unit,
              limit: due.limit,
              basis: due.basis,
              received: formatDay(receivedOn),
            })}
          </p>
        </>
      ) : null}
    </>
  );
}
