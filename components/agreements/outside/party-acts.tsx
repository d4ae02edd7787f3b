import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PartyForm } from "@/components/agreements/outside/party-form";
import type { PartyLink, PartyPageView } from "@/lib/agreements/external/types";
import { formatInstant } from "@/lib/platform/dates/days";

type Props = { view: PartyPageView; link: PartyLink };

/** What was wrong with what was sent a moment ago. */
function Wrong({ view, acts }: { view: PartyPageView; acts: readonly string[] }) {
  const { form } = view;
  const texts = form && acts.includes(form.act) ? Object.values(form.errors) : [];
  if (texts.length === 0) return null;
  return (
    <div className="cit__errors" id="errors" tabIndex={-1} role="alert">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

type RefusalProps = {
  view: PartyPageView;
  act: "answer" | "decline";
  texts: Record<"title" | "text" | "submit", string>;
  children?: ReactNode;
};

/** No, and why. */
function Refusal({ view, act, texts, children }: RefusalProps) {
  const t = useTranslations("party");
  const { form } = view;
  const typed = form?.act === act ? form.words : "";
  const wrong = form?.act === act && form.errors["words"] !== undefined;
  return (
    <details className="cit__plain" open={typed !== "" || wrong}>
      <summary>{texts.title}</summary>
      <p>{texts.text}</p>
      <PartyForm tenant={view.tenant} act={act}>
        {children}
        <div className="field">
          <label htmlFor="words">{t("why")}</label>
          <textarea
            className="area"
            id="words"
            name="words"
            rows={4}
            maxLength={500}
            defaultValue={typed}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? "errors" : undefined}
          />
        </div>
        <p>
          <button type="submit" className="btn btn--wide">
            {texts.submit}
          </button>
        </p>
      </PartyForm>
    </details>
  );
}

function Decline({ view }: { view: PartyPageView }) {
  const t = useTranslations("party");
  return (
    <>
      <Wrong view={view} acts={["decline"]} />
      <Refusal
        view={view}
        act="decline"
        texts={{ title: t("decline"), text: t("declineText"), submit: t("declineSubmit") }}
      />
    </>
  );
}

/** Yes to this very text, or no and why. */
export function PartyConsent({ view, link }: Props) {
  const t = useTranslations("party");
  return (
    <>
      <h2 id="answer">{t("yourAnswer")}</h2>
      <Wrong view={view} acts={["answer"]} />
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
      <Refusal
        view={view}
        act="answer"
        texts={{ title: t("refuse"), text: t("refuseText"), submit: t("refuseSubmit") }}
      >
        <input type="hidden" name="contentHash" value={link.contentHash} />
        <input type="hidden" name="answer" value="refused" />
      </Refusal>
    </>
  );
}

/** Nobody signs it any more: why, and what becomes of it. */
function Over({ view, link, over }: Props & { over: NonNullable<NonNullable<PartyLink["round"]>["over"]> }) {
  const t = useTranslations("party");
  return (
    <>
      <h2>{t("over.title")}</h2>
      <Wrong view={view} acts={["turn", "sign"]} />
      <p>{t(`over.${over}`)}</p>
      <p>{t("over.next", { office: link.office })}</p>
      <Decline view={view} />
    </>
  );
}

/** Half an hour in which nobody else signs: the file is fetched, signed with the party's own tool and brought back. */
export function PartySigning({ view, link }: Props) {
  const t = useTranslations("party");
  const { round } = link;
  if (!round) return null;
  if (round.over !== null) return <Over view={view} link={link} over={round.over} />;
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
        <Wrong view={view} acts={["sign"]} />
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
        <p>{t("giveBackText")}</p>
        <PartyForm tenant={view.tenant} act="give-back">
          <p>
            <button type="submit" className="btn btn--wide">
              {t("giveBack")}
            </button>
          </p>
        </PartyForm>
        <Decline view={view} />
      </>
    );
  }
  return (
    <>
      <h2>{t("signing")}</h2>
      <Wrong view={view} acts={["turn", "sign", "give-back"]} />
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
      <Decline view={view} />
    </>
  );
}
