import { useTranslations } from "next-intl";
import { PartyForm } from "@/components/agreements/outside/party-form";
import type { PartyLink, PartyPageView } from "@/lib/agreements/external/types";
import { formatInstant } from "@/lib/platform/dates/days";

type Props = { view: PartyPageView; link: PartyLink };

/** What was wrong with what was sent a moment ago. */
function Wrong({ view, act }: { view: PartyPageView; act: string }) {
  const { form } = view;
  const texts = form?.act === act ? Object.values(form.errors) : [];
  if (texts.length === 0) return null;
  return (
    <div className="cit__errors" id="errors" tabIndex={-1} role="alert">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

/** Yes to this very text, or no and why. */
export function PartyConsent({ view, link }: Props) {
  const t = useTranslations("party");
  const typed = view.form?.act === "answer" ? view.form.words : "";
  return (
    <>
      <h2>{t("yourAnswer")}</h2>
      <Wrong view={view} act="answer" />
      <p>{t("consentText")}</p>
      <PartyForm tenant={view.tenant} act="answer">
        <input type="hidden" name="contentHash" value={link.contentHash} />
        <input type="hidden" name="answer" value="consented" />
        <p>
          <button type="submit" className="btn btn--fill btn--wide">
            {t("consent")}
          </button>
        </p>
      </PartyForm>
      <details className="cit__plain" open={typed !== ""}>
        <summary>{t("refuse")}</summary>
        <p>{t("refuseText")}</p>
        <PartyForm tenant={view.tenant} act="answer">
          <input type="hidden" name="contentHash" value={link.contentHash} />
          <input type="hidden" name="answer" value="refused" />
          <div className="field">
            <label htmlFor="words">{t("why")}</label>
            <textarea
              className="area"
              id="words"
              name="words"
              rows={4}
              maxLength={500}
              defaultValue={typed}
            />
          </div>
          <p>
            <button type="submit" className="btn btn--wide">
              {t("refuseSubmit")}
            </button>
          </p>
        </PartyForm>
      </details>
    </>
  );
}

/** Half an hour in which nobody else signs: the file is fetched, signed with the party's own tool and brought back. */
export function PartySigning({ view, link }: Props) {
  const t = useTranslations("party");
  const { round } = link;
  if (!round) return null;
  if (round.turnUntil !== null) {
    return (
      <>
        <h2>{t("yourTurn")}</h2>
        <p>{t("turnUntil", { until: formatInstant(new Date(round.turnUntil)) })}</p>
        <p>
          <a className="btn btn--fill btn--wide" href={`/${view.tenant}/party/files/document`}>
            {t("download")}
          </a>
        </p>
        <Wrong view={view} act="sign" />
        <PartyForm tenant={view.tenant} act="sign">
          <div className="field">
            <label htmlFor="file">{t("file")}</label>
            <p className="hint" id="file-hint">
              {t("fileHint")}
            </p>
            <input
              className="input"
              id="file"
              name="file"
              type="file"
              accept=".pdf"
              aria-describedby="file-hint"
            />
          </div>
          <p>
            <button type="submit" className="btn btn--fill btn--wide">
              {t("send")}
            </button>
          </p>
        </PartyForm>
      </>
    );
  }
  return (
    <>
      <h2>{t("signing")}</h2>
      <Wrong view={view} act="turn" />
      <p>{t("signingText")}</p>
      {round.takenUntil === null ? null : (
        <p>{t("taken", { until: formatInstant(new Date(round.takenUntil)) })}</p>
      )}
      {round.certificates === 0 ? <p>{t("noCertificate", { office: link.office })}</p> : null}
      <PartyForm tenant={view.tenant} act="turn">
        <p>
          <button type="submit" className="btn btn--fill btn--wide">
            {t("takeTurn")}
          </button>
        </p>
      </PartyForm>
    </>
  );
}
