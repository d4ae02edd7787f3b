import { useTranslations } from "next-intl";
import { CitizenForm } from "@/components/citizen/citizen-form";
import { CitizenPage } from "@/components/citizen/citizen-page";
import { FilesField, LongField } from "@/components/citizen/fields";
import type { LetterActView } from "@/lib/petitions/citizen/types";

/** A page more to a letter, written or photographed. */
export function AddScreen({ view }: { view: LetterActView }) {
  const t = useTranslations("citizen");
  const { form, tenant, limits } = view;
  const labels = { page: t("add.text"), files: t("send.files") };
  return (
    <CitizenPage oneLanguage frame={view} step={t("letter.step", { code: view.code })} title={t("add.title")}>
      <CitizenForm tenant={tenant} act="add" form={form} labels={labels}>
        <LongField form={form} name="page" label={labels.page} rows={5} maxLength={10_000} />
        <FilesField
          form={form}
          name="files"
          label={labels.files}
          hint={t("send.filesHint", limits)}
          declaration={t("send.declaration")}
        />
        <p className="cit__note">{t("send.secretPapers")}</p>
        <p>
          <button type="submit" className="btn btn--fill btn--wide">
            {t("add.go")}
          </button>
        </p>
      </CitizenForm>
      <p className="cit__more">
        <a href={`/${tenant}/citizen/letter`}>{t("backToLetter")}</a>
      </p>
    </CitizenPage>
  );
}
