import { wrongAction } from "@/app/stories/actions";
import { blocks } from "@/app/stories/agreement-stories";
import { fileHash, parties, vphdnd, vptu, vpubnd } from "@/app/stories/data";
import { StoryShell } from "@/app/stories/story-shell";
import { SignatureBlocks } from "@/components/agreements/signature-blocks";
import { SigningPanel } from "@/components/agreements/signing-panel";
import { SigningReceipt } from "@/components/agreements/signing-receipt";
import { PageHeader } from "@/components/layout/page-header";
import { DueLabel } from "@/components/ui/date-label";
import { LinkButton } from "@/components/ui/link-button";

const crumbs = [
  { label: "Quy chế", href: "/stories/agreements/list" },
  { label: "Quy chế phối hợp năm 2027", href: "/stories/agreements/waiting" },
];

function LastPage() {
  return (
    <article className="paper">
      <p className="paper__n">9</p>
      <h3 className="dieu">Điều 14. Sơ kết, tổng kết</h3>
      <p>
        Ba văn phòng sơ kết sáu tháng một lần, tổng kết khi hết thời hạn; số liệu lấy từ sổ việc của cổng,
        không yêu cầu báo cáo riêng.
      </p>
      <h3 className="dieu">Điều 15. Hiệu lực thi hành</h3>
      <p>
        Quy chế này có hiệu lực từ ngày 01 tháng 01 năm 2027 và thay thế Quy chế số
        01/QCPH-VPTU-VPĐĐBQH&HĐND-VPUBND ngày 06 tháng 01 năm 2026.
      </p>
      <SignatureBlocks blocks={blocks} />
      <p className="paper__foot">
        Đầu chuỗi nhật ký ngày 24/11/2026: 9c41 07be 55d2 e1a8. Chữ ký số nội bộ, không thay chữ ký số chuyên
        dùng công vụ.
      </p>
    </article>
  );
}

export function signingStory() {
  return (
    <StoryShell current="agreements">
      <PageHeader
        breadcrumbs={[...crumbs, { label: "Ký số" }]}
        title="Ký số: Quy chế phối hợp năm 2027"
        state={{ tone: "due", text: "Chờ anh/chị ký" }}
        roles={{ wording: "agreement", lead: vptu, assists: [vphdnd, vpubnd] }}
      />
      <SigningPanel
        document={{
          pageText: "Trang 9 trên 9",
          pdfHref: "#pdf",
          pdfLabel: "Mở tệp PDF, 214 kB",
          fileHash,
          page: <LastPage />,
        }}
        signer={{
          name: "Trần Thị Minh Hà",
          capacity: "Chánh Văn phòng Tỉnh ủy",
          onBehalfOf: "Văn phòng Tỉnh ủy",
        }}
        sameness={
          <>
            <DueLabel tone="done" text="Không khác một chữ" /> so với bản 4 anh/chị đồng thuận ngày 20/11/2026
          </>
        }
        consequence={
          <>
            Văn bản chỉ còn chờ VP ĐĐBQH&HĐND ký; đủ ba chữ ký thì Quy chế <b>có hiệu lực từ 01/01/2027</b>.
            Chữ ký không rút lại được.
          </>
        }
        method="Khóa của cổng (chữ ký số nội bộ, đến 31/12/2027)"
        passphraseHint="Khác mật khẩu đăng nhập, từ 10 ký tự. Còn 5 lần thử."
        action={wrongAction}
        hidden={{ roundId: "1", fileHash }}
        declineHref="#tu-choi"
        declineHint="Từ chối thì ghi lý do; vòng ký dừng, ba văn phòng sửa trên bản mới."
      />
    </StoryShell>
  );
}

export function receiptStory() {
  return (
    <StoryShell current="agreements">
      <PageHeader
        breadcrumbs={[...crumbs, { label: "Biên nhận" }]}
        title="Anh/chị đã ký"
        state={{ tone: "due", text: "Chờ ký, đã có 2 trong 3 chữ ký" }}
        act={
          <LinkButton look="fill" href="/stories/desk">
            Về bàn làm việc
          </LinkButton>
        }
      />
      <SigningReceipt
        title="Quy chế phối hợp công tác giữa ba văn phòng, năm 2027"
        number="Số 02/QCPH-VPTU-VPĐĐBQH&HĐND-VPUBND"
        signer="Trần Thị Minh Hà, Chánh Văn phòng Tỉnh ủy"
        signedAt="07:52:18, Thứ Tư 25/11/2026 (giờ Việt Nam)"
        ordinal="Thứ 2 trên 3, gắn thêm vào tệp; chữ ký của VP UBND vẫn nguyên vẹn"
        certificate="Khóa của cổng, số 4F-19-C2; chữ ký số nội bộ, không thay chữ ký số chuyên dùng công vụ"
        fileHash={fileHash}
        auditLine={
          <>
            Số 18.204, <a href="/stories/log">xem trong Nhật ký</a>
          </>
        }
        checks={[
          {
            key: "1",
            text: "Không cần mạng: mở tệp bằng phần mềm đọc PDF, xem bảng chữ ký; đối chiếu mã kiểm tra.",
          },
          { key: "2", text: "Trên giấy: đầu chuỗi nhật ký của ngày được in ở trang cuối của văn bản." },
        ]}
        parties={parties.map((party) => ({
          ...party,
          state: party.state === "mine" ? "signed" : party.state,
        }))}
        next="Còn chờ một chữ ký. Cổng báo anh/chị khi văn bản đủ chữ ký."
      />
    </StoryShell>
  );
}
