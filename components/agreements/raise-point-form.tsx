import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { Section } from "@/components/layout/section";
import { raisePointAction } from "@/lib/agreements/actions";
import type { AgreementPageView } from "@/lib/agreements/types";

type Props = { view: AgreementPageView; tenant: string; at: string | undefined };

const shownOfClause = 60;

/** A remark on a clause, or another wording with its reason; from a clause of the text the wording is filled in. */
export function RaisePointForm({ view, tenant, at }: Props) {
  const t = useTranslations("agreements.points");
  const clauses = view.chapters.flatMap((chapter) =>
    chapter.articles.flatMap((article) =>
      article.clauses.map((text, index) => ({
        ref: `${article.articleKey}.${index + 1}`,
        article: article.ordinal,
        clause: index + 1,
        text,
      })),
    ),
  );
  const chosen = clauses.find(({ ref }) => ref === at);
  return (
    <Section id="raise" title={t("raise")}>
      <ActionForm id="raise-point" action={raisePointAction} className="form" draft>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="versionId" value={view.version.id} />
        {chosen ? <HiddenField name="beforeText" value={chosen.text} /> : null}
        <SelectField
          name="at"
          label={t("at")}
          placeholder={t("atPlaceholder")}
          defaultValue={chosen?.ref}
          options={clauses.map(({ ref, article, clause, text }) => ({
            value: ref,
            label: t("placeAndText", {
              article,
              clause,
              text: text.length > shownOfClause ? `${text.slice(0, shownOfClause)}…` : text,
            }),
          }))}
        />
        <RadioGroup
          name="kind"
          label={t("kind")}
          defaultValue="remark"
          choices={(["remark", "proposal"] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <TextArea name="words" label={t("words")} rows={3} maxLength={2_000} />
        <TextArea
          name="proposedText"
          label={t("proposed")}
          hint={t("proposedHint")}
          defaultValue={chosen?.text}
          rows={6}
          maxLength={5_000}
          optional
          paper
        />
        <FormFooter>
          <SubmitButton>{t("submitRaise")}</SubmitButton>
        </FormFooter>
      </ActionForm>
    </Section>
  );
}
