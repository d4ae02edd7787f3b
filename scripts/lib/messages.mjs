// What the launcher and the database commands say. They run before anything is installed, so they stand here and not
// among the messages of the portal.
export const messages = {
  noBinaries: (name) =>
    `Không tìm thấy gói PostgreSQL "${name}" trong node_modules.\nHãy chạy "npm ci" (không dùng --omit=optional hay --ignore-scripts). Máy loại khác thì dùng cơ sở dữ liệu riêng: đặt DATABASE_URL và các biến đi cùng.`,
  diskFull: (folder) =>
    `Ổ đĩa chứa "${folder}" đã đầy nên cơ sở dữ liệu không ghi được.\nHãy giải phóng chỗ (cần ít nhất 500 MB) hoặc đặt PORTAL_DATA sang ổ khác rồi chạy lại.`,
  initFailed: (said) => `Không tạo được cơ sở dữ liệu mới. PostgreSQL báo:\n${said}`,
  postgresFailed: (said, log) => `PostgreSQL không khởi động được. Những dòng cuối của ${log}:\n${said}`,
  otherVersion: (folder, found, wanted) =>
    `Dữ liệu ở "${folder}" thuộc PostgreSQL ${found}, còn bản này dùng PostgreSQL ${wanted}.\nHãy đặt PORTAL_DATA sang thư mục khác, hoặc chuyển dữ liệu bằng công cụ pg_upgrade trước khi chạy lại. Dữ liệu cũ chưa bị thay đổi.`,
  notUtf8: (folder, database, encoding) =>
    `Cơ sở dữ liệu "${database}" ở "${folder}" dùng bảng mã ${encoding}, không phải UTF-8, nên không giữ được chữ Việt.\nHãy đặt PORTAL_DATA sang thư mục khác để tạo mới, hoặc nạp lại dữ liệu vào cơ sở dữ liệu UTF-8. Dữ liệu cũ chưa bị thay đổi.`,
  folderUnusable: (folder, said) =>
    `Không dùng được thư mục dữ liệu "${folder}": ${said}.\nHãy cấp quyền ghi cho người chạy lệnh, hoặc đặt PORTAL_DATA sang một thư mục khác.`,
  secretsUnreadable: (file, said) =>
    `Không đọc được tệp khóa "${file}": ${said}.\nHãy chạy bằng đúng người dùng đã chạy "npm start" lần đầu, hoặc khôi phục tệp này từ bản sao.`,
  secretsLost: (file) =>
    `Có dữ liệu nhưng thiếu tệp khóa "${file}", nên không mở được cơ sở dữ liệu.\nHãy khôi phục tệp này từ bản sao, hoặc đặt PORTAL_DATA sang thư mục khác để làm mới.`,
  locked: (holder) =>
    `Thư mục dữ liệu này đang được một tiến trình khác dùng (số ${holder.pid}${holder.address ? `, ${holder.address}` : ""}).\nHãy dừng tiến trình đó, hoặc đặt PORTAL_DATA và PORT khác để chạy song song.`,
  migrateUsage:
    "Cách dùng: npm run db:migrate -- deploy | status | check | drift | new <tên-bằng-chữ-thường> | roles",
  migrationFailed: (name, said) =>
    `Lần chuyển đổi "${name}" không chạy được; không phần nào của nó được giữ lại.\n${said}\nHãy sửa tệp của nó (nếu lỗi ở tệp) rồi chạy lại.`,
  migrationsEdited: (names) =>
    `Những lần chuyển đổi này đã chạy nhưng tệp của chúng bị sửa sau đó: ${names.join(", ")}.\nHãy trả tệp về như cũ và viết thay đổi vào một lần chuyển đổi mới.`,
  migrationsUnknown: (names) =>
    `Cơ sở dữ liệu đã chạy những lần chuyển đổi mà bản này không có: ${names.join(", ")}.\nHãy dùng đúng bản phần mềm mới hơn, hoặc một cơ sở dữ liệu khác.`,
  migrationsOpen: (names) => `Chưa chạy: ${names.join(", ")}.`,
  migrationsDone: (names) =>
    names.length > 0 ? `Đã chạy: ${names.join(", ")}.` : "Không có gì mới để chạy.",
  schemaSame: "Lược đồ khớp, không có khác biệt.",
  schemaDiffers: (sql) => `Lược đồ khác nhau. Để cho khớp cần:\n${sql}`,
  migrationWritten: (path) => `Đã viết ${path}. Hãy đọc lại và bổ sung quyền, chính sách dòng, ràng buộc.`,
  noNode24: 'Thiếu Node 24 trong node_modules. Hãy chạy "npm ci" (không dùng --omit=optional) rồi chạy lại.',
  done: (seconds) => `xong sau ${seconds.toFixed(1)} giây`,
  installing: "Cài các gói đã khóa phiên bản (npm ci)",
  waitingForOther: (pid) =>
    `một lần chạy khác (tiến trình ${pid}) đang cài gói hoặc dựng bản chạy trong thư mục này; chờ nó xong`,
  noNetwork:
    'Không tải được gói vì không có mạng hoặc không tới được kho npm.\nHãy kiểm tra mạng, proxy (npm config get registry, npm config get proxy) rồi chạy lại "npm start". Máy không có mạng: chép thư mục node_modules từ máy cùng loại sang.',
  installFailed: "Cài gói không thành công; xem lời báo của npm ở trên rồi chạy lại.",
  startingDatabase: "Khởi động PostgreSQL đi kèm và lập các vai trò",
  checkingDatabase: "Kiểm tra cơ sở dữ liệu được giao",
  migrating: "Chuyển đổi lược đồ",
  generating: "Sinh mã truy cập dữ liệu",
  seeding: "Nạp dữ liệu minh họa (người và cơ quan đều là hư cấu)",
  building: "Dựng bản chạy (chỉ khi mã nguồn thay đổi)",
  startingWeb: (count) => `Mở ${count} tiến trình web và tiến trình việc nền`,
  startingDevelopment: "Mở máy chủ phát triển và tiến trình việc nền",
  ready: (address, folder) => `Cổng phối hợp đang chạy ở ${address}\nDữ liệu ở ${folder}`,
  howToStop: "Nhấn Ctrl-C để dừng tất cả.",
  stopping: "Đang dừng …",
  stopped: "Đã dừng tất cả.",
  peopleTitle: (password) => `Người dùng minh họa (hư cấu), mật khẩu chung: ${password}`,
  peopleHead: ["tỉnh", "văn phòng", "chức vụ", "thư điện tử"],
  movedData: (wanted, folder) =>
    `Người dùng của cơ sở dữ liệu không vào được "${wanted}", nên dữ liệu được đặt ở "${folder}".`,
  copiedBinaries: (folder) =>
    `người dùng của cơ sở dữ liệu không vào được thư mục cài đặt, nên PostgreSQL được chép sang "${folder}"`,
  databaseDied: "PostgreSQL dừng đột ngột; đang khởi động lại.",
  workerPart: "việc nền",
  childDied: (part, how, log) => `Một tiến trình ${part} dừng đột ngột (${how}) và được mở lại (xem ${log}).`,
  notHealthy: (log, said) => `Cổng không trả lời ở /api/health. Những dòng cuối của ${log}:\n${said}`,
  badPort: (port) => `PORT="${port}" không phải là một cổng (1–65535).`,
  portTaken: (port) =>
    `Cổng ${port} đang có chương trình khác dùng.\nHãy dừng chương trình đó hoặc chọn cổng khác, ví dụ: PORT=${port < 65000 ? port + 1 : 3001} npm start`,
  portRefused: (port, said) =>
    `Không mở được cổng ${port}: ${said}.\nHãy chọn cổng khác từ 1024 trở lên, ví dụ: PORT=3000 npm start`,
  generateFailed: (said) => `Không sinh được mã truy cập dữ liệu. Prisma báo:\n${said}`,
  buildFailed: (said) => `Không dựng được bản chạy. Next báo:\n${said}`,
  seedFailed: (said) => `Không nạp được dữ liệu minh họa:\n${said}`,
  missingUrls: (names) =>
    `Dùng cơ sở dữ liệu riêng thì phải đặt đủ các địa chỉ; còn thiếu: ${names.join(", ")}.\nHãy chạy "npm run db:migrate -- roles" để lấy lệnh SQL lập các vai trò.`,
  poorSecrets: (names) =>
    `Dùng cơ sở dữ liệu riêng thì phải có khóa riêng; thiếu, quá ngắn hoặc là giá trị mẫu: ${names.join(", ")}.\nAUTH_SECRET: ít nhất 32 ký tự ngẫu nhiên (openssl rand -base64 48). PORTAL_SERVER_KEY: 32 byte ngẫu nhiên dạng base64 (openssl rand -base64 32).`,
  cannotConnect: (name, said) =>
    `Không vào được cơ sở dữ liệu bằng ${name}: ${said}\nHãy kiểm tra địa chỉ và mật khẩu trong ${name}; chưa có vai trò thì nhờ quản trị cơ sở dữ liệu chạy lệnh SQL do "npm run db:migrate -- roles" in ra.`,
  tooOld: (version) =>
    `Cơ sở dữ liệu được giao là PostgreSQL ${Math.floor(version / 10000)}; cần từ PostgreSQL 16 trở lên.`,
  givenNotUtf8: (encoding) =>
    `Cơ sở dữ liệu được giao dùng bảng mã ${encoding}, không phải UTF-8. Hãy tạo cơ sở dữ liệu mới với ENCODING 'UTF8'.`,
  missingRights: (faults) =>
    `Cơ sở dữ liệu được giao chưa có đủ quyền:\n${faults.map((fault) => `  – ${fault}`).join("\n")}\nHãy nhờ quản trị cơ sở dữ liệu chạy lệnh SQL do "npm run db:migrate -- roles" in ra.`,
  wrongRole: (name, found, role) => `${name} đăng nhập bằng "${found}", phải là "${role}"`,
  tooMuchRight: (name, found) => `${name}: vai trò "${found}" không được là superuser hay có BYPASSRLS`,
  ownerNeedsBypass: "DATABASE_OWNER_URL: portal_owner thiếu BYPASSRLS",
  ownerNeedsCreate: "DATABASE_OWNER_URL: portal_owner thiếu quyền CREATE trong schema public",
  ownerNeedsDefiner: "DATABASE_OWNER_URL: portal_owner chưa là thành viên của portal_definer",
  needsGist: "thiếu phần mở rộng btree_gist",
  workerNeedsQueue: "DATABASE_DIRECT_URL: thiếu schema pgboss thuộc portal_worker",
  demonstrationOnly: "Chỉ dùng được khi chạy minh họa với cơ sở dữ liệu đi kèm (không đặt DATABASE_URL).",
  notRunning: 'Cổng minh họa chưa chạy ở thư mục dữ liệu này. Hãy chạy "npm start" trước.',
  benchUsage: (names) =>
    `Cách dùng: npm run bench -- <tên>. Có: ${names.join(", ") || "chưa có phép đo nào"}.`,
};
