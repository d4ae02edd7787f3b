import { wrongAction } from "@/app/stories/actions";
import {
  fileHash,
  matrixAreas,
  matrixOffices,
  mergedAreas,
  parties,
  vphdnd,
  vptu,
  vpubnd,
} from "@/app/stories/data";
import { StoryShell } from "@/app/stories/story-shell";
import { AgreementList, type AgreementRow } from "@/components/agreements/agreement-list";
import { type AgreementChapter, AgreementText } from "@/components/agreements/agreement-text";
import { ConsentPanel } from "@/components/agreements/consent-panel";
import { DutyMatrix } from "@/components/agreements/duty-matrix";
import type { SignatureBlock } from "@/components/agreements/signature-blocks";
import { SignatureStrip } from "@/components/agreements/signature-strip";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { LinkButton } from "@/components/ui/link-button";
import { MenuLink, MenuSeparator } from "@/components/ui/menu";
import { Tabs } from "@/components/ui/tabs";

const longNumber = "Số 02/QCPH-VPTU-VPĐĐBQH&HĐND-VPUBND";

export const blocks: readonly SignatureBlock[] = [
  {
    key: "vptu",
    capacity: ["CHÁNH VĂN PHÒNG", "TỈNH ỦY"],
    name: "Trần Thị Minh Hà",
    state: "mine",
    text: "Chữ ký của anh/chị sẽ ở đây",
  },
  {
    key: "vphdnd",
    capacity: ["CHÁNH VĂN PHÒNG", "ĐOÀN ĐBQH VÀ HĐND"],
    name: "Hoàng Văn Khải",
    state: "open",
    text: "Chờ ký",
  },
  {
    key: "vpubnd",
    capacity: ["CHÁNH VĂN PHÒNG", "UBND TỈNH"],
    name: "Vũ Đình Lâm",
    state: "signed",
    text: "Đã ký số 16:05, 24/11/2026",
  },
];

const chapters: readonly AgreementChapter[] = [
  {
    id: "chuong-1",
    number: "Chương I",
    title: "Quy định chung",
    articles: [
      {
        id: "dieu-1",
        number: "Điều 1",
        title: "Phạm vi điều chỉnh, đối tượng áp dụng",
        editHref: "#",
        clauses: [
          {
            id: "dieu-1-1",
            text: "1. Quy chế này quy định nguyên tắc, nội dung, trách nhiệm phối hợp công tác giữa ba văn phòng trong tham mưu, phục vụ hoạt động của Tỉnh ủy, Hội đồng nhân dân, Đoàn đại biểu Quốc hội và Ủy ban nhân dân tỉnh.",
          },
        ],
      },
    ],
  },
  {
    id: "chuong-2",
    number: "Chương II",
    title: "Nội dung phối hợp",
    articles: [
      {
        id: "dieu-8",
        number: "Điều 8",
        title: "Tiếp công dân, tiếp nhận và xử lý đơn thư",
        clauses: [
          {
            id: "dieu-8-1",
            text: "1. Văn phòng Ủy ban nhân dân tỉnh (Ban Tiếp công dân) chủ trì hoạt động tại Trụ sở Tiếp công dân tỉnh; Văn phòng Tỉnh ủy và Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh cử đại diện bằng văn bản và phối hợp.",
          },
          {
            id: "dieu-8-2",
            text: (
              <>
                2. Đơn gửi đến nhiều cơ quan được vào một sổ chung; đơn chỉ chuyển{" "}
                <ins>một lần, kèm phiếu chuyển,</ins> trong thời hạn <del>07</del> <ins>05</ins> ngày làm việc
                kể từ ngày nhận.
              </>
            ),
          },
        ],
      },
    ],
  },
];

const head = {
  form: "joint" as const,
  mark: "Bản mẫu do phần mềm soạn, chưa được cơ quan nào ban hành",
  organs: [
    "VĂN PHÒNG TỈNH ỦY PHÚ THỌ",
    "VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ THỌ",
    "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ",
  ],
  number: "Số: 02/QCPH-VPTU-VPĐĐBQH&HĐND-VPUBND",
  placeAndDate: "Phú Thọ, ngày 24 tháng 11 năm 2026",
  type: "QUY CHẾ",
  subject:
    "phối hợp công tác giữa Văn phòng Tỉnh ủy, Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh, Văn phòng Ủy ban nhân dân tỉnh",
};

const tabs = [
  { href: "#matrix", label: "Phân công", current: true },
  { href: "#text", label: "Văn bản, 15 điều" },
  { href: "#signatures", label: "Chữ ký, 1/3" },
];

export function waitingAgreementStory() {
  return (
    <StoryShell current="agreements">
      <PageHeader
        breadcrumbs={[{ label: "Quy chế", href: "/stories/agreements/list" }, { label: longNumber }]}
        title="Quy chế phối hợp giữa ba văn phòng, 2027"
        state={{ tone: "due", text: "Chờ ký, 1 trong 3" }}
        roles={{ wording: "agreement", lead: vptu, assists: [vphdnd, vpubnd] }}
        act={
          <LinkButton look="fill" href="/stories/signing">
            Xem và ký
          </LinkButton>
        }
        menu={
          <>
            <MenuLink href="#pdf">Tải tệp PDF</MenuLink>
            <MenuSeparator />
            <MenuLink href="#rut">Rút vòng ký, có lý do</MenuLink>
          </>
        }
        logHref="/stories/log"
      />
      <Tabs label="Các phần của quy chế" tabs={tabs} />
      <DutyMatrix title="Ai chủ trì, ai phối hợp" offices={matrixOffices} areas={matrixAreas} />
      <AgreementText
        title="Văn bản"
        note="bản 4, đã chốt nội dung lúc 08:30 ngày 24/11/2026"
        head={head}
        chapters={chapters.map((chapter) => ({
          ...chapter,
          articles: chapter.articles.map(({ editHref: _editHref, ...article }) => article),
        }))}
        signatures={blocks}
        foot="Đầu chuỗi nhật ký ngày 24/11/2026: 9c41 07be 55d2 e1a8. Chữ ký số nội bộ, không thay chữ ký số chuyên dùng công vụ."
      >
        <section id="signatures" aria-label="Chữ ký">
          <SignatureStrip parties={parties} />
        </section>
      </AgreementText>
    </StoryShell>
  );
}

export function draftAgreementStory() {
  return (
    <StoryShell current="agreements" saved="Đã lưu điều vừa sửa.">
      <PageHeader
        breadcrumbs={[{ label: "Quy chế", href: "/stories/agreements/list" }, { label: "Bản thảo" }]}
        title="Quy chế phối hợp giữa ba văn phòng, 2027"
        state={{ tone: "neutral", text: "Đang soạn, bản 4" }}
        roles={{ wording: "agreement", lead: vptu, assists: [vphdnd, vpubnd] }}
        logHref="/stories/log"
      />
      <ConsentPanel
        textHash={fileHash}
        parties={[
          { key: "1", office: vptu, state: "given", detail: "Trần Thị Minh Hà, 15:10 ngày 20/11/2026" },
          {
            key: "2",
            office: vphdnd,
            state: "cleared",
            detail: "Sửa Điều 8 khoản 2 lúc 16:20 ngày 20/11/2026",
          },
          { key: "3", office: vpubnd, state: "waiting" },
        ]}
      >
        <ActionForm id="consent-form" action={wrongAction}>
          <SubmitButton look="plain">Đồng thuận với bản này</SubmitButton>
        </ActionForm>
      </ConsentPanel>
      <AgreementText title="Văn bản" head={{ ...head, number: "Số: …" }} chapters={chapters} />
    </StoryShell>
  );
}

export function mergedAgreementStory() {
  return (
    <StoryShell current="agreements">
      <PageHeader
        breadcrumbs={[{ label: "Quy chế", href: "/stories/agreements/list" }, { label: "Số 01/QCPH" }]}
        title="Quy chế phối hợp giữa hai văn phòng"
        state={{ tone: "done", text: "Có hiệu lực" }}
        roles={{ wording: "agreement", lead: vptu, assists: [vphdnd] }}
      />
      <DutyMatrix title="Ai chủ trì, ai phối hợp" offices={matrixOffices.slice(0, 2)} areas={mergedAreas} />
    </StoryShell>
  );
}

const rows: readonly AgreementRow[] = [
  {
    id: "1",
    href: "/stories/agreements/waiting",
    title: "Quy chế phối hợp công tác giữa ba văn phòng, năm 2027",
    number: longNumber,
    contact: vptu,
    cosigners: [vphdnd, vpubnd],
    state: { tone: "due", text: "Chờ ký, 1 trong 3" },
    term: "dự kiến từ 01/01/2027",
    pdf: { href: "#pdf", label: "PDF, 214 kB" },
  },
  {
    id: "2",
    href: "/stories/agreements/merged",
    title: "Quy chế phối hợp công tác giữa ba văn phòng, năm 2026",
    number: "Số 01/QCPH-VPTU-VPĐĐBQH&HĐND-VPUBND",
    contact: vptu,
    cosigners: [vphdnd, vpubnd],
    state: { tone: "done", text: "Có hiệu lực" },
    term: "từ 06/01/2026 đến 31/12/2026",
    pdf: { href: "#pdf", label: "PDF, 209 kB" },
  },
];

export function agreementListStory() {
  return (
    <StoryShell current="agreements">
      <PageHeader
        title="Quy chế"
        act={
          <LinkButton look="fill" icon="plus" href="#soan">
            Soạn từ bản mẫu
          </LinkButton>
        }
      />
      <AgreementList caption="Các quy chế của tỉnh" rows={rows} />
      <Pagination firstHref="#" nextHref="#sau" />
    </StoryShell>
  );
}

export function emptyAgreementListStory() {
  return (
    <StoryShell current="agreements">
      <PageHeader title="Quy chế" />
      <EmptyState
        title="Chưa có quy chế nào"
        text="Văn phòng đầu mối soạn bản đầu tiên từ bản mẫu tám lĩnh vực."
      >
        <LinkButton look="fill" href="#soan">
          Soạn từ bản mẫu
        </LinkButton>
      </EmptyState>
    </StoryShell>
  );
}
