import { dueLate, duePlain, dueSoon, vphdnd, vptu, vpubnd } from "@/app/stories/data";
import { StoryShell } from "@/app/stories/story-shell";
import { DeskList, type DeskRow } from "@/components/desk/desk-list";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";

const crumbs = [{ label: "Thứ Tư, 25/11/2026" }];

const waiting: readonly DeskRow[] = [
  {
    id: "1",
    href: "/stories/signing",
    title: "Quy chế phối hợp công tác giữa ba văn phòng, năm 2027",
    detail: "VP UBND đã ký 24/11/2026; còn chờ anh/chị và VP ĐĐBQH&HĐND.",
    due: { ...dueSoon, text: "còn 2 ngày" },
    act: { label: "Xem và ký", href: "/stories/signing", first: true },
  },
  {
    id: "2",
    href: "/stories/tasks/assist",
    title: "Góp ý dự thảo báo cáo kinh tế – xã hội năm 2026",
    lead: vpubnd,
    assists: [vptu, vphdnd],
    due: duePlain,
    act: { label: "Góp ý", href: "/stories/tasks/assist" },
  },
  {
    id: "3",
    href: "/stories/tasks/lead",
    title:
      "Chuẩn bị nội dung, tài liệu và công tác phục vụ Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 21 mở rộng về nhiệm vụ phát triển kinh tế – xã hội, quốc phòng – an ninh năm 2027",
    lead: vptu,
    assists: [vphdnd, vpubnd],
    detail: "Đến lượt VPTU.",
    due: dueLate,
    act: { label: "Tiếp thu", href: "/stories/tasks/lead" },
  },
];

export function deskStory() {
  return (
    <StoryShell current="desk">
      <PageHeader
        breadcrumbs={crumbs}
        title="Bàn làm việc"
        lead={
          <>
            Có{" "}
            <a href="#waiting">
              <b>3 việc chờ anh/chị</b>
            </a>{" "}
            và{" "}
            <a href="#late">
              <b>1 việc quá hạn</b>
            </a>
            .
          </>
        }
      />
      <DeskList id="waiting" title="Chờ tôi" rows={waiting} />
      <DeskList
        id="late"
        title="Quá hạn"
        rows={waiting.slice(2).map(({ act: _act, ...row }) => row)}
        more={{ href: "/stories/tasks/list", label: "Mọi nhiệm vụ của VPTU" }}
      />
    </StoryShell>
  );
}

export function emptyDeskStory() {
  return (
    <StoryShell current="desk">
      <PageHeader breadcrumbs={crumbs} title="Bàn làm việc" />
      <EmptyState
        title="Không có việc nào chờ anh/chị"
        text="Hạn gần nhất: Thứ Hai, 30/11/2026, danh mục tài liệu kỳ họp thứ sáu."
      >
        <a href="/stories/tasks/list">Mọi nhiệm vụ của VPTU</a>
      </EmptyState>
    </StoryShell>
  );
}
