import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { computeClock } from "@/lib/petitions/clocks/compute-clock";
import { defaultLaw } from "@/lib/petitions/clocks/default-law";
import type { ClockFacts, ClockStep } from "@/lib/petitions/clocks/types";
import { type SayWhy, sayWhy } from "@/lib/petitions/clocks/why";
import english from "@/messages/en.json";
import messages from "@/messages/vi.json";
import { complaintCases } from "./clock-cases/complaints";
import { denunciationCases } from "./clock-cases/denunciations";
import { receptionCases } from "./clock-cases/reception-and-days";

const vietnamese = createTranslator({ locale: "vi", messages, namespace: "clocks.why" }) as unknown as SayWhy;
const inEnglish = createTranslator({
  locale: "en",
  messages: english,
  namespace: "clocks.why",
}) as unknown as SayWhy;

function said(step: ClockStep, startedOn: string, facts: ClockFacts = {}, t = vietnamese): string {
  const result = computeClock({ step, startedOn, facts }, defaultLaw);
  return result.status === "none" ? result.reason : sayWhy(t, result.why);
}

it("says event, limit, article, and why the last day moved", () => {
  expect(said("complaint-settle", "2026-07-10")).toBe(
    "Thụ lý ngày 10/07/2026; giải quyết lần đầu; 30 ngày theo Điều 28 Luật Khiếu nại; ngày cuối 09/08/2026 rơi vào Chủ nhật nên chuyển sang ngày làm việc tiếp theo là 10/08/2026.",
  );
});

it("names the days off and the days worked in exchange", () => {
  expect(said("complaint-accept", "2026-08-20")).toContain(
    "có tính ngày làm bù 22/08/2026 (Làm bù cho ngày 31/8)",
  );
  expect(said("complaint-accept", "2026-08-26")).toContain(
    "không tính ngày nghỉ 31/08/2026 (Nghỉ hoán đổi dịp Quốc khánh), 01/09/2026 (Quốc khánh), 02/09/2026 (Quốc khánh)",
  );
});

it("says what stands still, and an extension that has no ground", () => {
  const stopped = [{ from: "2026-07-16", until: null }];
  expect(said("complaint-settle", "2026-07-06", { stopped })).toContain(
    "dừng từ ngày 16/07/2026, chưa có quyết định tiếp tục; đã tính 9 ngày, còn 21 ngày.",
  );
  const extensions = [{ decidedOn: "2026-07-30" }];
  expect(said("denunciation-settle", "2026-07-06", { extensions })).toContain(
    "quyết định gia hạn ngày 30/07/2026 không được tính vì hồ sơ chỉ cho phép gia hạn 0 lần",
  );
});

it("has words for every step of every case, in both languages", () => {
  for (const one of [...complaintCases, ...denunciationCases, ...receptionCases])
    for (const t of [vietnamese, inEnglish])
      expect(said(one.step, one.startedOn, one.facts, t)).not.toMatch(/clocks\.why|undefined|\{/);
});
