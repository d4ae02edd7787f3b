import type { Template } from "./matters-land";

export const lifeMatters: readonly Template[] = [
  {
    key: "pig-farm",
    shared: true,
    subject: [
      "Phản ánh ô nhiễm từ trại chăn nuôi của ông {c.man}",
      "Đơn kêu cứu về mùi hôi trại lợn",
      "Ô nhiễm môi trường tại {c.hamlet}",
    ],
    told: [
      [
        "Trại lợn của ông {c.man} tại {c.field} nuôi hàng nghìn con, xả thẳng nước thải ra {c.stream}.",
        "Trại lợn ông {c.man} ngoài {c.field} cứ đêm đến là xả phân xuống {c.stream}.",
      ],
      [
        "Mùi hôi bốc lên suốt ngày đêm, người già và trẻ nhỏ ho, mất ngủ.",
        "Thối không chịu nổi, đóng kín cửa mà cơm nuốt chẳng trôi, con nít ho sù sụ.",
      ],
      [
        "Giếng nhà tôi cách trại {o.length} m, nước đã chuyển màu {o.colour}, phải mua nước bình.",
        "Giếng nhà tôi cách đó {o.length} mét giờ nước {o.colour}, phải đi mua từng bình.",
      ],
      [
        "Ao cá của gia đình tôi bị chết trắng ngày {o.date}, thiệt hại {o.money}.",
        "Hôm {o.date} cá ao nhà tôi nổi trắng, mất {o.money}.",
      ],
      [
        "Đoàn kiểm tra do bà {c.woman} dẫn đầu đã về lấy mẫu nhưng không công bố kết quả.",
        "Bà {c.woman} dẫn đoàn về múc nước mang đi rồi im luôn.",
      ],
    ],
    asks: [
      [
        "Đề nghị đình chỉ hoạt động của trại cho đến khi có hệ thống xử lý nước thải.",
        "Mong trên đóng cửa cái trại ấy lại, bao giờ hết thối hãy nuôi.",
      ],
    ],
    summary: [
      "Người dân phản ánh trại lợn ông {c.man} tại {c.field} xả thải ra {c.stream}, giếng nước {o.colour}, cá chết thiệt hại {o.money}.",
      "Đề nghị đình chỉ trại chăn nuôi của ông {c.man} gây hôi thối, ô nhiễm {c.stream}; ao cá gia đình bị chết ngày {o.date}.",
    ],
  },
  {
    key: "workshop-dust",
    shared: true,
    subject: [
      "Phản ánh bụi và tiếng ồn của {c.firm}",
      "Đơn đề nghị di dời xưởng {c.product}",
      "Xưởng {c.product} làm khổ dân",
    ],
    told: [
      [
        "{c.firm} đặt xưởng {c.product} giữa khu dân cư {c.hamlet}, hoạt động cả ban đêm.",
        "Xưởng {c.product} của {c.firm} nằm giữa {c.hamlet}, máy chạy cả đêm.",
      ],
      [
        "Bụi bám kín đồ đạc, tiếng máy làm người dân không ngủ được.",
        "Bụi phủ trắng mâm cơm, máy gầm như sấm ai mà ngủ.",
      ],
      [
        "Nhà tôi cách tường xưởng {o.length} m, con tôi là cháu {o.youth} bị {o.illness} phải điều trị.",
        "Nhà tôi cách có {o.length} mét, cháu {o.youth} bị {o.illness} chạy chữa mãi.",
      ],
      [
        "Ngày {o.date}, tôi đến gặp quản lý xưởng là ông {c.man} thì bị bảo vệ đuổi ra.",
        "Hôm {o.date} tôi sang nói với ông {c.man} quản lý thì bị đuổi như đuổi tà.",
      ],
      [
        "Xe chở hàng ra vào làm nứt tường rào nhà tôi, thợ báo giá sửa {o.money}.",
        "Xe tải rung nứt cả tường nhà tôi, thợ bảo sửa hết {o.money}.",
      ],
    ],
    asks: [
      [
        "Đề nghị kiểm tra giấy phép môi trường và di dời xưởng khỏi khu dân cư.",
        "Xin cho dời cái xưởng ra cụm công nghiệp, đừng để trong làng.",
      ],
    ],
    summary: [
      "Phản ánh {c.firm} đặt xưởng {c.product} trong khu dân cư gây bụi, ồn; cháu {o.youth} mắc {o.illness}; đề nghị di dời.",
      "Đề nghị kiểm tra xưởng {c.product} của {c.firm}, xe tải làm nứt tường nhà, chi phí sửa {o.money}.",
    ],
  },
  {
    key: "quarry",
    shared: true,
    subject: [
      "Đơn phản ánh nổ mìn làm nứt nhà dân",
      "Về mỏ đá của {c.firm} tại {c.hill}",
      "Đề nghị bồi thường nhà nứt do nổ mìn",
    ],
    told: [
      [
        "Từ năm {c.year}, {c.firm} khai thác đá tại {c.hill}, nổ mìn vào {c.hour} hằng ngày.",
        "{c.firm} lấy đá ở {c.hill} từ {c.year}, cứ {c.hour} là nổ mìn.",
      ],
      [
        "Tường {o.room} nhà tôi xuất hiện {o.count} vết nứt, vết dài nhất {o.small} m.",
        "Nhà tôi nứt {o.count} chỗ ở {o.room}, chỗ dài nhất {o.small} mét.",
      ],
      [
        "Ngày {o.date}, một hòn đá văng thủng mái làm bị thương {o.kin}.",
        "Hôm {o.date} đá bay xuyên mái, trúng vào {o.kin} nhà tôi.",
      ],
      [
        "Công ty chỉ đồng ý hỗ trợ {o.money}, trong khi sửa chữa hết {o.bigmoney}.",
        "Họ đưa {o.money} bảo thôi nhé, trong khi sửa phải {o.bigmoney}.",
      ],
      [
        "Xe chở đá của công ty chạy qua {c.road} không che bạt, đường trơn lầy mỗi khi mưa.",
        "Xe đá chạy {c.road} chẳng che bạt, mưa xuống lầy như ruộng.",
      ],
    ],
    asks: [
      [
        "Đề nghị dừng nổ mìn, giám định và bồi thường thiệt hại.",
        "Xin cho dừng nổ mìn, cử người về xem nhà nứt rồi bắt họ đền.",
      ],
    ],
    summary: [
      "Phản ánh {c.firm} nổ mìn tại {c.hill} làm nứt nhà {o.count} vết, đá văng trúng {o.kin}; yêu cầu bồi thường {o.bigmoney}.",
      "Công dân đề nghị giám định nhà nứt do mỏ đá {c.hill}, không nhận mức hỗ trợ {o.money} của doanh nghiệp.",
    ],
  },
  {
    key: "school-fees",
    shared: true,
    subject: [
      "Phản ánh thu tiền sai quy định tại {c.school}",
      "Lạm thu đầu năm học",
      "Đơn về các khoản thu ở {c.school}",
    ],
    told: [
      [
        "Năm học này, {c.school} thu của mỗi học sinh {c.smallmoney} tiền gọi là xã hội hóa lắp {c.device}.",
        "Trường của cháu là {c.school} bắt mỗi em đóng {c.smallmoney} mua {c.device}.",
      ],
      [
        "Cô giáo chủ nhiệm lớp {o.class} là cô {o.woman} thông báo nếu không nộp thì không xếp loại thi đua.",
        "Cô {o.woman} lớp {o.class} nói ai chưa đóng thì khỏi thi đua.",
      ],
      [
        "Con tôi là cháu {o.youth} bị nêu tên trước lớp ngày {o.date}, về nhà khóc không chịu đi học.",
        "Hôm {o.date} cháu {o.youth} nhà tôi bị đọc tên trước lớp, về khóc đòi nghỉ học.",
      ],
      [
        "Hiệu trưởng là bà {c.woman} trả lời rằng đó là phụ huynh tự nguyện, nhưng không có biên bản họp nào.",
        "Bà hiệu trưởng {c.woman} bảo tự nguyện, mà họp hành có ai ghi chép gì.",
      ],
      [
        "Ngoài ra nhà trường còn thu tiền học thêm, tiền nước uống không có biên lai.",
        "Rồi còn tiền học thêm, tiền nước, đóng chẳng thấy biên lai.",
      ],
    ],
    asks: [
      [
        "Đề nghị thanh tra các khoản thu và trả lại tiền cho phụ huynh.",
        "Mong cấp trên kiểm tra, trả lại tiền cho phụ huynh nghèo.",
      ],
    ],
    summary: [
      "Phụ huynh cháu {o.youth}, lớp {o.class} {c.school}, phản ánh thu tiền {c.device} dưới danh nghĩa tự nguyện, đề nghị trả lại.",
      "Phản ánh {c.school} lạm thu, cô {o.woman} nêu tên học sinh chưa nộp; hiệu trưởng bà {c.woman} nói là tự nguyện.",
    ],
  },
  {
    key: "poor-household",
    shared: false,
    subject: [
      "Đơn xin xét hộ nghèo",
      "Về việc không được công nhận hộ nghèo",
      "Kiến nghị bình xét hộ nghèo tại {c.hamlet}",
    ],
    told: [
      [
        "Gia đình tôi gồm {o.few} người, {wedded} tôi bị {o.illness}, thu nhập chỉ trông vào {o.job}.",
        "Nhà tôi {o.few} miệng ăn, {wedded} thì {o.illness}, sống nhờ {o.job}.",
      ],
      [
        "Trong đợt bình xét vừa qua, trưởng thôn là ông {c.man} gạch tên gia đình tôi vì cho rằng có {o.thing}.",
        "Ông trưởng thôn {c.man} bảo nhà tôi có {o.thing} nên gạch tên.",
      ],
      [
        "Vật đó là do {o.kin} cho mượn, không phải tài sản của gia đình.",
        "Cái đó là {o.kin} cho mượn thôi chứ nhà tôi lấy đâu ra.",
      ],
      [
        "Trong khi đó hộ bà {o.woman} có nhà hai tầng lại được xét là hộ nghèo.",
        "Thế mà bà {o.woman} nhà hai tầng thì lại nghèo.",
      ],
    ],
    asks: [
      [
        "Đề nghị kiểm tra lại việc bình xét, công nhận gia đình tôi là hộ nghèo.",
        "Xin xét lại cho nhà tôi được sổ hộ nghèo để các cháu đỡ tiền học.",
      ],
    ],
    summary: [
      "Đề nghị xét lại hộ nghèo: bị ông {c.man} gạch tên vì có {o.thing} đi mượn, trong khi hộ bà {o.woman} khá giả vẫn được.",
      "Công dân hoàn cảnh khó khăn, {wedded} bị {o.illness}, sống bằng {o.job}, không được công nhận hộ nghèo.",
    ],
  },
  {
    key: "veteran-allowance",
    shared: false,
    subject: [
      "Đơn đề nghị giải quyết chế độ người có công",
      "Xin hưởng chế độ thương binh",
      "Hồ sơ người có công bị mất",
    ],
    told: [
      [
        "Tôi nhập ngũ năm {o.oldyear}, thuộc {o.unit}, bị thương tại {o.front}, có giấy chứng thương.",
        "Tôi đi bộ đội năm {o.oldyear}, ở {o.unit}, bị thương ở {o.front}, giấy tờ còn đây.",
      ],
      [
        "Hồ sơ nộp ngày {o.date} cho bà {o.woman} nhưng sau đó được trả lời là thất lạc.",
        "Tôi nộp cho cô {o.woman} hôm {o.date}, giờ bảo mất rồi.",
      ],
      [
        "Đồng đội của tôi là ông {o.man} cùng trận đã được hưởng chế độ từ lâu.",
        "Ông {o.man} cùng trận với tôi được hưởng từ lâu rồi.",
      ],
      [
        "Mảnh đạn vẫn còn trong {o.bodypart}, trái gió trở trời là đau nhức.",
        "Mảnh đạn còn nằm ở {o.bodypart}, trở trời là nhức tận xương.",
      ],
      [
        "Mỗi tháng tôi chỉ có {o.smallmoney} trợ cấp tuổi già để thuốc thang.",
        "Tháng được {o.smallmoney} tiền tuổi già, thuốc còn chẳng đủ.",
      ],
    ],
    asks: [
      [
        "Đề nghị tìm lại hồ sơ và giải quyết chế độ thương binh cho tôi.",
        "Mong các đồng chí tìm lại hồ sơ, cho tôi được hưởng trước khi nhắm mắt.",
      ],
    ],
    summary: [
      "Cựu chiến binh {o.unit}, bị thương tại {o.front}, đề nghị tìm hồ sơ thất lạc và giải quyết chế độ thương binh.",
      "Đề nghị hưởng chế độ người có công, nhập ngũ {o.oldyear}; hồ sơ nộp bà {o.woman} bị mất, đồng đội ông {o.man} làm chứng.",
    ],
  },
  {
    key: "hospital",
    shared: false,
    subject: [
      "Phản ánh thái độ phục vụ tại {c.clinic}",
      "Đơn khiếu nại về khám chữa bệnh",
      "Việc cấp cứu chậm ở {c.clinic}",
    ],
    told: [
      [
        "Ngày {o.date}, gia đình đưa {o.kin} vào {c.clinic} trong tình trạng {o.symptom}.",
        "Hôm {o.date} nhà tôi đưa {o.kin} vô {c.clinic} vì {o.symptom}.",
      ],
      [
        "Người nhà chờ hơn {o.few} tiếng mới có bác sĩ, kíp trực do bác sĩ {o.man} phụ trách.",
        "Nằm chờ hơn {o.few} tiếng đồng hồ bác sĩ {o.man} mới ra.",
      ],
      [
        "Điều dưỡng {o.woman} quát mắng và yêu cầu nộp {o.smallmoney} trước khi làm xét nghiệm dù có thẻ bảo hiểm.",
        "Cô y tá {o.woman} quát nạt, bắt đóng {o.smallmoney} mới chịu làm, dù có thẻ bảo hiểm.",
      ],
      [
        "Sau đó bệnh nhân phải chuyển tuyến trong tình trạng nặng, hiện vẫn chưa hồi phục.",
        "Về sau phải chuyển lên tuyến trên, giờ vẫn nằm một chỗ.",
      ],
    ],
    asks: [
      [
        "Đề nghị kiểm tra kíp trực, xử lý cán bộ vi phạm y đức và xin lỗi gia đình.",
        "Mong lãnh đạo xem lại y đức, bắt người ta xin lỗi nhà tôi.",
      ],
    ],
    summary: [
      "Phản ánh {c.clinic} cấp cứu chậm {o.kin} của công dân bị {o.symptom}, điều dưỡng {o.woman} quát mắng, thu tiền trước.",
      "Khiếu nại kíp trực bác sĩ {o.man} tại {c.clinic} để bệnh nhân chờ nhiều giờ, bệnh nặng thêm; đề nghị xử lý.",
    ],
  },
  {
    key: "storm-relief",
    shared: true,
    subject: [
      "Kiến nghị về hỗ trợ thiệt hại do bão {c.storm}",
      "Đơn đề nghị hỗ trợ sau lũ",
      "Không được hỗ trợ sau bão",
    ],
    told: [
      [
        "Cơn bão {c.storm} làm đổ {o.building} và ngập {o.area} {o.crop} của gia đình tôi.",
        "Bão {c.storm} quật đổ {o.building}, nhấn chìm {o.area} {o.crop} nhà tôi.",
      ],
      [
        "Thiệt hại được thôn thống kê là {o.money}, có chữ ký của trưởng thôn {c.man}.",
        "Ông trưởng thôn {c.man} ghi nhà tôi mất {o.money}, có ký hẳn hoi.",
      ],
      [
        "Khi nhận tiền, danh sách niêm yết không có tên tôi, kế toán bà {c.woman} nói là đã chốt.",
        "Tới hôm lĩnh thì không có tên, bà {c.woman} kế toán bảo chốt sổ rồi.",
      ],
      [
        "Nhiều hộ không bị ngập lại được nhận đủ, khiến dư luận trong thôn bức xúc.",
        "Nhà trên gò khô ráo lại có tiền, cả xóm ai cũng ức.",
      ],
      [
        "Gia đình tôi còn mất {o.heads} con {o.animal} bị nước cuốn trôi.",
        "Nước cuốn mất cả {o.heads} con {o.animal} nhà tôi.",
      ],
    ],
    asks: [
      ["Đề nghị rà soát lại danh sách và hỗ trợ gia đình tôi.", "Xin xem lại danh sách kẻo nhà tôi oan."],
    ],
    summary: [
      "Bị thiệt hại {o.money} do bão {c.storm} ({o.building}, {o.heads} con {o.animal}) nhưng không có tên trong danh sách hỗ trợ.",
      "Đề nghị rà soát hỗ trợ bão {c.storm}: hộ ngập {o.area} {o.crop} không được nhận, bà {c.woman} nói đã chốt danh sách.",
    ],
  },
  {
    key: "name-error",
    shared: false,
    subject: [
      "Đơn xin cải chính hộ tịch",
      "Sai họ tên trên giấy khai sinh",
      "Về việc cải chính ngày sinh cho {o.youth}",
    ],
    told: [
      [
        "Giấy khai sinh của con tôi là {o.youth} ghi sai ngày sinh là {o.date}, trong khi giấy chứng sinh ghi khác.",
        "Giấy khai sinh cháu {o.youth} bị ghi nhầm thành {o.date}, giấy chứng sinh thì khác.",
      ],
      [
        "Sai sót do cán bộ hộ tịch trước đây là ông {o.man} ghi nhầm, nay đã nghỉ hưu.",
        "Lỗi là của ông {o.man} hộ tịch ngày trước, giờ ông nghỉ rồi.",
      ],
      [
        "Vì vậy cháu không làm được căn cước và hồ sơ nhập học tại {o.school}.",
        "Thành ra cháu không làm được căn cước, không nhập học được ở {o.school}.",
      ],
      [
        "Tôi đã đi lại {o.count} lần, mỗi nơi hướng dẫn một kiểu.",
        "Tôi chạy {o.count} bận, chỗ nọ chỉ chỗ kia.",
      ],
    ],
    asks: [["Đề nghị cải chính cho con tôi.", "Mong sửa giùm để cháu kịp đi học."]],
    summary: [
      "Xin cải chính ngày sinh {o.date} ghi sai trên giấy khai sinh của {o.youth} do cán bộ hộ tịch ông {o.man} nhầm.",
      "Đề nghị sửa giấy khai sinh cho {o.youth} để kịp nhập học {o.school}, đã đi lại {o.count} lần.",
    ],
  },
  {
    key: "loud-nights",
    shared: true,
    subject: [
      "Phản ánh tiếng ồn của quán {c.bar}",
      "Quán {c.bar} mở loa suốt đêm",
      "Đề nghị xử lý quán {c.bar}",
    ],
    told: [
      [
        "Quán {c.bar} của bà {c.woman} ở gần {c.landmark} mở loa kẹo kéo đến quá nửa đêm.",
        "Cái quán {c.bar} nhà bà {c.woman} chỗ {c.landmark} đêm nào cũng hát hò tới khuya.",
      ],
      [
        "Khách uống say đánh chửi nhau, xe máy dựng tràn ra lòng đường.",
        "Say xỉn rồi đánh nhau, xe dựng đầy đường không đi nổi.",
      ],
      [
        "Con tôi đang ôn thi, {o.kin} bị {o.illness} cần nghỉ ngơi mà không chợp mắt được.",
        "Con thì ôn thi, {o.kin} thì {o.illness}, có ngủ nghê gì được đâu.",
      ],
      [
        "Tôi gọi cho ông {c.man} phụ trách an ninh, ông ấy hứa nhắc nhở nhưng đâu lại vào đó.",
        "Gọi ông {c.man} an ninh thì ừ hử rồi mai lại thế.",
      ],
    ],
    asks: [
      [
        "Đề nghị kiểm tra, xử phạt và buộc quán chấm dứt việc gây ồn.",
        "Mong phạt thật nặng cho bà con được ngủ.",
      ],
    ],
    summary: [
      "Phản ánh quán {c.bar} của bà {c.woman} gần {c.landmark} mở loa quá nửa đêm, {o.kin} bị {o.illness} không nghỉ được.",
      "Người dân đề nghị xử lý quán {c.bar} gây ồn ban đêm, khách say rượu đánh nhau, ông {c.man} nhắc nhở không hiệu quả.",
    ],
  },
];
