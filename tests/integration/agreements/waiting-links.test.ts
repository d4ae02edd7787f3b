import { beforeAll, expect, test } from "vitest";
import { revokeExternalLink } from "@/lib/agreements/commands/revoke-external-link";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import type { Role } from "@/lib/platform/policy/rule-table";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { writeArticle } from "@/tests/support/builders/amendments";
import {
  consentsByLink,
  inRoundWithOutside,
  linkOf,
  negotiatingWithOutside,
  newestLink,
  type OutsideStage,
  outsideRegistered,
  signsByLink,
} from "@/tests/support/builders/outside-parties";
import { listed } from "@/tests/support/builders/own-certificates";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { type OutsideAuthority, outsideAuthority } from "@/tests/support/files/outside-certificates";

const province = useProvince();

let authority: OutsideAuthority;

beforeAll(async () => {
  authority = await outsideAuthority();
  await listed(province(), authority);
});

/** What the desk of an office says of the links of this agreement. */
async function told({ agreementId }: OutsideStage, office: string, role: Role = "chief") {
  const desk = await runQuery(getDesk, as(province().phuTho, office, role), {});
  const row = desk?.view.agreements.find((one) => one.agreementId === agreementId && one.links);
  return row ? [row.act, ...(row.links ?? []).map(({ state }) => state)] : null;
}

async function endsIn({ versionId }: OutsideStage, days: number): Promise<void> {
  await province().rows(`do $$ begin
    perform set_config('session_replication_role', 'replica', true);
    update external_links set created_at = now() - interval '30 days', expires_at = now() + interval '${days} days'
      where version_id = '${versionId}' and revoked_at is null and used_at is null;
  end $$`);
}

test("a party outside without a link that opens is told to who gives it and to the contact office, and to nobody else", async () => {
  const stage = await negotiatingWithOutside(province());
  expect(await told(stage, council)).toEqual(["giveLink", "none"]);
  expect(await told(stage, council, "records-clerk")).toEqual(["giveLink", "none"]);
  expect(await told(stage, party)).toEqual(["awaitLink", "none"]);
  expect(await told(stage, committee)).toBeNull();
  expect(await told(stage, council, "secretary")).toBeNull();
  await linkOf(province(), stage);
  expect(await told(stage, council)).toBeNull();
  expect(await told(stage, party)).toBeNull();
});

test("one that soon ends, ended or was revoked unused is told, until the party answered the text that stands", async () => {
  const stage = await negotiatingWithOutside(province());
  await linkOf(province(), stage);
  await endsIn(stage, 4);
  expect(await told(stage, party)).toBeNull();
  await endsIn(stage, 2);
  expect(await told(stage, party)).toEqual(["awaitLink", "due"]);
  await endsIn(stage, -1);
  expect(await told(stage, party)).toEqual(["awaitLink", "lapsed"]);
  expect(await told(stage, council)).toEqual(["giveLink", "lapsed"]);
  await linkOf(province(), stage);
  const linkId = await newestLink(province(), stage);
  const clerk = as(province().phuTho, council, "records-clerk");
  await executeCommand(revokeExternalLink, clerk, { versionId: stage.versionId, linkId });
  expect(await told(stage, council)).toEqual(["giveLink", "none"]);
  await consentsByLink(province(), stage);
  expect(await told(stage, council)).toBeNull();
  // The text changed: what was said is of another one, and the link is used up.
  await writeArticle(province(), stage, "scope", {
    heading: "Phạm vi",
    clauses: ["Một.", "Hai.", "Ba.", "Bốn."],
  });
  expect(await told(stage, council)).toEqual(["giveLink", "none"]);
});

test("in a round it is the link to sign, until the party signed", async () => {
  const stage = await inRoundWithOutside(province());
  expect(await told(stage, council)).toEqual(["giveLink", "none"]);
  const certificate = await outsideRegistered(province(), stage, authority);
  const hash = await linkOf(province(), stage);
  await endsIn(stage, 1);
  expect(await told(stage, council)).toEqual(["giveLink", "due"]);
  // Who is to sign reads that the party outside has not.
  const others = async () => {
    const desk = await runQuery(getDesk, as(province().phuTho, committee, "chief"), {});
    return desk?.view.agreements.find(({ agreementId }) => agreementId === stage.agreementId)?.others;
  };
  expect(await others()).toEqual([party, council, expect.stringContaining("Ủy ban MTTQ Việt Nam tỉnh")]);
  await signsByLink(hash, certificate);
  expect(await told(stage, council)).toBeNull();
  expect(await told(stage, party)).toBeNull();
  expect(await others()).toEqual([party, council]);
});
