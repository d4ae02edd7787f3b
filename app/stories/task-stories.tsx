import { refusedAction, wrongAction } from "@/app/stories/actions";
import { closeWhy, dueLate, duePlain, dueSoon, dueWhy, ubkt, vphdnd, vptu, vpubnd } from "@/app/stories/data";
import { StoryShell } from "@/app/stories/story-shell";
import { ActionForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/forms/checkbox";
import { FormFooter } from "@/components/forms/form-footer";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader, type PageHeaderProps } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { NotAllowedList } from "@/components/tasks/not-allowed-list";
import { TaskFacts } from "@/components/tasks/task-facts";
import { TaskLayout } from "@/components/tasks/task-layout";
import { TaskList, type TaskRow } from "@/components/tasks/task-list";
import { TaskTurn } from "@/components/tasks/task-turn";
import { TaskWorkColumn } from "@/components/tasks/task-work-column";
import { LinkButton } from "@/components/ui/link-button";
import { MenuLink } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";

const request = {
  office: vptu,
  byline: "Nguyễn Thu Trang, 18/11/2026",
  text: "Đề nghị hai văn phòng gửi phần của mình theo đề cương: VP ĐĐBQH&HĐND về danh mục nghị quyết trình kỳ họp; VP UBND về tình hình kinh tế – xã hội 11 tháng và đầu tư công.",
};

const given = {
  key: "1",
  office: vphdnd,
  state: "taken",
  stateText: "Đã gửi 23/11/2026, VPTU đã tiếp thu",
  text: "Danh mục 4 nghị quyết trình kỳ họp thứ sáu, kèm tiến độ thẩm tra của các ban.",
  author: "Đỗ Mai Anh",
} as const;

const facts = [
  {
    label: "Theo",
    value: (
      <>
        <a href="/stories/agreements/waiting">Khoản 4.1</a>, hội nghị Ban Thường vụ
      </>
    ),
  },
  { label: "VPTU", value: "Nguyễn Thu Trang" },
  { label: "VP UBND", value: "Nguyễn Hữu Phước; thay: Tạ Thị Hồng" },
  { label: "Ai đọc được", value: "Hai văn phòng trên, VP ĐĐBQH&HĐND và cơ quan để biết" },
];

const notAllowed = [
  { key: "close", label: "Kết thúc nhiệm vụ", why: closeWhy },
  { key: "dates", label: "Đổi hạn của cơ quan khác", why: { ...closeWhy, title: "Chỉ VPTU đổi hạn" } },
];

const header: PageHeaderProps = {
  breadcrumbs: [
    { label: "Nhiệm vụ", href: "/stories/tasks/list" },
    { label: "Điều 4. Hội nghị, cuộc họp, kỳ họp", href: "/stories/agreements/waiting" },
    { label: "Tài liệu Hội nghị" },
  ],
  title: "Tài liệu Hội nghị Ban Thường vụ Tỉnh ủy lần thứ 18",
  state: { tone: "act", text: "Đang làm" },
  roles: { lead: vptu, assists: [vphdnd, vpubnd], informed: [ubkt] },
  menu: <MenuLink href="#tu-choi">Từ chối tham gia, có lý do</MenuLink>,
  logHref: "/stories/log",
};

function ContributionForm() {
  return (
    <ActionForm id="contribute" action={wrongAction}>
      <TextArea
        name="text"
        label="Nội dung góp ý"
        defaultValue="Tổng sản phẩm 11 tháng tăng 9,1 %; giải ngân đầu tư công 10.306 tỷ đồng, đạt 78 % kế hoạch."
      />
      <Checkbox name="declared" label="Nội dung không thuộc danh mục bí mật nhà nước" />
      <SubmitButton>Gửi góp ý</SubmitButton>
    </ActionForm>
  );
}

export function assistTaskStory() {
  return (
    <StoryShell current="tasks">
      <PageHeader {...header} />
      <TaskLayout
        work={
          <>
            <TaskTurn
              tone="due"
              whose="Đến lượt VP UBND:"
              text={
                <>
                  gửi phần tài liệu trước hết ngày <b>26/11/2026</b>, còn 1 ngày.
                </>
              }
              why={dueWhy}
            />
            <Note
              tone="rule"
              live
              title="Nhiệm vụ chưa kết thúc: việc này thuộc VPTU, cơ quan chủ trì"
              quote={{
                text: "“Cơ quan chủ trì tổng hợp, tiếp thu ý kiến và kết thúc nhiệm vụ; cơ quan phối hợp chịu trách nhiệm về phần việc của mình.”",
                source:
                  "Điều 3 khoản 3, Quy chế 01/QCPH. Điều 4 khoản 1 giao VPTU chủ trì, VP UBND phối hợp.",
              }}
            >
              <p>Anh/chị có thể gửi góp ý. Lần thực hiện này đã được ghi vào nhật ký.</p>
            </Note>
            <TaskWorkColumn
              request={request}
              contributionCount="1 trên 2"
              contributionState="now"
              contributions={[
                given,
                {
                  key: "2",
                  office: vpubnd,
                  state: "asked",
                  stateText: "Chờ góp ý, còn 1 ngày",
                  mine: true,
                  form: <ContributionForm />,
                },
              ]}
              result={{ state: "later", text: "VPTU tổng hợp và kết thúc khi có đủ góp ý." }}
            />
          </>
        }
        aside={
          <>
            <TaskFacts facts={facts} />
            <NotAllowedList officeCode="VP UBND" acts={notAllowed} />
          </>
        }
      />
    </StoryShell>
  );
}

export function leadTaskStory() {
  return (
    <StoryShell current="tasks">
      <PageHeader {...header} menu={undefined} />
      <TaskLayout
        work={
          <>
            <TaskTurn
              tone="late"
              whose="VP UBND chậm 2 ngày:"
              text="chưa gửi phần tài liệu, hạn 23/11/2026."
            />
            <TaskWorkColumn
              request={request}
              contributionCount="1 trên 3"
              contributionState="now"
              contributions={[
                { ...given, state: "sent", stateText: "Đã gửi 23/11/2026" },
                { key: "2", office: vpubnd, state: "late", stateText: "Quá 2 ngày" },
                {
                  key: "3",
                  office: { code: "VP-RẤT-DÀI-KHÔNG-NGẮT-ĐƯỢC", tint: "x" },
                  state: "declined",
                  stateText: "Không tham gia: việc không thuộc chức năng của văn phòng",
                },
              ]}
              result={{
                state: "later",
                text: "Tổng hợp góp ý rồi kết thúc.",
                form: (
                  <ActionForm id="close" action={refusedAction} className="given">
                    <TextArea name="result" label="Kết quả" />
                    <FormFooter>
                      <SubmitButton>Kết thúc nhiệm vụ</SubmitButton>
                    </FormFooter>
                  </ActionForm>
                ),
              }}
            />
          </>
        }
        aside={<TaskFacts facts={facts} />}
      />
    </StoryShell>
  );
}

export function closedTaskStory() {
  return (
    <StoryShell current="tasks">
      <PageHeader {...header} menu={undefined} state={{ tone: "done", text: "Đã kết thúc" }} />
      <TaskLayout
        work={
          <>
            <TaskTurn tone="done" whose="Đã kết thúc" text="ngày 30/11/2026, đúng hạn." />
            <TaskWorkColumn
              request={request}
              contributionState="done"
              contributions={[]}
              result={{
                state: "done",
                byline: "VPTU, Nguyễn Thu Trang, 30/11/2026",
                text: "Tài liệu đã gửi các đồng chí Ủy viên Ban Thường vụ.\n\nGồm 12 văn bản.",
              }}
            />
          </>
        }
        aside={<TaskFacts facts={facts} />}
      />
    </StoryShell>
  );
}

const rows: readonly TaskRow[] = [
  {
    id: "1",
    href: "/stories/tasks/assist",
    title: "Tài liệu Hội nghị Ban Thường vụ Tỉnh ủy lần thứ 18",
    duty: "Điều 4, khoản 4.1",
    lead: vptu,
    assists: [vphdnd, vpubnd],
    state: { tone: "act", text: "Đang làm" },
    due: dueSoon,
  },
  {
    id: "2",
    href: "/stories/tasks/lead",
    title: "Báo cáo sơ kết sáu tháng thực hiện Quy chế",
    lead: vptu,
    assists: [vphdnd],
    state: { tone: "act", text: "Chờ góp ý, 1 trên 2" },
    due: dueLate,
  },
  {
    id: "3",
    href: "/stories/tasks/closed",
    title: "Danh mục tài liệu kỳ họp thứ sáu HĐND tỉnh",
    duty: "Điều 4, khoản 4.2",
    lead: vphdnd,
    assists: [],
    state: { tone: "done", text: "Đã kết thúc" },
    due: duePlain,
  },
];

export function taskListStory() {
  return (
    <StoryShell current="tasks">
      <PageHeader
        title="Nhiệm vụ"
        lead="VPTU chủ trì 2 việc, phối hợp 1 việc."
        act={
          <LinkButton look="fill" icon="plus" href="/stories/forms">
            Giao nhiệm vụ
          </LinkButton>
        }
      />
      <TaskList caption="Nhiệm vụ VPTU đọc được" rows={rows} />
      <Pagination nextHref="#sau" />
    </StoryShell>
  );
}

export function emptyTaskListStory() {
  return (
    <StoryShell current="tasks">
      <PageHeader title="Nhiệm vụ" />
      <EmptyState
        title="Chưa có nhiệm vụ nào"
        text="Nhiệm vụ được giao từ một khoản của quy chế đang có hiệu lực."
      />
    </StoryShell>
  );
}
