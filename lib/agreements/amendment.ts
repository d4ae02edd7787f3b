import { type Day, plusDays } from "@/lib/platform/dates/days";
import { type ComparedContent, findChanges } from "./changes";
import { dayInWords } from "./rules";
import type { Silence } from "./template/types";
import type {
  AgreementChanges,
  AmendmentArticle,
  ChainPaper,
  LeadRule,
  MatrixCell,
  OfficeRef,
  WorkingChange,
} from "./types";
import { workingDaysInWords } from "./working-rules";

// Words of the paper: Vietnamese whatever language the screen is in.
const cellWords: Readonly<Record<MatrixCell, string>> = {
  CT: "chủ trì",
  PH: "phối hợp",
  B: "để biết",
  "CT|PH": "chủ trì hoặc phối hợp tùy từng việc",
  "": "không tham gia",
};

const ruleWords: Readonly<Record<LeadRule["kind"], string>> = {
  fixed: "theo tên văn phòng ghi trong quy chế",
  "office-serving": "theo cơ quan được phục vụ",
  "host-of": "theo lãnh đạo chủ trì đón tiếp",
  "by-table": "theo bảng lĩnh vực",
};

const silenceWords: Readonly<Record<Silence, string>> = {
  agree: "coi là đồng ý",
  remind: "nhắc và báo thủ trưởng hai bên",
  block: "chưa trình",
};

const dayRuleWords = {
  noticeDays: "thời hạn thông báo trước",
  paperDays: "thời hạn gửi tài liệu trước",
  opinionDays: "thời hạn cho ý kiến",
} as const;

function workingWords(change: WorkingChange): string {
  if (change.rule === "silence")
    return `quá thời hạn mà chưa có ý kiến từ ${silenceWords[change.from]} thành ${silenceWords[change.to]}`;
  const [from, to] = [change.from, change.to].map((days) =>
    days === null ? null : workingDaysInWords(days),
  );
  const named = dayRuleWords[change.rule];
  if (from && to) return `${named} từ ${from} thành ${to}`;
  return to ? `${named} là ${to}` : `bỏ ${named}`;
}

/** Names often hold a "và" themselves, so it joins only two. */
function listed(names: readonly string[]): string {
  return names.length === 2 ? names.join(" và ") : names.join(", ");
}

/** What stands over the text of an amendment: what it amends, and the papers it stands on among its legal bases. */
export function amendmentHead(
  papers: readonly Pick<ChainPaper, "abstract" | "bases" | "paperNumber" | "issueDate">[],
  officeNames: readonly string[],
): { abstract: string; bases: string[] } {
  const [root, ...amendments] = papers;
  if (!root) throw new Error("an amendment of nothing");
  const named = ({ paperNumber, issueDate }: Pick<ChainPaper, "paperNumber" | "issueDate">) =>
    `Quy chế số ${paperNumber ?? ""}${issueDate ? ` ${dayInWords(issueDate)}` : ""}`;
  const before =
    amendments.length > 0 ? `, đã được sửa đổi, bổ sung bởi ${listed(amendments.map(named))}` : "";
  return {
    abstract: `sửa đổi, bổ sung một số nội dung của Quy chế ${root.abstract}`,
    bases: [
      // The last of a text's own bases is the sentence that opens it.
      ...root.bases.slice(0, -1),
      `Căn cứ ${named(root)} ${root.abstract}${before};`,
      `${listed(officeNames)} thống nhất sửa đổi, bổ sung Quy chế số ${root.paperNumber ?? ""} như sau:`,
    ],
  };
}

type Amended = {
  before: ComparedContent;
  after: ComparedContent;
  offices: readonly Pick<OfficeRef, "id" | "name">[];
  /** Number of the paper that is amended. */
  number: string;
  plannedFrom: Day | null;
  /** First day no longer in force, as it was and as it is to be. */
  until: { before: Day | null; after: Day | null };
};

function textClauses({ before, after }: Amended, changed: AgreementChanges["articles"]): string[] {
  const old = new Map(before.articles.map((article) => [article.articleKey, article]));
  const now = new Map(after.articles.map((article) => [article.articleKey, article]));
  return changed.flatMap(({ articleKey, ordinal, clauses }) => {
    const [was, is] = [old.get(articleKey), now.get(articleKey)];
    if (!is) return [];
    const heading =
      was?.heading === is.heading
        ? []
        : [`Sửa tên Điều ${ordinal} như sau: “Điều ${ordinal}. ${is.heading}”`];
    return [
      ...heading,
      ...clauses.map(({ number }) => {
        const text = `“${number}. ${is.clauses[number - 1] ?? ""}”`;
        return was?.clauses[number - 1] === undefined
          ? `Bổ sung khoản ${number} vào Điều ${ordinal} như sau: ${text}`
          : `Sửa đổi khoản ${number} Điều ${ordinal} như sau: ${text}`;
      }),
    ];
  });
}

function dutyClauses({ offices }: Amended, changed: AgreementChanges["duties"]): string[] {
  const name = (officeId: string) => offices.find(({ id }) => id === officeId)?.name ?? "";
  return changed.map(({ article, clause, shortText, cells, rule, working }) => {
    const parts = cells.map(
      ({ officeId, from, to }) => `${name(officeId)} từ ${cellWords[from]} thành ${cellWords[to]}`,
    );
    const found = rule
      ? [`văn phòng chủ trì được xác định ${ruleWords[rule.to]}, thay cho ${ruleWords[rule.from]}`]
      : [];
    const said = [...parts, ...found, ...working.map(workingWords)];
    return `Khoản ${clause} Điều ${article} (${shortText}): ${said.join("; ")}.`;
  });
}

/** What the duties are changed in: who has which part, how they are worked by, or both. */
function dutyHeading(changed: AgreementChanges["duties"]): string {
  const parts = changed.some(({ cells, rule }) => cells.length > 0 || rule !== null);
  const working = changed.some((duty) => duty.working.length > 0);
  if (!working) return "Sửa đổi phân công chủ trì, phối hợp";
  return parts ? "Sửa đổi phân công chủ trì, phối hợp và thời hạn phối hợp" : "Sửa đổi thời hạn phối hợp";
}

function effectClauses({ number, plannedFrom, until }: Amended): string[] {
  const last = until.after === null ? null : dayInWords(plusDays(until.after, -1));
  const term =
    last === null
      ? `Quy chế số ${number} không ghi ngày hết hiệu lực.`
      : `Quy chế số ${number} có hiệu lực đến hết ${last}.`;
  return [
    plannedFrom === null
      ? "Quy chế này có hiệu lực kể từ ngày có đủ chữ ký của các bên."
      : `Quy chế này có hiệu lực từ ${dayInWords(plannedFrom)}, hoặc từ ngày có đủ chữ ký của các bên nếu muộn hơn.`,
    ...(until.before === until.after ? [] : [term]),
    `Những nội dung khác của Quy chế số ${number} giữ nguyên.`,
  ];
}

/**
 * What an amendment says and its parties sign: the changed clauses, the changed cells of the matrix, its effect, and nothing
 * else. A content error is amended by a document of equal form (NĐ 30/2020/NĐ-CP art. 18).
 */
export function amendmentArticles(amended: Amended): AmendmentArticle[] {
  const officeIds = amended.offices.map(({ id }) => id);
  const changes = findChanges(amended.before, amended.after, officeIds);
  const groups = [
    {
      heading: `Sửa đổi, bổ sung một số khoản của Quy chế số ${amended.number}`,
      clauses: textClauses(amended, changes.articles),
    },
    { heading: dutyHeading(changes.duties), clauses: dutyClauses(amended, changes.duties) },
    { heading: "Hiệu lực thi hành", clauses: effectClauses(amended) },
  ];
  return groups
    .filter(({ clauses }) => clauses.length > 0)
    .map((group, index) => ({ ordinal: index + 1, ...group }));
}
