import type { AssistState } from "./rule-table";

export type TaskOffice = { id: string; code: string; name: string; tint: number };

export type TaskAssist = {
  office: TaskOffice;
  state: AssistState;
  responsible: string | null;
  request: string | null;
  dueOn: string | null;
  contribution: string | null;
  contributedBy: string | null;
  contributedAt: Date | null;
  declineReason: string | null;
  takenOverAt: Date | null;
};
