import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/select-field";
import type { MeetingContent, MeetingOptions } from "@/lib/meetings/types";

/** A room of the list, with where it is and how many it seats. */
export function RoomField({ options, start }: { options: MeetingOptions; start: Partial<MeetingContent> }) {
  const t = useTranslations("calendar.form");
  return (
    <SelectField
      name="roomId"
      label={t("room")}
      placeholder={t("noRoom")}
      optional="unsaid"
      width="half"
      defaultValue={start.roomId ?? undefined}
      options={options.rooms.map((room) => {
        const name = room.site ? `${room.name}, ${room.site}` : room.name;
        return { value: room.id, label: room.seats ? t("roomSeats", { name, seats: room.seats }) : name };
      })}
    />
  );
}
