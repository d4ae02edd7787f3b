import { expect, test } from "vitest";
import { playChain } from "@/tests/support/amendments/play-chain";
import { useProvince } from "@/tests/support/builders/province";

const province = useProvince();
const chains = Number(process.env["DEEP_CHAINS"] ?? 50);

test(`${chains} chains of up to 20 amendments: the consolidated text of every day is the golden text`, async () => {
  expect(chains).toBeGreaterThan(0);
  for (let chain = 1; chain <= chains; chain += 1) {
    await playChain(province(), 1_000 + chain, 1 + ((chain * 7) % 20));
  }
}, 14_400_000);
