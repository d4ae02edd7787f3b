import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { Badge } from "@/components/ui/badge";
import { NarrowLabel } from "@/components/ui/narrow-label";
import { OfficeLabel } from "@/components/ui/office-label";
import { Register } from "@/components/ui/register";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";
import { formatDue } from "@/lib/work-programmes/periods";
import type { OverlapSide, OverlapView } from "@/lib/work-programmes/types";

function Side({ side, tenant }: { side: OverlapSide; tenant: string }) {
  return (
    <>
      <OfficeLabel office={officeMark(side.office)} part="lead" />{" "}
      <a className="ttl" href={`/${tenant}/programmes/${side.programmeId}#item-${side.itemId}`}>
        {side.title}
      </a>
      <span className="sub">
        {formatDue(side)}
        {side.leader ? ` · ${side.leader}` : null}
      </span>
    </>
  );
}

function Meeting({ overlap, tenant }: { overlap: OverlapView; tenant: string }) {
  const t = useTranslations("programmes.overlaps");
  const { meeting, one } = overlap;
  if (!meeting) return null;
  const who = meeting.busyOf === "leader" ? t("busyLeader", { leader: one.leader ?? "" }) : t("busyBody");
  const from = formatInstant(new Date(meeting.startsAt));
  const until = formatInstant(new Date(meeting.endsAt));
  return (
    <>
      {meeting.meetingId ? (
        <a className="ttl" href={`/${tenant}/calendar/meetings/${meeting.meetingId}`}>
          {meeting.title}
        </a>
      ) : (
        <b>{t("busy")}</b>
      )}
      <span className="sub">
        {who} · {t("time", { from, until })}
      </span>
    </>
  );
}

/** Overlaps with both sides and their offices; what was said to each, or the act that says it. */
export function OverlapList({
  overlaps,
  tenant,
  settleHref,
}: {
  overlaps: readonly OverlapView[];
  tenant: string;
  /** Where it is said of one that it was talked over; null where one may not. */
  settleHref?: ((overlap: OverlapView) => string | null) | undefined;
}) {
  const t = useTranslations("programmes.overlaps");
  const acts = useTranslations("programmes.acts");
  return (
    <Register
      caption={t("title")}
      className="overlaps"
      head={[{ label: t("kind") }, { label: t("one") }, { label: t("other") }, { label: t("what") }]}
    >
      <tbody>
        {overlaps.map((overlap) => (
          <tr key={`${overlap.one.itemId} ${overlap.basis}`}>
            <td>
              <Badge tone={overlap.settled ? "neutral" : "due"}>{t(`kinds.${overlap.kind}`)}</Badge>
            </td>
            <td>
              <Side side={overlap.one} tenant={tenant} />
            </td>
            <td>
              <NarrowLabel label={t("other")} />
              {overlap.other ? (
                <Side side={overlap.other} tenant={tenant} />
              ) : (
                <Meeting overlap={overlap} tenant={tenant} />
              )}
            </td>
            <td>
              {overlap.settled ? (
                t("settled", {
                  day: formatDay(overlap.settled.on),
                  office: overlap.settled.office,
                  reason: overlap.settled.reason,
                })
              ) : (
                <>
                  {t("open")}
                  <br />
                  {settleHref?.(overlap) ? (
                    <a className="noprint act" href={settleHref(overlap) ?? undefined}>
                      {acts("settle")}
                      <span className="sr-only"> {overlap.one.title}</span>
                    </a>
                  ) : null}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Register>
  );
}
