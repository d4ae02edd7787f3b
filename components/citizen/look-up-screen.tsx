import { useTranslations } from "next-intl";
import { CitizenForm } from "@/components/citizen/citizen-form";
import { CitizenPage } from "@/components/citizen/citizen-page";
import { TextField } from "@/components/citizen/fields";
import type { LookUpView } from "@/lib/petitions/citizen/types";

/** Code and secret, and nothing else is asked. */
export function LookUpScreen({ view }: { view: LookUpView }) {
  const t = useTranslations("citizen");
  const { form, tenant } = view;
  return (
    <CitizenPage frame={view} title={t("lookUp.title")}>
      <CitizenForm tenant={tenant} act="look-up" form={form} labels={{}}>
        <TextField
          form={form}
          name="code"
          label={t("code")}
          hint={t("lookUp.codeHint")}
          maxLength={60}
          code
        />
        <TextField
          form={form}
          name="secret"
          label={t("secret")}
          hint={t("lookUp.secretHint")}
          maxLength={20}
          code
          empty
        />
        <input type="hidden" name="ticket" value={view.ticket} />
        <p>
          <button type="submit" className="btn btn--fill btn--wide">
            {t("lookUp.go")}
          </button>
        </p>
      </CitizenForm>
      <details className="cit__plain">
        <summary>{t("lookUp.lostTitle")}</summary>
        <p>{t("lookUp.lostText")}</p>
      </details>
      <p className="cit__more">
        <a href={`/${tenant}/citizen`}>{t("lookUp.other")}</a>
      </p>
    </CitizenPage>
  );
}
