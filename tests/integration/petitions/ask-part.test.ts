import { expect, test } from "vitest";
import { askPart } from "@/lib/petitions/commands/ask-part";
import { joinPetition } from "@/lib/petitions/commands/join-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  acceptedPart,
  askedPart,
  askingInput,
  declinedPart,
  givenPart,
  partRowOf,
  takenOverPart,
} from "@/tests/support/builders/petition-parts";
import { denouncer, readersOfPetition, taken } from "@/tests/support/builders/petition-stages";
import {
  classified,
  filedAway,
  forwarded,
  lookedUp,
  officeIdOf,
} from "@/tests/support/builders/petition-way";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { inDays } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const asking = ["responsibilities", 4] as const;
const denunciation = { class: "denunciation", denounces: "yes", subject: "Việc thu quỹ ở xóm" };

describeCommand(askPart, {
  province,
  ready: () => classified(province()),
  by: [committee, "specialist"],
  input: (letter) => askingInput(province(), letter),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "asks that office, by a day, under the clause in force": async ({ stage, province }) => {
      expect(await partRowOf(province, stage)).toMatchObject({
        state: "asked",
        due_on: inDays(5),
        lead_office_id: officeIdOf(province, committee),
        names: false,
      });
    },
    "lets it read the letter": async ({ stage, province }) => {
      expect(await readersOfPetition(province, stage)).toEqual({ [council]: "assist", [committee]: "lead" });
    },
    "keeps the request in the clear nowhere": async ({ stage, province }) => {
      const { request } = await partRowOf(province, stage);
      expect((request as Buffer).toString("utf8")).not.toContain("Quốc hội");
    },
  },
  events: ["petitions.partAsked"],
  wrongInput: {
    "no request": { change: { request: "" }, field: "request" },
    "no day": { change: { dueOn: "" }, field: "dueOn" },
    "a day that passed": { change: { dueOn: inDays(-1) }, field: "dueOn" },
    "no office": { change: { officeId: "council" }, field: "officeId" },
  },
  notAllowed: {
    "a reception officer of the lead": {
      by: [committee, "reception-officer"],
      reason: "role",
      source: ["responsibilities", 11],
    },
    "an office that the agreement does not name": {
      change: () => ({ officeId: officeIdOf(province(), stranger) }),
      reason: "assist-state",
      source: asking,
    },
    itself: {
      change: () => ({ officeId: officeIdOf(province(), committee) }),
      reason: "assist-state",
      source: asking,
    },
  },
  wrongState: {
    "a letter that is not classified yet": {
      stage: async () => lookedUp(province(), await taken(province())),
      reason: "state",
      source: asking,
      offices: [committee],
    },
    "one that was given over": { stage: () => forwarded(province()), reason: "state", source: asking },
    "one that is over": { stage: () => filedAway(province()), reason: "state", source: asking },
    "an office that accepted: its day stands": {
      stage: () => acceptedPart(province()),
      reason: "assist-state",
      source: asking,
    },
    "an office whose part was taken over": {
      stage: () => takenOverPart(province()),
      reason: "assist-state",
      source: asking,
    },
  },
  stale: null,
  // The second changes the day of a request not yet answered (article 3 clause 4).
  atOnce: { answer: "both" },
});

test.each([
  ["not answered yet", () => askedPart(province())],
  ["that declined", () => declinedPart(province())],
  ["whose part does not suffice", () => givenPart(province())],
])("asks again an office %s", async (_name, build) => {
  const letter = await build();
  const lead = as(province().phuTho, committee, "specialist");
  await executeCommand(askPart, lead, { ...askingInput(province(), letter), dueOn: inDays(9) });
  expect(await partRowOf(province(), letter)).toMatchObject({ state: "asked", due_on: inDays(9) });
});

test("an assisting office asks no other: that is the lead's", async () => {
  const letter = await askedPart(province());
  const input = askingInput(province(), letter, party);
  const attempted = await attempt(askPart, as(province().phuTho, council, "chief"), input);
  expect(answerOf(attempted)).toMatchObject({
    code: "forbidden",
    refusal: { reason: "part", offices: [committee], articleKey: "responsibilities", clause: 4 },
  });
});

test("of a denunciation it is confirmed that the request does not tell who wrote, and one that does is refused", async () => {
  const letter = await classified(province(), denunciation);
  const lead = as(province().phuTho, committee, "specialist");
  const input = askingInput(province(), letter);
  const unread = await attempt(askPart, lead, { ...input, checked: "" });
  expect(answerOf(unread)).toMatchObject({ code: "invalid", fields: { checked: ["requestUnchecked"] } });
  const naming = await attempt(askPart, lead, { ...input, request: `Việc bà ${denouncer.fullName} nêu.` });
  expect(answerOf(naming)).toMatchObject({ code: "invalid", fields: { request: ["namesDenouncer"] } });
  expect(await partRowOf(province(), letter)).toEqual({});
  await executeCommand(askPart, lead, input);
  expect(await partRowOf(province(), letter)).toMatchObject({ state: "asked", names: false });
});

test("a letter that was joined is done with the first one", async () => {
  const first = await classified(province(), { subject: "Kiến nghị sửa cầu treo bản Mới" });
  const later = await classified(province(), { subject: "Kiến nghị sửa cầu treo bản Mới" });
  const lead = as(province().phuTho, committee, "specialist");
  await executeCommand(joinPetition, lead, {
    petitionId: later.petitionId,
    revision: later.revision,
    code: first.code,
  });
  const attempted = await attempt(askPart, lead, askingInput(province(), later));
  expect(answerOf(attempted)).toMatchObject({ code: "forbidden", refusal: { reason: "state" } });
});
