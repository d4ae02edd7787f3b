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
  noDatabaseYet: (folder) =>
    `Chưa có cơ sở dữ liệu ở "${folder}". Hãy chạy "npm start" trước, hoặc đặt DATABASE_OWNER_URL.`,
  locked: (holder) =>
    `Thư mục dữ liệu này đang được một tiến trình khác dùng (số ${holder.pid}${holder.address ? `, ${holder.address}` : ""}).\nHãy dừng tiến trình đó, hoặc đặt PORTAL_DATA và PORT khác để chạy song song.`,
  migrateUsage:
    "Cách dùng: npm run db:migrate -- deploy | status | check | drift | new <tên-bằng-chữ-thường> | resolve <tên> | roles",
  migrationFailed: (name, said) =>
    `Lần chuyển đổi "${name}" không chạy được; không phần nào của nó được giữ lại.\n${said}\nHãy sửa tệp của nó rồi chạy "npm run db:migrate -- resolve ${name}", sau đó "deploy".`,
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
};
