import { useTranslations } from "next-intl";
import { CitizenForm } from "@/components/citizen/citizen-form";
import { CitizenPage } from "@/components/citizen/citizen-page";
import { TextField } from "@/components/citizen/fields";
import type { LetterActView } from "@/lib/petitions/citizen/types";

/** Where the sender can be reached now. What was known before is not shown. */
export function ContactScreen({ view }: { view: LetterActView }) {
  const t = useTranslations("citizen");
  const { form, tenant } = view;
  const labels = { address: t("contact.address"), phone: t("contact.phone") };
  return (
    <CitizenPage
      oneLanguage
      frame={view}
      step={t("letter.step", { code: view.code })}
      title={t("contact.title")}
    >
      <p>{t("contact.lead")}</p>
      <CitizenForm tenant={tenant} act="contact" form={form} labels={labels}>
        <TextField
          form={form}
          name="address"
          label={labels.address}
          autoComplete="street-address"
          maxLength={300}
        />
        <TextField
          form={form}
          name="phone"
          label={labels.phone}
          type="tel"
          autoComplete="tel"
          maxLength={30}
        />
        <p>
          <button type="submit" className="btn btn--fill btn--wide">
            {t("contact.go")}
          </button>
        </p>
      </CitizenForm>
      <p className="cit__more">
        <a href={`/${tenant}/citizen/letter`}>{t("backToLetter")}</a>
      </p>
    </CitizenPage>
  );
}
