import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CitizenPage } from "@/components/citizen/citizen-page";
import { FirstAnswer } from "@/components/citizen/first-answer";
import { LeaveForm } from "@/components/citizen/leave-form";
import { Icon } from "@/components/ui/icon";
import type { LetterView } from "@/lib/petitions/citizen/types";
import { formatDay } from "@/lib/platform/dates/days";

type Detail = NonNullable<LetterView["detail"]>;

function Stop({ done, title, children }: { done: boolean; title: string; children?: ReactNode }) {
  return (
    <li>
      <span className={done ? "cit__dot cit__dot--done" : "cit__dot"}>
        <Icon name={done ? "check" : "clock"} />
      </span>
      <p>
        <b>{title}</b>
        {children ? <span>{children}</span> : null}
      </p>
    </li>
  );
}

/** What happened with it so far, and what comes next. */
function Way({ view, detail }: { view: LetterView; detail: Detail }) {
  const t = useTranslations("citizen.letter");
  const states = useTranslations("citizen.state");
  const paper = (document: string) => (document ? ` · ${t("document", { document })}` : "");
  return (
    <ol className="cit__line">
      <Stop done title={t("received")}>
        {formatDay(detail.receivedOn)}, {detail.body}
      </Stop>
      {detail.forward ? (
        <Stop done title={t("forwarded", { office: detail.forward.office })}>
          {formatDay(detail.forward.on)}
          {paper(detail.forward.document)}
        </Stop>
      ) : null}
      {detail.acceptedOn ? (
        <Stop done title={t("accepted")}>
          {formatDay(detail.acceptedOn)}
        </Stop>
      ) : null}
      {view.open ? (
        <Stop done={false} title={t("answer")}>
          {detail.dueOn ? t("atLatest", { day: formatDay(detail.dueOn) }) : t("noDay")}
        </Stop>
      ) : (
        <Stop done title={states(view.state as never)}>
          {detail.outcomeOn ? formatDay(detail.outcomeOn) : ""}
          {paper(detail.document)}
          {detail.outcomeBody ? ` · ${detail.outcomeBody}` : ""}
        </Stop>
      )}
    </ol>
  );
}

/** What was issued to the sender, to be read and kept. */
function Papers({ papers, base }: { papers: Detail["papers"]; base: string }) {
  const t = useTranslations("citizen.letter");
  const kinds = useTranslations("petitions.papers.kinds");
  if (papers.length === 0) return null;
  return (
    <>
      <h2>{t("papers")}</h2>
      <ul className="cit__papers">
        {papers.map(({ id, kind, number, issuedOn }) => (
          <li key={id}>
            <a href={`${base}/papers/${id}`} download>
              {t("paper", { kind: kinds(kind), number, day: formatDay(issuedOn) })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const bold = (chunks: ReactNode) => <b>{chunks}</b>;

function Who({ view, detail }: { view: LetterView; detail: Detail }) {
  const t = useTranslations("citizen.letter");
  if (!view.open) return <p>{t("handled", { office: detail.office })}</p>;
  return (
    <p>
      {t.rich("handling", { office: detail.office, b: bold })}{" "}
      {detail.dueOn
        ? t.rich((detail.daysLeft ?? 0) < 0 ? "dueOver" : "due", {
            day: formatDay(detail.dueOn),
            days: Math.abs(detail.daysLeft ?? 0),
            b: bold,
          })
        : null}
    </p>
  );
}

/** How far a letter is, for who holds its code and secret. */
export function LetterScreen({ view }: { view: LetterView }) {
  const t = useTranslations("citizen");
  const base = `/${view.tenant}/citizen/letter`;
  return (
    <CitizenPage frame={view} step={t("letter.step", { code: view.code })} title={t(`state.${view.state}`)}>
      {view.done ? (
        <output className="cit__note cit__note--done">{t(`letter.done.${view.done}`)}</output>
      ) : null}
      {view.askedOn ? (
        <p className="cit__note">{t("letter.askedOn", { day: formatDay(view.askedOn) })}</p>
      ) : null}
      {view.detail ? (
        <>
          <Who view={view} detail={view.detail} />
          <Way view={view} detail={view.detail} />
          <Papers papers={view.detail.papers} base={base} />
        </>
      ) : null}
      {view.first ? <FirstAnswer first={view.first} /> : null}
      {view.detail || view.first ? null : <p>{t("letter.stateOnly")}</p>}
      {view.open ? (
        <>
          <p className="cit__acts">
            <a className="btn btn--wide" href={`${base}/add`}>
              <Icon name="clip" />
              {t("letter.add")}
            </a>
          </p>
          <p className="cit__more">
            <a href={`${base}/contact`}>{t("letter.contact")}</a>
            <a href={`${base}/withdraw`}>{t("letter.withdraw")}</a>
          </p>
        </>
      ) : null}
      <LeaveForm tenant={view.tenant} />
    </CitizenPage>
  );
}
