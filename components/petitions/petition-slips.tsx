import { useTranslations } from "next-intl";
import { IssueSecret } from "@/components/petitions/issue-secret";
import { Dots, Slip, SlipPerson } from "@/components/petitions/slip";
import type { PetitionPageView, PetitionReceiptView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionPageView; tenant: string; place: string; demo: boolean };

/** Receipt of a letter and what came with it, form 02/TCD (Nghị định 154/2026/NĐ-CP). */
export function ReceiptSlip({ view, tenant, place, demo }: Props & { view: PetitionReceiptView }) {
  const t = useTranslations("petitions.slip.receipt");
  const scans = view.secrecy.scans.length;
  return (
    <Slip view={view} tenant={tenant} place={place} demo={demo} name="receipt">
      <p>{t("intro", { day: formatDay(view.receivedOn), office: view.filingOffice.name })}</p>
      <SlipPerson view={view} />
      <p>{t("letter", { body: view.body, subject: view.subject })}</p>
      <p>{t("code", { code: view.code })}</p>
      {view.mayIssueSecret ? <IssueSecret view={view} tenant={tenant} /> : null}
      <p>{t("papers")}</p>
      <p>1. {scans > 0 ? t("scans", { count: String(scans).padStart(2, "0") }) : <Dots />}</p>
      {[2, 3].map((number) => (
        <p key={number}>
          {number}. <Dots />
        </p>
      ))}
      <p>{t("copies")}</p>
    </Slip>
  );
}

/** Notice that reception is refused, form 01/TCD (Nghị định 154/2026/NĐ-CP, art. 4). */
export function RefusalSlip({ view, tenant, place, demo }: Props) {
  const t = useTranslations("petitions");
  const ground = view.refusalGround ? t(`grounds.${view.refusalGround}`) : "";
  return (
    <Slip view={view} tenant={tenant} place={place} demo={demo} name="refusal">
      <p>{t("slip.refusal.intro", { day: formatDay(view.receivedOn), office: view.filingOffice.name })}</p>
      <SlipPerson view={view} />
      <p>{t("slip.refusal.about", { subject: view.subject })}</p>
      <p>{t("slip.refusal.basis")}</p>
      <p>{t("slip.refusal.ground", { ground })}</p>
      {view.refusalWords ? <p>{view.refusalWords}</p> : null}
      <p>{t("slip.refusal.end", { office: view.filingOffice.name })}</p>
    </Slip>
  );
}
