import { useTranslations } from "next-intl";
import { useWhen } from "@/components/calendar/meeting-words";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Register } from "@/components/ui/register";
import type { AnswerView, InvitationListView } from "@/lib/meetings/types";

type Item = InvitationListView["items"][number];

const tones: Record<AnswerView["answer"], BadgeTone> = {
  attends: "done",
  substitute: "act",
  absent: "alarm",
};

function Invited({ invited }: { invited: Item["invited"][number] }) {
  const t = useTranslations("calendar.attendance");
  const { whom, answer, substitute } = invited;
  return (
    <li>
      {whom}:{" "}
      {answer ? (
        <Badge tone={tones[answer]}>{t(`answers.${answer}`)}</Badge>
      ) : (
        <Badge tone="due">{t("open")}</Badge>
      )}
      {substitute ? <span className="sub">{t("instead", { who: substitute })}</span> : null}
    </li>
  );
}

function Row({ item, base }: { item: Item; base: string }) {
  const t = useTranslations("calendar.invitations");
  const when = useWhen();
  const open = item.invited.filter(({ answer }) => answer === null).length;
  return (
    <tr>
      <td className="date">{when(item)}</td>
      <td>
        <a href={`${base}/meetings/${item.meetingId}#attendance`}>{item.title}</a>
        <span className="sub">{item.lead}</span>
      </td>
      <td>
        <ul className="invited">
          {item.invited.map((each) => (
            <Invited key={each.whom} invited={each} />
          ))}
        </ul>
      </td>
      <td>{open === 0 ? t("allAnswered") : t("stillOpen", { count: open })}</td>
    </tr>
  );
}

/** Who is invited to the meetings the office has a part in, and what they said; answers are given on the meeting's page. */
export function InvitationsScreen({ view, tenant }: { view: InvitationListView; tenant: string }) {
  const t = useTranslations("calendar.invitations");
  const calendar = useTranslations("calendar");
  const base = `/${tenant}/calendar`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: calendar("title"), href: base }]}
        title={t("title")}
        lead={t("lead")}
      />
      {view.items.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      ) : (
        <Register
          caption={t("title")}
          head={(["when", "what", "whom", "left"] as const).map((column) => ({
            label: t(`column.${column}`),
          }))}
        >
          <tbody>
            {view.items.map((item) => (
              <Row key={item.meetingId} item={item} base={base} />
            ))}
          </tbody>
        </Register>
      )}
    </>
  );
}
