import {
  consented,
  declined,
  delegationTakenBack,
  drafted,
  inForce,
  inGroups,
  inRound,
  inRoundOnBehalf,
  lastSignatureMissing,
  negotiating,
  oneConsent,
  oneSignature,
  secondGroup,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { listed, registered, tookTurn } from "@/tests/support/builders/own-certificates";
import { committee, council, type Province, party } from "@/tests/support/builders/province";
import { outsideAuthority } from "@/tests/support/files/outside-certificates";
import { type VersionItem, versionItem } from "./version-item";

/** A version in every state, in some of them in several situations; who signs has a certificate of the own. */
export async function agreementItems(province: Province): Promise<VersionItem[]> {
  const authority = await outsideAuthority();
  await listed(province, authority);
  for (const office of [party, council, committee]) await registered(province, authority, office);
  await registered(province, authority, council, "deputy-chief");
  const inTurn = async () => {
    const version = await inRound(province);
    await tookTurn(province, version, committee);
    return version;
  };
  const stages = {
    drafted,
    negotiating,
    oneConsent,
    consented,
    inRound,
    inTurn,
    oneSignature,
    lastSignatureMissing,
    inGroups,
    secondGroup,
    inRoundOnBehalf,
    delegationTakenBack,
    inForce,
    declined,
    withdrawn,
  };
  const items: VersionItem[] = [];
  for (const [name, build] of Object.entries(stages)) {
    items.push(await versionItem(province, name, await build(province)));
  }
  return items;
}
