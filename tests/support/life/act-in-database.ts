import { agreeEnding } from "@/lib/agreements/commands/agree-ending";
import { assignDuty } from "@/lib/agreements/commands/assign-duty";
import { declineToSign } from "@/lib/agreements/commands/decline-to-sign";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { openRound } from "@/lib/agreements/commands/open-round";
import { proposeEnding } from "@/lib/agreements/commands/propose-ending";
import { recordConsent } from "@/lib/agreements/commands/record-consent";
import { refuseEnding } from "@/lib/agreements/commands/refuse-ending";
import { renewVersion } from "@/lib/agreements/commands/renew-version";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { sendForNegotiation } from "@/lib/agreements/commands/send-for-negotiation";
import { setTerm } from "@/lib/agreements/commands/set-term";
import { signElsewhere } from "@/lib/agreements/commands/sign-elsewhere";
import { signForOffice } from "@/lib/agreements/commands/sign-for-office";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { signWithOwnCertificate } from "@/lib/agreements/commands/sign-with-own-certificate";
import { takeTurn } from "@/lib/agreements/commands/take-turn";
import { withdrawEnding } from "@/lib/agreements/commands/withdraw-ending";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { formatDay } from "@/lib/platform/dates/days";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { acceptHandover } from "@/lib/tasks/commands/accept-handover";
import { createTask } from "@/lib/tasks/commands/create-task";
import { declineHandover } from "@/lib/tasks/commands/decline-handover";
import { keepTask } from "@/lib/tasks/commands/keep-task";
import { offerHandover } from "@/lib/tasks/commands/offer-handover";
import { as } from "@/prisma/seed/caller";
import {
  officeSigningInput,
  revisionOf,
  signingInput,
  stepsOf,
  textHash,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { inDays, neverProposed } from "@/tests/support/builders/endings";
import { listed, newestFile, rawUpload, registered } from "@/tests/support/builders/own-certificates";
import { committee, council, type Province, party, stranger } from "@/tests/support/builders/province";
import { attempt } from "@/tests/support/command-outcomes";
import {
  type OutsideCertificate,
  outsideAuthority,
  packedByOpenssl,
  signedByTool,
} from "@/tests/support/files/outside-certificates";
import { type Act, type LifeOffice, lifeParties } from "./model";
import { typedSteps } from "./play-rules";

export const officeCode: Record<LifeOffice, string> = {
  contact: party,
  second: council,
  third: committee,
  stranger,
};

const ways = ["portal-key", "signed-elsewhere", "own-certificate"] as const;
const passphrase = "mật khẩu tệp khóa";
const tools = new WeakMap<
  Province,
  Map<string, Promise<{ certificate: OutsideCertificate; keyFile: Uint8Array }>>
>();

async function makeTool(province: Province, office: string) {
  const authority = await outsideAuthority(`Nơi cấp cho ${office}`);
  await listed(province, authority);
  const certificate = await registered(province, authority, office);
  return { certificate, keyFile: packedByOpenssl(certificate, passphrase) };
}

/** What the chief of an office signs with beside the portal's key, made once. */
export function toolOf(province: Province, office: string) {
  const known = tools.get(province) ?? new Map<string, ReturnType<typeof makeTool>>();
  tools.set(province, known);
  const tool = known.get(office) ?? makeTool(province, office);
  known.set(office, tool);
  return tool;
}

/** In one of the three ways; whoever may not sign is told the same in each. */
async function signInSomeWay(
  province: Province,
  version: VersionStage,
  by: Caller,
  who: { office: string; role: string },
  tick: number,
) {
  const input = await signingInput(province, version, who.office);
  const way = ways[tick % ways.length];
  if (way === "portal-key") return attempt(signVersion, by, input);
  const { certificate, keyFile } = await toolOf(province, who.office);
  const { versionId, issuedSha256 } = input;
  if (way === "own-certificate") {
    const upload = { versionId, issuedSha256, keyFile: rawUpload(keyFile), passphrase };
    return attempt(signWithOwnCertificate, by, upload);
  }
  const taken = await attempt(takeTurn, by, { versionId, password: province.password });
  if (!("result" in taken)) return taken;
  const file = rawUpload(
    await signedByTool(await newestFile(province, version), certificate, `Tool_${tick}`),
  );
  return attempt(signElsewhere, by, { versionId, file });
}

const reason = "Lý do đã nêu trong cuộc họp.";
/** The duty that moves between the offices. */
export const movedDuty = "weekly-schedule";

/** How the edit of that number words the article. */
export function headingOf(edit: number): string {
  return `Phạm vi, lần ${edit}`;
}

/** What an act in the database is about. */
export type Subject = VersionStage & { taskId: string | null; edits: number; tick: number };

async function dutyOf({ rows }: Province, { versionId }: VersionStage): Promise<string> {
  const [duty] = await rows<{ id: string }>(
    "select id from coordination_duties where version_id = $1 and duty_key = $2",
    [versionId, movedDuty],
  );
  if (!duty) throw new Error("every version has the duty");
  return duty.id;
}

/** The proposal made last, whatever became of it. */
async function endingOf({ rows }: Province, { agreementId }: VersionStage): Promise<string> {
  const [row] = await rows<{ id: string }>(
    "select id from agreement_endings where agreement_id = $1 order by made_at desc limit 1",
    [agreementId],
  );
  return row?.id ?? neverProposed;
}

function typedDay(offset: number | null): string {
  return offset === null ? "" : formatDay(inDays(offset));
}

/** People write the last day; the model counts the first one after. */
function typedLastDay(until: number | null): string {
  return typedDay(until === null ? null : until - 1);
}

/** The move as the person's command. */
export async function actInDatabase(province: Province, subject: Subject, move: Act) {
  const { act, office, role, details } = move;
  const { versionId, agreementId, tick } = subject;
  const code = officeCode[office];
  // The office that is no party has two people.
  const held = office === "stranger" && role !== "chief" ? "specialist" : role;
  const by = as(province.phuTho, code, held);
  const version = { versionId, agreementId: "" };
  const revision = await revisionOf(province, version);
  const taskId = subject.taskId ?? neverProposed;
  switch (act) {
    case "edit": {
      const heading = headingOf(subject.edits + 1);
      const text = "Một.\n\nHai.\n\nBa.\n\nBốn.";
      return attempt(editArticle, by, { versionId, revision, articleKey: "scope", heading, text });
    }
    case "giveLead": {
      const cells = lifeParties.map((each) => [
        province.phuTho.offices.get(officeCode[each]) ?? "",
        each === details.lead ? "CT" : "PH",
      ]);
      const dutyId = await dutyOf(province, subject);
      const asked = { versionId, revision, dutyId, leadRule: "fixed", cells: Object.fromEntries(cells) };
      return attempt(assignDuty, by, asked);
    }
    case "setTerm": {
      const plannedFrom = typedDay(details.from);
      return attempt(setTerm, by, {
        versionId,
        revision,
        plannedFrom,
        plannedUntil: typedLastDay(details.until),
      });
    }
    case "send":
      return attempt(sendForNegotiation, by, { versionId, revision });
    case "consent":
      return attempt(recordConsent, by, { versionId, contentHash: await textHash(province, version) });
    case "openRound": {
      const typed = typedSteps(details.order);
      const turns = Object.fromEntries(lifeParties.map((each) => [officeCode[each], typed.steps[each] ?? 1]));
      const steps = await stepsOf(province, { versionId, agreementId }, turns);
      return attempt(openRound, by, { versionId, revision, order: typed.order, steps });
    }
    case "sign":
      return signInSomeWay(
        province,
        version,
        by,
        { office: office === "stranger" ? party : code, role },
        tick,
      );
    case "issue": {
      const keeper = office === "stranger" ? party : code;
      return attempt(signForOffice, by, await officeSigningInput(province, version, keeper));
    }
    case "declineToSign":
      return attempt(declineToSign, by, { versionId, reason });
    case "withdraw":
      return attempt(withdrawVersion, by, { versionId, reason });
    case "revise":
      return attempt(reviseVersion, by, { versionId });
    case "amend":
      return attempt(reviseVersion, by, { versionId, as: "amendment" });
    case "renew":
      return attempt(renewVersion, by, { versionId, plannedUntil: typedLastDay(details.until) });
    case "proposeEnding": {
      const lastDay = typedLastDay(details.until ?? 0);
      return attempt(proposeEnding, by, { agreementId, lastDay, reason });
    }
    case "agreeEnding":
      return attempt(agreeEnding, by, { agreementId, endingId: await endingOf(province, subject) });
    case "refuseEnding":
      return attempt(refuseEnding, by, { agreementId, endingId: await endingOf(province, subject), reason });
    case "withdrawEnding":
      return attempt(withdrawEnding, by, {
        agreementId,
        endingId: await endingOf(province, subject),
        reason,
      });
    case "createTask": {
      const dutyId = await dutyOf(province, subject);
      return attempt(createTask, by, { dutyId, title: `Lịch công tác tuần ${tick}`, description: "" });
    }
    case "offerHandover":
      return attempt(offerHandover, by, { taskId, word: reason });
    case "keepTask":
      return attempt(keepTask, by, { taskId, reason });
    case "acceptHandover":
      return attempt(acceptHandover, by, { taskId });
    case "declineHandover":
      return attempt(declineHandover, by, { taskId, reason });
  }
}
