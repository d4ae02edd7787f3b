import { useTranslations } from "next-intl";
import { useWhen } from "@/components/calendar/meeting-words";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { Register } from "@/components/ui/register";
import type { FreeTimesView } from "@/lib/meetings/types";
import { formatDay } from "@/lib/platform/dates/days";

const lengths = [30, 60, 90, 120, 150, 180, 240, 480];

function Asking({ view, address }: { view: FreeTimesView; address: string }) {
  const t = useTranslations("calendar.free");
  const form = useTranslations("calendar.form");
  const { asked, options } = view;
  return (
    <form action={address} className="form">
      <fieldset className="field">
        <legend className="label">{form("leaders")}</legend>
        <div className="pickgrid">
          {options.leaders.map((leader) => (
            <label key={leader.postId} className="pick">
              <input
                type="checkbox"
                name="leader"
                value={leader.postId}
                defaultChecked={asked.leaderPostIds.includes(leader.postId)}
              />
              <span>
                {leader.name}
                <small>{leader.title}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="inrow">
        <div className="field">
          <label htmlFor="free-room">{form("room")}</label>
          <select id="free-room" name="room" className="select w-half" defaultValue={asked.roomId ?? ""}>
            <option value="">{form("noRoom")}</option>
            {options.rooms.map((room) => (
              <option key={room.id} value={room.id}>
                {room.site ? `${room.name}, ${room.site}` : room.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="free-minutes">{t("length")}</label>
          <select id="free-minutes" name="minutes" className="select" defaultValue={String(asked.minutes)}>
            {lengths.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t("minutes", { minutes })}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="free-from">{t("from")}</label>
          <input
            id="free-from"
            name="from"
            className="input w-date"
            autoComplete="off"
            defaultValue={asked.notBefore ? formatDay(asked.notBefore) : ""}
          />
        </div>
      </div>
      <div className="formfoot">
        <Button look="fill">{t("find")}</Button>
      </div>
    </form>
  );
}

function fileHref(
  base: string,
  view: FreeTimesView,
  slot: NonNullable<FreeTimesView["slots"]>[number],
): string {
  const query = new URLSearchParams({ day: slot.day, start: slot.from, end: slot.until });
  for (const id of view.asked.leaderPostIds) query.append("leader", id);
  if (view.asked.roomId) query.set("room", view.asked.roomId);
  return `${base}/new?${query.toString()}`;
}

/** Free times of several leaders and a room, best first, each with why and a way to file it. */
export function FreeTimes({ view, tenant }: { view: FreeTimesView; tenant: string }) {
  const t = useTranslations("calendar.free");
  const clash = useTranslations("calendar.clash");
  const calendar = useTranslations("calendar");
  const when = useWhen();
  const base = `/${tenant}/calendar`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: calendar("title"), href: base }]}
        title={t("title")}
        lead={t("lead")}
      />
      <Asking view={view} address={`${base}/free`} />
      {view.slots === null ? null : (
        <Section id="slots" title={t("found")} count={view.slots.length}>
          {view.slots.length === 0 ? (
            <EmptyState level={3} title={t("none")} text={clash("noSlots")} />
          ) : (
            <Register
              caption={t("found")}
              head={[{ label: t("when") }, { label: t("why") }, { label: t("act") }]}
            >
              <tbody>
                {view.slots.map((slot) => (
                  <tr key={slot.value}>
                    <td>{when(slot)}</td>
                    <td>
                      {slot.soonest ? `${clash("soonest")} ` : ""}
                      {slot.holds === 0 ? clash("noHolds") : t("holds", { count: slot.holds })}
                    </td>
                    <td>
                      <a href={fileHref(base, view, slot)}>
                        {calendar("acts.file")}
                        <span className="sr-only"> {when(slot)}</span>
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Register>
          )}
        </Section>
      )}
    </>
  );
}
