import { useTranslations } from "next-intl";
import { CitizenPage } from "@/components/citizen/citizen-page";
import { FirstAnswer } from "@/components/citizen/first-answer";
import { LeaveForm } from "@/components/citizen/leave-form";
import { Icon } from "@/components/ui/icon";
import type { SentView } from "@/lib/petitions/citizen/types";

/** Step three: code and secret, to be kept on a picture or on paper. */
export function SentScreen({ view }: { view: SentView }) {
  const t = useTranslations("citizen");
  const title = (
    <>
      <Icon name="check" />
      {t("sent.title")}
    </>
  );
  return (
    <CitizenPage frame={view} step={t("sent.step")} title={title}>
      <p>
        <b>{t("sent.keep")}</b> {t("sent.both")}
      </p>
      <dl className="cit__token">
        <dt>{t("code")}</dt>
        <dd>{view.code}</dd>
      </dl>
      <dl className="cit__token">
        <dt>{t("secretToYou")}</dt>
        <dd>{view.secret}</dd>
      </dl>
      <h2>{t("sent.next")}</h2>
      {view.first ? <FirstAnswer first={view.first} /> : null}
      <p>{t("sent.nextText")}</p>
      <p>{t("sent.where", { address: view.lookUpAt })}</p>
      <p className="cit__acts">
        <a className="btn btn--fill btn--wide" href={`/${view.tenant}/citizen/look-up`}>
          {t("sent.look")}
        </a>
      </p>
      <p className="hint">{t("lost")}</p>
      <LeaveForm tenant={view.tenant} />
    </CitizenPage>
  );
}
