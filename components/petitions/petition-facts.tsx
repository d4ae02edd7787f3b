import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { usePetitionClass } from "@/components/petitions/petition-words";
import { type Fact, Facts } from "@/components/ui/facts";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";

function useTakenBy(view: PetitionPageView): string {
  const t = useTranslations("petitions.page");
  const office = view.filingOffice.code;
  const who = view.createdBy
    ? t("takenByWho", { who: view.createdBy, office })
    : view.origin === "import"
      ? t("imported")
      : t("online");
  return `${who}, ${formatInstant(view.createdAt)}`;
}

/** What the register has of a letter, beside its work. */
export function PetitionFacts({ view }: { view: PetitionPageView }) {
  const t = useTranslations("petitions");
  const takenBy = useTakenBy(view);
  const petitionClass = usePetitionClass(view.class);
  const outcome =
    view.outcome && view.outcomeOn
      ? t("page.outcomeValue", {
          outcome: t(`state.${view.outcome}` as never),
          day: formatDay(view.outcomeOn),
        })
      : "";
  const forwarder = view.forwarderKind
    ? [t(`forwarder.${view.forwarderKind}`), view.forwarderName].filter(Boolean).join(": ")
    : "";
  const facts: Fact[] = [
    { label: t("page.code"), value: view.code },
    { label: t("page.receivedOn"), value: formatDay(view.receivedOn) },
    { label: t("page.body"), value: `${view.body} (${view.receivingOffice.code})` },
    { label: t("page.channel"), value: `${t(`kind.${view.kind}`)}, ${t(`channel.${view.channel}`)}` },
    { label: t("page.forwarder"), value: forwarder },
    { label: t("page.class"), value: petitionClass },
    { label: t("page.denounces"), value: t(`form.answers.${view.denounces}`) },
    { label: t("page.people"), value: String(view.peopleCount) },
    { label: t("page.settledBefore"), value: view.settledBefore },
    { label: t("page.outcome"), value: outcome },
    {
      label: t("page.refusal"),
      value: view.refusalGround
        ? [t(`grounds.${view.refusalGround}`), view.refusalWords].filter(Boolean).join(". ")
        : "",
    },
    { label: t("page.outcomeBody"), value: view.outcomeBody },
    { label: t("page.outcomeDocument"), value: view.outcomeDocument },
    { label: t("page.documents"), value: view.documentsIssued > 0 ? String(view.documentsIssued) : "" },
    { label: t("page.followUp"), value: view.followUp },
    { label: t("way.keepUntil"), value: view.way.keepUntil ? formatDay(view.way.keepUntil) : "" },
    { label: t("way.destroyedAt"), value: view.way.destroyedAt ? formatInstant(view.way.destroyedAt) : "" },
    { label: t("page.note"), value: view.note },
    { label: t("page.takenBy"), value: takenBy },
  ];
  return (
    <Section id="facts" title={t("page.facts")}>
      <Facts facts={facts.filter((fact) => fact.value !== "")} />
    </Section>
  );
}
