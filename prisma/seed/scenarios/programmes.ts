import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt } from "@/lib/platform/dates/days";
import { addItem } from "@/lib/work-programmes/commands/add-item";
import { carryDown } from "@/lib/work-programmes/commands/carry-down";
import { draftProgramme } from "@/lib/work-programmes/commands/draft-programme";
import { issueProgramme } from "@/lib/work-programmes/commands/issue-programme";
import { as } from "../caller";
import type { SeededTenant } from "../create-tenant";
import type { SeededAgreement } from "./agreements";
import { dutyId } from "./tasks";

const [party, council, committee] = ["VPTU", "VP ĐĐBQH&HĐND", "VP UBND"] as const;

type Item = {
  title: string;
  /** As it is typed, of the next year where it names none. */
  due: string;
  duty?: string;
  leader?: string;
  submittedTo?: string;
  others?: string;
};
type Programme = { office: string; body: string; items: readonly Item[] };

const secretary = "Bí thư Tỉnh ủy";
const councilChair = "Chủ tịch Hội đồng nhân dân tỉnh";
const committeeChair = "Chủ tịch Ủy ban nhân dân tỉnh";
const deputyChair = "Phó Chủ tịch Ủy ban nhân dân tỉnh";

const termItems: readonly Item[] = [
  {
    title: "Nghị quyết về chuyển đổi số trong các cơ quan của tỉnh",
    due: "quý II/",
    duty: "party-meetings",
    leader: secretary,
    submittedTo: "TU",
  },
  {
    title: "Kiểm tra việc thực hiện quy chế làm việc của các cấp ủy",
    due: "",
    duty: "party-meetings",
    leader: "Phó Bí thư Thường trực Tỉnh ủy",
    submittedTo: "TU",
  },
];

const yearOfParty: readonly Item[] = [
  {
    title: "Hội nghị Ban Chấp hành Đảng bộ tỉnh về nhiệm vụ quý I",
    due: "24/03 – 25/03/",
    duty: "party-meetings",
    leader: committeeChair,
    submittedTo: "TU",
    others: "Ban Tuyên giáo và Dân vận Tỉnh ủy",
  },
  {
    title: "Giao ban quý giữa ba văn phòng",
    due: "03/",
    duty: "joint-meetings",
    leader: secretary,
  },
  {
    title: "Sơ kết một năm thực hiện Nghị quyết về chuyển đổi số",
    due: "06/",
    duty: "party-meetings",
    leader: secretary,
    submittedTo: "TU",
    others: "Sở Khoa học và Công nghệ",
  },
];

const years: readonly Programme[] = [
  {
    office: committee,
    body: "UBND",
    items: [
      {
        title: "Hội nghị xúc tiến đầu tư của tỉnh",
        due: "25/03/",
        duty: "committee-meetings",
        leader: committeeChair,
        others: "Sở Tài chính, Sở Công Thương",
      },
      {
        title: "Sơ kết một năm thực hiện Nghị quyết về chuyển đổi số của tỉnh",
        due: "15/06/",
        duty: "committee-meetings",
        leader: deputyChair,
        submittedTo: "UBND",
        others: "Sở Khoa học và Công nghệ",
      },
    ],
  },
  {
    office: council,
    body: "HDND",
    items: [
      {
        title: "Kỳ họp thường lệ giữa năm của Hội đồng nhân dân tỉnh",
        due: "07/07 – 09/07/",
        duty: "council-sessions",
        leader: councilChair,
        submittedTo: "HDND",
      },
    ],
  },
];

/**
 * Invented programmes of the province: the term and the next year of the Party committee, the next year of council and
 * committee, the first quarter, and its last month as a draft. Two leaders' days and one matter overlap between offices.
 */
export async function seedPhuThoProgrammes(seeded: SeededTenant, inForce: SeededAgreement): Promise<void> {
  const next = Number(dayAt(new Date()).slice(0, 4)) + 1;

  const draft = async (office: string, body: string, period: string) =>
    (
      await executeCommand(draftProgramme, as(seeded, office, "specialist"), {
        bodyId: seeded.bodies.get(body),
        period,
      })
    ).programmeId;
  const add = async (office: string, programmeId: string, item: Item) => {
    await executeCommand(addItem, as(seeded, office, "specialist"), {
      programmeId,
      title: item.title,
      due: `${item.due}${next}`,
      dutyId: item.duty ? await dutyId(seeded, inForce, item.duty) : "",
      leaderPostId: item.leader ? seeded.leaderPosts.get(item.leader) : "",
      submittedBodyId: item.submittedTo ? seeded.bodies.get(item.submittedTo) : "",
      others: item.others ?? "",
      despite: "yes",
      approvalNumber: "12-KL/TU",
      approvedOn: "01/06/2026",
      approvedBy: "Ban Thường vụ Tỉnh ủy",
    });
  };
  const issue = (office: string, programmeId: string, paperNumber: string) =>
    executeCommand(issueProgramme, as(seeded, office, "chief"), { programmeId, revision: 1, paperNumber });

  const term = await draft(party, "TU", `${next - 2}–${next + 3}`);
  for (const item of termItems) await add(party, term, item);
  await issue(party, term, "01-CTr/TU");
  const year = await draft(party, "TU", String(next));
  await executeCommand(carryDown, as(seeded, party, "specialist"), { programmeId: year });
  for (const item of yearOfParty) await add(party, year, item);
  await issue(party, year, "20-CTr/TU");
  for (const { office, body, items } of years) {
    const programmeId = await draft(office, body, String(next));
    for (const item of items) await add(office, programmeId, item);
    await issue(office, programmeId, body === "UBND" ? "105/CTr-UBND" : "18/CTr-HĐND");
  }
  const quarter = await draft(party, "TU", `quý I/${next}`);
  await executeCommand(carryDown, as(seeded, party, "specialist"), { programmeId: quarter });
  await issue(party, quarter, "21-CTr/TU");
  const month = await draft(party, "TU", `03/${next}`);
  await executeCommand(carryDown, as(seeded, party, "specialist"), { programmeId: month });
}
