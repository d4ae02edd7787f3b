import type { ClockCase } from "./case";

const one = { criteria: ["several-places"] } as const;
const two = { criteria: ["several-places", "contradictory-evidence"] } as const;
const first = { decidedOn: "2026-07-30" };
const second = { decidedOn: "2026-08-28" };

const beginning: readonly ClockCase[] = [
  {
    says: "07 ngày làm việc qua Giỗ Tổ nghỉ bù và 30/4",
    article: "TC 24(1)",
    step: "denunciation-register",
    startedOn: "2026-04-24",
    due: "2026-05-08",
  },
  {
    says: "nhiều nơi: 10 ngày làm việc",
    article: "TC 24(1)",
    step: "denunciation-register",
    startedOn: "2026-04-24",
    facts: { severalPlaces: true },
    due: "2026-05-13",
  },
  {
    says: "chuyển đơn 05 ngày làm việc",
    article: "TC 24(2)",
    step: "denunciation-forward",
    startedOn: "2026-04-24",
    due: "2026-05-06",
  },
  {
    says: "chuyển đơn qua Tết Bính Ngọ",
    article: "TC 24(2)",
    step: "denunciation-forward",
    startedOn: "2026-02-12",
    due: "2026-02-26",
  },
  {
    says: "thông báo thụ lý 05 ngày làm việc",
    article: "TC 29(3)",
    step: "denunciation-notify-acceptance",
    startedOn: "2026-07-06",
    due: "2026-07-13",
  },
  {
    says: "thông báo thụ lý qua Quốc khánh",
    article: "TC 29(3)",
    step: "denunciation-notify-acceptance",
    startedOn: "2026-08-26",
    due: "2026-09-07",
  },
];

const settlement: readonly ClockCase[] = [
  {
    says: "30 ngày từ ngày thụ lý",
    article: "TC 30(1)",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    due: "2026-08-05",
  },
  {
    says: "phức tạp mà chưa gia hạn: vẫn 30",
    article: "TC 30(4)",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    facts: one,
    due: "2026-08-05",
  },
  {
    says: "phức tạp, gia hạn một lần",
    article: "TC 30(2); NĐ 31 Đ3",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    facts: { ...one, extensions: [first] },
    due: "2026-09-04",
  },
  {
    says: "đặc biệt phức tạp, gia hạn hai lần, rơi vào Chủ nhật 04/10",
    article: "TC 30(3); BLDS 148",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    facts: { ...two, extensions: [second, first] },
    due: "2026-10-05",
  },
  {
    says: "một tiêu chí: lần gia hạn thứ hai không có căn cứ",
    article: "TC 30(2)",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    facts: { ...one, extensions: [first, second] },
    due: "2026-09-04",
  },
  {
    says: "một tiêu chí ghi hai lần vẫn là một",
    article: "NĐ 31 Đ3",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    facts: { criteria: ["foreign", "foreign"], extensions: [first, second] },
    due: "2026-09-04",
  },
  {
    says: "không phức tạp: gia hạn không có căn cứ",
    article: "TC 30(2)",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    facts: { extensions: [first] },
    due: "2026-08-05",
  },
  {
    says: "ba lần: nhiều nhất 90 ngày",
    article: "TC 30(3)",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    facts: { ...two, extensions: [first, second, { decidedOn: "2026-09-30" }] },
    due: "2026-10-05",
  },
  {
    says: "gia hạn 15 ngày",
    article: "TC 30(2)",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    facts: { ...one, extensions: [{ ...first, days: 15 }] },
    due: "2026-08-20",
  },
  {
    says: "gia hạn 40 ngày chỉ được 30",
    article: "TC 30(2)",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    facts: { ...one, extensions: [{ ...first, days: 40 }] },
    due: "2026-09-04",
  },
  {
    says: "vùng xa không kéo dài",
    article: "TC 30",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    facts: { remote: true },
    due: "2026-08-05",
  },
  {
    says: "tạm đình chỉ 10 ngày, rơi vào thứ Bảy 12/4",
    article: "TC 34(2); BLDS 148",
    step: "denunciation-settle",
    startedOn: "2025-03-03",
    facts: { stopped: [{ from: "2025-03-10", until: "2025-03-20" }] },
    due: "2025-04-14",
  },
  {
    says: "gia hạn và tạm đình chỉ",
    article: "TC 30(2), 34(2)",
    step: "denunciation-settle",
    startedOn: "2026-07-06",
    facts: { ...one, extensions: [first], stopped: [{ from: "2026-08-10", until: "2026-08-17" }] },
    due: "2026-09-11",
  },
];

const around: readonly ClockCase[] = [
  {
    says: "trả lời cơ quan chuyển đơn 20 ngày",
    article: "TC 26(2)",
    step: "denunciation-reply-referrer",
    startedOn: "2026-07-01",
    due: "2026-07-21",
  },
  {
    says: "tố cáo tiếp 20 ngày",
    article: "TC 37(2)",
    step: "denunciation-review-further",
    startedOn: "2026-07-04",
    due: "2026-07-24",
  },
  {
    says: "yêu cầu báo cáo 05 ngày làm việc",
    article: "TC 38(2)",
    step: "denunciation-demand-report",
    startedOn: "2026-08-05",
    due: "2026-08-12",
  },
  {
    says: "gửi báo cáo 05 ngày làm việc, thứ Bảy 22/8 làm bù",
    article: "TC 38(3)",
    step: "denunciation-send-report",
    startedOn: "2026-08-21",
    due: "2026-08-27",
  },
  {
    says: "công khai 07 ngày làm việc qua Tết Dương lịch",
    article: "TC 40(1)",
    step: "denunciation-publish",
    startedOn: "2025-12-29",
    due: "2026-01-09",
  },
  {
    says: "như đã biết ngày 20/12/2025: 02/01 chưa nghỉ",
    article: "TC 40(1)",
    step: "denunciation-publish",
    startedOn: "2025-12-29",
    due: "2026-01-08",
    law: (law) => ({ ...law, knownOn: "2025-12-20" }),
  },
  {
    says: "thứ Bảy 10/01 làm bù",
    article: "TC 40(1)",
    step: "denunciation-publish",
    startedOn: "2026-01-05",
    due: "2026-01-13",
  },
  {
    says: "gửi quyết định tạm đình chỉ 05 ngày làm việc",
    article: "TC 34(4)",
    step: "denunciation-send-suspension",
    startedOn: "2026-07-10",
    due: "2026-07-17",
  },
];

export const denunciationCases = [...beginning, ...settlement, ...around];
