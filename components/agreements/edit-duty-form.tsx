import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { PartMark } from "@/components/agreements/part-mark";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { assignDutyAction } from "@/lib/agreements/actions";
import type { AgreementPageView, MatrixArea, MatrixCell } from "@/lib/agreements/types";

type DutyView = MatrixArea["duties"][number];

const marks = { CT: "lead", PH: "assist", B: "informed", "CT|PH": "lead-or-assist", "": "none" } as const;

/** What a cell is sent as: an item-dependent lead shows as assisting, since nobody leads it by name. */
function sentAs(cell: MatrixCell): string {
  return cell === "CT|PH" ? "PH" : cell;
}

export function EditDutyForm({
  view,
  duty,
  tenant,
}: {
  view: AgreementPageView;
  duty: DutyView;
  tenant: string;
}) {
  const t = useTranslations("agreements.editMatrix");
  const parts = useTranslations("agreementParts.parts");
  const clause = `${duty.article}.${duty.clause}`;
  const contradiction = view.contradictions.find(
    (found) => found.rule === "lead" && found.article === duty.article && found.clause === duty.clause,
  );
  const locked = duty.fixedByLaw || duty.leadRule.kind === "by-table";
  const options = [
    { value: "CT", label: parts("lead") },
    { value: "PH", label: parts("assist") },
    { value: "B", label: parts("informed") },
    { value: "", label: parts("none") },
  ];
  const head = (
    <h3 id={`duty-${duty.dutyKey}`}>
      <span className="k">{clause}</span> {duty.shortText}
    </h3>
  );
  if (locked) {
    return (
      <div className="dutyform">
        {head}
        <p className="dutyform__marks">
          {view.parties.map((party, index) => (
            <span key={party.id}>
              {party.office.code}{" "}
              <PartMark part={marks[duty.cells[index] ?? ""]} office={officeMark(party.office)} />
            </span>
          ))}
        </p>
        <p className="text-xs text-muted">{t("locked")}</p>
      </div>
    );
  }
  return (
    <ActionForm
      id={`assign-${duty.dutyKey}`}
      action={assignDutyAction}
      className="dutyform"
      labelledBy={`duty-${duty.dutyKey}`}
    >
      {head}
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="versionId" value={view.version.id} />
      <HiddenField name="revision" value={String(view.version.revision)} />
      <HiddenField name="dutyId" value={duty.id} />
      <div className="dutyform__row">
        <SelectField
          name="leadRule"
          label={t("rule")}
          options={[
            { value: "fixed", label: t("fixed") },
            { value: "office-serving", label: t("serving") },
            { value: "host-of", label: t("host") },
          ]}
          defaultValue={duty.leadRule.kind}
        />
        {view.parties.map((party, index) => (
          <SelectField
            key={party.id}
            name={`cells.${party.office.id}`}
            label={party.office.code}
            options={options}
            defaultValue={sentAs(duty.cells[index] ?? "")}
          />
        ))}
        <SubmitButton look="plain">{t("submit", { clause })}</SubmitButton>
      </div>
      {contradiction?.rule === "lead" ? (
        <p className="text-sm text-due">
          {t("textToo", { clause, office: contradiction.leadCode, article: duty.article })}{" "}
          <a href={`/${tenant}/agreements/${view.agreementId}/articles/${contradiction.articleKey}`}>
            {t("mendText", { article: duty.article })}
          </a>
        </p>
      ) : null}
    </ActionForm>
  );
}
