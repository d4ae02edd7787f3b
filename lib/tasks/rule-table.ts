import type { Role, Rule, RuleSource } from "@/lib/platform/policy/rule-table";
import { roles } from "@/lib/platform/policy/rule-table";

export const taskActs = [
  "create",
  "read",
  "describe",
  "ask",
  "takeOver",
  "close",
  "accept",
  "decline",
  "contribute",
] as const;
export type TaskAct = (typeof taskActs)[number];

/**
 * The acting office's one strongest part in a task: lead, assist, creator, informed, else none. Creating happens
 * before there is a task, so there the part is that in the agreement: "party" when the office represents a party
 * to the version in force, "other" when not.
 */
export const taskParts = ["lead", "assist", "informed", "creator", "none", "party", "other"] as const;
export type TaskPart = (typeof taskParts)[number];

/** "none" is the state before the task exists. */
export const taskStates = ["none", "open", "closed"] as const;
export type TaskState = (typeof taskStates)[number];

/** How far an assisting office has come: the acting one when it assists, the addressed one when the lead acts. */
export const assistStates = ["named", "asked", "accepted", "declined", "contributed", "taken-over"] as const;
export type AssistState = (typeof assistStates)[number];

export type TaskRule = Rule<TaskAct, TaskPart, TaskState, AssistState>;

const deciding: readonly Role[] = ["chief", "deputy-chief", "department-head"];
const working: readonly Role[] = [...deciding, "specialist"];
const contributing: readonly Role[] = [...working, "reception-officer"];
const filing: readonly Role[] = [...working, "records-clerk", "reception-officer", "secretary"];

function responsibilities(clause: number): RuleSource {
  return { kind: "article", articleKey: "responsibilities", clause };
}

/** Where the agreement says which roles inside an office may do what it gives the office. */
export const taskRolesSource = { kind: "article", articleKey: "responsibilities", clause: 11 } as const;

/**
 * Who may do what on a task. Beyond these rows a command still asks whether the item is fresh, the input valid and
 * the duty one of the version in force.
 */
export const taskRules: readonly TaskRule[] = [
  {
    id: "task-create",
    act: "create",
    roles: filing,
    parts: ["party"],
    states: ["none"],
    source: responsibilities(2),
    quote:
      "Văn phòng là một bên của Quy chế đang có hiệu lực được tạo việc thuộc nội dung quy định tại Chương II, kể cả việc do văn phòng khác chủ trì.",
  },
  {
    id: "task-read-working",
    act: "read",
    roles,
    parts: ["lead", "assist"],
    states: ["open", "closed"],
    source: responsibilities(10),
    quote:
      "Văn phòng chủ trì và văn phòng phối hợp được xem việc, các phần đóng góp và kết quả, kể cả khi việc đã kết thúc.",
  },
  {
    id: "task-read-only",
    act: "read",
    roles,
    parts: ["informed", "creator"],
    states: ["open", "closed"],
    source: responsibilities(10),
    quote:
      "Văn phòng được thông tin và văn phòng tạo việc cũng được xem các nội dung đó, kể cả khi việc đã kết thúc, nhưng không sửa đổi, không đóng góp.",
  },
  {
    id: "task-describe",
    act: "describe",
    roles: working,
    parts: ["lead"],
    states: ["open"],
    source: responsibilities(3),
    quote:
      "Khi việc đang mở, văn phòng chủ trì đặt tên việc, mô tả nội dung, ấn định và điều chỉnh thời hạn hoàn thành.",
  },
  {
    id: "task-ask",
    act: "ask",
    roles: working,
    parts: ["lead"],
    states: ["open"],
    assistStates: ["named"],
    source: responsibilities(4),
    quote:
      "Khi việc đang mở, văn phòng chủ trì đề nghị từng văn phòng phối hợp đóng góp, ghi rõ nội dung và thời hạn.",
  },
  {
    id: "task-ask-again",
    act: "ask",
    roles: working,
    parts: ["lead"],
    states: ["open"],
    assistStates: ["asked", "declined", "contributed"],
    source: responsibilities(4),
    quote:
      "Khi việc đang mở, văn phòng chủ trì được gửi lại đề nghị để đổi thời hạn nếu văn phòng phối hợp chưa trả lời, để mời lại nếu văn phòng phối hợp đã từ chối hoặc để yêu cầu bổ sung phần đóng góp chưa tiếp thu.",
  },
  {
    id: "task-take-over",
    act: "takeOver",
    roles: working,
    parts: ["lead"],
    states: ["open"],
    assistStates: ["contributed"],
    source: responsibilities(5),
    quote:
      "Khi việc đang mở, văn phòng chủ trì xem xét và tiếp thu phần đóng góp đã nhận của từng văn phòng phối hợp.",
  },
  {
    id: "task-close",
    act: "close",
    roles: deciding,
    parts: ["lead"],
    states: ["open"],
    source: responsibilities(6),
    quote:
      "Văn phòng chủ trì kết thúc việc đang mở bằng một kết quả cụ thể và chịu trách nhiệm về tiến độ, chất lượng chung.",
  },
  {
    id: "task-accept",
    act: "accept",
    roles: deciding,
    parts: ["assist"],
    states: ["open"],
    assistStates: ["asked"],
    source: responsibilities(7),
    quote:
      "Khi việc đang mở, văn phòng phối hợp được đề nghị thì nhận lời hoặc từ chối; trường hợp từ chối phải nêu rõ lý do.",
  },
  {
    id: "task-decline",
    act: "decline",
    roles: deciding,
    parts: ["assist"],
    states: ["open"],
    assistStates: ["asked"],
    source: responsibilities(7),
    quote:
      "Khi việc đang mở, văn phòng phối hợp được đề nghị thì nhận lời hoặc từ chối; trường hợp từ chối phải nêu rõ lý do.",
  },
  {
    id: "task-decline-accepted",
    act: "decline",
    roles: deciding,
    parts: ["assist"],
    states: ["open"],
    assistStates: ["accepted"],
    source: responsibilities(7),
    quote:
      "Khi việc đang mở, văn phòng phối hợp đã nhận lời nhưng không thực hiện được hoặc cần thời hạn khác thì từ chối, nêu rõ lý do, trước khi đóng góp.",
  },
  {
    id: "task-contribute",
    act: "contribute",
    roles: contributing,
    parts: ["assist"],
    states: ["open"],
    assistStates: ["asked", "accepted"],
    source: responsibilities(8),
    quote:
      "Khi việc đang mở, văn phòng phối hợp được đề nghị hoặc đã nhận lời đóng góp bằng văn bản và chịu trách nhiệm về phần đóng góp của mình.",
  },
  {
    id: "task-contribute-again",
    act: "contribute",
    roles: contributing,
    parts: ["assist"],
    states: ["open"],
    assistStates: ["contributed"],
    source: responsibilities(8),
    quote:
      "Khi việc đang mở, văn phòng phối hợp được sửa đổi phần đã đóng góp cho đến khi văn phòng chủ trì tiếp thu.",
  },
];
