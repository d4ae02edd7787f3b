import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { StepHeader } from "@/components/petitions/way/step-header";
import { StepNotOpen } from "@/components/petitions/way/step-not-open";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { assignPetitionAction } from "@/lib/petitions/actions";
import type { HandlerChoice } from "@/lib/petitions/handler/types";
import type { PetitionAssigningView } from "@/lib/petitions/types";

type Props = { view: PetitionAssigningView; tenant: string };

const valueOf = ({ postId, personId }: HandlerChoice) => `${postId}.${personId}`;

/** Who of the office works on the letter: chosen by name, beside what each has in hand. */
export function HandlerForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.handler");
  const states = useTranslations("petitions.state");
  const cancel = useTranslations("petitions.way");
  if (!view.may.assign) {
    return (
      <StepNotOpen
        view={view}
        tenant={tenant}
        step={t("pageTitle")}
        text={t("notNowText", { office: view.lead.name, state: states(view.state) })}
      />
    );
  }
  const hintOf = (choice: HandlerChoice) =>
    [
      t("choiceOpen", { open: choice.open }),
      ...(choice.inCharge ? [t("choiceInCharge")] : []),
      ...(choice.current ? [t("choiceCurrent")] : []),
    ].join(" · ");
  const first =
    view.choices.find(({ current }) => current) ??
    (view.handler.named ? undefined : view.choices.find(({ inCharge }) => inCharge));
  return (
    <>
      <StepHeader view={view} tenant={tenant} title={t("pageTitle")} lead={t("pageLead")} />
      {view.identity === "sealed" ? (
        <Note tone="info" icon="lock" title={t("sealedTitle")} level={2}>
          <p>{t("sealedText")}</p>
        </Note>
      ) : null}
      <ActionForm id="assign" action={assignPetitionAction} className="mt-6">
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="revision" value={String(view.revision)} />
        <RadioGroup
          name="handler"
          label={t("who")}
          defaultValue={first ? valueOf(first) : undefined}
          choices={[
            ...view.choices.map((choice) => ({
              value: valueOf(choice),
              label: t("choice", { name: choice.name, title: choice.title }),
              hint: hintOf(choice),
            })),
            ...(view.handler.named ? [{ value: "nobody", label: t("nobody"), hint: t("nobodyHint") }] : []),
          ]}
        />
        <TextArea
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          rows={2}
          optional={view.handler.named ? undefined : true}
        />
        <FormFooter>
          <SubmitButton look="fill">{t("submit")}</SubmitButton>
          <LinkButton look="quiet" href={`/${tenant}/petitions/${view.petitionId}`}>
            {cancel("cancel")}
          </LinkButton>
        </FormFooter>
      </ActionForm>
    </>
  );
}
