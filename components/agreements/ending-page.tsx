import { useTranslations } from "next-intl";
import { EndingForms } from "@/components/agreements/ending-forms";
import { officeMark } from "@/components/agreements/office-mark";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DueLabel } from "@/components/ui/date-label";
import { Facts } from "@/components/ui/facts";
import { NarrowLabel } from "@/components/ui/narrow-label";
import { Note } from "@/components/ui/note";
import { OfficeLabel } from "@/components/ui/office-label";
import { Register } from "@/components/ui/register";
import type { EndingView } from "@/lib/agreements/types";
import { formatDay, formatInstant, plusDays } from "@/lib/platform/dates/days";

function OpenProposal({ view }: { view: EndingView }) {
  const t = useTranslations("agreements.ending");
  const { open, parties } = view;
  if (!open) return null;
  const given = parties.filter(({ agreedOn }) => agreedOn !== null).length;
  return (
    <Section id="open" title={t("openTitle")} count={t("count", { given, all: parties.length })}>
      <Facts
        facts={[
          { label: t("lastDay"), value: formatDay(open.lastDay) },
          { label: t("by"), value: `${open.by.name}, ${formatInstant(open.at)}` },
          { label: t("reason"), value: open.reason },
        ]}
      />
      <ul className="consents mt-4">
        {parties.map(({ office, agreedOn }) => (
          <li key={office.id}>
            <OfficeLabel office={officeMark(office)} part={agreedOn ? "lead" : "assist"} />
            {agreedOn ? (
              <span>
                <DueLabel tone="done" text={t("agreed")} />
                <span className="sub">{formatInstant(agreedOn)}</span>
              </span>
            ) : (
              <span className="text-muted">{t("waiting")}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Past({ view }: { view: EndingView }) {
  const t = useTranslations("agreements.ending");
  if (view.past.length === 0) return null;
  return (
    <Section id="past" title={t("pastTitle")}>
      <Register
        caption={t("pastTitle")}
        head={[{ label: t("lastDay") }, { label: t("by") }, { label: t("reason") }, { label: t("outcome") }]}
      >
        <tbody>
          {view.past.map((row) => (
            <tr key={row.id}>
              <td>
                <NarrowLabel label={t("lastDay")} />
                {formatDay(row.lastDay)}
              </td>
              <td>
                <NarrowLabel label={t("by")} />
                {row.by.code}
              </td>
              <td>{row.reason}</td>
              <td>
                {t(`states.${row.state}`, {
                  office: row.closedBy ?? "",
                  day: row.closedOn ? formatDay(row.closedOn) : "",
                })}
                {row.closeReason ? <span className="sub">{row.closeReason}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </Register>
    </Section>
  );
}

/** Ending a signed agreement before its term: what is in force, what is proposed, who agreed, what was said before. */
export function EndingPage({ view, tenant }: { view: EndingView; tenant: string }) {
  const t = useTranslations("agreements.ending");
  const agreements = useTranslations("agreements");
  const base = `/${tenant}/agreements`;
  const { signed } = view;
  const until = signed?.effectiveUntil ? formatDay(plusDays(signed.effectiveUntil, -1)) : null;
  const from = signed?.effectiveFrom ? formatDay(signed.effectiveFrom) : "";
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: agreements("title"), href: base },
          { label: view.title, href: `${base}/${view.agreementId}` },
          { label: t("title") },
        ]}
        title={t("title")}
        lead={t("lead")}
      />
      {signed ? (
        <Note tone="info" title={until ? t("term", { from, until }) : t("openTerm", { from })}>
          {t("afterwards")}
        </Note>
      ) : (
        <EmptyState title={t("nothingSigned")} text={t("nothingSignedText")} />
      )}
      {view.inRound && signed ? <Note tone="due" title={t("inRound")} /> : null}
      <OpenProposal view={view} />
      <EndingForms view={view} tenant={tenant} />
      <Past view={view} />
    </>
  );
}
