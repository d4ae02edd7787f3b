import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { paperWords } from "@/components/programmes/programme-words";
import { Badge } from "@/components/ui/badge";
import { NarrowLabel } from "@/components/ui/narrow-label";
import { OfficeLabel } from "@/components/ui/office-label";
import { Register } from "@/components/ui/register";
import { Why } from "@/components/ui/why";
import { formatDue } from "@/lib/work-programmes/periods";
import type { ProgrammeItemView, ProgrammeView } from "@/lib/work-programmes/types";

type TableProps = { view: ProgrammeView; tenant: string };
type RowProps = TableProps & { item: ProgrammeItemView; number: number };

function LeadWhy({ item }: { item: ProgrammeItemView }) {
  const t = useTranslations("programmes.why");
  const { duty } = item;
  if (!duty) return null;
  const { article, clause, paper, text } = duty;
  return (
    <Why
      title={t("title", { office: item.lead.code })}
      text={duty.basis ? `${t(duty.rule)} ${duty.basis}` : t(duty.rule)}
      quote={{ text, source: t("place", { article, clause, paper }) }}
    />
  );
}

function NoteCell({ item, view, tenant }: Omit<RowProps, "number">) {
  const t = useTranslations("programmes.table");
  const isOff = view.above.length > 0 && item.parentItemId === null;
  return (
    <>
      {item.note}
      {item.meeting ? (
        <span className="sub">
          {t("meeting")}{" "}
          {item.meeting.title ? (
            <a href={`/${tenant}/calendar/meetings/${item.meeting.meetingId}`}>{item.meeting.title}</a>
          ) : (
            t("meetingBusy")
          )}
        </span>
      ) : null}
      {isOff ? (
        <span className="sub">
          {t("off")}. {item.approval ? t("approved", paperWords(item.approval)) : t("unapproved")}
        </span>
      ) : null}
    </>
  );
}

function ItemRow({ item, number, view, tenant }: RowProps) {
  const t = useTranslations("programmes");
  const base = `/${tenant}/programmes/${view.programmeId}`;
  const stopped = item.state === "stopped";
  const mayMend = !stopped && (view.may.editItem || view.may.amend);
  const act = view.state === "issued" ? t("acts.change") : t("acts.edit");
  return (
    <tr className={stopped ? "stopped" : undefined} id={`item-${item.itemId}`}>
      <td className="num">{number}</td>
      <td>
        {stopped ? <s>{item.title}</s> : <b>{item.title}</b>}{" "}
        {stopped ? <Badge>{t("table.stopped")}</Badge> : null}
        {item.overlaps > 0 ? (
          <span className="noprint">
            {" "}
            <a href={`/${tenant}/programmes/overlaps?year=${item.startsOn.slice(0, 4)}`}>
              <Badge tone="due">{t("page.overlapMark")}</Badge>
            </a>
          </span>
        ) : null}
      </td>
      <td>
        <NarrowLabel label={t("table.lead")} />
        <OfficeLabel office={officeMark(item.lead)} part="lead" /> <LeadWhy item={item} />
      </td>
      <td>
        <NarrowLabel label={t("table.assists")} />
        {item.assists.map((office) => (
          <span key={office.id}>
            <OfficeLabel office={officeMark(office)} />{" "}
          </span>
        ))}
        {item.others}
        {item.assists.length === 0 && item.others === "" ? t("table.none") : null}
      </td>
      <td>
        <NarrowLabel label={t("table.submittedTo")} />
        {item.submittedTo?.name ?? t("table.none")}
      </td>
      <td>
        <NarrowLabel label={t("table.due")} />
        {formatDue(item)}
      </td>
      <td>
        <NarrowLabel label={t("table.leader")} />
        {item.leader?.label ?? t("table.none")}
      </td>
      <td>
        <NoteCell item={item} view={view} tenant={tenant} />
        {mayMend ? (
          <a className="noprint act" href={`${base}/items/${item.itemId}`}>
            {act}
            <span className="sr-only"> {item.title}</span>
          </a>
        ) : null}
      </td>
    </tr>
  );
}

/** The official table of a programme, in the columns provinces print. */
export function ProgrammeTable({ view, tenant }: TableProps) {
  const t = useTranslations("programmes.table");
  return (
    <Register
      caption={t("title")}
      className="programme"
      head={[
        { label: t("number"), number: true },
        { label: t("title") },
        { label: t("lead") },
        { label: t("assists") },
        { label: t("submittedTo") },
        { label: t("due") },
        { label: t("leader") },
        { label: t("note") },
      ]}
    >
      <tbody>
        {view.items.map((item, index) => (
          <ItemRow key={item.itemId} item={item} number={index + 1} view={view} tenant={tenant} />
        ))}
      </tbody>
    </Register>
  );
}
