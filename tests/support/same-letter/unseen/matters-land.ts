/** A matter people write about. Every passage has at least two wordings: the first formal, the others as people talk.
 * Slots: {c.x} belongs to the case (shared by every household in it), {o.x} to this household alone. */
export type Template = {
  key: string;
  /** Several households may each send a letter about one such case. */
  shared: boolean;
  subject: readonly string[];
  told: readonly (readonly string[])[];
  asks: readonly (readonly string[])[];
  summary: readonly string[];
};

export const landMatters: readonly Template[] = [
  {
    key: "recovered-land-price",
    shared: true,
    subject: [
      "Đơn khiếu nại về giá bồi thường đất thuộc {c.project}",
      "V/v đền bù đất {o.lot} quá thấp",
      "Khiếu nại {c.decision}",
    ],
    told: [
      [
        "Ngày {c.date}, {c.office} ban hành {c.decision} về việc thu hồi đất để thực hiện {c.project}, trong đó thu hồi của gia đình tôi {o.area} thuộc {o.lot} tại {c.field}.",
        "Hôm {c.date} xã đưa cho nhà tôi {c.decision} bảo lấy đất ở {c.field} làm {c.project}, nhà tôi mất {o.area}, {o.lot}.",
      ],
      [
        "Phương án bồi thường chỉ tính cho gia đình tôi tổng cộng {o.bigmoney}, thấp hơn nhiều so với giá đất cùng loại đang chuyển nhượng ở địa phương.",
        "Đền có {o.bigmoney} cho chỗ ruộng ấy thì mua lại mảnh bằng cái chiếu cũng không nổi, người ta bán nhau ngoài kia cao gấp mấy lần.",
      ],
      [
        "Khi kiểm đếm, tổ công tác đã bỏ sót {o.count} gốc {o.fruit} cùng chuồng trại mà gia đình tôi dựng từ năm {o.year}.",
        "Lúc đi đếm cây họ không ghi {o.count} cây {o.fruit} với cái chuồng nhà tôi làm từ {o.year}, hỏi thì bảo tính sau.",
      ],
      [
        "Gia đình tôi sử dụng thửa đất này liên tục, có tên trong sổ mục kê và nộp thuế đầy đủ, không tranh chấp với ai.",
        "Đất ông cha để lại, nhà tôi cấy hái bao đời, thuế má năm nào cũng đóng, chẳng tranh của ai.",
      ],
      [
        "Bà con ở {c.field} nhiều lần đề nghị họp công khai phương án nhưng ông {c.man}, phụ trách giải phóng mặt bằng, không tổ chức.",
        "Dân {c.field} xin họp cho rõ mà ông {c.man} lo giải phóng mặt bằng cứ lờ đi.",
      ],
    ],
    asks: [
      [
        "Tôi đề nghị đo đạc, kiểm đếm lại và áp giá bồi thường đúng quy định cho gia đình tôi.",
        "Mong trên cho người về đo lại đếm lại, trả cho đúng giá để nhà tôi còn có chỗ làm ăn.",
      ],
      [
        "Đề nghị bố trí cho gia đình tôi một suất tái định cư và hỗ trợ chuyển đổi nghề.",
        "Cho nhà tôi xin một suất tái định cư với ít tiền đi học nghề khác.",
      ],
    ],
    summary: [
      "Công dân không đồng ý mức đền bù {o.bigmoney} đối với {o.lot} bị thu hồi làm {c.project}, đề nghị kiểm đếm lại cây và công trình còn sót.",
      "Khiếu nại {c.decision}: giá bồi thường {o.area} đất tại {c.field} thấp, bỏ sót {o.count} cây {o.fruit}; xin tính lại.",
    ],
  },
  {
    key: "certificate-delayed",
    shared: false,
    subject: [
      "Đơn kiến nghị về việc chậm cấp giấy chứng nhận quyền sử dụng đất",
      "Xin làm sổ đỏ {o.lot}",
      "Chậm trả kết quả hồ sơ đất đai",
    ],
    told: [
      [
        "Ngày {o.date}, tôi nộp hồ sơ đề nghị cấp giấy chứng nhận quyền sử dụng đất đối với {o.lot}, diện tích {o.area}, tại bộ phận một cửa.",
        "Từ {o.date} tôi đã nộp giấy tờ ở một cửa xin làm sổ đỏ cho {o.lot} rộng {o.area}.",
      ],
      [
        "Giấy hẹn ghi trả kết quả sau 20 ngày làm việc nhưng đến nay đã quá hạn {o.few} tháng mà không có văn bản trả lời.",
        "Giấy hẹn có hai chục ngày mà giờ quá {o.few} tháng rồi chẳng ai nói năng gì.",
      ],
      [
        "Cán bộ tiếp nhận là bà {o.woman} yêu cầu bổ sung giấy tờ {o.count} lần, mỗi lần một loại khác nhau.",
        "Cô {o.woman} ở một cửa bắt tôi đi về cả thảy {o.count} bận, mỗi bận đòi một thứ giấy.",
      ],
      [
        "Nguồn gốc đất do ông {o.man} chuyển nhượng cho tôi năm {o.year} bằng giấy viết tay có trưởng thôn xác nhận.",
        "Đất này tôi mua của ông {o.man} hồi {o.year}, viết tay thôi nhưng trưởng thôn có ký.",
      ],
      [
        "Do chưa có giấy chứng nhận nên tôi không thể vay {o.bigmoney} để sửa nhà như dự định.",
        "Không có sổ thì ngân hàng nào cho vay, tôi định vay {o.bigmoney} sửa cái nhà dột mà chịu.",
      ],
    ],
    asks: [
      [
        "Đề nghị làm rõ trách nhiệm và trả kết quả hồ sơ cho tôi.",
        "Mong các ông các bà nói cho rõ vướng cái gì và cấp sổ cho tôi.",
      ],
    ],
    summary: [
      "Phản ánh hồ sơ xin cấp sổ đỏ {o.lot} nộp từ {o.date} quá hẹn nhiều tháng, cán bộ một cửa đòi bổ sung nhiều lần.",
      "Công dân mua đất của ông {o.man} bằng giấy tay, nộp hồ sơ cấp giấy chứng nhận {o.area} nhưng chưa được trả kết quả.",
    ],
  },
  {
    key: "boundary",
    shared: false,
    subject: [
      "Đơn đề nghị giải quyết tranh chấp ranh giới đất",
      "Về việc hộ ông {o.man} lấn đất",
      "Tranh chấp đất đai với hàng xóm",
    ],
    told: [
      [
        "Gia đình tôi sử dụng {o.lot}, giáp phía {o.side} với đất của hộ ông {o.man}.",
        "Đất nhà tôi {o.lot}, mạn {o.side} giáp nhà ông {o.man}.",
      ],
      [
        "Ngày {o.date}, ông {o.man} tự ý phá hàng rào {o.tree} làm mốc để xây tường bao, lấn sang đất tôi khoảng {o.small} m, dài {o.length} m.",
        "Bữa {o.date} ông {o.man} chặt hết hàng {o.tree} làm mốc rồi xây tường, ăn sang đất tôi chừng {o.small} mét dọc theo {o.length} mét.",
      ],
      [
        "Việc làm trên khiến rãnh thoát nước bị bịt, nước mưa tràn vào {o.room} nhà tôi.",
        "Từ ngày có bức tường nước không thoát được, cứ mưa là ngập {o.room}.",
      ],
      [
        "Tổ hòa giải do bà {o.woman} chủ trì đã mời hai bên {o.few} lần nhưng không thành.",
        "Bà {o.woman} bên hòa giải gọi hai nhà lên {o.few} lần mà bên ấy không chịu.",
      ],
      [
        "Trong buổi làm việc, con trai ông {o.man} là {o.youth} còn có lời lẽ đe dọa vợ chồng tôi.",
        "Thằng {o.youth} con ông ấy còn cầm gậy dọa cả nhà tôi.",
      ],
    ],
    asks: [
      [
        "Đề nghị đo đạc lại ranh giới theo bản đồ địa chính và buộc tháo dỡ phần tường lấn chiếm.",
        "Xin cho địa chính xuống kéo thước, chỗ nào xây lấn thì bắt dỡ ra.",
      ],
    ],
    summary: [
      "Tố ông {o.man} xây tường bao lấn sang {o.lot}, làm nghẽn thoát nước; hòa giải không thành, đề nghị đo lại và buộc tháo dỡ.",
      "Tranh chấp ranh giới với hộ ông {o.man}: phá rào {o.tree}, xây tường lấn đất dài {o.length} m, yêu cầu xử lý.",
    ],
  },
  {
    key: "shared-path",
    shared: false,
    subject: [
      "Đơn đề nghị mở lại lối đi chung",
      "Phản ánh việc rào ngõ đi của dân",
      "Về việc hộ bà {o.woman} bịt lối đi",
    ],
    told: [
      [
        "Lối đi từ {o.landmark} vào nhà tôi là ngõ chung đã có từ đời các cụ, xe cải tiến vẫn ra vào được.",
        "Cái ngõ từ {o.landmark} vô nhà tôi xưa nay ai cũng đi, xe bò còn lọt.",
      ],
      [
        "Vừa qua bà {o.woman} cho người đổ {o.stuff} và dựng cổng sắt chắn ngang, chỉ chừa chỗ cho người đi bộ.",
        "Nay bà {o.woman} đổ {o.stuff} đầy ra rồi dựng cái cổng sắt, chỉ còn lách được người.",
      ],
      [
        "Mẹ tôi bị {o.illness} phải đi viện nhưng xe không vào được, phải cáng ra tận đường lớn.",
        "Bà cụ nhà tôi {o.illness}, hôm đi cấp cứu phải khiêng ra ngoài đường cái.",
      ],
      [
        "Bà {o.woman} cho rằng ngõ này thuộc đất do {o.kin} để lại nhưng không có giấy tờ nào chứng minh.",
        "Bà ấy cứ bảo đất {o.kin} cho, hỏi giấy tờ thì không có.",
      ],
    ],
    asks: [
      [
        "Đề nghị xác minh và buộc khôi phục lối đi chung cho gia đình tôi.",
        "Mong trên về xem giúp, bảo bà ấy tháo cổng cho chúng tôi có đường mà đi.",
      ],
    ],
    summary: [
      "Phản ánh bà {o.woman} dựng cổng sắt, đổ {o.stuff} bịt ngõ chung từ {o.landmark}, đề nghị trả lại lối đi.",
      "Công dân đề nghị buộc hộ bà {o.woman} tháo cổng rào trên lối đi chung, xe cứu thương không vào được nhà.",
    ],
  },
  {
    key: "forest-contract",
    shared: false,
    subject: [
      "Khiếu nại việc thanh lý hợp đồng khoán rừng",
      "Đơn xin giữ lại đất rừng tại {o.hill}",
      "Về đất rừng nhận khoán",
    ],
    told: [
      [
        "Năm {o.year}, gia đình tôi nhận khoán {o.hectare} ha đất rừng tại {o.hill} theo hợp đồng với Lâm trường {c.forest}.",
        "Hồi {o.year} nhà tôi nhận của Lâm trường {c.forest} {o.hectare} héc ta ở {o.hill}.",
      ],
      [
        "Chúng tôi đã trồng {o.wood}, chăm sóc và bảo vệ, đến nay rừng sắp đến kỳ khai thác.",
        "Vợ chồng tôi trồng {o.wood}, phát cỏ canh cháy suốt, giờ sắp được bán.",
      ],
      [
        "Ngày {o.date}, ông {c.man}, đại diện lâm trường, thông báo thanh lý hợp đồng trước thời hạn {o.count} năm mà không nêu lý do.",
        "Thế mà {o.date} ông {c.man} bên lâm trường gọi lên bảo cắt hợp đồng, còn những {o.count} năm nữa mới hết, chẳng nói vì sao.",
      ],
      [
        "Sau đó diện tích này được giao cho một người từ nơi khác đến là ông {o.man}.",
        "Ít hôm sau thấy ông {o.man} ở đâu đến phát rừng, bảo được giao rồi.",
      ],
      [
        "Số tiền lâm trường đề nghị hỗ trợ là {o.money}, không đủ bù công cây giống và phân bón.",
        "Họ bảo cho {o.money} gọi là hỗ trợ, chưa bằng tiền cây giống.",
      ],
    ],
    asks: [
      [
        "Đề nghị hủy thông báo thanh lý, cho gia đình tôi tiếp tục thực hiện hợp đồng.",
        "Xin cho nhà tôi làm hết hạn hợp đồng, bán xong cây rồi tính.",
      ],
    ],
    summary: [
      "Khiếu nại Lâm trường {c.forest} thanh lý trước hạn hợp đồng khoán {o.hectare} ha rừng {o.wood} tại {o.hill}, giao cho ông {o.man}.",
      "Hộ nhận khoán rừng ở {o.hill} đề nghị được tiếp tục hợp đồng, không nhận hỗ trợ {o.money}.",
    ],
  },
  {
    key: "unbuilt-plot",
    shared: true,
    subject: [
      "Đơn tố cáo {c.firm} huy động vốn trái phép",
      "Đề nghị buộc {c.firm} trả tiền mua đất nền",
      "Về lô đất nền {o.plot}",
    ],
    told: [
      [
        "Ngày {o.date}, tôi ký hợp đồng đặt cọc với {c.firm} mua lô {o.plot} thuộc {c.project}, đã nộp {o.bigmoney}.",
        "Tôi mua lô {o.plot} ở {c.project} của {c.firm}, đóng {o.bigmoney} từ {o.date}.",
      ],
      [
        "Theo cam kết, công ty bàn giao đất và hạ tầng vào năm {c.soon} nhưng đến nay khu đất vẫn là ruộng cỏ.",
        "Hứa {c.soon} giao đất mà giờ ra xem vẫn toàn cỏ với vũng nước.",
      ],
      [
        "Giám đốc công ty là bà {c.woman} nhiều lần hẹn gặp khách hàng rồi vắng mặt.",
        "Bà giám đốc {c.woman} hẹn lần hẹn lữa, tới nơi thì khóa cửa.",
      ],
      [
        "Tôi được biết dự án chưa có giấy phép xây dựng và chưa được giao đất đợt nào.",
        "Hỏi ra mới biết dự án giấy phép chưa có, đất chưa được giao.",
      ],
      [
        "Số tiền trên gồm {o.money} tôi vay của {o.bank}, hằng tháng vẫn phải trả lãi.",
        "Trong đó có {o.money} vay {o.bank}, tháng nào cũng è cổ đóng lãi.",
      ],
    ],
    asks: [
      [
        "Đề nghị cơ quan chức năng thanh tra dự án và buộc công ty hoàn trả tiền cho tôi.",
        "Mong nhà nước vào cuộc, bắt họ trả lại tiền cho dân.",
      ],
    ],
    summary: [
      "Người mua lô {o.plot} tại {c.project} tố {c.firm} nhận {o.bigmoney} nhưng không bàn giao đất, yêu cầu hoàn tiền.",
      "Tố cáo {c.firm} do bà {c.woman} làm giám đốc bán nền khi dự án chưa có giấy phép; xin lấy lại {o.bigmoney}.",
    ],
  },
  {
    key: "moved-graves",
    shared: false,
    subject: [
      "Khiếu nại việc di dời mồ mả tại {c.field}",
      "Đơn xin tìm lại phần mộ của {o.kin}",
      "Về mồ mả nhà tôi ở {c.field}",
    ],
    told: [
      [
        "Gia đình tôi có {o.few} ngôi mộ tại nghĩa địa {c.field}, trong đó có mộ {o.kin}.",
        "Nhà tôi có {o.few} ngôi mộ ở {c.field}, có cả mộ {o.kin}.",
      ],
      [
        "Ngày {o.date}, đơn vị thi công {c.project} đã san ủi mà không báo trước cho gia đình.",
        "Hôm {o.date} máy ủi bên {c.project} vào san luôn, nhà tôi không ai hay.",
      ],
      [
        "Ông {o.man}, cán bộ văn hóa, nói rằng đã niêm yết danh sách, nhưng gia đình tôi không thấy tên.",
        "Ông {o.man} văn hóa xã bảo dán giấy rồi, mà có tên nhà tôi đâu.",
      ],
      [
        "Hài cốt hiện được gom về khu mới, chưa xác định được của ai, khiến gia đình vô cùng đau xót.",
        "Giờ xương cốt gom cả một chỗ, biết đâu mà thờ, đau lòng lắm.",
      ],
      [
        "Mức hỗ trợ {o.smallmoney} mỗi ngôi là quá thấp so với chi phí xây lại.",
        "Cho mỗi ngôi {o.smallmoney} thì mua nổi mấy viên gạch.",
      ],
    ],
    asks: [
      [
        "Đề nghị xác định hài cốt, xin lỗi và bồi thường cho gia đình.",
        "Xin trả lại mộ cho nhà tôi, ai làm sai thì phải xin lỗi.",
      ],
    ],
    summary: [
      "Khiếu nại đơn vị thi công {c.project} san ủi {o.few} ngôi mộ gia đình tại {c.field} không báo trước, đề nghị tìm lại hài cốt.",
      "Gia đình phản ánh mất mộ {o.kin} khi giải phóng mặt bằng, ông {o.man} nói đã niêm yết; yêu cầu bồi thường.",
    ],
  },
  {
    key: "pylon",
    shared: true,
    subject: [
      "Đơn kiến nghị về cột điện cao thế trong vườn",
      "Bồi thường hành lang an toàn đường dây {c.line}",
      "Về việc kéo đường dây qua nhà dân",
    ],
    told: [
      [
        "Đường dây {c.line} kéo qua khu vực {c.field}, trụ số {o.pylon} nằm trong đất vườn nhà tôi.",
        "Người ta kéo đường dây {c.line} qua {c.field}, trồng trụ {o.pylon} ngay trong vườn nhà tôi.",
      ],
      [
        "Phần đất bị ảnh hưởng là {o.area} nhưng biên bản do ông {c.man} lập chỉ ghi móng trụ.",
        "Mất những {o.area} mà ông {c.man} chỉ ghi có cái móng.",
      ],
      [
        "Mái tôn nhà tôi bị nhiễm điện, chạm bút thử thấy sáng, trẻ nhỏ không dám ra sân.",
        "Mái tôn nhà tôi tê rần, thử bút điện là đỏ, con nít sợ không dám chơi.",
      ],
      [
        "Gia đình phải chặt bỏ {o.count} cây {o.fruit} đang cho thu hoạch, thiệt hại {o.money}.",
        "Phải đốn {o.count} cây {o.fruit} đang ra trái, mất toi {o.money}.",
      ],
    ],
    asks: [
      [
        "Đề nghị đo lại diện tích hành lang và bồi thường đầy đủ.",
        "Xin đo lại cho đúng, đền cho đủ, nối đất cái mái cho an toàn.",
      ],
    ],
    summary: [
      "Đề nghị bồi thường {o.area} đất vườn và {o.count} cây {o.fruit} bị ảnh hưởng bởi trụ {o.pylon} đường dây {c.line}.",
      "Phản ánh mái tôn nhiễm điện, bồi thường hành lang đường dây {c.line} chưa đủ, thiệt hại {o.money}.",
    ],
  },
  {
    key: "demolished-house",
    shared: false,
    subject: [
      "Khiếu nại {o.decision} về cưỡng chế công trình",
      "Đơn kêu cứu về việc tháo dỡ nhà ở",
      "V/v xử phạt xây dựng",
    ],
    told: [
      [
        "Ngày {o.date}, {c.office} ban hành {o.decision} xử phạt tôi {o.money} vì xây dựng trên đất nông nghiệp, buộc tháo dỡ {o.building}.",
        "Tôi bị phạt {o.money} theo {o.decision} ngày {o.date}, bắt dỡ {o.building}.",
      ],
      [
        "Công trình này được dựng từ năm {o.year}, khi đó cán bộ địa chính là ông {o.man} đã kiểm tra và không lập biên bản.",
        "Cái này tôi dựng từ {o.year}, ông {o.man} địa chính ra xem còn gật đầu.",
      ],
      [
        "Các hộ bên cạnh xây dựng tương tự đều không bị xử lý.",
        "Mấy nhà bên cũng y như thế mà có ai bị phạt đâu.",
      ],
      [
        "Thửa đất tôi sử dụng là {o.lot}, đã nộp hồ sơ xin chuyển mục đích nhưng chưa được trả lời.",
        "Đất là {o.lot}, tôi xin chuyển mục đích rồi mà họ im.",
      ],
    ],
    asks: [
      [
        "Đề nghị tạm dừng cưỡng chế và xem xét lại quyết định xử phạt.",
        "Xin đừng phá vội, xem lại giúp cái quyết định phạt.",
      ],
    ],
    summary: [
      "Khiếu nại {o.decision} phạt {o.money}, buộc tháo dỡ {o.building} trên {o.lot}; cho rằng các hộ khác không bị xử lý.",
      "Xin tạm hoãn cưỡng chế {o.building} dựng từ {o.year}, cán bộ địa chính cũ ông {o.man} không lập biên bản.",
    ],
  },
];
