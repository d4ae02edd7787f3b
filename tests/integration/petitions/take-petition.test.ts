import { expect } from "vitest";
import { takePetition } from "@/lib/petitions/commands/take-petition";
import { foldVietnamese } from "@/lib/petitions/identity/person";
import {
  denouncer,
  everythingWritten,
  gramsOf,
  peopleOf,
  petitionRow,
  readersOfPetition,
  takingInput,
} from "@/tests/support/builders/petition-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { officeId } from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const body = (code: string) => province().phuTho.bodies.get(code);

describeCommand(takePetition, {
  province,
  ready: async () => null,
  by: [committee, "reception-officer"],
  input: () =>
    takingInput(province(), { bodyId: body("HDND"), class: "proposal", settledBefore: "UBND xã Mỹ Lung" }),
  subjectId: () => null,
  does: {
    "writes it for the named body and the office that serves it": async ({ result, province }) => {
      expect(await petitionRow(province, result)).toMatchObject({
        kind: "letter",
        receiving_body_id: body("HDND"),
        receiving_office_id: officeId(province, council),
        lead_office_id: officeId(province, council),
        filing_office_id: officeId(province, committee),
        origin: "portal",
        state: "classified",
        class: "proposal",
        denounces: "no",
        identity: "plain",
        people_count: 1,
        settled_before: "UBND xã Mỹ Lung",
        revision: 1,
      });
    },
    "gives it a code with the province's letters": async ({ result, province }) => {
      expect(result.code).toMatch(/^PT-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
      expect((await petitionRow(province, result))["code"]).toBe(result.code);
    },
    "lets exactly the offices concerned read": async ({ result, province }) => {
      expect(await readersOfPetition(province, result)).toEqual({
        [council]: "lead",
        [committee]: "creator",
      });
    },
    "keeps the name in the clear, with hashes to be found by": async ({ result, province }) => {
      expect(await peopleOf(province, result)).toEqual([
        {
          identity: "plain",
          full_name: denouncer.fullName,
          address: denouncer.address,
          phone: denouncer.phone,
          id_number: denouncer.idNumber,
          phone_hashed: true,
          id_hashed: true,
          sealed: false,
        },
      ]);
    },
    "is found by its code, its words and the name, without marks": async ({ result, province }) => {
      const grams = await gramsOf(province, result);
      expect(grams).toEqual(
        expect.arrayContaining(["khong", "thi mo", "=khong thi mo", "sua duong", "xom", "vao xom"]),
      );
      expect(grams).toContain(`#${result.code.replaceAll("-", "").toLowerCase()}`);
    },
    "has a line of the register for each of them": async ({ result, province }) => {
      const lines = await province.rows(
        "select count(*)::integer as lines from petition_entries where petition_id = $1 and class = 'proposal'",
        [result.petitionId],
      );
      expect(lines).toEqual([{ lines: 2 }]);
    },
  },
  events: ["petitions.taken"],
  wrongInput: {
    "no day": { change: { receivedOn: "" }, field: "receivedOn" },
    "a day to come": { change: { receivedOn: "31/12/2099" }, field: "receivedOn" },
    "no channel": { change: { channel: "" }, field: "channel" },
    "what comes on line comes by itself": { change: { channel: "online" }, field: "channel" },
    "a body that is none": {
      change: { bodyId: "019aa000-0000-7000-8000-000000000001" },
      field: "bodyId",
    },
    "no summary": { change: { subject: "" }, field: "subject" },
    "no answer whether it denounces": { change: { denounces: "" }, field: "denounces" },
    "a complaint that denounces": { change: { class: "complaint", denounces: "yes" }, field: "class" },
    "a denunciation that does not": { change: { class: "denunciation", denounces: "no" }, field: "class" },
    "forwarded by nobody": { change: { channel: "forwarded" }, field: "forwarderKind" },
    "a visit of nobody": { change: { kind: "visit", fullName: "" }, field: "fullName" },
    "a visitor guided nowhere": {
      change: { kind: "visit", visitOutcome: "guided" },
      field: "outcomeBody",
    },
    "a visitor refused for nothing": {
      change: { kind: "visit", visitOutcome: "refused" },
      field: "refusalGround",
    },
    "no people": { change: { peopleCount: "0" }, field: "peopleCount" },
    "a summary that says who denounces": {
      change: { class: "", denounces: "yes", subject: "Bà khong thi mo tố cáo cán bộ xã" },
      field: "subject",
    },
    "a note with the denouncer's telephone": {
      change: { class: "", denounces: "yes", note: "gọi lại số 0977.123.456" },
      field: "note",
    },
  },
  notAllowed: {
    "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" },
  },
  otherTenant: { code: "invalid" },
  otherOffice: { reason: "part", source: "portal", offices: [party, council, committee] },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

describeCommand(takePetition, {
  province,
  ready: async () => null,
  by: [party, "records-clerk"],
  input: () =>
    takingInput(province(), {
      bodyId: body("TU"),
      channel: "post",
      class: "denunciation",
      denounces: "yes",
      subject: "Việc chi quỹ của khu dân cư",
      content: `Tôi là ${denouncer.fullName}, xin tố cáo việc sau.`,
      fullName: "Kháng Seo Phừ",
      phone: "0955 777 888",
      idNumber: "010199001122",
      address: "Thôn Sín Chéng",
    }),
  subjectId: () => null,
  does: {
    "keeps who denounces and what sealed": async ({ result, province }) => {
      expect(await petitionRow(province, result)).toMatchObject({
        identity: "sealed",
        content: null,
        sealed_content: expect.any(Buffer),
      });
      expect(await peopleOf(province, result)).toMatchObject([
        { identity: "sealed", full_name: null, phone: null, phone_hashed: false, sealed: true },
      ]);
    },
    "writes the denouncer's name, telephone and number nowhere, with marks or without": async ({
      province,
    }) => {
      const written = await everythingWritten(province);
      const folded = foldVietnamese(written);
      for (const trace of ["Kháng Seo Phừ", "0955 777 888", "0955777888", "010199001122", "Sín Chéng"]) {
        expect(written).not.toContain(trace);
        expect(folded).not.toContain(foldVietnamese(trace));
      }
    },
    "is found by its subject and not by a name": async ({ result, province }) => {
      const grams = await gramsOf(province, result);
      expect(grams).toContain("khu dan");
      expect(grams.filter((gram) => gram.includes("phu"))).toEqual([]);
    },
  },
  events: ["petitions.taken"],
  wrongInput: {
    "a denunciation that is unsure of itself as a complaint": {
      change: { class: "complaint", denounces: "unsure" },
      field: "class",
    },
  },
  notAllowed: null,
  otherTenant: { code: "invalid" },
  otherOffice: { reason: "part", source: "portal" },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});
