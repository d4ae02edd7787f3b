import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { Register } from "@/components/ui/register";
import { receiveNoticeAction } from "@/lib/meetings/actions";
import type { NoticesView, NoticeView } from "@/lib/meetings/types";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";
import { weekOf } from "@/lib/platform/dates/times";

type NoticesScreenProps = { view: NoticesView; tenant: string; officeCode: string; isFirst: boolean };

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** What the notice says and where it leads. */
function useNotice(tenant: string) {
  const t = useTranslations("notices");
  const clocks = useTranslations("clocks");
  return (notice: NoticeView): { text: string; href: string } => {
    const monday = textOf(notice.payload.monday);
    if (notice.kind === "petition-due") {
      const step = `steps.${textOf(notice.payload.step)}`;
      return {
        text: t("petitionDue", {
          step: clocks.has(step as never) ? clocks(step as never) : "",
          code: textOf(notice.payload.code),
          day: formatDay(textOf(notice.payload.dueOn)),
        }),
        href: `/${tenant}/petitions/${notice.subjectId}#clocks`,
      };
    }
    if (notice.kind === "petition-assigned") {
      return {
        text: t("petitionAssigned", { code: textOf(notice.payload.code) }),
        href: `/${tenant}/petitions/${notice.subjectId}`,
      };
    }
    if (notice.kind === "agreement-expiring") {
      const { title, last } = notice.payload;
      return {
        text: t("agreementExpiring", { title: textOf(title), day: formatDay(textOf(last)) }),
        href: `/${tenant}/agreements/${notice.subjectId}`,
      };
    }
    if (notice.kind === "agreement-ending") {
      const { title, last, state } = notice.payload;
      const key = `agreementEnding.${textOf(state)}`;
      const words = { title: textOf(title), day: formatDay(textOf(last)) };
      return {
        text: t.has(key as never) ? t(key as never, words as never) : words.title,
        href: `/${tenant}/agreements/${notice.subjectId}/end`,
      };
    }
    if (notice.kind === "forward-unacknowledged") {
      const { code, from, to, sentOn } = notice.payload;
      const words = {
        code: textOf(code),
        from: textOf(from),
        to: textOf(to),
        day: formatDay(textOf(sentOn)),
      };
      return {
        text: t("forwardUnacknowledged", words),
        href: `/${tenant}/petitions/${notice.subjectId}#forwards`,
      };
    }
    if (notice.kind === "week-not-filed") {
      return {
        text: t("notFiled", { week: weekOf(monday).week }),
        href: `/${tenant}/calendar/new?week=${monday}`,
      };
    }
    if (notice.subjectKind === "week-sheet") {
      const number = Number(notice.payload.number ?? 0);
      const changed = Array.isArray(notice.payload.meetingIds) ? notice.payload.meetingIds.length : 0;
      return {
        text:
          number === 0
            ? t("sheetFirst", { week: weekOf(monday).week })
            : t("sheetAdjusted", { week: weekOf(monday).week, number, changed }),
        href: `/${tenant}/calendar?week=${monday}&version=${number}${number === 0 ? "" : "&only=changes"}`,
      };
    }
    const title = notice.title ?? t("noLonger");
    const key = `kinds.${notice.kind}`;
    const text = t.has(key as never) ? t(key as never, { title } as never) : title;
    const following = Number(notice.payload.following ?? 0);
    return {
      text: following > 0 ? `${text} ${t("following", { following })}` : text,
      href: `/${tenant}/calendar/meetings/${notice.subjectId}`,
    };
  };
}

function Receipt({ notice, tenant }: { notice: NoticeView; tenant: string }) {
  const t = useTranslations("notices");
  if (notice.receivedAt) {
    const at = formatInstant(notice.receivedAt);
    return (
      <>{notice.receivedBy ? t("receivedBy", { name: notice.receivedBy, at }) : t("received", { at })}</>
    );
  }
  return (
    <ActionForm id={`receive-${notice.id}`} action={receiveNoticeAction}>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="noticeId" value={notice.id} />
      <SubmitButton look="plain">{t("receive")}</SubmitButton>
    </ActionForm>
  );
}

/** What the office has been told, with its receipts. */
export function NoticesScreen({ view, tenant, officeCode, isFirst }: NoticesScreenProps) {
  const t = useTranslations("notices");
  const noticeOf = useNotice(tenant);
  const open = view.items.filter((notice) => notice.receivedAt === null).length;
  return (
    <>
      <PageHeader title={t("title")} lead={isFirst ? t("lead", { open, office: officeCode }) : undefined} />
      {view.items.length > 0 ? (
        <Register
          caption={t("caption", { office: officeCode })}
          head={[{ label: t("at") }, { label: t("what") }, { label: t("receipt") }]}
        >
          <tbody>
            {view.items.map((notice) => {
              const { text, href } = noticeOf(notice);
              return (
                <tr key={notice.id}>
                  <td className="date">{formatInstant(notice.at)}</td>
                  <td>
                    <a href={href}>{text}</a>
                  </td>
                  <td>
                    <Receipt notice={notice} tenant={tenant} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Register>
      ) : (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      )}
      <Pagination
        firstHref={isFirst ? undefined : `/${tenant}/notices`}
        nextHref={view.next ? `/${tenant}/notices?after=${view.next}` : undefined}
      />
    </>
  );
}
