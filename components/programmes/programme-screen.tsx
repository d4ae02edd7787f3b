import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ProgrammeTable } from "@/components/programmes/programme-table";
import { paperWords, programmeName, programmeShortName } from "@/components/programmes/programme-words";
import { LinkButton } from "@/components/ui/link-button";
import { MenuLink, MenuSeparator } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { PrintButton } from "@/components/ui/print-button";
import { PrintedHead } from "@/components/ui/printed-head";
import { type Day, formatDay } from "@/lib/platform/dates/days";
import { carryDownAction } from "@/lib/work-programmes/actions";
import type { ProgrammeChangeView, ProgrammeView } from "@/lib/work-programmes/types";

type ScreenProps = { view: ProgrammeView; tenant: string; place: string; today: Day };

function Notes({ view, tenant, today }: Omit<ScreenProps, "place">) {
  const t = useTranslations("programmes.page");
  const all = useTranslations("programmes");
  const isLate = view.state === "draft" && view.issueBy !== null && today > view.issueBy;
  return (
    <div className="noprint">
      {view.state === "draft" && view.unapproved > 0 ? (
        <div className="mb-4">
          <Note tone="rule" title={t("unapproved", { count: view.unapproved })}>
            <p>{t("unapprovedText")}</p>
          </Note>
        </div>
      ) : null}
      {isLate ? (
        <div className="mb-4">
          <Note tone="due" title={t("late", { day: view.issueBy ? formatDay(view.issueBy) : "" })}>
            <p>{t("lateText")}</p>
          </Note>
        </div>
      ) : null}
      {view.openOverlaps > 0 ? (
        <div className="mb-4">
          <Note tone="due" title={t("overlaps", { count: view.openOverlaps })} icon="alert">
            <p>
              <a href={`/${tenant}/programmes/overlaps?year=${view.startsOn.slice(0, 4)}`}>
                {all("tree.see")}
              </a>
            </p>
          </Note>
        </div>
      ) : null}
    </div>
  );
}

function Neighbours({ view, tenant }: { view: ProgrammeView; tenant: string }) {
  const t = useTranslations("programmes");
  if (view.above.length === 0 && view.below.length === 0) return null;
  const link = (each: ProgrammeView["above"][number]) => (
    <a key={each.programmeId} className="chip" href={`/${tenant}/programmes/${each.programmeId}`}>
      {programmeShortName(t, each)}
    </a>
  );
  return (
    <div className="weekbar noprint">
      {view.above.length > 0 ? (
        <nav className="chips" aria-label={t("page.above")}>
          <span className="text-muted">{t("page.above")}:</span> {view.above.map(link)}
        </nav>
      ) : null}
      {view.below.length > 0 ? (
        <nav className="chips" aria-label={t("page.below")}>
          <span className="text-muted">{t("page.below")}:</span> {view.below.map(link)}
        </nav>
      ) : null}
    </div>
  );
}

function Change({ change }: { change: ProgrammeChangeView }) {
  const t = useTranslations("programmes.changes");
  return (
    <li>
      <b>
        {t(change.act)}: {change.title}
      </b>
      <span className="sub">{t("decision", paperWords(change.decision))}</span>
      {change.act === "change" ? (
        change.fields.length === 0 ? (
          <span className="sub">{t("same")}</span>
        ) : (
          <dl className="facts">
            {change.fields.map(({ field, before, after }) => (
              <div key={field} className="facts__row">
                <dt>{t(`field.${field}`)}</dt>
                <dd>
                  <del>
                    <span className="sr-only">{t("before")} </span>
                    {before || t("empty")}
                  </del>{" "}
                  <ins>
                    <span className="sr-only">{t("after")} </span>
                    {after || t("empty")}
                  </ins>
                </dd>
              </div>
            ))}
          </dl>
        )
      ) : null}
    </li>
  );
}

function useLead(view: ProgrammeView): string {
  const t = useTranslations("programmes.page");
  if (view.state === "draft") {
    const lead = t("draftLead", { office: view.office.code });
    return view.issueBy ? `${lead} ${t("issueBy", { day: formatDay(view.issueBy) })}` : lead;
  }
  const values = { day: view.issuedOn ? formatDay(view.issuedOn) : "", by: view.issuedBy ?? "" };
  return view.paperNumber ? t("issuedNumber", { ...values, number: view.paperNumber }) : t("issued", values);
}

/** One programme: where it stands in the tree, its table, and what was changed since it was issued. */
export function ProgrammeScreen({ view, tenant, place, today }: ScreenProps) {
  const t = useTranslations("programmes");
  const base = `/${tenant}/programmes`;
  const address = `${base}/${view.programmeId}`;
  const name = programmeName(t, view);
  const [above] = view.above;
  const mayIssue = view.may.issue && view.items.length > 0 && view.unapproved === 0;
  const mayAdd = view.may.addItem || view.may.amend;
  return (
    <div className="programme-paper">
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: `${base}?year=${view.startsOn.slice(0, 4)}` },
          { label: view.body.name },
        ]}
        title={name}
        state={{ tone: view.state === "draft" ? "act" : "done", text: t(`state.${view.state}`) }}
        roles={{ lead: officeMark(view.office) }}
        lead={`${view.body.name}. ${useLead(view)}`}
        act={
          <>
            {mayIssue ? (
              <LinkButton look="fill" href={`${address}/issue`}>
                {t("acts.issue")}
              </LinkButton>
            ) : null}
            {mayAdd ? (
              <LinkButton look={mayIssue ? "plain" : "fill"} icon="plus" href={`${address}/items/new`}>
                {view.state === "issued" ? t("acts.addLater") : t("acts.addItem")}
              </LinkButton>
            ) : null}
            <PrintButton look="plain" label={t("acts.print")} />
          </>
        }
        menu={
          <>
            <MenuLink href={`${address}/files/chuong-trinh.docx`}>{t("acts.docx")}</MenuLink>
            {view.may.discard ? (
              <>
                <MenuSeparator />
                <MenuLink href={`${address}/discard`}>{t("acts.discard")}</MenuLink>
              </>
            ) : null}
          </>
        }
        logHref={`${address}/log`}
      />
      <PrintedHead
        office={view.body.name}
        place={place}
        day={view.issuedOn ?? today}
        title={name}
        about={view.state === "draft" ? t("state.draft") : (view.paperNumber ?? "")}
      />
      <Neighbours view={view} tenant={tenant} />
      <Notes view={view} tenant={tenant} today={today} />
      {view.toCarry > 0 && view.may.carryDown && above ? (
        <ActionForm id="carry-down" action={carryDownAction} className="noprint mb-4">
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="programmeId" value={view.programmeId} />
          <SubmitButton look="plain">
            {t("acts.carryDown", { count: view.toCarry, above: programmeShortName(t, above) })}
          </SubmitButton>
        </ActionForm>
      ) : null}
      {view.items.length === 0 ? (
        <EmptyState title={t("page.empty")} text={t("page.emptyText")} />
      ) : (
        <ProgrammeTable view={view} tenant={tenant} />
      )}
      {view.changes.length > 0 ? (
        <Section id="changes" title={t("page.changes")} count={view.changes.length}>
          <ul className="amended">
            {view.changes.map((change) => (
              <Change key={change.changeId} change={change} />
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}
