// The pages of docs/screens: who looks at them, and how one gets there in a fresh demonstration.
const tenant = "phu-tho";
const waiting = "Quy chế phối hợp công tác giữa ba văn phòng, 2027";
const inForce = "Quy chế phối hợp công tác giữa ba văn phòng, 2026";
const draft = "Quy chế phối hợp tiếp công dân và xử lý đơn thư";
const conference = "Tài liệu Hội nghị Ban Thường vụ Tỉnh ủy lần thứ 18";
const letter = "Bồi thường khi thu hồi đất làm đường nối cao tốc";
const dutyOfConference = "Hội nghị BCH, BTV; họp Thường trực Tỉnh ủy";

/** The Monday after today in Viet Nam, whose week the demonstration has published. */
function nextMonday() {
  const today = new Date(Date.now() + 7 * 3_600_000);
  const monday = new Date(today.getTime() + (8 - (today.getUTCDay() || 7)) * 86_400_000);
  return monday.toISOString().slice(0, 10);
}

/** A day of that week as people type it. */
function dayOf(monday, after) {
  const day = new Date(Date.parse(monday) + after * 86_400_000).toISOString();
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

async function follow(page, path, name) {
  await page.goto(path);
  await page.getByRole("link", { name, exact: true }).first().click();
  await page.waitForURL((url) => url.pathname + url.search !== path);
}

/** Opens the draft that is negotiated, making it the first time. */
async function openDraft(page) {
  await page.goto(`/${tenant}/agreements`);
  const known = page.getByRole("link", { name: draft, exact: true });
  if ((await known.count()) > 0) {
    await known.first().click();
    await page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
    return;
  }
  await page.goto(`/${tenant}/agreements/new`);
  await page.getByLabel("Tên quy chế").fill(draft);
  await page.getByRole("button", { name: "Soạn dự thảo" }).click();
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Gửi các bên thương lượng" }).click();
  await page.getByText("Đang thương lượng").first().waitFor();
}

/** A remark at a clause, the first time. */
async function remarkOnce(page) {
  if ((await page.getByText("Chưa bên nào có ý kiến hay đề xuất.").count()) === 0) return;
  await page.getByLabel("Ở khoản").selectOption("meetings.1");
  await page
    .getByLabel("Ý kiến, hoặc lý do của đề xuất")
    .fill("Đề nghị ghi rõ tài liệu gửi bằng bản điện tử hay bản giấy.");
  await page.getByRole("button", { name: "Gửi các bên" }).click();
  await page.getByRole("status").waitFor();
}

/** The lead's form is still open when the session becomes another office's: what comes back is a refusal. */
async function refusedClosing(page, { signInAs }) {
  await follow(page, `/${tenant}/tasks`, conference);
  await page.goto(`${new URL(page.url()).pathname}?act=close`);
  await page.getByLabel("Kết quả").fill("Tài liệu đã gửi các đồng chí Ủy viên Ban Thường vụ.");
  await signInAs("VP UBND", "department-head");
  await page.getByRole("button", { name: "Lưu kết quả, kết thúc nhiệm vụ" }).click();
  const refusal = page.getByText("Chưa thực hiện:").first();
  await refusal.waitFor();
  await refusal.evaluate((element) => element.scrollIntoView({ block: "center" }));
}

/**
 * [name, [office, role] or null, how to get there]. `top` says where the picture begins: at the page's head, or where
 * the page was scrolled to.
 */
export const screens = [
  { name: "sign-in", open: (page) => page.goto("/sign-in") },
  { name: "desk", by: ["VPTU", "chief"], open: (page) => page.goto(`/${tenant}`) },
  {
    name: "matrix",
    by: ["VPTU", "specialist"],
    async open(page) {
      await openDraft(page);
      await page.goto(`${new URL(page.url()).pathname}/matrix`);
    },
  },
  {
    name: "working-rules",
    by: ["VPTU", "specialist"],
    async open(page) {
      await openDraft(page);
      await page.goto(`${new URL(page.url()).pathname}/working-rules`);
    },
  },
  {
    name: "points",
    by: ["VP UBND", "specialist"],
    async open(page) {
      await openDraft(page);
      await page.goto(`${new URL(page.url()).pathname}/points`);
      await remarkOnce(page);
    },
  },
  {
    name: "number-register",
    by: ["VPTU", "records-clerk"],
    open: (page) => page.goto(`/${tenant}/agreements/register`),
  },
  {
    name: "delegations",
    by: ["VPTU", "chief"],
    open: (page) => page.goto(`/${tenant}/agreements/delegations`),
  },
  {
    name: "consolidated",
    by: ["VP UBND", "specialist"],
    async open(page) {
      await follow(page, `/${tenant}/agreements`, inForce);
      await page.goto(`${new URL(page.url()).pathname}/consolidated`);
    },
  },
  {
    name: "obedience",
    by: ["VPTU", "chief"],
    async open(page) {
      await follow(page, `/${tenant}/agreements`, inForce);
      await page.goto(`${new URL(page.url()).pathname}/obedience`);
    },
  },
  {
    name: "sign-other",
    by: ["VPTU", "chief"],
    async open(page) {
      await follow(page, `/${tenant}/agreements`, waiting);
      await page.goto(`${new URL(page.url()).pathname}/sign/other`);
    },
  },
  {
    name: "certificates",
    by: ["VPTU", "chief"],
    open: (page) => page.goto(`/${tenant}/account/certificates`),
  },
  { name: "agreements", by: ["VPTU", "chief"], open: (page) => page.goto(`/${tenant}/agreements`) },
  {
    name: "reading",
    by: ["VP UBND", "specialist"],
    open: (page) => follow(page, `/${tenant}/agreements`, inForce),
  },
  {
    name: "sign",
    by: ["VPTU", "chief"],
    async open(page) {
      await follow(page, `/${tenant}/agreements`, waiting);
      await page.goto(`${new URL(page.url()).pathname}/sign`);
    },
  },
  {
    name: "receipt",
    by: ["VP UBND", "chief"],
    async open(page) {
      await page.goto(`/${tenant}/account/certificates`);
      await page.goto(await page.locator('a[href*="/receipts/"]').first().getAttribute("href"));
    },
  },
  {
    name: "task-new",
    by: ["VPTU", "records-clerk"],
    open: (page) => follow(page, `/${tenant}/tasks/new`, dutyOfConference),
  },
  { name: "tasks", by: ["VPTU", "specialist"], open: (page) => page.goto(`/${tenant}/tasks`) },
  {
    name: "task-lead",
    by: ["VPTU", "department-head"],
    open: (page) => follow(page, `/${tenant}/tasks`, conference),
  },
  {
    name: "task-assist",
    by: ["VP UBND", "department-head"],
    open: (page) => follow(page, `/${tenant}/tasks`, conference),
  },
  {
    name: "task-why",
    by: ["VP UBND", "department-head"],
    async open(page) {
      await follow(page, `/${tenant}/tasks`, conference);
      const row = page.locator(".notrow").filter({ hasText: "Kết thúc nhiệm vụ" });
      await row.getByText("Vì sao?").click();
      await row.evaluate((element) => element.scrollIntoView({ block: "center" }));
    },
    fromWhereItIs: true,
  },
  { name: "task-refused", by: ["VPTU", "chief"], open: refusedClosing, fromWhereItIs: true },
  {
    name: "log",
    by: ["VPTU", "chief"],
    async open(page) {
      await follow(page, `/${tenant}/tasks`, conference);
      await page.goto(`${new URL(page.url()).pathname}/log`);
    },
  },
  {
    name: "week",
    by: ["VPTU", "records-clerk"],
    open: (page) => page.goto(`/${tenant}/calendar?week=${nextMonday()}`),
  },
  {
    name: "meeting-clash",
    by: ["VP UBND", "records-clerk"],
    async open(page) {
      await page.goto(`/${tenant}/calendar/new`);
      await page.getByLabel("Nội dung", { exact: true }).fill("Hội nghị sơ kết đề án chuyển đổi số");
      await page.getByLabel("Ngày", { exact: true }).fill(dayOf(nextMonday(), 3));
      await page.getByLabel("Từ", { exact: true }).fill("14:00");
      await page.getByLabel("Đến", { exact: true }).fill("17:00");
      await page.getByLabel("Loại cuộc họp").selectOption({ label: "Buổi làm việc" });
      await page.locator("#meeting-chairPostId").selectOption({ label: "Bí thư Tỉnh ủy Đặng Quốc Trung" });
      await page
        .getByRole("checkbox", { name: /Mai Thị Xuân/ })
        .first()
        .check();
      await page.locator("#meeting-roomId").selectOption({ label: "Hội trường lớn, trụ sở Tỉnh ủy" });
      await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
      const panel = page.locator(".clash");
      await panel.waitFor();
      await panel.evaluate((element) => element.scrollIntoView({ block: "center" }));
    },
    fromWhereItIs: true,
  },
  {
    name: "meeting-confirm",
    by: ["VPTU", "chief"],
    open: (page) => follow(page, `/${tenant}`, "Hội nghị chuyên đề chuyển đổi số"),
  },
  { name: "notices", by: ["VP UBND", "chief"], open: (page) => page.goto(`/${tenant}/notices`) },
  {
    name: "free-times",
    by: ["VP ĐĐBQH&HĐND", "records-clerk"],
    async open(page) {
      await page.goto(`/${tenant}/calendar/free`);
      await page.getByRole("checkbox", { name: /Lương Thị Bích/ }).check();
      await page.getByRole("checkbox", { name: /Phan Văn Độ/ }).check();
      await page.getByRole("button", { name: "Tìm giờ trống" }).click();
      await page.locator("#slots").waitFor();
    },
  },
  {
    name: "meetings-list",
    by: ["VPTU", "specialist"],
    open: (page) => page.goto(`/${tenant}/calendar/list?span=month&at=${nextMonday()}`),
  },
  {
    name: "letters",
    by: ["VP UBND", "reception-officer"],
    open: (page) => page.goto(`/${tenant}/petitions`),
  },
  {
    name: "letter-new",
    by: ["VP UBND", "reception-officer"],
    open: (page) => page.goto(`/${tenant}/petitions/new`),
  },
  {
    name: "letter",
    by: ["VP UBND", "reception-officer"],
    open: (page) => follow(page, `/${tenant}/petitions`, letter),
  },
  {
    name: "letter-handler",
    by: ["VP UBND", "chief"],
    open: async (page) => {
      await follow(page, `/${tenant}/petitions`, letter);
      await page.goto(`${page.url()}/handler`);
    },
  },
  { name: "letters-due", by: ["VP UBND", "chief"], open: (page) => page.goto(`/${tenant}/petitions/due`) },
  {
    name: "letters-counted",
    by: ["VP UBND", "chief"],
    open: (page) => page.goto(`/${tenant}/petitions/counts`),
  },
  { name: "citizen", open: (page) => page.goto(`/${tenant}/citizen`) },
  { name: "citizen-look-up", open: (page) => page.goto(`/${tenant}/citizen/look-up`) },
  { name: "programmes", by: ["VPTU", "records-clerk"], open: (page) => page.goto(`/${tenant}/programmes`) },
  { name: "verify", open: (page) => page.goto("/verify") },
  { name: "refusals", by: ["VP UBND", "inspector"], open: (page) => page.goto(`/${tenant}/refusals`) },
  { name: "offices", by: ["VPTU", "chief"], open: (page) => page.goto(`/${tenant}/offices`) },
];
