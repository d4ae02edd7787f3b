import { enterBodyAnswer } from "@/lib/petitions/commands/enter-body-answer";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { issueForwardLink } from "@/lib/petitions/commands/issue-forward-link";
import { keepExternalBody } from "@/lib/petitions/commands/keep-external-body";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { newId } from "@/lib/platform/ids";
import { as } from "@/prisma/seed/caller";
import { classified, type LetterOnItsWay, lookedUp } from "./petition-way";
import { committee, type Province } from "./province";

export type LetterOutside = LetterOnItsWay & { bodyId: string; bodyName: string };

/** A commune of a name of its own, on the list. */
export async function communeOutside(province: Province): Promise<{ bodyId: string; bodyName: string }> {
  const bodyName = `Ủy ban nhân dân xã ${newId()}`;
  const { bodyId } = await executeCommand(keepExternalBody, as(province.phuTho, committee, "records-clerk"), {
    kind: "commune",
    name: bodyName,
    email: "vanthu@xa.example",
  });
  return { bodyId, bodyName };
}

export function outsideInput(letter: { petitionId: string; revision: number }, bodyId: string) {
  return {
    petitionId: letter.petitionId,
    revision: letter.revision,
    externalBodyId: bodyId,
    reason: "Đất nông nghiệp trên địa bàn xã.",
    documentNumber: "15/PC-VP",
    sameNumber: "on",
    summary: "Phản ánh việc thu, chi quỹ của một thôn.",
    summaryChecked: "on",
  };
}

/** A letter of the committee's, given over to a commune. */
export async function outside(
  province: Province,
  change: Record<string, unknown> = {},
): Promise<LetterOutside> {
  const letter = await classified(province, change);
  const body = await communeOutside(province);
  await executeCommand(
    forwardPetition,
    as(province.phuTho, committee, "specialist"),
    outsideInput(letter, body.bodyId),
  );
  return { ...(await lookedUp(province, letter)), ...body };
}

/** The same after the commune answered, as the office wrote down. */
export async function answeredOutside(
  province: Province,
  answer: Record<string, unknown>,
): Promise<LetterOutside> {
  const letter = await outside(province);
  await executeCommand(enterBodyAnswer, as(province.phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    forwardId: letter.forwardId,
    ...answer,
  });
  return { ...letter, ...(await lookedUp(province, letter)) };
}

/** The link of a slip, as its body holds it. */
export async function linked(province: Province, letter: LetterOnItsWay, links = 0): Promise<string> {
  const { secret } = await executeCommand(issueForwardLink, as(province.phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    forwardId: letter.forwardId,
    links,
    days: 90,
  });
  return secret;
}
