import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, dayToColumn, plusDays } from "@/lib/platform/dates/days";
import { actForOffice, inTenant } from "@/lib/platform/db/tenant-transaction";
import { acceptRequest } from "@/lib/tasks/commands/accept-request";
import { askContribution } from "@/lib/tasks/commands/ask-contribution";
import { closeTask } from "@/lib/tasks/commands/close-task";
import { createTask } from "@/lib/tasks/commands/create-task";
import { declineRequest } from "@/lib/tasks/commands/decline-request";
import { giveContribution } from "@/lib/tasks/commands/give-contribution";
import { takeOverContribution } from "@/lib/tasks/commands/take-over-contribution";
import { as, postOf } from "../caller";
import type { SeededTenant } from "../create-tenant";
import { readAs, type SeededAgreement } from "./agreements";

const [party, council, committee] = ["VPTU", "VP ĐĐBQH&HĐND", "VP UBND"] as const;

export async function dutyId(
  seeded: SeededTenant,
  agreement: SeededAgreement,
  dutyKey: string,
): Promise<string> {
  const office = [...seeded.offices.keys()][0] ?? "";
  const duty = await readAs(seeded, office, (tx) =>
    tx.coordinationDuty.findUniqueOrThrow({
      where: {
        tenantId_versionId_dutyKey: { tenantId: seeded.tenant.id, versionId: agreement.versionId, dutyKey },
      },
      select: { id: true },
    }),
  );
  return duty.id;
}

/** The task's day becomes yesterday, as a night does it: no command dates a task into the past. */
export async function letPass(seeded: SeededTenant, lead: string, taskId: string): Promise<void> {
  const post = postOf(seeded, lead, "department-head");
  const scope = { tenantId: seeded.tenant.id, accountId: post.accountId };
  await inTenant(scope, async (tx) => {
    await actForOffice(tx, post.officeId);
    await tx.task.updateMany({
      where: { tenantId: seeded.tenant.id, id: taskId },
      data: { dueOn: dayToColumn(plusDays(dayAt(new Date()), -1)) },
    });
  });
}

/** Tasks of the demonstration province in every state a person may meet. */
export async function seedPhuThoTasks(seeded: SeededTenant, agreement: SeededAgreement): Promise<void> {
  const today = dayAt(new Date());
  const duty = (key: string) => dutyId(seeded, agreement, key);
  const office = (code: string) => seeded.offices.get(code) ?? "";
  const create = async (by: string, input: Record<string, unknown>) =>
    (await executeCommand(createTask, as(seeded, by, "records-clerk"), input)).taskId;

  const conference = await create(party, {
    dutyId: await duty("party-meetings"),
    title: "Tài liệu Hội nghị Ban Thường vụ Tỉnh ủy lần thứ 18",
    description: "Chuẩn bị tài liệu trình hội nghị theo đề cương đã gửi; mỗi văn phòng một phần.",
    dueOn: plusDays(today, 9),
  });
  for (const [code, request] of [
    [council, "Danh mục nghị quyết trình kỳ họp cuối năm, kèm tiến độ thẩm tra của các ban."],
    [committee, "Tình hình kinh tế – xã hội 11 tháng và giải ngân đầu tư công."],
  ] as const) {
    await executeCommand(askContribution, as(seeded, party, "specialist"), {
      taskId: conference,
      officeId: office(code),
      request,
      dueOn: plusDays(today, 4),
    });
  }
  await executeCommand(acceptRequest, as(seeded, council, "department-head"), { taskId: conference });
  await executeCommand(giveContribution, as(seeded, council, "specialist"), {
    taskId: conference,
    contribution: "Danh mục 4 nghị quyết trình kỳ họp thứ sáu, kèm tiến độ thẩm tra của các ban.",
  });
  await executeCommand(takeOverContribution, as(seeded, party, "specialist"), {
    taskId: conference,
    officeId: office(council),
  });

  const submission = await create(committee, {
    dutyId: await duty("committee-submissions"),
    title: "Tờ trình về kế hoạch đầu tư công năm 2027 trình Ban Thường vụ",
    description: "Hoàn thiện tờ trình, đề nghị thẩm định về thẩm quyền, quy trình.",
    dueOn: plusDays(today, 2),
  });
  await executeCommand(askContribution, as(seeded, committee, "specialist"), {
    taskId: submission,
    officeId: office(party),
    request: "Thẩm định về thẩm quyền và quy trình trình Ban Thường vụ.",
    dueOn: plusDays(today, 1),
  });

  const session = await create(council, {
    dutyId: await duty("council-sessions"),
    title: "Chuẩn bị nội dung kỳ họp thứ sáu Hội đồng nhân dân tỉnh",
    description: "",
    dueOn: plusDays(today, 14),
  });
  await executeCommand(askContribution, as(seeded, council, "department-head"), {
    taskId: session,
    officeId: office(party),
    request: "Ý kiến chỉ đạo của Ban Thường vụ về chương trình kỳ họp.",
    dueOn: plusDays(today, 5),
  });
  await executeCommand(declineRequest, as(seeded, party, "department-head"), {
    taskId: session,
    reason: "Ban Thường vụ họp ngày cuối tháng, xin lùi thời hạn cho ý kiến.",
  });

  const schedule = await create(council, {
    dutyId: await duty("weekly-schedule"),
    title: "Lịch công tác tuần chung của lãnh đạo tỉnh, tuần tới",
    description: "Tổng hợp lịch ba khối, kiểm tra trùng lịch trước khi phát hành.",
    dueOn: today,
  });
  await letPass(seeded, party, schedule);

  const voters = await create(committee, {
    dutyId: await duty("joint-meetings"),
    title: "Buổi làm việc chung về kiến nghị cử tri khu công nghiệp",
    description: "Thường trực Hội đồng nhân dân tỉnh triệu tập.",
    bodyId: seeded.bodies.get("HDND") ?? "",
    dueOn: plusDays(today, 6),
  });
  await executeCommand(closeTask, as(seeded, council, "department-head"), {
    taskId: voters,
    revision: 1,
    result: "Đã họp ngày hôm nay; 3 kiến nghị chuyển sở chuyên ngành, thông báo kết luận gửi ba văn phòng.",
  });
}
