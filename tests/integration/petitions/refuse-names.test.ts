import { expect, test } from "vitest";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as, postOf } from "@/prisma/seed/caller";
import { classified, forwardingInput, forwardsOf } from "@/tests/support/builders/petition-way";
import { committee, useProvince } from "@/tests/support/builders/province";

const province = useProvince();

const denounced = {
  class: "denunciation",
  denounces: "yes",
  fullName: "Lù Thị Sen Trắng",
  phone: "0912 888 121",
};

test("a guessed name leaves a trace without the name, and after five nobody is told any more", async () => {
  const letter = await classified(province(), denounced);
  const guess = (summary: string) =>
    executeCommand(forwardPetition, as(province().phuTho, committee, "specialist"), {
      ...forwardingInput(province(), letter),
      summary,
    });
  const right = { code: "invalid", details: { fields: { summary: ["namesDenouncer"] } } };
  for (let n = 0; n < 5; n += 1)
    await expect(guess("Phản ánh của Lù Thị Sen Trắng")).rejects.toMatchObject(right);
  const traces = await province().rows<{ account: string; payload: string }>(
    `select account_id as account, payload::text as payload from audit_events
      where subject_id = $1 and name = 'petitions.nameTried'`,
    [letter.petitionId],
  );
  expect(traces).toHaveLength(5);
  const { accountId } = postOf(province().phuTho, committee, "specialist");
  for (const { account, payload } of traces) {
    expect(account).toBe(accountId);
    expect(JSON.parse(payload)).toEqual({ fields: ["summary"] });
  }
  // A right and a wrong guess are answered alike from here on.
  for (const summary of ["Phản ánh của Lù Thị Sen Trắng", "Phản ánh của Lù Thị Sen Vàng"])
    await expect(guess(summary)).rejects.toMatchObject({ code: "conflict", messageKey: "namesTriedOften" });
  expect(await forwardsOf(province(), letter)).toEqual([]);
});
