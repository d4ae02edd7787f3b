import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ClausePoint } from "@/components/agreements/clause-point";
import { RaisePointForm } from "@/components/agreements/raise-point-form";
import { Section } from "@/components/layout/section";
import type { AgreementPageView, PointView } from "@/lib/agreements/types";

type Props = { view: AgreementPageView; tenant: string; at: string | undefined };

const waits = ({ state }: PointView) => state === "open" || state === "answered";

/** What the parties say of the clauses: what still waits first, then how one adds to it, then what is done with. */
export function PointsPage({ view, tenant, at }: Props) {
  const t = useTranslations("agreements.points");
  const open = view.points.filter(waits);
  const closed = view.points.filter((point) => !waits(point));
  const list = (points: readonly PointView[]) => (
    <ul className="points">
      {points.map((point) => (
        <ClausePoint key={point.id} point={point} view={view} tenant={tenant} />
      ))}
    </ul>
  );
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={t("title")} crumb={t("title")} />
      {view.version.storedState === "negotiating" ? null : <p className="text-muted">{t("frozen")}</p>}
      <Section id="open" title={t("open", { count: open.length })}>
        {open.length > 0 ? list(open) : <p className="text-muted">{t("empty")}</p>}
      </Section>
      {view.may.raise ? <RaisePointForm view={view} tenant={tenant} at={at} /> : null}
      {closed.length > 0 ? (
        <Section id="closed" title={t("closed", { count: closed.length })}>
          {list(closed)}
        </Section>
      ) : null}
    </>
  );
}
