import { expect } from "vitest";
import { declineToSign } from "@/lib/agreements/commands/decline-to-sign";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { openRound } from "@/lib/agreements/commands/open-round";
import { recordConsent } from "@/lib/agreements/commands/record-consent";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { sendForNegotiation } from "@/lib/agreements/commands/send-for-negotiation";
import { signElsewhere } from "@/lib/agreements/commands/sign-elsewhere";
import { signForOffice } from "@/lib/agreements/commands/sign-for-office";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { signWithOwnCertificate } from "@/lib/agreements/commands/sign-with-own-certificate";
import { takeTurn } from "@/lib/agreements/commands/take-turn";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { as } from "@/prisma/seed/caller";
import {
  drafted,
  expectLastFileSound,
  officeSigningInput,
  revisionOf,
  signingInput,
  stepsOf,
  textHash,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { listed, newestFile, rawUpload, registered } from "@/tests/support/builders/own-certificates";
import { committee, council, type Province, party, stranger } from "@/tests/support/builders/province";
import { answerOf, attempt } from "@/tests/support/command-outcomes";
import {
  type OutsideCertificate,
  outsideAuthority,
  packedByOpenssl,
  signedByTool,
} from "@/tests/support/files/outside-certificates";
import { afterMove, type Life, type LifeOffice, lifeParties, type Move, newLife } from "./model";
import { moveOf, type Step } from "./moves";
import { typedSteps } from "./play-rules";

const officeCode: Record<LifeOffice, string> = {
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

async function send(
  province: Province,
  { versionId, agreementId }: VersionStage,
  { act, office, role, order }: Move,
  tick: number,
) {
  const code = officeCode[office];
  // The office that is no party has two people.
  const held = office === "stranger" && role !== "chief" ? "specialist" : role;
  const by = as(province.phuTho, code, held);
  const version = { versionId, agreementId: "" };
  const revision = await revisionOf(province, version);
  switch (act) {
    case "edit":
      return attempt(editArticle, by, {
        versionId,
        revision,
        articleKey: "scope",
        heading: `Phạm vi, lần ${tick}`,
        text: "Một.\n\nHai.\n\nBa.\n\nBốn.",
      });
    case "send":
      return attempt(sendForNegotiation, by, { versionId, revision });
    case "consent":
      return attempt(recordConsent, by, { versionId, contentHash: await textHash(province, version) });
    case "openRound": {
      const typed = typedSteps(order);
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
  }
}

type Kept = {
  state: string;
  consents: string[];
  signatures: string[];
  organisations: string[];
  number: number | null;
  hash: string;
};

/** What the database says of every version, in the words of the model. */
async function kept(province: Province, versions: readonly VersionStage[]): Promise<Kept[]> {
  const answered: Kept[] = [];
  for (const version of versions) {
    const [row] = await province.rows<Omit<Kept, "hash">>(
      `select v.state,
        coalesce((select array_agg(o.code order by o.ordinal) from consents c
          join agreement_parties p on p.id = c.party_id join offices o on o.id = p.office_id
          where c.version_id = v.id), '{}') as consents,
        coalesce((select array_agg(o.code order by o.ordinal) from signatures s
          join agreement_parties p on p.id = s.party_id join offices o on o.id = p.office_id
          where s.version_id = v.id), '{}') as signatures,
        coalesce((select array_agg(o.code order by o.ordinal) from organisation_signatures s
          join agreement_parties p on p.id = s.party_id join offices o on o.id = p.office_id
          where s.version_id = v.id), '{}') as organisations,
        (select r.number from signing_rounds r where r.version_id = v.id) as number
      from agreement_versions v where v.id = $1`,
      [version.versionId],
    );
    if (!row) throw new Error("no such version");
    answered.push({ ...row, hash: await textHash(province, version) });
  }
  return answered;
}

const order = [party, council, committee, stranger];

function codesOf(offices: readonly LifeOffice[]): string[] {
  return offices.map((office) => officeCode[office]).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function expectAsModelled(life: Life, before: readonly Kept[], after: readonly Kept[], previous: Life): void {
  expect(
    after.map(({ state, consents, signatures, organisations, number }) => ({
      state,
      consents,
      signatures,
      organisations,
      open: number !== null,
    })),
  ).toEqual(
    life.versions.map(({ state, consents, signatures, organisations, number }) => ({
      state,
      consents: codesOf(consents),
      signatures: codesOf(signatures),
      organisations: codesOf(organisations),
      open: number !== null,
    })),
  );
  before.forEach((old, index) => {
    const now = after[index];
    const changed = previous.versions[index]?.text !== life.versions[index]?.text;
    expect(now?.hash !== old.hash, "the text changed").toBe(changed);
    if (old.number !== null) expect(now?.number).toBe(old.number);
  });
}

/** Plays one life with real people, real files and real signatures, holding every row against the model. */
export async function playInDatabase(province: Province, steps: readonly Step[]): Promise<Life> {
  const versions = [await drafted(province)];
  const numbers: number[] = [];
  let life = newLife;
  let seen = await kept(province, versions);
  for (const [tick, step] of steps.entries()) {
    const move = moveOf(step, life);
    const target = move.onOlder ? versions.at(-2) : versions.at(-1);
    if (!target) continue;
    const expected = afterMove(life, move);
    const attempted = await send(province, target, move, tick);
    const answer = answerOf(attempted);
    if ("result" in attempted && "versionId" in attempted.result && move.act === "revise") {
      versions.push(attempted.result);
    }
    expect(answer === "done", `${JSON.stringify(move)}: ${JSON.stringify(answer)}`).toBe(expected !== null);
    if (answer !== "done") expect(answer, "a fault, not an answer").not.toHaveProperty("fault");
    const next = expected ?? life;
    const found = await kept(province, versions);
    expectAsModelled(next, seen, found, life);
    const number = found.at(-1)?.number;
    if (move.act === "openRound" && answer === "done" && number != null) {
      for (const earlier of numbers) expect(number).toBeGreaterThan(earlier);
      numbers.push(number);
    }
    [life, seen] = [next, found];
  }
  for (const [index, version] of versions.entries()) {
    if (life.versions[index]?.state === "signed") await expectLastFileSound(province, version);
  }
  return life;
}
