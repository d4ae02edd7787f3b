import { wrongAction } from "@/app/stories/actions";
import { dueLate, duePlain, dueSoon, ubkt, vphdnd, vptu, vpubnd } from "@/app/stories/data";
import { StoryShell } from "@/app/stories/story-shell";
import { BusyScreen } from "@/components/error-pages/busy-screen";
import { FaultScreen } from "@/components/error-pages/fault-screen";
import { NotFoundScreen } from "@/components/error-pages/not-found-screen";
import { Door } from "@/components/layout/door";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { SignInScreen } from "@/components/sign-in/sign-in-screen";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Due } from "@/components/ui/due";
import { LinkButton } from "@/components/ui/link-button";
import { Log } from "@/components/ui/log";
import { Note } from "@/components/ui/note";
import { OfficeLabel } from "@/components/ui/office-label";
import { RoleLabels } from "@/components/ui/role-labels";
import { Sheet } from "@/components/ui/sheet";
import messages from "@/messages/vi.json";

const people = [
  { name: "Trần Thị Minh Hà", post: "Chánh Văn phòng", email: "ha@vptu.demo", href: "?email=ha@vptu.demo" },
  { name: "Nguyễn Thu Trang", post: "Chuyên viên", email: "trang@vptu.demo", href: "?email=trang@vptu.demo" },
];

export function signInStory() {
  return (
    <Door homeHref="/stories/sign-in" demonstration>
      <SignInScreen
        action={wrongAction}
        organs={["VĂN PHÒNG TỈNH ỦY", "VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND TỈNH", "VĂN PHÒNG UBND TỈNH PHÚ THỌ"]}
        email="ha@vptu.demo"
        demonstration={[
          { key: "1", place: "Tỉnh Phú Thọ", office: vptu, people },
          { key: "2", place: "Tỉnh Phú Thọ", office: vphdnd, people: people.slice(0, 1) },
          { key: "3", place: "Tỉnh Phú Thọ", office: vpubnd, people: people.slice(1) },
        ]}
      />
    </Door>
  );
}

export function plainSignInStory() {
  return (
    <Door homeHref="/stories/sign-in" demonstration={false}>
      <SignInScreen action={wrongAction} organs={["VĂN PHÒNG TỈNH ỦY", "VĂN PHÒNG UBND TỈNH"]} />
    </Door>
  );
}

const entries = [
  {
    id: "4",
    at: { iso: "2026-11-25T08:14:00+07:00", time: "08:14", date: "25/11/2026" },
    who: "Nguyễn Hữu Phước",
    office: "VP UBND",
    what: "định kết thúc nhiệm vụ: bị từ chối theo Điều 3 khoản 3",
  },
  {
    id: "3",
    at: { iso: "2026-11-24T16:20:00+07:00", time: "16:20", date: "24/11/2026" },
    who: "Nguyễn Thu Trang",
    office: "VPTU",
    what: "tiếp thu góp ý của VP ĐĐBQH&HĐND",
  },
  {
    id: "1",
    at: { iso: "2026-11-20T15:10:00+07:00", time: "15:10", date: "20/11/2026" },
    what: "Ba văn phòng cùng đồng thuận với bản 4",
  },
];

export function logStory() {
  return (
    <StoryShell
      current="tasks"
      sheet={
        <Sheet id="log" title="Nhật ký" closeHref="/stories/tasks/assist" open>
          <Log entries={entries} />
        </Sheet>
      }
    >
      <PageHeader title="Tài liệu Hội nghị Ban Thường vụ" roles={{ lead: vptu, assists: [vpubnd] }} />
    </StoryShell>
  );
}

export function primitivesStory() {
  return (
    <StoryShell>
      <PageHeader title="Các phần nhỏ" lead="Mọi trạng thái, cạnh nhau." />
      <Section id="roles" title="Vai trò" count={3}>
        <RoleLabels lead={vptu} assists={[vphdnd, vpubnd]} informed={[ubkt]} />
        <p className="mt-3">
          <OfficeLabel office={vptu} part="lead" /> <OfficeLabel office={vphdnd} />{" "}
          <OfficeLabel office={vpubnd} part="informed" /> <OfficeLabel office={ubkt} />
        </p>
      </Section>
      <Section id="states" title="Trạng thái">
        <p>
          <Badge>Đang soạn</Badge> <Badge tone="act">Đang làm</Badge> <Badge tone="due">Chờ ký</Badge>{" "}
          <Badge tone="done">Có hiệu lực</Badge> <Badge tone="alarm">Quá hạn</Badge>
        </p>
        <div className="mt-3 flex flex-wrap gap-6">
          <div>
            <Due {...duePlain} />
          </div>
          <div>
            <Due {...dueSoon} />
          </div>
          <div>
            <Due {...dueLate} />
          </div>
          <div>
            <Due tone="done" text="Đã gửi" />
          </div>
        </div>
      </Section>
      <Section id="buttons" title="Nút">
        <div className="acts">
          <Button look="fill">Ký số</Button>
          <Button>Từ chối ký</Button>
          <Button look="quiet" icon="print">
            In
          </Button>
          <Button disabled>Đang gửi…</Button>
          <LinkButton href="#" size="big">
            Xem
          </LinkButton>
        </div>
      </Section>
      <Section id="notes" title="Lời báo">
        <div className="grid gap-4">
          <Note tone="info" title="Điều sẽ xảy ra">
            <p>Văn bản có hiệu lực từ 01/01/2027.</p>
          </Note>
          <Note tone="done" title="Đã lưu">
            <p>Phân công đã đổi; các cơ quan cần đồng thuận lại.</p>
          </Note>
          <Note tone="due" title="Người khác vừa nhanh hơn">
            <p>10:42:07, Phùng Thị Nga đã sửa Điều 8. Những gì anh/chị viết còn ở dưới.</p>
          </Note>
          <Note tone="alarm" title="Chữ ký không khớp">
            <p>Nội dung bị thay đổi sau chữ ký 2.</p>
          </Note>
          <Note
            tone="rule"
            title="Việc này thuộc VPTU"
            quote={{ text: "“Cơ quan chủ trì kết thúc nhiệm vụ.”", source: "Điều 3 khoản 3" }}
          />
        </div>
      </Section>
    </StoryShell>
  );
}

export function notFoundStory() {
  return <NotFoundScreen homeHref="/stories/desk" switchPostHref="#" />;
}

export function busyStory() {
  return <BusyScreen texts={messages.errorPages.busy} />;
}

export function faultStory() {
  return <FaultScreen texts={messages.errorPages.fault} reference="7K3M-92" />;
}
