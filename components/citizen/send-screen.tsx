import { useTranslations } from "next-intl";
import { CitizenForm } from "@/components/citizen/citizen-form";
import { CitizenPage } from "@/components/citizen/citizen-page";
import { FilesField } from "@/components/citizen/fields";
import type { SendView } from "@/lib/petitions/citizen/types";

/** Step two: papers, a last look, and off it goes. */
export function SendScreen({ view }: { view: SendView }) {
  const t = useTranslations("citizen");
  const { form, tenant, limits } = view;
  const { values } = form;
  const shown = [
    [t("tell.body"), view.body],
    [t("tell.subject"), values["subject"]],
    [t("tell.contentLabel"), values["content"]],
    [t("tell.fullName"), values["fullName"]],
    [t("tell.address"), values["address"]],
    [t("tell.phone"), values["phone"]],
    ...(values["forOther"] === "on" ? [[t("tell.helperName"), values["helperName"]]] : []),
  ] as const;
  return (
    <CitizenPage oneLanguage frame={view} step={t("send.step")} title={t("send.title")}>
      <p>{t("send.lead")}</p>
      <CitizenForm tenant={tenant} act="send" form={form} labels={{ files: t("send.files") }}>
        <FilesField
          form={form}
          name="files"
          label={t("send.files")}
          hint={t("send.filesHint", limits)}
          declaration={t("send.declaration")}
        />
        <p className="cit__note">{t("send.secretPapers")}</p>
        <h2>{t("send.check")}</h2>
        <dl className="cit__check">
          {shown.map(([label, value]) =>
            value ? (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
        <p>
          <button type="submit" className="btn btn--fill btn--wide">
            {t("send.go")}
          </button>
        </p>
      </CitizenForm>
      <p className="cit__more">
        <a href={`/${tenant}/citizen`}>{t("send.back")}</a>
      </p>
    </CitizenPage>
  );
}
