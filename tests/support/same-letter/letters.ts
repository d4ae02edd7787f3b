import type { Random } from "@/bench/lib/random";

/** An invented letter, with everything it is made of, so that another letter of the same matter can be made from it. */
export type Matter = {
  topic: number;
  /** Paragraphs in the writer's order. */
  paragraphs: string[];
  summary: string;
  subject: string;
};
export type Household = {
  name: string;
  spouse: string;
  phone: string;
  idNumber: string;
  /** House or lot, hamlet or street. */
  spot: string;
  commune: string;
  /** Named so after the merging of communes and provinces. */
  communeToday: string;
  province: string;
  provinceToday: string;
};
export type Written = {
  fullName: string;
  address: string;
  phone: string;
  idNumber: string;
  subject: string;
  content: string;
};

const families = [
  "Nguyễn",
  "Trần",
  "Lê",
  "Phạm",
  "Hoàng",
  "Vũ",
  "Đặng",
  "Bùi",
  "Đỗ",
  "Hà",
  "Lương",
  "Phùng",
  "Tạ",
  "Đinh",
  "Cao",
];
const middlesOfMen = ["Văn", "Đức", "Quang", "Xuân", "Hữu", "Công", "Minh"];
const middlesOfWomen = ["Thị", "Thị Thu", "Thị Kim", "Thị Minh", "Ngọc"];
const namesOfMen = [
  "Hùng",
  "Dũng",
  "Tuấn",
  "Thắng",
  "Sơn",
  "Bình",
  "Long",
  "Khánh",
  "Đạt",
  "Toàn",
  "Vinh",
  "Hải",
];
const namesOfWomen = [
  "Lan",
  "Hoa",
  "Hương",
  "Nga",
  "Thảo",
  "Yến",
  "Dung",
  "Tâm",
  "Hạnh",
  "Liên",
  "Oanh",
  "Mai",
];
const communes = [
  "Đông Sơn",
  "Tân Lập",
  "Yên Phú",
  "Vân Trung",
  "Hợp Thành",
  "Thanh Lâm",
  "Quảng Minh",
  "Phúc Lộc",
  "Đại Đồng",
  "Kim Sơn",
];
const communesToday = [
  "Sơn Lập",
  "Tân Sơn",
  "Yên Thành",
  "Vân Hòa",
  "Hợp Tiến",
  "Thanh Phú",
  "Minh Quang",
  "Lộc Sơn",
  "Đại Thành",
  "Kim Phú",
];
const hamlets = [
  "thôn Đồi Chè",
  "xóm Bãi",
  "khu 4",
  "thôn Hạ",
  "tổ 7",
  "đường Lê Lợi",
  "xóm Giếng",
  "khu 11",
  "ngõ 15 đường Trần Phú",
  "thôn Thượng",
];

export function drawHousehold(random: Random): Household {
  const { pick, integer, chance } = random;
  const commune = integer(0, communes.length - 1);
  const man = `${pick(families)} ${pick(middlesOfMen)} ${pick(namesOfMen)}`;
  const woman = `${pick(families)} ${pick(middlesOfWomen)} ${pick(namesOfWomen)}`;
  const [name, spouse] = chance(0.5) ? [man, woman] : [woman, man];
  return {
    name,
    spouse,
    phone: `0${pick(["912", "983", "976", "868", "385", "703"])}${integer(100_000, 999_999)}`,
    idNumber: `0${integer(10, 96)}${integer(0, 3)}${integer(50, 99)}${integer(100_000, 999_999)}`,
    spot: chance(0.7) ? `số ${integer(1, 240)}, ${pick(hamlets)}` : pick(hamlets),
    commune: `xã ${communes[commune]}`,
    communeToday: `xã ${communesToday[commune]}`,
    province: "tỉnh Vĩnh Phúc",
    provinceToday: "tỉnh Phú Thọ",
  };
}

type Slots = Record<string, string>;

function drawSlots(random: Random): Slots {
  const { pick, integer } = random;
  const day = () => `${integer(1, 28)}/${integer(1, 12)}/${integer(2019, 2026)}`;
  return {
    xa: pick(communes),
    thon: pick(hamlets),
    thua: String(integer(12, 980)),
    to: String(integer(3, 68)),
    m2: String(integer(60, 4_800)),
    m2b: String(integer(20, 900)),
    qd: String(integer(100, 6_900)),
    nam: String(integer(2018, 2026)),
    ngay: day(),
    ngay2: day(),
    tien: `${integer(12, 980)}.${integer(100, 999)}.000`,
    tien2: `${integer(2, 90)}.${integer(100, 999)}.000`,
    canbo: `${pick(families)} ${pick(middlesOfMen)} ${pick(namesOfMen)}`,
    hangxom: `${pick(families)} ${pick(middlesOfWomen)} ${pick(namesOfWomen)}`,
    cty: pick([
      "Hoàng Gia",
      "An Phát",
      "Thành Công",
      "Minh Đức",
      "Bảo Long",
      "Sông Hồng",
      "Đại Việt",
      "Phú Mỹ",
    ]),
    duan: pick([
      "cụm công nghiệp",
      "khu đô thị mới",
      "đường vành đai",
      "hồ chứa nước",
      "nhà máy rác",
      "khu tái định cư",
      "cầu vượt sông",
      "trường trung học",
    ]),
    km: String(integer(1, 60)),
    nguoi: String(integer(3, 90)),
    nam2: String(integer(1978, 2012)),
  };
}

/** Sentences to choose among, one of each line; `{slot}` is filled alike in all of a matter. */
const topics: readonly {
  subject: string;
  summary: readonly string[];
  lines: readonly (readonly string[])[];
}[] = [
  {
    subject: "Bồi thường đất tại dự án {duan} {cty}",
    summary: [
      "Công dân đề nghị xem xét lại giá bồi thường {m2} m2 đất thửa {thua} tờ bản đồ {to} bị thu hồi làm {duan} {cty}.",
      "Khiếu nại Quyết định số {qd} về bồi thường thửa đất {thua}, tờ {to}, dự án {duan} {cty}; cho rằng kiểm đếm thiếu {m2b} m2.",
    ],
    lines: [
      [
        "Gia đình tôi sử dụng ổn định thửa đất số {thua}, tờ bản đồ số {to}, diện tích {m2} m2 tại {thon} từ năm {nam2} đến nay.",
        "Năm {nam2} bố mẹ tôi khai hoang và để lại cho tôi thửa đất {thua} tờ bản đồ {to} rộng {m2} mét vuông ở {thon}.",
      ],
      [
        "Ngày {ngay}, Ủy ban nhân dân ban hành Quyết định số {qd}/QĐ-UBND thu hồi đất để thực hiện dự án {duan} {cty}.",
        "Tại Quyết định số {qd}/QĐ-UBND ngày {ngay} gia đình tôi bị thu hồi đất làm {duan} do Công ty {cty} làm chủ đầu tư.",
      ],
      [
        "Khi kiểm đếm, tổ công tác do ông {canbo} phụ trách đã bỏ sót {m2b} m2 đất vườn cùng toàn bộ cây trồng trên đất.",
        "Biên bản kiểm kê ngày {ngay2} ghi thiếu {m2b} m2, ông {canbo} yêu cầu tôi ký khi chưa đo lại ranh giới.",
      ],
      [
        "Đơn giá áp dụng là đất trồng cây lâu năm trong khi giấy chứng nhận quyền sử dụng đất ghi là đất ở, làm gia đình tôi thiệt {tien} đồng.",
        "Số tiền bồi thường {tien} đồng thấp hơn nhiều so với hộ liền kề có cùng loại đất, cùng vị trí mặt đường.",
      ],
      [
        "Tôi đã gửi ý kiến đến Ban quản lý dự án và Trung tâm phát triển quỹ đất nhưng chỉ được trả lời bằng miệng.",
        "Từ đó đến nay tôi nhiều lần lên xã hỏi nhưng cán bộ địa chính nói phải chờ cấp trên.",
      ],
      [
        "Đề nghị đo đạc lại, áp đúng loại đất và bố trí một suất tái định cư theo quy định.",
        "Tôi yêu cầu hủy phương án đã duyệt, lập lại phương án bồi thường và tạm dừng cưỡng chế.",
      ],
    ],
  },
  {
    subject: "Ô nhiễm từ cơ sở của Công ty {cty}",
    summary: [
      "Phản ánh Công ty {cty} xả thải gây ô nhiễm tại {thon}, ảnh hưởng {nguoi} hộ dân; đề nghị kiểm tra, xử lý.",
      "Công dân kiến nghị về mùi hôi, nước thải của xưởng {cty} ở {thon} từ {ngay}, giếng nước không dùng được.",
    ],
    lines: [
      [
        "Từ ngày {ngay}, xưởng tái chế của Công ty {cty} đặt cách khu dân cư {thon} chưa đầy {m2b} m thường xuyên xả khói đen.",
        "Cơ sở chăn nuôi của Công ty {cty} hoạt động tại {thon} đã xả thẳng nước thải ra mương tưới từ {ngay}.",
      ],
      [
        "Nước giếng của {nguoi} hộ quanh đó nổi váng, trẻ em bị mẩn ngứa, người già khó thở về đêm.",
        "{nguoi} gia đình phải mua nước bình để nấu ăn, lúa hai vụ liền bị chết do nước đen.",
      ],
      [
        "Chúng tôi đã báo xã, ngày {ngay2} có đoàn về lấy mẫu do ông {canbo} dẫn đầu nhưng không công bố kết quả.",
        "Ông {canbo} là cán bộ môi trường xã có xuống xem ngày {ngay2} rồi không thấy trả lời.",
      ],
      [
        "Ban đêm cơ sở vẫn cho xe tải trên {km} tấn chở phế liệu ra vào, làm nứt tường nhà dân.",
        "Cơ sở không có hệ thống xử lý, ống ngầm dài {km} m chạy ra phía sau hàng rào.",
      ],
      [
        "Chúng tôi đề nghị đình chỉ hoạt động cho đến khi khắc phục xong.",
        "Mong các cấp quan trắc độc lập và buộc di dời cơ sở ra khỏi khu dân cư.",
      ],
    ],
  },
  {
    subject: "Chế độ đối với người có công của gia đình",
    summary: [
      "Công dân đề nghị giải quyết chế độ thương binh cho bố nhập ngũ năm {nam2}, hồ sơ nộp ngày {ngay} chưa có kết quả.",
      "Kiến nghị về việc chậm trả trợ cấp người có công, số tiền {tien2} đồng; hồ sơ do ông {canbo} tiếp nhận.",
    ],
    lines: [
      [
        "Bố tôi nhập ngũ năm {nam2}, bị thương tại chiến trường và có giấy chứng nhận bị thương do đơn vị cấp.",
        "Chồng tôi là thanh niên xung phong từ năm {nam2}, bị nhiễm chất độc hóa học khi làm nhiệm vụ.",
      ],
      [
        "Ngày {ngay} gia đình nộp hồ sơ hưởng chế độ tại bộ phận một cửa xã {xa}, người nhận là ông {canbo}.",
        "Hồ sơ đề nghị hưởng trợ cấp được ông {canbo} nhận ngày {ngay} kèm giấy hẹn {km} ngày.",
      ],
      [
        "Đến nay sau nhiều lần bổ sung giấy tờ, cơ quan trả lời thiếu bản trích sao hồ sơ gốc số {qd}.",
        "Sở trả lại hồ sơ số {qd} với lý do không còn lưu danh sách đơn vị cũ.",
      ],
      [
        "Trong khi đó các đồng đội cùng đơn vị của bố tôi ở xã {xa} đã được hưởng từ lâu.",
        "Khoản truy lĩnh {tien2} đồng đã có thông báo nhưng chưa được chi trả.",
      ],
      [
        "Gia đình thuộc diện khó khăn, mẹ tôi đã ngoài tám mươi tuổi, thường xuyên phải nằm viện.",
        "Tôi tuổi cao sức yếu, đi lại {km} km để hỏi hồ sơ mà không ai hướng dẫn cụ thể.",
      ],
      [
        "Kính mong quý cơ quan chỉ đạo xác minh nhân chứng và sớm giải quyết chế độ.",
        "Đề nghị có văn bản trả lời rõ hồ sơ đang ở đâu, còn thiếu gì.",
      ],
    ],
  },
  {
    subject: "Tranh chấp ranh giới đất với hộ bà {hangxom}",
    summary: [
      "Tranh chấp lối đi và ranh giới thửa {thua} với hộ bà {hangxom}; xã hòa giải ngày {ngay} không thành.",
      "Công dân cho rằng bà {hangxom} lấn {m2b} m2 đất thửa {thua}, đề nghị đo đạc lại và thu hồi giấy chứng nhận cấp sai.",
    ],
    lines: [
      [
        "Nhà tôi và nhà bà {hangxom} có chung ranh giới dài {km} m tại thửa {thua}, tờ bản đồ {to}.",
        "Thửa đất {thua} tờ {to} của tôi giáp phía đông với đất của bà {hangxom}.",
      ],
      [
        "Năm {nam} bà {hangxom} xây tường rào lấn sang {m2b} m2, chặn luôn lối đi chung đã có từ năm {nam2}.",
        "Khi làm nhà năm {nam}, bà {hangxom} đổ móng đè lên mốc giới, lấn của tôi {m2b} m2.",
      ],
      [
        "Ngày {ngay} xã tổ chức hòa giải, ông {canbo} chủ trì nhưng biên bản ghi không đúng ý kiến của tôi.",
        "Ông {canbo} cán bộ địa chính đo lại ngày {ngay} mà không mời các hộ giáp ranh ký.",
      ],
      [
        "Tôi phát hiện giấy chứng nhận quyền sử dụng đất cấp cho bà {hangxom} có diện tích tăng {m2} m2 so với sổ mục kê.",
        "Bản đồ địa chính đo năm {nam2} thể hiện rõ ranh thẳng, nay lại bị sửa thành gấp khúc.",
      ],
      [
        "Hai bên đã nhiều lần xô xát, công an xã phải lập biên bản.",
        "Gia đình tôi không có lối ra đường, phải đi nhờ qua đất nhà thờ họ.",
      ],
      [
        "Đề nghị thanh tra việc cấp giấy và trả lại hiện trạng lối đi.",
        "Tôi mong được đo đạc bằng máy, có đại diện Mặt trận chứng kiến.",
      ],
    ],
  },
  {
    subject: "Thu chi tại trường học xã {xa}",
    summary: [
      "Phụ huynh phản ánh trường ở xã {xa} thu {tien2} đồng ngoài quy định năm học {nam}.",
      "Kiến nghị kiểm tra các khoản thu tự nguyện và suất ăn bán trú do Công ty {cty} cung cấp tại trường xã {xa}.",
    ],
    lines: [
      [
        "Con tôi học tại trường tiểu học xã {xa}, đầu năm học {nam} nhà trường yêu cầu đóng {tien2} đồng.",
        "Ban đại diện cha mẹ học sinh trường xã {xa} vận động mỗi em {tien2} đồng nhưng không họp lấy ý kiến.",
      ],
      [
        "Khoản tiền mua máy lạnh, ti vi được thu cả lớp dù lớp đã có từ năm trước.",
        "Giáo viên nhắn vào nhóm lớp tên những gia đình chưa nộp khiến các cháu xấu hổ.",
      ],
      [
        "Suất ăn bán trú do Công ty {cty} cung cấp ngày {ngay} có mùi ôi, {nguoi} cháu đau bụng.",
        "Bữa ăn {km} nghìn đồng chỉ có ít rau và trứng, Công ty {cty} không cho phụ huynh vào bếp kiểm tra.",
      ],
      [
        "Hiệu trưởng là ông {canbo} trả lời rằng đây là thỏa thuận của phụ huynh, nhà trường không liên quan.",
        "Chúng tôi gặp ông {canbo} ngày {ngay2} nhưng chỉ nhận được lời hứa.",
      ],
      [
        "Đề nghị thanh tra toàn bộ thu chi và hoàn trả tiền cho học sinh.",
        "Mong Sở Giáo dục và Đào tạo sớm vào cuộc, công khai kết quả cho phụ huynh.",
      ],
    ],
  },
  {
    subject: "Chậm cấp giấy chứng nhận quyền sử dụng đất",
    summary: [
      "Công dân nộp hồ sơ cấp giấy chứng nhận thửa {thua} ngày {ngay}, quá hạn chưa được trả; biên nhận số {qd}.",
      "Đề nghị cấp đổi sổ đỏ thửa {thua} tờ {to}, bị trả hồ sơ nhiều lần do ông {canbo} xử lý.",
    ],
    lines: [
      [
        "Tôi nộp hồ sơ đề nghị cấp giấy chứng nhận quyền sử dụng đất thửa {thua}, tờ bản đồ {to} ngày {ngay}, biên nhận số {qd}.",
        "Theo biên nhận {qd} ngày {ngay}, hồ sơ xin cấp sổ đỏ cho thửa {thua} tờ {to} được hẹn trả sau {km} ngày.",
      ],
      [
        "Đất này tôi nhận chuyển nhượng bằng giấy tay của bà {hangxom} năm {nam2}, có xác nhận của trưởng thôn.",
        "Nguồn gốc là đất giãn dân được giao năm {nam2}, tôi còn giữ phiếu thu nộp tiền cho xã.",
      ],
      [
        "Chi nhánh văn phòng đăng ký đất đai yêu cầu bổ sung giấy tờ ba lần, mỗi lần một loại.",
        "Ông {canbo} nói diện tích {m2} m2 vượt hạn mức nhưng không ra văn bản.",
      ],
      [
        "Có người gợi ý nếu đưa {tien2} đồng thì hồ sơ sẽ được làm nhanh.",
        "Trong khi hộ bên cạnh nộp sau tôi hơn một năm đã nhận được sổ.",
      ],
      [
        "Vì chưa có giấy, con tôi không vay được vốn ngân hàng để chữa bệnh và làm nhà.",
        "Gia đình muốn tách thửa cho hai con mà không làm được thủ tục.",
      ],
      [
        "Kính đề nghị chỉ đạo giải quyết dứt điểm và xử lý cán bộ gây phiền hà.",
        "Tôi đề nghị trả lời bằng văn bản, nêu rõ căn cứ nếu không cấp.",
      ],
    ],
  },
  {
    subject: "Đường, mương và điện tại {thon}",
    summary: [
      "Cử tri {thon} kiến nghị sửa đoạn đường dài {km} km xuống cấp, mương tưới hỏng từ {ngay}.",
      "Đề nghị đầu tư trạm biến áp và sửa đường vào {thon} xã {xa}, kinh phí dự kiến {tien} đồng.",
    ],
    lines: [
      [
        "Đoạn đường vào {thon} dài {km} km bị xe chở đất của dự án {duan} cày nát từ {ngay}.",
        "Tuyến mương tưới chính qua {thon} sạt lở {m2b} m từ trận mưa ngày {ngay}.",
      ],
      [
        "Học sinh đi học thường xuyên bị ngã, ngày {ngay2} có một cháu gãy tay.",
        "{nguoi} hộ không có nước làm vụ đông, phải bơm từ sông rất tốn kém.",
      ],
      [
        "Điện sinh hoạt yếu, buổi tối không nấu nổi cơm vì trạm biến áp quá tải phục vụ {nguoi} hộ.",
        "Cột điện tre dựng từ năm {nam2} đã mục, dây võng sát mái nhà.",
      ],
      [
        "Xã nói đã đưa vào kế hoạch {tien} đồng nhưng hai năm nay không thấy làm.",
        "Nhân dân đã góp {tien2} đồng từ năm {nam}, hiện ông {canbo} trưởng thôn đang giữ, không công khai.",
      ],
      [
        "Đề nghị tỉnh quan tâm bố trí vốn trong năm tới.",
        "Mong cấp trên yêu cầu nhà thầu hoàn trả mặt đường như cam kết.",
      ],
    ],
  },
  {
    subject: "Công ty {cty} nợ lương và bảo hiểm",
    summary: [
      "Người lao động phản ánh Công ty {cty} nợ lương {nguoi} công nhân, không đóng bảo hiểm xã hội từ {ngay}.",
      "Đề nghị buộc Công ty {cty} trả {tien} đồng tiền lương và chốt sổ bảo hiểm.",
    ],
    lines: [
      [
        "Tôi làm công nhân tại Công ty trách nhiệm hữu hạn {cty} từ ngày {ngay} theo hợp đồng số {qd}.",
        "Tôi cùng {nguoi} công nhân ký hợp đồng với Công ty {cty} từ {ngay}, lương thỏa thuận {tien2} đồng.",
      ],
      [
        "Công ty chậm lương nhiều tháng liền, tổng số còn nợ tôi là {tien2} đồng.",
        "Đến ngày {ngay2} công ty còn nợ chúng tôi {tien} đồng tiền lương và tăng ca.",
      ],
      [
        "Hằng tháng vẫn trừ tiền bảo hiểm xã hội nhưng không nộp, khi tôi sinh con không được hưởng thai sản.",
        "Sổ bảo hiểm không được chốt, {nguoi} người nghỉ việc không nhận được trợ cấp thất nghiệp.",
      ],
      [
        "Giám đốc {canbo} đóng cửa xưởng, tháo máy móc chuyển đi nơi khác.",
        "Ông {canbo} quản lý nói chờ bán xong hàng tồn kho sẽ trả, đến nay đã khóa điện thoại.",
      ],
      [
        "Đề nghị Liên đoàn Lao động và Sở Nội vụ can thiệp, ngăn việc tẩu tán tài sản.",
        "Mong cơ quan chức năng buộc công ty trả đủ lương trước Tết.",
      ],
    ],
  },
];

const openings = [
  "Tôi viết đơn này kính mong quý cơ quan xem xét giải quyết một việc như sau:",
  "Tôi làm đơn này trình bày với các cấp lãnh đạo nội dung sự việc như sau.",
  "Kính thưa các đồng chí lãnh đạo, tôi xin trình bày:",
  "Nay tôi có đơn gửi đến quý cấp với nội dung:",
];
const closings = [
  "Tôi xin cam đoan nội dung trên là đúng sự thật và chịu trách nhiệm trước pháp luật. Tôi xin chân thành cảm ơn.",
  "Rất mong được quan tâm giải quyết để gia đình tôi yên tâm ổn định cuộc sống. Xin trân trọng cảm ơn.",
  "Tôi xin chịu hoàn toàn trách nhiệm về những điều đã nêu. Trân trọng cảm ơn quý cơ quan.",
];

export function drawMatter(random: Random, topic = random.integer(0, topics.length - 1)): Matter {
  const { pick } = random;
  const chosen = topics[topic];
  if (!chosen) throw new Error("no such topic");
  const slots = drawSlots(random);
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? "");
  // Where both readings of a line can stand together, a long letter has both.
  const body = chosen.lines.flatMap((line) => (random.chance(0.45) ? [...line] : [pick(line)])).map(fill);
  return {
    topic,
    paragraphs: [pick(openings), ...body, pick(closings)],
    summary: fill(pick(chosen.summary)),
    subject: fill(chosen.subject),
  };
}

/** The same words as another household of the same case would send them: its own lot and sums, its own people. */
export function retold(matter: Matter, random: Random): Matter {
  const change = (text: string) =>
    text
      .replace(/(thửa(?: đất)?(?: số)?) \d+/g, (_, words: string) => `${words} ${random.integer(12, 980)}`)
      .replace(/\d+ (m2|mét vuông)/g, (_, unit: string) => `${random.integer(60, 4_800)} ${unit}`)
      .replace(/\d[\d.]*\.000 đồng/g, () => `${random.integer(2, 900)}.${random.integer(100, 999)}.000 đồng`);
  return { ...matter, paragraphs: matter.paragraphs.map(change), summary: change(matter.summary) };
}

export function written(household: Household, matter: Matter): Written {
  return {
    fullName: household.name,
    address: `${household.spot}, ${household.commune}, ${household.province}`,
    phone: household.phone,
    idNumber: household.idNumber,
    subject: matter.subject,
    content: matter.paragraphs.join("\n"),
  };
}
