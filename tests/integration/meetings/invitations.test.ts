import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { createFeed } from "@/lib/meetings/commands/create-feed";
import { postponeMeeting } from "@/lib/meetings/commands/postpone-meeting";
import { readFeed } from "@/lib/meetings/feed/read-feed";
import { writeFeed } from "@/lib/meetings/feed/write-feed";
import { writeMail } from "@/lib/meetings/jobs/write-mail";
import { writeMailQueue } from "@/lib/meetings/queues";
import { deliverMail } from "@/lib/notifications/jobs/deliver-mail";
import { mailerOf } from "@/lib/notifications/mailer";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as, postOf } from "@/prisma/seed/caller";
import {
  committeeChair,
  confirmed,
  contentInput,
  filed,
  freshDay,
  type Input,
  leaderPost,
  type MeetingStage,
  meetingRow,
  postponed,
  restricted,
  seen,
} from "@/tests/support/builders/meeting-stages";
import {
  closeProvince,
  committee,
  council,
  openProvince,
  type Province,
  party,
} from "@/tests/support/builders/province";
import { startMailServer } from "@/tests/support/mail-server";

// The secretary of the province has a secretary in the party's office; the chair of the committee has one who works for the
// council's chair as well. None of the leaders has an account.

let province: Province;

beforeAll(async () => {
  province = await openProvince();
});

afterAll(() => closeProvince(province));

const partyDiary = () => postOf(province.phuTho, party, "secretary");
const committeeDiary = () => postOf(province.phuTho, committee, "secretary");

type Mail = {
  id: string;
  to: string;
  kind: string;
  subject: string;
  text: string;
  calendar: string;
  method: string;
};

const mailsOf = (subjectId: string) =>
  province.rows<Mail>(
    `select m.id, a.email as to, m.kind, c.subject, c.text, c.calendar, c.method
      from mails m join accounts a on a.id = m.account_id left join mail_contents c on c.mail_id = m.id
      where m.subject_id = $1 order by m.id`,
    [subjectId],
  );

/** What is mailed of a meeting from now on, as the job writes it. */
async function written({ meetingId }: MeetingStage, times = 1): Promise<Mail[]> {
  const before = await mailsOf(meetingId);
  const data = { tenantId: province.phuTho.tenant.id, subjectId: meetingId };
  await Promise.all(Array.from({ length: times }, () => writeMail(data)));
  return (await mailsOf(meetingId)).slice(before.length);
}

async function change(meeting: MeetingStage, more: Input): Promise<void> {
  const row = await meetingRow(province, meeting);
  await executeCommand(changeMeeting, as(province.phuTho, party, "chief"), {
    ...contentInput(province, meeting.day),
    title: row["title"],
    meetingId: meeting.meetingId,
    revision: row["revision"],
    reason: "Điều chỉnh theo ý kiến.",
    ...more,
  });
}

/** A confirmed meeting of the secretary, on a day of its own, to which he was invited. */
async function invited(more: Input = {}): Promise<MeetingStage> {
  const day = freshDay();
  const meeting = { ...(await confirmed(province, { day, ...more })), day };
  expect(await written(meeting)).not.toHaveLength(0);
  return meeting;
}

/** One event as a calendar reads it, and another that shares no code with it. */
function read(mail: Mail | undefined) {
  const raw = mail?.calendar ?? "";
  const calendar = new ICAL.Component(ICAL.parse(raw));
  const events = calendar.getAllSubcomponents("vevent");
  expect(events).toHaveLength(1);
  const [event] = events;
  if (!event) throw new Error("no event");
  const value = (name: string) => event.getFirstPropertyValue(name);
  const [other] = Object.values(nodeIcal.sync.parseICS(raw)).filter((each) => each?.type === "VEVENT");
  if (other?.type !== "VEVENT") throw new Error("the other parser finds no event");
  const start = (value("dtstart") as ICAL.Time).toJSDate();
  expect(other.uid).toBe(value("uid"));
  expect(other.start.toISOString()).toBe(start.toISOString());
  expect(other.summary).toBe(value("summary"));
  expect(Number(other.sequence)).toBe(value("sequence"));
  const attendees = event.getAllProperties("attendee");
  expect(attendees).toHaveLength(1);
  return {
    raw,
    method: calendar.getFirstPropertyValue("method"),
    uid: value("uid"),
    sequence: value("sequence"),
    start,
    end: (value("dtend") as ICAL.Time).toJSDate(),
    summary: value("summary"),
    location: value("location"),
    status: value("status"),
    organizer: value("organizer"),
    attendee: attendees[0]?.getFirstValue(),
    rsvp: attendees[0]?.getParameter("rsvp") ?? "FALSE",
    partstat: attendees[0]?.getParameter("partstat"),
  };
}

describe("when a meeting is confirmed", () => {
  test("who keeps the leader's diary is invited, once, however often the job comes and however many do it", async () => {
    const meeting = await confirmed(province);
    const mails = await written(meeting, 3);
    expect(mails).toMatchObject([
      {
        to: partyDiary().email,
        kind: "invitation",
        method: "REQUEST",
        subject: "Cổng phối hợp: giấy mời họp",
      },
    ]);
    expect(await written(meeting)).toEqual([]);
    const row = await meetingRow(province, meeting);
    expect(read(mails[0])).toMatchObject({
      method: "REQUEST",
      sequence: row["revision"],
      start: row["starts_at"],
      end: row["ends_at"],
      summary: "Hội nghị chuyên đề",
      location: "Phòng họp 1, trụ sở Tỉnh ủy",
      status: "CONFIRMED",
      organizer: "mailto:khong-tra-loi@localhost",
      attendee: `MAILTO:${partyDiary().email}`,
      rsvp: "FALSE",
      partstat: "NEEDS-ACTION",
    });
    expect(read(mails[0]).raw).toMatch(/^DTSTART:\d{8}T\d{6}Z\r$/m);
    expect(read(mails[0]).raw).not.toMatch(/TZID/);
    expect(mails[0]?.text).toContain("Bí thư Tỉnh ủy Đặng Quốc Trung");
    expect(mails[0]?.text).toContain(`http://localhost:3000/phu-tho/calendar/meetings/${meeting.meetingId}`);
  });

  test("the event is the one its feed has", async () => {
    const meeting = await invited();
    const [mail] = await mailsOf(meeting.meetingId);
    const { token } = await executeCommand(createFeed, as(province.phuTho, party, "chief"), {
      resourceId: "",
    });
    const feed = await readFeed("phu-tho", token);
    const calendar = new ICAL.Component(
      ICAL.parse(
        writeFeed({ events: feed?.events ?? [] }, { tenant: "phu-tho", name: "", busy: "" }, new Date()),
      ),
    );
    const uids = calendar.getAllSubcomponents("vevent").map((event) => event.getFirstPropertyValue("uid"));
    expect(uids).toContain(read(mail).uid);
  });

  test("nobody is before it is, and nobody of another office than the leaders'", async () => {
    expect(await written(await filed(province))).toEqual([]);
    const mails = await written({ ...(await restricted(province)), day: freshDay() });
    expect(mails).toEqual([]);
  });

  test("one who keeps two leaders' diaries has one mail that names both", async () => {
    const councilChair = leaderPost(province, "Chủ tịch Hội đồng nhân dân tỉnh");
    const meeting = await confirmed(province, {
      leaderPostIds: [councilChair, leaderPost(province, committeeChair)],
    });
    const mails = await written(meeting);
    expect(mails.map(({ to }) => to).sort()).toEqual([partyDiary().email, committeeDiary().email].sort());
    const both = mails.find(({ to }) => to === committeeDiary().email);
    expect(both?.text).toContain("Chủ tịch Hội đồng nhân dân tỉnh");
    expect(both?.text).toContain(committeeChair);
  });

  test("a leader with an account is invited in person", async () => {
    const chief = postOf(province.phuTho, council, "chief");
    const post = leaderPost(province, "Trưởng Đoàn đại biểu Quốc hội tỉnh");
    await province.rows("update post_holdings set person_id = $2 where post_id = $1", [post, chief.personId]);
    // As a new holder of the post gets a place in the calendar: written by the owner, who is bound to a tenant too.
    const owner = await province.pool("owner").connect();
    await owner.query("begin");
    await owner.query("select set_config('app.tenant_id', $1, true)", [province.phuTho.tenant.id]);
    await owner.query(
      `insert into resources (tenant_id, id, kind, name, person_id)
        values ($1, gen_random_uuid(), 'leader', $3, $2)`,
      [province.phuTho.tenant.id, chief.personId, chief.name],
    );
    await owner.query("commit");
    owner.release();
    const mails = await written(await confirmed(province, { optionalPostIds: [post] }));
    expect(mails.map(({ to }) => to).sort()).toEqual([chief.email, partyDiary().email].sort());
    const own = mails.find(({ to }) => to === chief.email);
    expect(own?.text).toContain("mời anh/chị dự");
    expect(own?.calendar).toContain("ROLE=OPT-PARTICIPANT");
  });
});

describe("when it changes", () => {
  test("another time or place is an update of the same event with a higher sequence", async () => {
    const meeting = await invited();
    const [first] = await mailsOf(meeting.meetingId);
    await change(meeting, { from: "14:00", until: "15:00" });
    const mails = await written(meeting, 2);
    expect(mails).toMatchObject([{ to: partyDiary().email, kind: "invitation-changed", method: "REQUEST" }]);
    const [before, after] = [read(first), read(mails[0])];
    expect(after.uid).toBe(before.uid);
    expect(Number(after.sequence)).toBeGreaterThan(Number(before.sequence));
    expect(after.start).toEqual((await meetingRow(province, meeting))["starts_at"]);
    expect(mails[0]?.text).toContain("Lý do: Điều chỉnh theo ý kiến.");
  });

  test("what the invitation does not say troubles nobody", async () => {
    const meeting = await invited();
    await change(meeting, { participants: "Các sở, ban, ngành và địa phương" });
    expect(await written(meeting)).toEqual([]);
  });

  test("only who comes is invited, and only who goes is told so; the meeting is not off", async () => {
    const meeting = await invited();
    await change(meeting, { leaderPostIds: [leaderPost(province, committeeChair)] });
    expect(await written(meeting)).toMatchObject([{ to: committeeDiary().email, kind: "invitation" }]);
    await change(meeting, {});
    const mails = await written(meeting);
    expect(mails).toMatchObject([
      { to: committeeDiary().email, kind: "invitation-withdrawn", method: "CANCEL" },
    ]);
    expect(read(mails[0])).toMatchObject({ method: "CANCEL", status: null });
    await change(meeting, { leaderPostIds: [leaderPost(province, committeeChair)] });
    expect(await written(meeting)).toMatchObject([{ kind: "invitation", method: "REQUEST" }]);
  });
});

describe("when it is off", () => {
  test("put off, it is withdrawn from everybody once; given up after that says no more", async () => {
    const meeting = await postponed(province);
    expect(await written(meeting)).toEqual([]);
    const other = await invited();
    await executeCommand(postponeMeeting, as(province.phuTho, party, "chief"), {
      ...(await seen(province, other)),
      reason: "Chờ báo cáo của các sở.",
    });
    const mails = await written(other, 2);
    expect(mails).toMatchObject([{ kind: "invitation-withdrawn", method: "CANCEL" }]);
    const [first] = await mailsOf(other.meetingId);
    expect(read(mails[0])).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: read(first).uid });
    expect(Number(read(mails[0]).sequence)).toBeGreaterThan(Number(read(first).sequence));
    expect(mails[0]?.text).toContain("đã hoãn");
    await executeCommand(cancelMeeting, as(province.phuTho, party, "chief"), {
      ...(await seen(province, other)),
      reason: "Không tổ chức nữa.",
    });
    expect(await written(other)).toEqual([]);
  });
});

test("the mail is what RFC 6047 asks for", async () => {
  const server = await startMailServer();
  const mailer = mailerOf(server.url, "cong@phu-tho.example");
  try {
    const meeting = await invited();
    const [mail] = await mailsOf(meeting.meetingId);
    await deliverMail({ tenantId: province.phuTho.tenant.id, mailId: mail?.id }, mailer);
    const [taken] = server.taken;
    const part = taken?.attachments.find(({ contentType }) => contentType === "text/calendar");
    expect(part?.headers.get("content-type")).toMatchObject({
      params: { method: "REQUEST", charset: "utf-8" },
    });
    expect(part?.content.toString()).toBe(mail?.calendar);
    expect(taken?.subject).toBe("Cổng phối hợp: giấy mời họp");
  } finally {
    mailer.close();
    await server.close();
  }
});

describe("a notice", () => {
  test("is mailed to the chief and the clerk of its office, and names neither meeting nor people", async () => {
    const meeting = await confirmed(province, { title: "Hội nghị về nhân sự" });
    await written(meeting, 2);
    await written(meeting);
    const mails = await province.rows<{ to: string; kind: string; subject: string; text: string }>(
      `select a.email as to, n.kind, c.subject, c.text from notices n join mails m on m.subject_id = n.id
        join accounts a on a.id = m.account_id join mail_contents c on c.mail_id = m.id
        where n.subject_id = $1 and n.kind = 'meeting-confirmed' order by a.email`,
      [meeting.meetingId],
    );
    const told = [committee, council].flatMap((office) =>
      (["chief", "records-clerk"] as const).map((role) => postOf(province.phuTho, office, role).email),
    );
    expect(mails.map(({ to }) => to)).toEqual(told.sort());
    for (const { subject, text } of mails) {
      expect(`${subject} ${text}`).not.toMatch(/nhân sự|Đặng Quốc Trung/);
      expect(text).toContain("http://localhost:3000/phu-tho/notices");
    }
  });

  test("what is known already is not mailed", async () => {
    const meeting = await confirmed(province);
    await province.rows("update notices set received_at = now(), received_by = $2 where subject_id = $1", [
      meeting.meetingId,
      postOf(province.phuTho, committee, "chief").accountId,
    ]);
    await written(meeting);
    expect(
      await province.rows(
        "select 1 from notices n join mails m on m.subject_id = n.id where n.subject_id = $1",
        [meeting.meetingId],
      ),
    ).toEqual([]);
  });
});

test("the job of an event says which meeting, and nothing else", async () => {
  const { meetingId } = await confirmed(province);
  const jobs = await province.rows<{ data: object }>(
    "select data from pgboss.job where name = $1 and data ->> 'subjectId' = $2",
    [writeMailQueue, meetingId],
  );
  expect(jobs).toEqual([{ data: { tenantId: province.phuTho.tenant.id, subjectId: meetingId } }]);
});
