import type { Random } from "@/bench/lib/random";

/** A matter as two people would write its sentences, as a clerk sums it up, and as the register has it in a line. Slots in braces. */
export type Topic = {
  subject: string;
  kind: string;
  lines: readonly (readonly [one: string, other: string])[];
  summary: string;
  line: string;
  /** What each household has of its own where many have the matter alike; none where it is one household's matter. */
  own: readonly string[];
};

const surnames =
  "Âu Bạch Cái Doãn Đàm Đoàn Hà Kha La Lưu Mông Nhữ Ông Phí Quản Sầm Thạch Tiêu Ung Văn Viên Xa".split(" ");
const middles = "Anh Bảo Chí Đắc Hữu Khắc Mạnh Ngọc Quang Sỹ Thế Tuấn Viết Thị Thị Thị".split(" ");
const givens =
  "An Bính Cẩn Diệp Đoan Giao Hiển Huân Kiên Lam Liễu Mừng Ngoan Oanh Phấn Quế Soạn Thơm Tỵ Uyên Vinh Xoan Yến Ích Khuê Lụa Nhung Thuần Trúc Đệ".split(
    " ",
  );

export const drawName = ({ pick }: Random) => `${pick(surnames)} ${pick(middles)} ${pick(givens)}`;

const firms = [
  "Nam Cường Phát",
  "Hải Âu Xanh",
  "Trúc Lâm",
  "Bình Nguyên 68",
  "Tây Đô Mới",
  "Thiên Lộc",
  "An Khang Thịnh",
  "Sông Lô 9",
];
const spots = [
  "Gò Mối",
  "Bến Phà Cũ",
  "Đồng Quán",
  "Ngã Ba Cây Gạo",
  "Hồ Sẻn",
  "Dốc Miếu",
  "Cầu Treo Nậm Pung",
  "Rộc Sâu",
];
const hamlets = ["Lũng Cú Hạ", "Trại Mới", "Phú Cường", "Bản Ngoang", "Hòa Thuận 2", "Vạn Chài"];

type Day = readonly [day: number, month: number, year: number];
const drawDay = (r: Random, from = 2023): Day => [r.integer(1, 28), r.integer(1, 12), r.integer(from, 2026)];
const dayOf = ([d, m, y]: Day) => `${d}/${m}/${y}`;
const sumOf = (thousands: number) => `${thousands.toLocaleString("de")}.000 đồng`;

export type Facts = Readonly<Record<string, string>>;

export function drawFacts(r: Random): Facts {
  return {
    d1: dayOf(drawDay(r)),
    d2: dayOf(drawDay(r, 2025)),
    d3: dayOf(drawDay(r, 2025)),
    year: String(r.integer(1985, 2024)),
    year2: String(r.integer(2019, 2026)),
    sum: sumOf(r.integer(210, 9800) * 10),
    sum2: sumOf(r.integer(105, 999)),
    man: drawName(r),
    woman: drawName(r),
    chief: drawName(r),
    firm: r.pick(firms),
    spot: r.pick(spots),
    hamlet: r.pick(hamlets),
    no: String(r.integer(101, 9899)),
    doc: `${r.integer(11, 989)}/${r.pick(["QĐ-UBND", "TB-UBND", "BB-KT", "GM-VP"])}`,
    lot: String(r.integer(12, 989)),
    sheet: String(r.integer(2, 96)),
    area: String(r.integer(41, 3900)),
    few: String(r.integer(3, 9)),
    some: String(r.integer(12, 96)),
    many: String(r.integer(104, 690)),
    room: `${r.integer(2, 24)}0${r.integer(1, 9)}`,
    plate: `${r.integer(11, 99)}C-${r.integer(100, 999)}.${r.integer(10, 99)}`,
  };
}

export const topics: readonly Topic[] = [
  {
    kind: "KIẾN NGHỊ",
    subject: "Hỗ trợ nhà tốc mái sau bão ở thôn {hamlet}",
    own: ["some", "few", "sum"],
    lines: [
      [
        "Cơn bão ngày {d1} làm tốc mái nhà tôi {some} m2 tôn, đổ {few} gian chuồng và ngập toàn bộ kho thóc.",
        "Nhà tôi bị bão hôm {d1} giật mất {some} m2 mái tôn, sập {few} gian chuồng trại, thóc ướt hết.",
      ],
      [
        "Ngày {d2} đoàn của xã do ông {man} dẫn đầu đến lập biên bản thiệt hại, ghi mức {sum}.",
        "Đoàn kiểm đếm có ông {man} tới nhà ngày {d2}, biên bản ghi thiệt hại {sum}.",
      ],
      [
        "Danh sách hỗ trợ niêm yết ở nhà văn hóa thôn {hamlet} không có tên gia đình tôi, trong khi hộ không hư hại gì vẫn được nhận.",
        "Khi thôn {hamlet} dán danh sách được hỗ trợ thì không thấy tên tôi, có hộ nhà nguyên vẹn lại có.",
      ],
      [
        "Tôi hỏi trưởng thôn là bà {woman} thì được trả lời rằng tiền đã chia đều theo nhân khẩu.",
        "Bà {woman} trưởng thôn giải thích là chia đều cho mọi người trong thôn.",
      ],
      [
        "Việc chia như vậy trái với Quyết định số {doc} của Ủy ban nhân dân tỉnh về hỗ trợ khắc phục thiên tai.",
        "Quyết định {doc} của tỉnh quy định chỉ hỗ trợ nhà bị hư hại từ ba mươi phần trăm trở lên.",
      ],
      [
        "Tôi đề nghị công khai danh sách, đối chiếu biên bản và chi trả đúng đối tượng.",
        "Mong tỉnh cho kiểm tra lại danh sách và chi đúng người bị thiệt hại.",
      ],
    ],
    summary:
      "Công dân trình bày nhà bị tốc {some} m2 mái do bão ngày {d1}, biên bản do ông {man} lập ghi {sum} nhưng không được hỗ trợ theo Quyết định {doc}. Đề nghị kiểm tra việc lập danh sách ở thôn {hamlet}.",
    line: "V/v không được hỗ trợ nhà tốc mái do bão theo QĐ {doc}; thôn {hamlet}, biên bản {sum}.",
  },
  {
    kind: "PHẢN ÁNH",
    subject: "Quỹ bảo trì chung cư {firm}",
    own: ["room", "sum"],
    lines: [
      [
        "Tôi là chủ căn hộ {room} chung cư {firm}, nhận bàn giao ngày {d1} và đã nộp đủ hai phần trăm kinh phí bảo trì là {sum}.",
        "Căn hộ số {room} của tôi ở chung cư {firm} được giao ngày {d1}, phí bảo trì {sum} tôi đóng đủ ngay khi nhận nhà.",
      ],
      [
        "Đến nay chủ đầu tư vẫn chưa chuyển quỹ cho ban quản trị dù đã có Thông báo số {doc}.",
        "Chủ đầu tư giữ tiền, không bàn giao cho ban quản trị mặc dù đã bị nhắc bằng văn bản số {doc}.",
      ],
      [
        "Thang máy số {few} hỏng từ ngày {d2}, người già và trẻ nhỏ phải đi bộ lên tầng cao.",
        "Từ {d2} thang máy số {few} ngừng hoạt động khiến cư dân lớn tuổi không xuống được sân.",
      ],
      [
        "Hệ thống báo cháy tầng hầm bị ngắt, {many} xe máy để sát nhau chắn lối thoát nạn.",
        "Tầng hầm để {many} xe máy chen chúc, chuông báo cháy thì không kêu.",
      ],
      [
        "Ông {man}, đại diện chủ đầu tư, trong cuộc họp ngày {d3} nói sẽ trả dần trong ba năm.",
        "Tại hội nghị nhà chung cư {d3}, ông {man} bên chủ đầu tư hẹn trả làm ba năm.",
      ],
      [
        "Kính đề nghị cưỡng chế bàn giao quỹ theo Luật Nhà ở và kiểm tra an toàn phòng cháy.",
        "Tôi mong cơ quan chức năng buộc trả quỹ và xử phạt vi phạm về phòng cháy chữa cháy.",
      ],
    ],
    summary:
      "Cư dân căn {room} chung cư {firm} phản ánh chủ đầu tư (ông {man}) không bàn giao quỹ bảo trì dù có văn bản {doc}; thang máy số {few} hỏng từ {d2}, báo cháy không hoạt động.",
    line: "Chung cư {firm}, căn {room}: chủ đầu tư không bàn giao quỹ bảo trì (VB {doc}).",
  },
  {
    kind: "KHIẾU NẠI",
    subject: "Di dời mộ tại nghĩa trang {spot}",
    own: [],
    lines: [
      [
        "Gia đình tôi có {few} ngôi mộ tại nghĩa trang {spot} nằm trong phạm vi dự án của Công ty {firm}.",
        "Tại khu mộ {spot}, họ nhà tôi có {few} ngôi phải bốc dời cho dự án do Công ty {firm} đầu tư.",
      ],
      [
        "Theo phương án kèm Quyết định {doc}, mỗi mộ xây được bồi thường {sum}, nhưng chúng tôi chỉ nhận {sum2}.",
        "Phương án phê duyệt tại Quyết định {doc} ghi {sum} một mộ xây, tới tay chúng tôi còn {sum2}.",
      ],
      [
        "Ngày {d1}, khi chưa thống nhất, đơn vị thi công đã cho máy xúc làm sạt một ngôi mộ của cụ tổ.",
        "Máy xúc của bên thi công ngày {d1} đã làm lở mộ cụ tổ chúng tôi dù chưa ai ký biên bản.",
      ],
      [
        "Ông {man}, cán bộ giải phóng mặt bằng, hứa lập lại hương lộ và rước mộ về khu mới vào ngày {d2}.",
        "Cán bộ giải phóng mặt bằng tên {man} có hẹn ngày {d2} tổ chức rước mộ về khu mới.",
      ],
      [
        "Khu cải táng mới chưa có đường vào, mùa mưa ngập nửa mét, không đúng quy hoạch đã công bố.",
        "Nghĩa trang mới không có lối đi, mưa xuống là ngập, khác hẳn bản vẽ đã treo ở xã.",
      ],
      [
        "Tôi khiếu nại phương án bồi thường và đề nghị tổ chức đối thoại với dòng họ.",
        "Họ tộc chúng tôi yêu cầu sửa phương án bồi thường, gặp gỡ trực tiếp để thống nhất.",
      ],
    ],
    summary:
      "Khiếu nại việc bồi thường {few} ngôi mộ ở {spot} theo Quyết định {doc}: nhận {sum2} thay vì {sum}; máy xúc làm sạt mộ ngày {d1}; ông {man} hứa không thực hiện.",
    line: "Khiếu nại bồi thường, di dời {few} ngôi mộ tại {spot} (dự án Cty {firm}).",
  },
  {
    kind: "KHIẾU NẠI",
    subject: "Biên bản vi phạm giao thông xe {plate}",
    own: [],
    lines: [
      [
        "Ngày {d1}, xe tải biển số {plate} của tôi bị tổ tuần tra lập biên bản số {no} với lỗi chở quá tải.",
        "Tôi bị lập biên bản {no} ngày {d1} khi điều khiển xe {plate}, lỗi ghi là quá tải.",
      ],
      [
        "Phiếu cân tại trạm {spot} ghi {some} tấn, trong khi phiếu xuất kho của Công ty {firm} thể hiện thấp hơn nhiều.",
        "Trạm cân {spot} ra con số {some} tấn, còn phiếu xuất hàng bên Công ty {firm} thì ít hơn hẳn.",
      ],
      [
        "Cân di động không có tem kiểm định, tôi yêu cầu cân lại nhưng không được chấp nhận.",
        "Tôi xin cân lại vì chiếc cân hết hạn kiểm định, tổ công tác không nghe.",
      ],
      [
        "Người ký Quyết định xử phạt số {doc} là ông {chief} không trả lời đơn của tôi gửi ngày {d2}.",
        "Quyết định phạt {doc} do ông {chief} ký, đơn tôi gửi {d2} đến nay im lặng.",
      ],
      [
        "Mức phạt {sum} và việc giữ giấy phép làm tôi mất việc, cả nhà trông vào chiếc xe.",
        "Bị phạt {sum} lại còn giữ bằng lái, tôi không có thu nhập nuôi con.",
      ],
      [
        "Tôi đề nghị hủy quyết định xử phạt và trả lại giấy phép lái xe.",
        "Yêu cầu thu hồi quyết định phạt, trả bằng lái cho tôi.",
      ],
    ],
    summary:
      "Khiếu nại Quyết định xử phạt {doc} đối với xe {plate}, biên bản {no} ngày {d1}; cho rằng cân tại trạm {spot} không kiểm định, đề nghị hủy.",
    line: "KN QĐ xử phạt {doc}, xe {plate}, BB {no}.",
  },
  {
    kind: "KIẾN NGHỊ",
    subject: "Chế độ cán bộ không chuyên trách nghỉ việc sau sắp xếp",
    own: [],
    lines: [
      [
        "Tôi giữ chức phó trưởng đài truyền thanh xã từ năm {year} đến khi kết thúc hoạt động cấp huyện.",
        "Từ năm {year} tôi là phó trưởng đài truyền thanh xã cho tới lúc sắp xếp bộ máy.",
      ],
      [
        "Quyết định nghỉ việc số {doc} ngày {d1} tính cho tôi {some} tháng đóng bảo hiểm, thiếu thời gian tôi làm xã đội.",
        "Tôi nhận quyết định nghỉ {doc} đề ngày {d1}, trong đó chỉ tính {some} tháng, bỏ mất thời gian ở xã đội.",
      ],
      [
        "Số tiền trợ cấp được chi là {sum}, thấp hơn người cùng chức danh ở xã bên {sum2}.",
        "Tôi được {sum}, kém đồng nghiệp xã bên tới {sum2} dù cùng thâm niên.",
      ],
      [
        "Bà {woman} ở phòng văn hóa xã hội nói hồ sơ gốc thất lạc khi chuyển trụ sở về {spot}.",
        "Phòng văn hóa xã hội, người tiếp tôi là bà {woman}, bảo hồ sơ mất lúc chuyển về {spot}.",
      ],
      [
        "Tôi còn giữ sổ lương photo và xác nhận của ông {man}, nguyên chủ tịch xã.",
        "Ông {man} nguyên chủ tịch xã đã viết giấy xác nhận, sổ lương tôi có bản chụp.",
      ],
      [
        "Đề nghị tính lại trợ cấp và truy lĩnh phần còn thiếu.",
        "Tôi xin được cộng đủ thời gian và trả phần thiếu.",
      ],
    ],
    summary:
      "Đề nghị tính lại trợ cấp nghỉ việc theo Quyết định {doc} ngày {d1} (đã nhận {sum}, tính {some} tháng); bà {woman} cho biết hồ sơ thất lạc, có xác nhận của ông {man}.",
    line: "Tính lại trợ cấp nghỉ việc theo QĐ {doc}, đã nhận {sum}.",
  },
  {
    kind: "PHẢN ÁNH",
    subject: "Cá lồng chết do xả nước ở {spot}",
    own: ["some", "sum", "many"],
    lines: [
      [
        "Rạng sáng {d1}, nhà máy của Công ty {firm} xả đáy không báo trước làm {some} lồng cá của tôi tại {spot} chết trắng.",
        "Đêm {d1} Công ty {firm} xả đáy hồ mà không thông báo, {some} lồng cá nhà tôi ở {spot} nổi bụng hết.",
      ],
      [
        "Tổng thiệt hại khoảng {sum}, trong đó cá sắp xuất bán {many} kg cá lăng.",
        "Mất chừng {sum}, riêng cá lăng sắp bán đã {many} kg.",
      ],
      [
        "Chi cục thủy sản lấy mẫu ngày {d2}, biên bản số {no} ghi ô xy hòa tan gần bằng không.",
        "Biên bản {no} của chi cục thủy sản ngày {d2} kết luận nước hết ô xy.",
      ],
      [
        "Giám đốc nhà máy là ông {man} chỉ đồng ý hỗ trợ {sum2} mỗi hộ.",
        "Phía nhà máy, ông {man} giám đốc, chịu trả mỗi nhà {sum2}.",
      ],
      [
        "Vốn nuôi tôi vay của ngân hàng chính sách, nay không có khả năng trả.",
        "Tiền mua cá giống là tiền vay ngân hàng, giờ tôi không biết lấy gì trả.",
      ],
      [
        "Mong lãnh đạo tỉnh yêu cầu nhà máy bồi thường thỏa đáng và lắp còi báo xả.",
        "Tôi đề nghị buộc đền đủ, gắn loa báo trước khi xả nước.",
      ],
    ],
    summary:
      "Phản ánh Công ty {firm} xả đáy ngày {d1} làm chết {some} lồng cá tại {spot}, thiệt hại {sum}; biên bản {no} ngày {d2}; nhà máy chỉ hỗ trợ {sum2}.",
    line: "Cá lồng chết tại {spot} do Cty {firm} xả đáy, thiệt hại {sum}.",
  },
  {
    kind: "KIẾN NGHỊ",
    subject: "Xác nhận nguồn gốc đất thừa kế thửa {lot}",
    own: [],
    lines: [
      [
        "Thửa đất số {lot}, tờ bản đồ {sheet}, diện tích {area} m2 do cha mẹ tôi khai hoang từ năm {year}.",
        "Cha mẹ tôi khai phá mảnh {area} m2 (thửa {lot}, tờ {sheet}) từ năm {year} và ở ổn định.",
      ],
      [
        "Cha mất không để lại di chúc, {few} anh em đã họp phân chia ngày {d1} có chữ ký của mọi người.",
        "Ngày {d1}, {few} anh chị em chúng tôi lập văn bản chia di sản vì cha không để di chúc.",
      ],
      [
        "Bà {woman}, cán bộ địa chính, từ chối xác nhận vì cho rằng đất nằm trong quy hoạch cây xanh theo {doc}.",
        "Cán bộ địa chính là bà {woman} viện dẫn {doc} về cây xanh để không ký xác nhận.",
      ],
      [
        "Hộ liền kề của ông {man} cùng nguồn gốc đã được cấp giấy chứng nhận quyền sử dụng đất năm {year2}.",
        "Năm {year2} ông {man} sát bên, đất cũng khai hoang như vậy, đã có sổ đỏ.",
      ],
      [
        "Tôi đã nộp phí trích đo {sum2} và đi lại {few} lần.",
        "Phí đo vẽ {sum2} tôi nộp rồi, đi về {few} lượt chưa xong.",
      ],
      [
        "Đề nghị chỉ đạo xã xác nhận nguồn gốc, trả lời rõ căn cứ pháp lý.",
        "Mong cấp trên yêu cầu xã ký xác nhận hoặc nói rõ vướng ở điều luật nào.",
      ],
    ],
    summary:
      "Đề nghị xác nhận nguồn gốc thửa {lot}, tờ {sheet}, {area} m2 khai hoang năm {year}; bà {woman} từ chối theo {doc}, trong khi hộ ông {man} đã được cấp giấy.",
    line: "Xác nhận nguồn gốc đất thừa kế thửa {lot} tờ {sheet}.",
  },
  {
    kind: "PHẢN ÁNH",
    subject: "Tiếng ồn quán hát ở {spot}",
    own: ["some", "d2"],
    lines: [
      [
        "Quán hát {firm} ở {spot} mở loa đến quá nửa đêm, cách nhà tôi {some} mét.",
        "Cách nhà tôi {some} mét là quán {firm}, đêm nào cũng hát hò tới khuya ở {spot}.",
      ],
      [
        "Ngày {d1} công an phường đo được {many} đề xi ben nhưng chỉ nhắc nhở.",
        "Công an có đo ngày {d1}, máy báo {many} đề xi ben, rồi nhắc miệng cho qua.",
      ],
      [
        "Chủ quán là ông {man} còn thách thức, cho người ném gạch vào cổng nhà tôi đêm {d2}.",
        "Đêm {d2} có kẻ ném gạch vào cổng, tôi nghi do ông {man} chủ quán sai khiến.",
      ],
      [
        "Mẹ tôi vừa mổ tim, không thể ngủ, phải đi ở nhờ.",
        "Bà cụ nhà tôi mới mổ tim, đêm mất ngủ phải gửi sang nhà người quen.",
      ],
      [
        "Giấy phép kinh doanh của quán hết hạn từ năm {year2} theo trả lời tại văn bản {doc}.",
        "Phường trả lời ở văn bản {doc} rằng giấy phép của quán hết hạn năm {year2}.",
      ],
      [
        "Tôi đề nghị đình chỉ hoạt động và xử lý hành vi đe dọa.",
        "Xin các cơ quan đóng cửa quán và điều tra việc đe dọa gia đình tôi.",
      ],
    ],
    summary:
      "Phản ánh quán hát {firm} tại {spot} gây ồn ({many} đề xi ben ngày {d1}); ông {man} đe dọa, ném gạch đêm {d2}; giấy phép hết hạn theo văn bản {doc}.",
    line: "Quán hát {firm} tại {spot} gây ồn, đe dọa người phản ánh.",
  },
  {
    kind: "KHIẾU NẠI",
    subject: "Điểm tuyển sinh lớp 10 của con tôi",
    own: [],
    lines: [
      [
        "Con tôi là thí sinh số báo danh {no} thi vào lớp 10 ngày {d1} tại hội đồng thi {spot}.",
        "Cháu nhà tôi dự thi lớp 10 hôm {d1}, số báo danh {no}, phòng thi ở {spot}.",
      ],
      [
        "Bài môn Toán được phúc khảo tăng từ {few} điểm nhưng danh sách trúng tuyển không được sửa.",
        "Sau phúc khảo bài Toán từ {few} điểm được nâng lên, vậy mà cháu vẫn không có tên trúng tuyển.",
      ],
      [
        "Hiệu trưởng là bà {woman} nói đã chốt danh sách theo Quyết định {doc} ngày {d2}.",
        "Bà {woman} hiệu trưởng bảo rằng Quyết định {doc} ký ngày {d2} rồi nên không bổ sung.",
      ],
      [
        "Có thí sinh điểm thấp hơn vẫn vào học, phụ huynh em đó là ông {man} công tác trong ngành.",
        "Trong khi con ông {man} làm trong ngành điểm kém hơn lại được gọi nhập học.",
      ],
      ["Cháu suy sụp, bỏ ăn, gia đình rất lo lắng.", "Từ đó cháu buồn bã không ăn uống, bố mẹ rất sợ."],
      [
        "Tôi yêu cầu xác minh việc lập danh sách và cho con tôi được nhập học.",
        "Đề nghị kiểm tra danh sách, bảo đảm quyền đi học của cháu.",
      ],
    ],
    summary:
      "Khiếu nại kết quả tuyển sinh lớp 10, thí sinh {no} thi ngày {d1}; điểm phúc khảo tăng nhưng bà {woman} không bổ sung theo Quyết định {doc}.",
    line: "Tuyển sinh lớp 10: SBD {no}, không sửa danh sách sau phúc khảo.",
  },
  {
    kind: "KIẾN NGHỊ",
    subject: "Giá nước sạch và nước đục ở {hamlet}",
    own: ["no", "sum2"],
    lines: [
      [
        "Trạm cấp nước {firm} tăng giá từ ngày {d1} mà không họp dân ở {hamlet}.",
        "Dân {hamlet} không được họp bàn gì mà trạm nước {firm} tăng giá từ {d1}.",
      ],
      [
        "Hóa đơn tháng vừa rồi của nhà tôi, mã khách hàng {no}, là {sum2} trong khi chỉ có hai người ở.",
        "Nhà hai ông bà già mà hóa đơn mã {no} lên tới {sum2}.",
      ],
      [
        "Nước đục, có cặn vàng, ngày {d2} tôi đã gửi mẫu xét nghiệm với kết quả vượt ngưỡng {few} lần.",
        "Tôi mang mẫu đi xét nghiệm ngày {d2}, vượt ngưỡng cho phép {few} lần, nhìn mắt thường đã thấy cặn vàng.",
      ],
      [
        "Bà {woman} thu tiền nước bảo ai không dùng thì cắt.",
        "Người đi thu là bà {woman} dọa cắt nước nhà nào thắc mắc.",
      ],
      [
        "Hợp đồng nhượng quyền số {doc} hết hạn nhưng không đấu thầu lại.",
        "Theo chúng tôi biết, hợp đồng {doc} giao trạm nước đã hết hạn mà không đấu thầu.",
      ],
      [
        "Đề nghị kiểm tra giá, chất lượng nước và trả lời nhân dân.",
        "Mong tỉnh cử đoàn về xem giá cả và chất nước, trả lời cho dân biết.",
      ],
    ],
    summary:
      "Kiến nghị về giá và chất lượng nước của trạm {firm} ở {hamlet}: mã khách hàng {no}, hóa đơn {sum2}; mẫu ngày {d2} vượt ngưỡng; hợp đồng {doc} hết hạn.",
    line: "Giá nước sạch trạm {firm}, mã KH {no}; nước đục ở {hamlet}.",
  },
];
