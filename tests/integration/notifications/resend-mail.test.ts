import { expect, test } from "vitest";
import { resendMail } from "@/lib/notifications/commands/resend-mail";
import { getOutbox } from "@/lib/notifications/queries/get-outbox";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { failed, type MailStage, mailRow, queued } from "@/tests/support/builders/mails";
import { party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const administrator = [party, "tenant-administrator"] as const;

describeCommand(resendMail, {
  province,
  // To the chief, who reads it and may not send it again.
  ready: () => failed(province(), [party, "chief"]),
  by: administrator,
  input: ({ mailId }: MailStage) => ({ mailId }),
  subjectId: ({ mailId }: MailStage) => mailId,
  does: {
    "queues it to be tried at once, from the first try on, with what it says": async ({
      stage,
      province,
    }) => {
      expect(await mailRow(province, stage)).toMatchObject({ state: "queued", attempts: 0, contents: 1 });
    },
  },
  events: ["notifications.mailResent"],
  jobs: 1,
  wrongInput: { "no mail": { change: { mailId: "thư" }, field: "mailId" } },
  notAllowed: {
    "its receiver does not send it again": { by: [party, "chief"], reason: "role", source: "portal" },
  },
  wrongState: {
    "one that waits is refused": {
      stage: () => queued(province(), [party, "chief"]),
      reason: "state",
      source: "portal",
    },
  },
  stale: null,
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

test("each reads the own mails; the administrator also that others' are there, and not what they say", async () => {
  const { mailId } = await failed(province(), [party, "chief"]);
  const read = async (role: "chief" | "tenant-administrator" | "specialist", of: "own" | "failed") => {
    const found = await runQuery(getOutbox, as(province().phuTho, party, role), { of });
    return found?.view.items.find((item) => item.id === mailId);
  };
  expect(await read("chief", "own")).toMatchObject({
    content: { subject: "Cổng phối hợp: thông báo" },
    mayResend: false,
  });
  expect(await read("tenant-administrator", "own")).toBeUndefined();
  expect(await read("tenant-administrator", "failed")).toMatchObject({
    content: null,
    code: "550",
    mayResend: true,
  });
  // Whoever is no administrator gets the own list, whatever the address asks for.
  expect(await read("specialist", "failed")).toBeUndefined();
});
