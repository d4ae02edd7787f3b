import { beforeAll, expect, test } from "vitest";
import { enterExternalSignature } from "@/lib/agreements/commands/enter-external-signature";
import { signElsewhere } from "@/lib/agreements/commands/sign-elsewhere";
import { signWithOwnCertificate } from "@/lib/agreements/commands/sign-with-own-certificate";
import { getAgreementHistory } from "@/lib/agreements/queries/get-agreement-history";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { signedBy, signedForOffice, signingInput } from "@/tests/support/builders/agreement-stages";
import {
  inRoundWithOutside,
  outsideRegistered,
  turnForOutside,
} from "@/tests/support/builders/outside-parties";
import {
  listed,
  newestFile,
  rawUpload,
  registered,
  tookTurn,
} from "@/tests/support/builders/own-certificates";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import {
  type OutsideAuthority,
  outsideAuthority,
  packedByOpenssl,
  signedByTool,
} from "@/tests/support/files/outside-certificates";

const province = useProvince();
const passphrase = "mật khẩu tệp khóa";

let authority: OutsideAuthority;

beforeAll(async () => {
  authority = await outsideAuthority();
  await listed(province(), authority);
});

test("the history says of every signature the way it was made", async () => {
  const stage = await inRoundWithOutside(province());
  const { versionId, partyId } = stage;
  const chief = (office: string) => as(province().phuTho, office, "chief");
  await signedBy(province(), stage, party);
  const file = await registered(province(), authority, council);
  const { issuedSha256 } = await signingInput(province(), stage, council);
  const keyFile = rawUpload(packedByOpenssl(file, passphrase), "khoa.p12");
  await executeCommand(signWithOwnCertificate, chief(council), {
    versionId,
    issuedSha256,
    keyFile,
    passphrase,
  });
  const token = await registered(province(), authority, committee);
  await tookTurn(province(), stage, committee);
  const elsewhere = rawUpload(await signedByTool(await newestFile(province(), stage), token));
  await executeCommand(signElsewhere, chief(committee), { versionId, file: elsewhere });
  const theirs = await outsideRegistered(province(), stage, authority);
  await turnForOutside(province(), stage);
  const brought = rawUpload(await signedByTool(await newestFile(province(), stage), theirs, "Signature2"));
  const clerk = as(province().phuTho, council, "records-clerk");
  await executeCommand(enterExternalSignature, clerk, { versionId, partyId, file: brought });
  await signedForOffice(province(), stage, council);
  const history = await runQuery(getAgreementHistory, chief(party), stage);
  const ways = (history?.view.entries ?? [])
    .filter(({ name }) => /signedByParty|externalSigned|signedForOffice/.test(name))
    .map(({ name, payload }) => [name.replace("agreements.", ""), payload["via"]]);
  expect(ways).toEqual([
    ["signedForOffice", "portal-key"],
    ["externalSigned", "office"],
    ["signedByParty", "signed-elsewhere"],
    ["signedByParty", "own-certificate"],
    ["signedByParty", "portal-key"],
  ]);
});
