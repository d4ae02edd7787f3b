import { type Day, dayAt, plusDays } from "@/lib/platform/dates/days";
import type { Random } from "./random";

/** A duty whose lead is fixed, with the offices it names, as signed. */
export type DutySpec = {
  id: string;
  versionId: string;
  leadOfficeId: string;
  assistOfficeIds: readonly string[];
  informedOfficeIds: readonly string[];
};

export type World = {
  duties: readonly DutySpec[];
  /** Who may have created a task: an account of each office. */
  creators: readonly { officeId: string; accountId: string }[];
  /** Tasks lie between these instants, the first nearest to `until`. */
  since: Date;
  until: Date;
};

export type GeneratedTask = {
  id: string;
  duty: DutySpec;
  title: string;
  description: string;
  creatorOfficeId: string;
  creatorAccountId: string;
  state: "open" | "closed";
  dueOn: Day;
  createdAt: Date;
  assists: readonly { officeId: string; state: string; dueOn: Day | null }[];
};

// Of the newest tenth most are open, of the rest few: an office has a backlog, not an open task for every one it ever had.
const newestShare = 0.1;
const openAmongNewest = 0.8;
const openAmongOlder = 0.03;

const kinds = [
  "Tài liệu hội nghị",
  "Báo cáo tháng",
  "Tờ trình",
  "Dự thảo nghị quyết",
  "Lịch công tác tuần",
  "Ý kiến thẩm tra",
];
const matters = [
  "đầu tư công",
  "cải cách hành chính",
  "kiến nghị cử tri",
  "tiếp công dân định kỳ",
  "phòng, chống thiên tai",
  "chuyển đổi số",
  "giải phóng mặt bằng",
];
const openStates = ["named", "asked", "accepted", "contributed", "declined"] as const;

function assistOf(random: Random, officeId: string, state: GeneratedTask["state"], dueOn: Day) {
  const assistState = state === "closed" ? "taken-over" : random.pick(openStates);
  return { officeId, state: assistState, dueOn: assistState === "named" ? null : plusDays(dueOn, -3) };
}

/** `count` tasks of one tenant, newest first; the same for the same random source and world. */
export function* generateTasks(random: Random, world: World, count: number): Generator<GeneratedTask> {
  const span = world.until.getTime() - world.since.getTime();
  for (let index = 0; index < count; index += 1) {
    const age = (index + random.next()) / count;
    const createdAt = new Date(world.until.getTime() - Math.floor(age * span));
    const open = random.chance(index < count * newestShare ? openAmongNewest : openAmongOlder);
    const state = open ? "open" : "closed";
    const duty = random.pick(world.duties);
    const creator = random.pick(world.creators);
    const dueOn = plusDays(dayAt(createdAt), random.integer(3, 40));
    yield {
      id: random.uuid(),
      duty,
      title: `${random.pick(kinds)} về ${random.pick(matters)}, số ${count - index}`,
      description: "Chuẩn bị theo đề cương đã gửi; mỗi văn phòng một phần.",
      creatorOfficeId: creator.officeId,
      creatorAccountId: creator.accountId,
      state,
      dueOn,
      createdAt,
      assists: duty.assistOfficeIds.map((officeId) => assistOf(random, officeId, state, dueOn)),
    };
  }
}

type AccessRow = { officeId: string; level: string; owed: string | null; owedOn: Day | null };

const nothingOwed = { owed: null, owedOn: null };

/** One row of `access` an office, the strongest part, as the triggers write them. */
export function accessOf(task: GeneratedTask): AccessRow[] {
  const parts: AccessRow[] = [
    { officeId: task.duty.leadOfficeId, level: "lead", ...nothingOwed },
    ...task.assists.map(({ officeId, state, dueOn }) => {
      const owes = task.state === "open" && (state === "asked" || state === "accepted");
      return { officeId, level: "assist", ...(owes ? { owed: state, owedOn: dueOn } : nothingOwed) };
    }),
    { officeId: task.creatorOfficeId, level: "creator", ...nothingOwed },
    ...task.duty.informedOfficeIds.map((officeId) => ({ officeId, level: "informed", ...nothingOwed })),
  ];
  const strongest = new Map<string, AccessRow>();
  for (const part of parts) if (!strongest.has(part.officeId)) strongest.set(part.officeId, part);
  return [...strongest.values()];
}
