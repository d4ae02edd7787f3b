import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ConsentsCleared } from "@/components/agreements/consents-cleared";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { editArticleAction } from "@/lib/agreements/actions";
import type { AgreementPageView, Article } from "@/lib/agreements/types";

/** One article as text: a paragraph a clause, numbers by themselves. */
export function EditArticleForm({
  view,
  article,
  tenant,
}: {
  view: AgreementPageView;
  article: Article;
  tenant: string;
}) {
  const t = useTranslations("agreements.editArticle");
  const title = t("title", { ordinal: article.ordinal });
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={title} crumb={title} />
      <ConsentsCleared view={view} />
      <ActionForm id="article" action={editArticleAction} className="form" draft>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="versionId" value={view.version.id} />
        <HiddenField name="revision" value={String(view.version.revision)} />
        <HiddenField name="articleKey" value={article.articleKey} />
        <TextField name="heading" label={t("heading")} defaultValue={article.heading} />
        <TextArea
          name="text"
          label={t("text")}
          hint={t("textHint")}
          defaultValue={article.clauses.join("\n\n")}
          rows={18}
          paper
        />
        <FormFooter>
          <SubmitButton>{t("submit")}</SubmitButton>
        </FormFooter>
      </ActionForm>
    </>
  );
}
