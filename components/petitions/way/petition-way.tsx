import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/components/forms/confirm-form";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { destroyPetitionAction } from "@/lib/petitions/actions";
import type { PetitionPageView } from "@/lib/petitions/types";
import type { ForwardState, PetitionForwardView, PetitionLink } from "@/lib/petitions/way";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionPageView; tenant: string };

function Conditions({ view }: { view: PetitionPageView }) {
  const t = useTranslations("petitions.way");
  const words = useTranslations("petitions.conditions");
  const without = useTranslations("petitions.notApplicable");
  const { checks, eligible } = view.way;
  if (eligible === null) return null;
  const unmet = checks.filter(({ met }) => met === false);
  const beside = checks.filter(({ met }) => met === null);
  return (
    <Section id="conditions" title={t("conditionsTitle")}>
      <p className="mb-4">
        <Badge tone={eligible ? "done" : "alarm"}>{eligible ? t("eligible") : t("notEligible")}</Badge>
      </p>
      {unmet.length > 0 ? (
        <Facts facts={unmet.map(({ key, basis }) => ({ label: words(key as never), value: basis }))} />
      ) : (
        <p>{t("allMet", { count: checks.length - beside.length })}</p>
      )}
      {beside.length > 0 ? (
        <p>
          {t("notApplicable")}: {beside.map(({ key }) => without(key as never)).join("; ")}.
        </p>
      ) : null}
      {checks[0]?.note ? <p>{checks[0].note}</p> : null}
    </Section>
  );
}

const tones: Readonly<Record<ForwardState, BadgeTone>> = {
  sent: "due",
  acknowledged: "act",
  "sent-back": "alarm",
  "taken-back": "done",
  answered: "done",
};

function Forward({ forward, slipHref }: { forward: PetitionForwardView; slipHref: string | undefined }) {
  const t = useTranslations("petitions.way");
  const grounds = useTranslations("link.grounds");
  const back = [forward.backGround ? grounds(forward.backGround) : "", forward.backReason];
  const document = [forward.resultDocument, forward.resultOn ? formatDay(forward.resultOn) : ""];
  const line = t("sentLine", { number: forward.documentNumber, day: formatDay(forward.sentOn) });
  const facts = [
    { label: t("number"), value: slipHref ? <a href={slipHref}>{line}</a> : line },
    { label: t("basis"), value: forward.basis },
    { label: t("summary"), value: forward.summary },
    { label: t("reason"), value: forward.reason },
    { label: t("againReason"), value: forward.againReason },
    { label: t("backReason"), value: back.filter(Boolean).join(": ") },
    { label: t("result"), value: forward.result },
    { label: t("resultDocument"), value: document.filter(Boolean).join(", ") },
    {
      label: t("answeredHow"),
      value: forward.answeredVia ? t(`answeredVia.${forward.answeredVia}`) : "",
    },
  ];
  return (
    <li>
      <p className="mb-4">
        {t("fromTo", { from: forward.from.name, to: forward.to.name })}{" "}
        <Badge tone={tones[forward.state]}>{t(`forwardState.${forward.state}`)}</Badge>
        {forward.state === "sent" && forward.escalatedAt ? (
          <>
            {" "}
            <Badge tone="alarm">{t("escalated")}</Badge>
          </>
        ) : null}
      </p>
      <Facts facts={facts.filter(({ value }) => value !== "")} />
    </li>
  );
}

function Link({ tenant, letter }: { tenant: string; letter: PetitionLink }) {
  return (
    <p>
      <a href={`/${tenant}/petitions/${letter.id}`}>
        {letter.code}: {letter.subject}
      </a>
    </p>
  );
}

function Destroy({ view, tenant }: Props) {
  const t = useTranslations("petitions.way");
  if (!view.may.destroy || view.way.keepUntil === null || view.way.keepUntil > view.today) return null;
  return (
    <Section id="destroy" title={t("destroyTitle")}>
      <ConfirmForm
        id="destroy"
        action={destroyPetitionAction}
        hidden={{ tenant, petitionId: view.petitionId, revision: String(view.revision) }}
        text={t("destroyText")}
        submit={t("destroy")}
        back={{ href: `/${tenant}/petitions`, label: t("cancel") }}
      >
        <TextField name="documentNumber" label={t("destroyDocument")} maxLength={120} width="half" />
      </ConfirmForm>
    </Section>
  );
}

/** The way of a letter after intake: what was judged, split and given over. */
export function PetitionWay(props: Props) {
  const { view, tenant } = props;
  const t = useTranslations("petitions.way");
  const slip = `/${tenant}/petitions/${view.petitionId}/slip`;
  return (
    <>
      <Conditions view={view} />
      {view.way.parent ? (
        <Section id="parent" title={t("parentTitle")}>
          <Link tenant={tenant} letter={view.way.parent} />
        </Section>
      ) : null}
      {view.way.parts.length > 0 ? (
        <Section id="parts" title={t("partsTitle")} count={view.way.parts.length}>
          {view.way.parts.map((part) => (
            <Link key={part.id} tenant={tenant} letter={part} />
          ))}
        </Section>
      ) : null}
      {view.way.forwards.length > 0 ? (
        <Section id="forwards" title={t("forwardsTitle")}>
          <ol>
            {view.way.forwards.map((forward, index) => (
              <Forward key={forward.id} forward={forward} slipHref={index === 0 ? slip : undefined} />
            ))}
          </ol>
        </Section>
      ) : null}
      <Destroy {...props} />
    </>
  );
}
