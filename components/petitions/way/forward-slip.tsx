import { useTranslations } from "next-intl";
import { ForwardLink } from "@/components/petitions/outside/forward-link";
import { usePetitionClass } from "@/components/petitions/petition-words";
import { StepHeader } from "@/components/petitions/way/step-header";
import { StepNotOpen } from "@/components/petitions/way/step-not-open";
import { OfficialHead } from "@/components/ui/official-head";
import { PrintButton } from "@/components/ui/print-button";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionPageView; tenant: string; place: string };

/** The slip a letter goes with (TT 05/2021/TT-TTCP, form 03), laid out as Nghị định 30/2020/NĐ-CP asks. A sealed name is not on it. */
export function ForwardSlip({ view, tenant, place }: Props) {
  const t = useTranslations("petitions.forwardSlip");
  const way = useTranslations("petitions.way");
  const petitionClass = usePetitionClass(view.class);
  const [forward] = view.way.forwards;
  if (!forward) {
    return <StepNotOpen view={view} tenant={tenant} step={t("page")} text={way("forwardLead")} />;
  }
  const plain = view.petitioners.find((person) => person.kind === "plain");
  const who =
    view.identity === "sealed"
      ? t("sealed")
      : plain
        ? [plain.fullName, plain.address].filter(Boolean).join(", ")
        : t("anonymous");
  return (
    <>
      <div className="noprint">
        <StepHeader
          view={view}
          tenant={tenant}
          title={t("page")}
          act={<PrintButton label={t("printNow")} hint={t("print")} />}
        />
      </div>
      <article className="paper slip">
        <OfficialHead
          office={forward.from.name}
          place={place}
          day={forward.sentOn}
          number={t("no", { number: forward.documentNumber })}
        />
        <h2 className="paper__type">{t("title")}</h2>
        <p>{t("to", { office: forward.to.name })}</p>
        <p>
          {t("received", {
            day: formatDay(view.receivedOn),
            office: forward.from.name,
            code: view.code,
            body: view.body,
            class: petitionClass,
          })}
        </p>
        <p>{t("from", { who })}</p>
        <p>{t("about", { subject: forward.summary || view.subject })}</p>
        {forward.basis ? <p>{t("basis", { basis: forward.basis })}</p> : null}
        {forward.reason ? <p>{t("reason", { reason: forward.reason })}</p> : null}
        <p>{t("end", { from: forward.from.name, to: forward.to.name })}</p>
        <ForwardLink view={view} tenant={tenant} />
        <p>{t("copies")}</p>
        <p className="text-right">
          <b>{t("signer")}</b>
        </p>
      </article>
    </>
  );
}
