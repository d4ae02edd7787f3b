import { useTranslations } from "next-intl";
import { CitizenForm } from "@/components/citizen/citizen-form";
import { CitizenPage } from "@/components/citizen/citizen-page";
import { LongField, TickField } from "@/components/citizen/fields";
import type { LetterActView } from "@/lib/petitions/citizen/types";

/** It cannot be undone, so it is asked on a page of its own. */
export function WithdrawScreen({ view }: { view: LetterActView }) {
  const t = useTranslations("citizen");
  const { form, tenant } = view;
  const labels = { reason: t("withdraw.reason"), sure: t("withdraw.sure") };
  return (
    <CitizenPage
      oneLanguage
      frame={view}
      step={t("letter.step", { code: view.code })}
      title={t("withdraw.title")}
    >
      <p>{t(view.state === "received" ? "withdraw.atOnce" : "withdraw.later")}</p>
      <CitizenForm tenant={tenant} act="withdraw" form={form} labels={{}}>
        <LongField form={form} name="reason" label={labels.reason} rows={3} maxLength={1_000} />
        <TickField form={form} name="sure" label={labels.sure} />
        <p>
          <button type="submit" className="btn btn--fill btn--wide">
            {t("withdraw.go")}
          </button>
        </p>
      </CitizenForm>
      <p className="cit__more">
        <a href={`/${tenant}/citizen/letter`}>{t("withdraw.keep")}</a>
      </p>
    </CitizenPage>
  );
}
