import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { confirmMeeting } from "@/lib/meetings/commands/confirm-meeting";
import { editMeeting } from "@/lib/meetings/commands/edit-meeting";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { giveBackMeeting } from "@/lib/meetings/commands/give-back-meeting";
import { numberMeeting } from "@/lib/meetings/commands/number-meeting";
import { postponeMeeting } from "@/lib/meetings/commands/postpone-meeting";
import { publishSheet } from "@/lib/meetings/commands/publish-sheet";
import { resettleMeeting } from "@/lib/meetings/commands/resettle-meeting";
import { freshDay, type Input, type MeetingStage, meetingRow } from "@/tests/support/builders/meeting-stages";
import type { Province } from "@/tests/support/builders/province";
import type { Tries } from "./actors";
import { type Compared, compare, nothingCounted } from "./compared";
import { type CodeVerdict, judgeByCode } from "./judge-by-code";
import { judgeByDatabase } from "./judge-by-database";
import {
  type FilingDuty,
  type RawMeetingAct,
  rawFiling,
  rawMeetingAct,
  rawPublication,
} from "./raw-meeting-acts";

export type MeetingItem = MeetingStage & { name: string; revision: number };
export type MeetingCell = { who: Tries; item: MeetingItem; act: RawMeetingAct };

export async function meetingItem(
  province: Province,
  name: string,
  meeting: MeetingStage,
): Promise<MeetingItem> {
  return { ...meeting, name, revision: Number((await meetingRow(province, meeting))["revision"]) };
}

const reason = "Lý do đã nêu";
const taking = { displaceReason: "Lấy chỗ" };

function codeSays({ act, item, who }: MeetingCell): Promise<CodeVerdict> {
  const seen = { meetingId: item.meetingId, revision: item.revision };
  const hour: Input = { day: item.day, from: "14:00", until: "16:00" };
  const content: Input = { ...hour, title: "Cuộc họp khác", kindKey: "other" };
  switch (act) {
    case "edit":
      return judgeByCode(editMeeting, who, { ...seen, ...content });
    case "approve":
      return judgeByCode(approveMeeting, who, seen);
    case "giveBack":
      return judgeByCode(giveBackMeeting, who, { ...seen, reason });
    case "confirm":
      return judgeByCode(confirmMeeting, who, { ...seen, ...taking });
    case "change":
      return judgeByCode(changeMeeting, who, { ...seen, ...content, ...taking, reason });
    case "postpone":
      return judgeByCode(postponeMeeting, who, { ...seen, reason });
    case "cancel":
      return judgeByCode(cancelMeeting, who, { ...seen, reason });
    case "number":
      return judgeByCode(numberMeeting, who, { ...seen, noticeNumber: "12/GM-VP" });
    case "resettle":
      return judgeByCode(resettleMeeting, who, { ...seen, ...hour });
  }
}

/** Puts every cell to the command and, as bare SQL, to the database. */
export async function compareMeetingCells(
  province: Province,
  cells: readonly MeetingCell[],
): Promise<Compared> {
  const compared = nothingCounted();
  for (const cell of cells) {
    const { who, item, act } = cell;
    const code = await codeSays(cell);
    const database = await judgeByDatabase(
      province.pool("app"),
      who,
      rawMeetingAct(act, item.meetingId, who),
    );
    compare(compared, { act, item: item.name, who, code, database });
  }
  return compared;
}

/** The same for filing a meeting, under a duty or under none. */
export async function compareFilings(
  province: Province,
  cells: readonly { who: Tries; duty: FilingDuty & { state: string } }[],
): Promise<Compared> {
  const compared = nothingCounted();
  const day = freshDay();
  for (const { who, duty } of cells) {
    const code = await judgeByCode(fileMeeting, who, {
      dutyId: duty.id ?? "",
      title: "Cuộc họp mới",
      kindKey: "other",
      day,
      from: "8:00",
      until: "9:00",
    });
    const database = await judgeByDatabase(province.pool("app"), who, rawFiling(duty, who));
    compare(compared, { act: "file", item: duty.state, who, code, database });
  }
  return compared;
}

/** The same for publishing one more version of a week that has changed. */
export async function comparePublications(
  province: Province,
  week: { monday: string; id: string; versions: number; versionId: string; dutyId: string },
  people: readonly Tries[],
): Promise<Compared> {
  const compared = nothingCounted();
  for (const who of people) {
    const code = await judgeByCode(publishSheet, who, { monday: week.monday, after: week.versions });
    const database = await judgeByDatabase(province.pool("app"), who, rawPublication(week, who));
    compare(compared, { act: "publish", item: "week", who, code, database });
  }
  return compared;
}
