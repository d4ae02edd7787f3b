import type { Template } from "./matters-land";

export const workMatters: readonly Template[] = [
  {
    key: "unpaid-wages",
    shared: true,
    subject: [
      "Đơn đề nghị đòi lương tại {c.firm}",
      "{c.firm} nợ lương, nợ bảo hiểm",
      "Khiếu nại về tiền lương",
    ],
    told: [
      [
        "Tôi làm {o.task} tại {c.firm} từ năm {o.year}, ở phân xưởng do ông {c.man} quản lý.",
        "Tôi đi làm {o.task} cho {c.firm} từ {o.year}, ông {c.man} làm quản đốc.",
      ],
      [
        "Công ty nợ tôi {o.few} tháng lương, tổng cộng {o.money}.",
        "Họ thiếu tôi {o.few} tháng lương, tính ra {o.money}.",
      ],
      [
        "Tiền bảo hiểm xã hội vẫn trừ hằng tháng nhưng khi tra cứu thì công ty không đóng từ {c.date}.",
        "Bảo hiểm tháng nào cũng trừ mà tra ra thì từ {c.date} họ chẳng đóng.",
      ],
      [
        "Ngày {o.date} tôi bị cho nghỉ việc bằng tin nhắn, không được trả sổ.",
        "Hôm {o.date} họ nhắn tin cho nghỉ, sổ bảo hiểm giữ luôn.",
      ],
      [
        "Chị {o.woman} cùng tổ sinh con mà không được hưởng thai sản.",
        "Chị {o.woman} cùng tổ đẻ xong không có đồng thai sản nào.",
      ],
    ],
    asks: [
      [
        "Đề nghị buộc công ty trả lương, chốt sổ bảo hiểm cho tôi.",
        "Xin giúp tôi đòi lại mồ hôi nước mắt, trả sổ cho tôi đi xin việc.",
      ],
    ],
    summary: [
      "Công nhân {o.task} của {c.firm} đòi {o.few} tháng lương {o.money} và chốt sổ bảo hiểm.",
      "Khiếu nại {c.firm} nợ lương {o.money}, không đóng bảo hiểm, cho nghỉ việc ngày {o.date} bằng tin nhắn.",
    ],
  },
  {
    key: "broken-road",
    shared: true,
    subject: ["Phản ánh {c.road} hư hỏng", "Xin sửa đường", "Xe tải phá nát {c.road}"],
    told: [
      [
        "{c.road} đoạn qua {c.landmark} bị xe chở {c.cargo} cày nát, ổ gà sâu ngập bánh xe.",
        "Xe {c.cargo} chạy nát {c.road} chỗ {c.landmark}, ổ voi ổ gà đầy ra.",
      ],
      [
        "Mưa thì lầy lội, nắng thì bụi mù, trẻ em đi học thường bị ngã.",
        "Mưa lầy nắng bụi, trẻ con đi học ngã suốt.",
      ],
      [
        "{wedded} tôi chở {o.goods} ra chợ bị đổ xe, gãy {o.bodypart}.",
        "{wedded} tôi thồ {o.goods} đi chợ, ngã gãy {o.bodypart}.",
      ],
      [
        "Chủ xe là ông {c.man} hứa đổ đá sửa đường nhưng không thực hiện.",
        "Ông {c.man} chủ xe hứa đổ đá mà có thấy đâu.",
      ],
    ],
    asks: [["Đề nghị sửa đường, cấm xe quá tải.", "Cho dân xin con đường lành lặn, cấm xe to lại."]],
    summary: [
      "Phản ánh {c.road} gần {c.landmark} bị xe chở {c.cargo} của ông {c.man} làm hỏng, có người ngã gãy {o.bodypart}.",
      "Đề nghị sửa {c.road} và cấm xe quá tải chở {c.cargo}; {wedded} người viết đơn bị ngã khi chở {o.goods}.",
    ],
  },
  {
    key: "power-bill",
    shared: false,
    subject: ["Khiếu nại tiền điện tăng bất thường", "Hóa đơn điện sai", "Đơn đề nghị kiểm tra công tơ"],
    told: [
      [
        "Hóa đơn tiền điện kỳ {o.month} của gia đình tôi là {o.smallmoney}, gấp {o.few} lần tháng trước.",
        "Tháng {o.month} nhà tôi bị tính {o.smallmoney} tiền điện, gấp {o.few} lần mọi khi.",
      ],
      [
        "Nhà tôi chỉ dùng quạt, tủ lạnh và {o.machine}, không sử dụng gì thêm.",
        "Cả nhà có cái quạt, cái tủ lạnh với {o.machine} chứ có gì đâu.",
      ],
      [
        "Công tơ số {o.meter} được thay ngày {o.date} mà không có người nhà chứng kiến.",
        "Họ thay công tơ {o.meter} hôm {o.date} lúc chẳng ai ở nhà.",
      ],
      [
        "Nhân viên {o.man} trả lời qua loa và dọa cắt điện nếu không nộp đủ.",
        "Cậu {o.man} ghi điện nói bừa rồi dọa cắt.",
      ],
    ],
    asks: [
      [
        "Đề nghị kiểm định công tơ và tính lại tiền điện.",
        "Xin cho thử lại cái công tơ, tính lại tiền cho tôi.",
      ],
    ],
    summary: [
      "Khiếu nại tiền điện kỳ {o.month} là {o.smallmoney} sau khi thay công tơ {o.meter}, đề nghị kiểm định.",
      "Hộ dùng điện phản ánh hóa đơn tăng {o.few} lần, nhân viên {o.man} dọa cắt điện; xin kiểm tra công tơ.",
    ],
  },
  {
    key: "water-supply",
    shared: true,
    subject: [
      "Phản ánh nước sinh hoạt của {c.waterworks}",
      "Nước máy bẩn và thiếu",
      "Kiến nghị về nước sạch",
    ],
    told: [
      [
        "{c.waterworks} cấp nước cho {c.hamlet} từ năm {c.year} nhưng nước có màu {c.colour} và mùi tanh.",
        "Nước của {c.waterworks} về {c.hamlet} cứ {c.colour} rồi tanh lòm, từ {c.year} tới giờ.",
      ],
      [
        "Có tuần mất nước {c.few} ngày liền, dân phải xuống {c.stream} gánh về dùng.",
        "Có tuần mất {c.few} ngày, phải ra {c.stream} gánh.",
      ],
      [
        "Đồng hồ nhà tôi số {o.meter} vẫn chạy khi đã khóa van, kỳ vừa rồi bị tính {o.smallmoney}.",
        "Khóa van rồi mà đồng hồ {o.meter} nhà tôi vẫn quay, bị tính {o.smallmoney}.",
      ],
      [
        "Con tôi bị {o.illness}, bác sĩ nói do nguồn nước.",
        "Thằng bé nhà tôi {o.illness}, bác sĩ bảo tại nước.",
      ],
      [
        "Giám đốc là ông {c.man} trả lời do đường ống cũ, sẽ thay nhưng không nói khi nào.",
        "Ông giám đốc {c.man} đổ cho ống cũ, hứa thay mà chẳng biết bao giờ.",
      ],
    ],
    asks: [
      [
        "Đề nghị kiểm tra chất lượng nước và thay đường ống.",
        "Mong có nước sạch mà dùng, ống hỏng thì thay đi.",
      ],
    ],
    summary: [
      "Phản ánh nước của {c.waterworks} {c.colour}, tanh, hay mất; đồng hồ {o.meter} chạy sai, bị tính {o.smallmoney}.",
      "Đề nghị kiểm tra nước sinh hoạt do {c.waterworks} cấp, con người viết đơn bị {o.illness}.",
    ],
  },
  {
    key: "canal",
    shared: true,
    subject: [
      "Đơn kiến nghị về kênh {c.canal} bị lấp",
      "Ruộng bị ngập do lấp kênh",
      "Xin khơi lại mương {c.canal}",
    ],
    told: [
      [
        "Kênh {c.canal} là đường tiêu nước duy nhất của cánh đồng {c.field}, nay bị {c.firm} lấp để làm {c.project}.",
        "{c.firm} làm {c.project} lấp mất kênh {c.canal}, cả cánh {c.field} hết đường thoát nước.",
      ],
      [
        "Vụ vừa qua {o.area} {o.crop} của gia đình tôi bị ngập thối, mất {o.money}.",
        "Vụ rồi nhà tôi thối hết {o.area} {o.crop}, mất {o.money}.",
      ],
      [
        "Hợp tác xã do ông {c.man} làm giám đốc đã có văn bản nhưng không được trả lời.",
        "Ông {c.man} hợp tác xã làm giấy lên rồi mà trên không nói gì.",
      ],
      [
        "Ngày {o.date}, tôi cùng bà con be bờ tạm nhưng bị công nhân của công ty ngăn cản.",
        "Hôm {o.date} tôi với bà con ra đắp bờ thì bị công nhân họ đuổi.",
      ],
    ],
    asks: [["Đề nghị buộc khơi lại kênh và bồi thường mùa màng.", "Xin khơi lại mương, đền lúa má cho dân."]],
    summary: [
      "Phản ánh {c.firm} lấp kênh {c.canal} gây ngập {o.area} {o.crop}, thiệt hại {o.money}; đề nghị khơi lại, bồi thường.",
      "Kiến nghị khơi kênh {c.canal} ở cánh đồng {c.field} do {c.project} lấp, ruộng {o.crop} bị thối.",
    ],
  },
  {
    key: "bribe",
    shared: false,
    subject: ["Đơn tố cáo ông {c.chief}", "Tố cáo cán bộ nhận tiền", "Về hành vi vòi vĩnh của ông {c.chief}"],
    told: [
      [
        "Ông {c.chief}, {c.post}, đã nhận của tôi {o.money} để giải quyết {o.paper}.",
        "Ông {c.chief} là {c.post} cầm của tôi {o.money} hứa lo {o.paper}.",
      ],
      [
        "Việc đưa tiền diễn ra ngày {o.date} tại {o.venue}, có bà {o.woman} chứng kiến.",
        "Tôi đưa hôm {o.date} ở {o.venue}, bà {o.woman} ngồi đấy trông thấy.",
      ],
      [
        "Sau khi nhận tiền, ông {c.chief} không thực hiện và yêu cầu đưa thêm {o.smallmoney}.",
        "Cầm tiền rồi chẳng làm, lại còn đòi thêm {o.smallmoney}.",
      ],
      ["Tôi có ghi âm cuộc gọi và tin nhắn để làm chứng cứ.", "Tôi còn giữ ghi âm với tin nhắn đây."],
    ],
    asks: [
      [
        "Đề nghị làm rõ, xử lý nghiêm và giữ bí mật danh tính cho tôi.",
        "Mong cấp trên trị cho đến nơi, đừng để lộ tên tôi.",
      ],
    ],
    summary: [
      "Tố cáo ông {c.chief}, {c.post}, nhận {o.money} để làm {o.paper} tại {o.venue} rồi đòi thêm.",
      "Người tố cáo nêu ông {c.chief} vòi tiền khi giải quyết {o.paper}, có bà {o.woman} chứng kiến và có ghi âm.",
    ],
  },
  {
    key: "hamlet-fund",
    shared: true,
    subject: [
      "Đề nghị công khai quỹ {c.hamlet}",
      "Tố cáo trưởng thôn {c.chief} thu chi khuất tất",
      "Về quỹ làm đường của thôn",
    ],
    told: [
      [
        "Năm {c.year}, trưởng thôn {c.chief} thu mỗi khẩu {c.smallmoney} để làm {c.work}.",
        "Ông trưởng thôn {c.chief} thu mỗi đầu người {c.smallmoney} năm {c.year} bảo làm {c.work}.",
      ],
      [
        "Nhà tôi {o.few} khẩu đã nộp đủ {o.money}, có ghi vào sổ của bà {c.woman}.",
        "Nhà tôi {o.few} người đóng cả {o.money}, bà {c.woman} có ghi sổ.",
      ],
      [
        "Công trình chỉ làm được một đoạn rồi bỏ, thu chi không công khai.",
        "Làm dở dang rồi để đấy, tiền đi đâu không ai biết.",
      ],
      [
        "Khi tôi hỏi trong cuộc họp ngày {o.date}, ông {c.chief} cắt lời và đuổi tôi ra.",
        "Hôm họp {o.date} tôi đứng lên hỏi, ông {c.chief} quát rồi đuổi tôi về.",
      ],
    ],
    asks: [["Đề nghị kiểm tra việc thu chi của thôn.", "Xin về kiểm tra sổ sách cho dân biết."]],
    summary: [
      "Tố cáo trưởng thôn {c.chief} thu tiền làm {c.work} không công khai, hộ viết đơn đã nộp {o.money}.",
      "Đề nghị kiểm tra quỹ thôn: ông {c.chief} thu {c.smallmoney} mỗi khẩu, công trình {c.work} bỏ dở.",
    ],
  },
  {
    key: "bad-seed",
    shared: true,
    subject: [
      "Phản ánh giống {c.crop} kém chất lượng",
      "Bị bán giống giả",
      "Đề nghị bồi thường giống cây của {c.shop}",
    ],
    told: [
      [
        "Tôi mua giống {c.crop} tại {c.shop} với lời giới thiệu năng suất cao, hết {o.smallmoney}.",
        "Tôi lấy giống {c.crop} ở {c.shop} hết {o.smallmoney}, họ nói ngọt lắm.",
      ],
      [
        "Xuống giống ngày {o.date} trên {o.area}, cây lên nhưng {c.fault}.",
        "Trồng hôm {o.date}, {o.area}, cây lên mà {c.fault}.",
      ],
      [
        "Thiệt hại của gia đình tôi ước tính {o.money} chưa kể công cán.",
        "Nhà tôi lỗ {o.money}, công sá chưa tính.",
      ],
      [
        "Chủ cửa hàng là bà {c.woman} đổ lỗi do thời tiết, không chịu nhận trách nhiệm.",
        "Bà chủ {c.woman} đổ tại trời, phủi tay.",
      ],
      ["Bao bì không ghi nơi sản xuất và hạn sử dụng.", "Cái bao chẳng đề làm ở đâu, hạn nào."],
    ],
    asks: [
      [
        "Đề nghị kiểm tra nguồn giống và buộc bồi thường cho người trồng.",
        "Mong bắt họ đền cho bà con, đừng để lừa thêm ai.",
      ],
    ],
    summary: [
      "Nông dân phản ánh giống {c.crop} mua tại {c.shop} bị {c.fault}, thiệt hại {o.money} trên {o.area}.",
      "Đề nghị xử lý {c.shop} bán giống {c.crop} không nhãn mác, bà {c.woman} không nhận bồi thường.",
    ],
  },
  {
    key: "market-stalls",
    shared: true,
    subject: [
      "Kiến nghị về di dời {c.market}",
      "Tiểu thương {c.market} kêu cứu",
      "Về quầy hàng số {o.stall}",
    ],
    told: [
      [
        "Tôi buôn bán {o.goods} tại quầy số {o.stall} {c.market} từ năm {o.year}.",
        "Tôi bán {o.goods} ở {c.market}, quầy {o.stall}, từ {o.year}.",
      ],
      [
        "Ban quản lý do ông {c.man} phụ trách yêu cầu chuyển sang chợ mới trước ngày {c.date}.",
        "Ông {c.man} ban quản lý bắt dọn sang chợ mới trước {c.date}.",
      ],
      [
        "Chợ mới xa khu dân cư, tiền thuê quầy {c.money} một năm, tiểu thương không kham nổi.",
        "Chợ mới vắng teo, thuê một năm {c.money}, ai chịu nổi.",
      ],
      [
        "Quầy cũ tôi sang lại hết {o.money}, chưa có ai nói đến việc hoàn trả.",
        "Hồi sang quầy tôi mất {o.money}, giờ chẳng ai nhắc trả.",
      ],
    ],
    asks: [
      [
        "Đề nghị đối thoại với tiểu thương và giãn thời gian di dời.",
        "Mong cho họp với bà con, đừng đuổi gấp.",
      ],
    ],
    summary: [
      "Tiểu thương quầy {o.stall} bán {o.goods} không đồng ý di dời {c.market}, đề nghị hoàn {o.money} và đối thoại.",
      "Kiến nghị hoãn chuyển {c.market} do ông {c.man} yêu cầu, tiền thuê chợ mới {c.money} quá cao.",
    ],
  },
  {
    key: "held-machine",
    shared: false,
    subject: ["Khiếu nại việc tạm giữ {o.machine}", "Xin trả lại {o.machine}", "Đơn về việc giữ phương tiện"],
    told: [
      [
        "Ngày {o.date}, tổ kiểm tra tạm giữ {o.machine} của tôi khi đang làm ở {o.field}.",
        "Hôm {o.date} tôi đang làm ở {o.field} thì đoàn tới kéo {o.machine} đi.",
      ],
      [
        "Biên bản do ông {o.man} lập ghi tôi khai thác cát trái phép, nhưng tôi chỉ san đất ruộng theo thuê mướn.",
        "Ông {o.man} viết biên bản bảo tôi hút cát, tôi san ruộng thuê chứ hút gì.",
      ],
      [
        "Máy này tôi mua {o.bigmoney} bằng tiền vay {o.bank}, là cần câu cơm của cả nhà.",
        "Cái máy vay {o.bank} {o.bigmoney} mới mua được, cả nhà trông vào.",
      ],
      [
        "Quá thời hạn tạm giữ mà không có quyết định xử phạt.",
        "Giữ quá hạn rồi mà phạt hay không cũng chẳng nói.",
      ],
    ],
    asks: [
      ["Đề nghị trả lại phương tiện và bồi thường những ngày nghỉ việc.", "Xin trả máy cho tôi đi làm."],
    ],
    summary: [
      "Khiếu nại việc tạm giữ {o.machine} tại {o.field} ngày {o.date}, biên bản do ông {o.man} lập; xin trả lại.",
      "Đề nghị trả {o.machine} bị giữ quá hạn, máy mua bằng tiền vay {o.bank}, cho rằng chỉ san ruộng thuê.",
    ],
  },
  {
    key: "forced-insurance",
    shared: false,
    subject: [
      "Phản ánh {o.bank} ép mua bảo hiểm",
      "Đơn đề nghị trả lại phí bảo hiểm",
      "Vay vốn bị ép bảo hiểm",
    ],
    told: [
      [
        "Tháng {o.month}, tôi vay {o.bigmoney} tại {o.bank} để {o.purpose}.",
        "Tôi vay {o.bank} {o.bigmoney} để {o.purpose} hồi {o.month}.",
      ],
      [
        "Nhân viên tín dụng {o.woman} nói phải mua gói bảo hiểm {o.money} mới giải ngân.",
        "Cô {o.woman} tín dụng bảo không mua bảo hiểm {o.money} thì không có tiền.",
      ],
      [
        "Tôi không được đọc hợp đồng, chữ ký ở trang cuối không phải của tôi.",
        "Hợp đồng tôi có được đọc đâu, chữ ký trang cuối ai ký ấy.",
      ],
      [
        "Khi tôi xin hủy thì ông {o.man}, phó phòng, hẹn nhiều lần không giải quyết.",
        "Tôi xin hủy thì ông {o.man} phó phòng cứ hẹn rày hẹn mai.",
      ],
    ],
    asks: [["Đề nghị kiểm tra và hoàn trả phí bảo hiểm.", "Mong giúp tôi lấy lại tiền bảo hiểm."]],
    summary: [
      "Phản ánh {o.bank} ép mua bảo hiểm {o.money} khi vay {o.bigmoney} để {o.purpose}, chữ ký bị giả.",
      "Đề nghị hoàn phí bảo hiểm {o.money}; nhân viên {o.woman} buộc mua mới giải ngân khoản vay.",
    ],
  },
  {
    key: "teacher-contract",
    shared: false,
    subject: [
      "Khiếu nại {o.decision} chấm dứt hợp đồng",
      "Đơn của giáo viên {c.school}",
      "Về việc cho thôi dạy",
    ],
    told: [
      [
        "Tôi dạy môn {o.lesson} tại {c.school} từ năm {o.year}, nhiều năm được khen thưởng.",
        "Tôi dạy {o.lesson} ở {c.school} từ {o.year}, năm nào cũng được khen.",
      ],
      [
        "Ngày {o.date}, hiệu trưởng {c.man} ban hành {o.decision} chấm dứt hợp đồng với tôi, lý do dôi dư.",
        "Hôm {o.date} ông hiệu trưởng {c.man} đưa {o.decision} cho tôi nghỉ, bảo thừa người.",
      ],
      [
        "Ngay sau đó nhà trường ký hợp đồng với cô {o.woman} dạy đúng môn của tôi.",
        "Vừa cho tôi nghỉ thì nhận ngay cô {o.woman} dạy đúng môn ấy.",
      ],
      ["Nhà trường còn nợ tôi {o.money} tiền dạy thêm giờ.", "Tiền dạy thêm giờ {o.money} còn chưa trả."],
    ],
    asks: [
      [
        "Đề nghị hủy quyết định và bố trí cho tôi trở lại giảng dạy.",
        "Xin cho tôi được dạy lại, trả tiền còn nợ.",
      ],
    ],
    summary: [
      "Giáo viên {o.lesson} khiếu nại {o.decision} của {c.school} chấm dứt hợp đồng, cho rằng để nhận cô {o.woman}.",
      "Khiếu nại hiệu trưởng {c.man} cho thôi dạy môn {o.lesson}, còn nợ {o.money} tiền thừa giờ.",
    ],
  },
];
