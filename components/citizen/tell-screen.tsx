import { useTranslations } from "next-intl";
import { CitizenForm } from "@/components/citizen/citizen-form";
import { CitizenPage } from "@/components/citizen/citizen-page";
import { ChoiceField, LongField, TextField, TickField } from "@/components/citizen/fields";
import { relations, type TellView } from "@/lib/petitions/citizen/types";

/** Step one: what, who, to whom. */
export function TellScreen({ view }: { view: TellView }) {
  const t = useTranslations("citizen");
  const { form, tenant } = view;
  const labels = {
    content: t("tell.contentLabel"),
    subject: t("tell.subject"),
    bodyId: t("tell.body"),
    fullName: t("tell.fullName"),
    address: t("tell.address"),
    phone: t("tell.phone"),
    helperName: t("tell.helperName"),
    relation: t("tell.relation"),
    helperPhone: t("tell.helperPhone"),
  };
  const field = (name: keyof typeof labels) => ({ form, name, label: labels[name] });
  return (
    <CitizenPage frame={view} step={t("tell.step")} title={t("tell.title")}>
      <CitizenForm tenant={tenant} act="tell" form={form} labels={labels}>
        <LongField {...field("content")} hint={t("tell.contentHint")} rows={6} maxLength={20_000} />
        <TextField {...field("subject")} hint={t("tell.subjectHint")} maxLength={300} />
        <ChoiceField
          {...field("bodyId")}
          hint={t("tell.bodyHint")}
          options={view.bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField {...field("fullName")} autoComplete="name" maxLength={120} />
        <TextField {...field("address")} autoComplete="street-address" maxLength={300} />
        <TextField
          {...field("phone")}
          hint={t("tell.phoneHint")}
          type="tel"
          autoComplete="tel"
          maxLength={30}
        />
        <TickField form={form} name="forOther" label={t("tell.forOther")} />
        <div className="cit__helper">
          <p className="hint">{t("tell.helperHint")}</p>
          <TextField {...field("helperName")} maxLength={120} />
          <ChoiceField
            {...field("relation")}
            options={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
          />
          <TextField {...field("helperPhone")} type="tel" maxLength={30} />
        </div>
        <p>
          <button type="submit" className="btn btn--fill btn--wide">
            {t("tell.go")}
          </button>
        </p>
      </CitizenForm>
      <p className="cit__more">
        <a href={`/${tenant}/citizen/look-up`}>{t("tell.already")}</a>
      </p>
      <p className="hint">{t("tell.sealed")}</p>
    </CitizenPage>
  );
}
