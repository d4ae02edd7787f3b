import { useTranslations } from "next-intl";
import { PartyConsent, PartySigning } from "@/components/agreements/outside/party-acts";
import { PartyForm } from "@/components/agreements/outside/party-form";
import { PartyText } from "@/components/agreements/outside/party-text";
import { CitizenPage } from "@/components/citizen/citizen-page";
import { Facts } from "@/components/ui/facts";
import type { PartyLink, PartyPageView } from "@/lib/agreements/external/types";
import { dayAt, formatDay } from "@/lib/platform/dates/days";

function TypeSecret({ view }: { view: PartyPageView }) {
  const t = useTranslations("party");
  return (
    <>
      {view.done === null ? <p>{t("typeLead")}</p> : null}
      {view.missed && view.done === null ? (
        <div className="cit__errors" role="alert">
          <p>{t("missed")}</p>
        </div>
      ) : null}
      <PartyForm tenant={view.tenant} act="open">
        <div className="field">
          <label htmlFor="secret">{t("secret")}</label>
          <p className="hint" id="secret-hint">
            {t("secretHint")}
          </p>
          <input
            className="input mono"
            id="secret"
            name="secret"
            maxLength={60}
            autoCapitalize="characters"
            spellCheck={false}
            aria-describedby="secret-hint"
          />
        </div>
        <p>
          <button type="submit" className="btn btn--fill btn--wide">
            {t("open")}
          </button>
        </p>
      </PartyForm>
      <p className="hint">{t("ask")}</p>
    </>
  );
}

function What({ link }: { link: PartyLink }) {
  const t = useTranslations("party");
  const names = [...link.offices.map(({ name }) => name), ...link.outside];
  return (
    <Facts
      facts={[
        { label: t("parties"), value: names.join("; ") },
        { label: t("signer"), value: `${link.signerName}, ${link.signingTitle}` },
        { label: t("office"), value: link.office },
        { label: t("until"), value: formatDay(dayAt(new Date(link.expiresAt))) },
      ]}
    />
  );
}

/** The page a link opens for a party outside: one text, and the one thing the link is for. */
export function PartyScreen({ view }: { view: PartyPageView }) {
  const t = useTranslations("party");
  const { link } = view;
  return (
    <CitizenPage
      oneLanguage
      frame={view}
      brand={t("brand")}
      home={`/${view.tenant}/party`}
      step={link ? t(`step.${link.purpose}`, { number: link.number }) : undefined}
      title={link ? link.title : t("title")}
    >
      {view.done ? <output className="cit__note">{t(`done.${view.done}`)}</output> : null}
      {link ? (
        <>
          <p>{t("asked", { party: link.party })}</p>
          <What link={link} />
          {link.purpose === "consent" ? (
            <>
              <p>
                <a href="#answer">{t("toAnswer")}</a>
              </p>
              <PartyText link={link} />
            </>
          ) : null}
          {link.purpose === "consent" ? (
            <PartyConsent view={view} link={link} />
          ) : (
            <PartySigning view={view} link={link} />
          )}
          {link.purpose === "sign" ? <PartyText link={link} /> : null}
          <PartyForm tenant={view.tenant} act="leave">
            <p>
              <button type="submit" className="btn btn--wide">
                {t("leave")}
              </button>
            </p>
          </PartyForm>
        </>
      ) : (
        <TypeSecret view={view} />
      )}
    </CitizenPage>
  );
}
