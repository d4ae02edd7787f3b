import type { ClockLaw } from "@/lib/petitions/clocks/types";
import type { ClockCase } from "./case";

function cultureDay(law: ClockLaw): ClockLaw {
  return { ...law, days: law.days.map((day) => (day.day === "2026-11-24" ? { ...day, active: true } : day)) };
}

function proposalsIn30(law: ClockLaw): ClockLaw {
  return {
    ...law,
    rules: law.rules.map((rule) => (rule.key === "proposal.settle" ? { ...rule, limit: 30 } : rule)),
  };
}

const reception: readonly ClockCase[] = [
  {
    says: "báo kết quả tiếp nhận 10 ngày làm việc",
    article: "TCD 28(1)",
    step: "reception-outcome",
    startedOn: "2026-07-06",
    due: "2026-07-20",
  },
  {
    says: "báo nơi chuyển đến 07 ngày làm việc",
    article: "TCD 27(2)",
    step: "referral-tell-referrer",
    startedOn: "2026-07-06",
    due: "2026-07-15",
  },
  {
    says: "báo lại người gửi 05 ngày làm việc",
    article: "TCD 28(2)",
    step: "referral-pass-result",
    startedOn: "2026-07-06",
    due: "2026-07-13",
  },
  {
    says: "thông báo từ chối 03 ngày làm việc",
    article: "NĐ 154 Đ4(3)",
    step: "reception-refusal",
    startedOn: "2026-07-03",
    due: "2026-07-08",
  },
  {
    says: "từ chối trước 01/7: chưa có thời hạn này",
    article: "NĐ 154",
    step: "reception-refusal",
    startedOn: "2026-06-30",
    due: "no-rule",
  },
  {
    says: "đơn không xử lý sau 45 ngày",
    article: "NĐ 154 Đ41(3b)",
    step: "handler-discipline",
    startedOn: "2026-07-06",
    due: "2026-08-20",
  },
  {
    says: "người đứng đầu cấp ủy 10 ngày làm việc, qua Tết Ất Tỵ",
    article: "QĐ 11-QĐi/TW",
    step: "party-proposal-notice",
    startedOn: "2025-01-22",
    due: "2025-02-12",
  },
  {
    says: "kiến nghị, phản ánh: luật không quy định",
    article: "TCD 28",
    step: "proposal-settle",
    startedOn: "2026-07-06",
    due: "no-limit",
  },
  {
    says: "kiến nghị, phản ánh: quy chế định 30 ngày",
    article: "quy chế",
    step: "proposal-settle",
    startedOn: "2026-07-06",
    due: "2026-08-05",
    law: proposalsIn30,
  },
  {
    says: "kiến nghị cử tri 60 ngày",
    article: "NQLT 72 Đ49(1)",
    step: "voters-petition-answer",
    startedOn: "2026-07-06",
    due: "2026-09-04",
  },
  {
    says: "lưu đơn một năm, rơi vào thứ Bảy",
    article: "TT 05/2021 Đ28; BLDS 148",
    step: "file-retention",
    startedOn: "2025-08-15",
    due: "2026-08-17",
  },
  {
    says: "báo lại người gửi, qua Quốc khánh",
    article: "TCD 28(2)",
    step: "referral-pass-result",
    startedOn: "2026-08-26",
    due: "2026-09-07",
  },
];

const years: readonly ClockCase[] = [
  {
    says: "2022: Quốc khánh 01–02/9",
    article: "TC 24(1)",
    step: "denunciation-register",
    startedOn: "2022-08-29",
    due: "2022-09-09",
  },
  {
    says: "2022: 30/4 và 01/5 cuối tuần, nghỉ bù hai ngày",
    article: "TC 24(2)",
    step: "denunciation-forward",
    startedOn: "2022-04-28",
    due: "2022-05-09",
  },
  {
    says: "2023: Tết Quý Mão có nghỉ bù",
    article: "KN 28; BLDS 148",
    step: "complaint-settle",
    startedOn: "2022-12-22",
    due: "2023-01-27",
  },
  {
    says: "2023: Giỗ Tổ liền 30/4, nghỉ bù 02–03/5",
    article: "TC 24(1)",
    step: "denunciation-register",
    startedOn: "2023-04-26",
    due: "2023-05-10",
  },
  {
    says: "2024: 29/4 hoán đổi, thứ Bảy 04/5 làm bù",
    article: "TC 24(2)",
    step: "denunciation-forward",
    startedOn: "2024-04-26",
    due: "2024-05-07",
  },
  {
    says: "2024: Tết Giáp Thìn",
    article: "TC 24(2)",
    step: "denunciation-forward",
    startedOn: "2024-02-06",
    due: "2024-02-20",
  },
  {
    says: "2025: thứ Bảy 26/4 làm bù cho 02/5",
    article: "TC 24(2)",
    step: "denunciation-forward",
    startedOn: "2025-04-25",
    due: "2025-05-06",
  },
  {
    says: "2027: 01/5 thứ Bảy, nghỉ bù thứ Hai",
    article: "TC 24(1)",
    step: "denunciation-register",
    startedOn: "2027-04-28",
    due: "2027-05-11",
  },
  {
    says: "2027: Tết Đinh Mùi, chỉ ngày chắc chắn nghỉ",
    article: "TC 24(2)",
    step: "denunciation-forward",
    startedOn: "2027-02-03",
    due: "2027-02-16",
  },
  {
    says: "24/11/2026 chưa có quyết định: làm việc",
    article: "TC 24(2)",
    step: "denunciation-forward",
    startedOn: "2026-11-20",
    due: "2026-11-27",
  },
  {
    says: "24/11/2026 khi đã quyết định nghỉ",
    article: "TC 24(2)",
    step: "denunciation-forward",
    startedOn: "2026-11-20",
    due: "2026-11-30",
    law: cultureDay,
  },
  {
    says: "29/02 là một ngày như mọi ngày",
    article: "KN 28",
    step: "complaint-settle",
    startedOn: "2024-02-06",
    due: "2024-03-07",
  },
];

export const receptionCases = [...reception, ...years];
