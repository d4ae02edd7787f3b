import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { Section } from "@/components/layout/section";
import { NumberField } from "@/components/petitions/number-field";
import { joinedTo } from "@/components/petitions/same/same-letters";
import { SummaryFields } from "@/components/petitions/secrecy/summary-fields";
import { CircleWarnings, CompetentLastTime, SameMatter } from "@/components/petitions/way/circle-warnings";
import { StepHeader } from "@/components/petitions/way/step-header";
import { StepNotOpen } from "@/components/petitions/way/step-not-open";
import { LinkButton } from "@/components/ui/link-button";
import { Register } from "@/components/ui/register";
import { forwardPetitionAction } from "@/lib/petitions/actions";
import type { PetitionForwardingView } from "@/lib/petitions/types";
import type { CompetenceRow } from "@/lib/petitions/way";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionForwardingView; tenant: string };

function Table({ rows, tenant }: { rows: readonly CompetenceRow[]; tenant: string }) {
  const t = useTranslations("petitions.way");
  const words = useTranslations("petitions.competence");
  const more = { href: `/${tenant}/settings/competence`, label: words("link") };
  if (rows.length === 0) {
    return (
      <p className="hint">
        {t("tableNone")} <a href={more.href}>{more.label}</a>
      </p>
    );
  }
  const head = [{ label: t("tableSubject") }, { label: t("tableOffice") }, { label: t("tableBasis") }];
  return (
    <Section id="table" title={t("tableTitle")} more={more}>
      <Register caption={t("tableTitle")} head={head}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{row.label}</td>
              <td>{row.officeCode}</td>
              <td>{row.basis}</td>
            </tr>
          ))}
        </tbody>
      </Register>
    </Section>
  );
}

/** Why a letter is not given over now, in the order in which it is asked. */
function useWhyNotForward(view: PetitionForwardingView): string {
  const t = useTranslations("petitions.way.whyNotForward");
  const states = useTranslations("petitions.state");
  const sent = view.way.forwards.find(({ state }) => state !== "taken-back");
  const joined = joinedTo(view);
  if (joined !== null) return t("joined", { code: joined });
  if (sent)
    return t("once", { office: sent.to.name, day: formatDay(sent.sentOn), number: sent.documentNumber });
  if (view.part !== "lead") return t("lead", { office: view.lead.code });
  if (view.class === null) return t("classify");
  if (view.state !== "classified") return t("state", { state: states(view.state).toLowerCase() });
  return t("role");
}

/** A letter given over to another office: by the table in force, or otherwise with the reason. */
export function ForwardForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.way");
  const whyNot = useWhyNotForward(view);
  if (!view.may.forward) {
    return <StepNotOpen view={view} tenant={tenant} step={t("forwardTitle")} text={whyNot} />;
  }
  return (
    <>
      <StepHeader view={view} tenant={tenant} title={t("forwardTitle")} lead={t("forwardLead")} />
      <div className="mb-4 grid gap-3 empty:hidden">
        <SameMatter view={view} tenant={tenant} />
        <CircleWarnings circles={view.circles} />
        <CompetentLastTime competent={view.competentBefore} />
      </div>
      <ActionForm id="forward" action={forwardPetitionAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="revision" value={String(view.revision)} />
        <SelectField
          name="subjectKey"
          label={t("subjectKey")}
          optional="unsaid"
          placeholder={t("subjectNone")}
          options={view.rows.map(({ key, label, officeCode }) => ({
            value: key,
            label: `${officeCode}: ${label}`,
          }))}
        />
        <SelectField
          name="officeId"
          label={t("target")}
          hint={t("targetHint")}
          optional="unsaid"
          placeholder={t("targetNone")}
          options={view.targets.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {view.outside.length > 0 ? (
          <SelectField
            name="externalBodyId"
            label={t("outside")}
            hint={t("outsideHint")}
            optional="unsaid"
            placeholder={t("outsideNone")}
            options={view.outside.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <p className="hint">
          <a href={`/${tenant}/settings/bodies`}>{t("outsideList")}</a>
        </p>
        <TextArea
          name="reason"
          label={t("forwardReason")}
          hint={t("forwardReasonHint")}
          rows={2}
          optional="unsaid"
        />
        {view.circles.length > 0 ? (
          <TextArea
            name="againReason"
            label={t("againReason")}
            hint={t("againReasonHint")}
            rows={2}
            optional="unsaid"
          />
        ) : null}
        {view.identity === "sealed" ? <SummaryFields /> : null}
        <NumberField
          name="documentNumber"
          next={view.nextNumber ?? undefined}
          maxLength={120}
          texts={{
            label: t("documentNumber"),
            hint: view.nextNumber === null ? undefined : t("numberOffered"),
            free: t("numberFree", { number: "{number}" }),
            write: t("numberWrite", { number: "{number}" }),
            anyway: t("numberAnyway"),
          }}
        />
        <FormFooter>
          <SubmitButton look="fill">{t("forwardSubmit")}</SubmitButton>
          <LinkButton look="quiet" href={`/${tenant}/petitions/${view.petitionId}`}>
            {t("cancel")}
          </LinkButton>
        </FormFooter>
      </ActionForm>
      <Table rows={view.rows} tenant={tenant} />
    </>
  );
}
