/** What letters say around their matter. Each passage: first formal, then as people talk. */

export const recipients = [
  "Kính gửi: Ủy ban nhân dân tỉnh Sơn Hà",
  "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Sơn Hà",
  "Kính gửi: Thường trực Tỉnh ủy, Văn phòng Tỉnh ủy Sơn Hà",
  "Kính gửi: Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Sơn Hà",
  "Kính gửi: Ban Tiếp công dân tỉnh; Thanh tra tỉnh",
  "Kính gửi: - Bí thư Tỉnh ủy;\n- Chủ tịch UBND tỉnh;\n- Các cơ quan báo chí",
];

export const headings = [
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
  "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\n----------",
];

export const introductions = {
  formal: [
    "Tôi tên là {name}, sinh năm {born}, thường trú tại {address}. Tôi xin trình bày sự việc như sau:",
    "Tên tôi là {name}, hiện ở {address}. Tôi làm đơn này kính trình quý cơ quan xem xét nội dung sau.",
    "Tôi là {name}, số căn cước {id}, điện thoại {phone}, nơi ở {address}, xin kính trình bày:",
  ],
  angry: [
    "Tôi là {name}, nông dân ở {hamlet}, ức quá mới phải cầm bút.",
    "Tôi {name} đây, {age} tuổi đầu, nói thật lòng chứ không thêm bớt.",
    "Thưa các ông các bà trên tỉnh, tôi là {name} ở {address}.",
  ],
  text: [
    "alo cho e phản ánh cái này ạ",
    "chào anh chị, em là {name} ở {hamlet}",
    "Cho tôi hỏi và phản ánh với:",
    "",
  ],
};

export const closings = {
  formal: [
    "Tôi cam đoan nội dung trên là đúng sự thật và chịu trách nhiệm trước pháp luật. Tôi xin trân trọng cảm ơn.",
    "Kính mong quý cơ quan quan tâm xem xét, giải quyết. Xin chân thành cảm ơn!\nNgười làm đơn\n{name}",
    "Rất mong nhận được sự quan tâm của các cấp lãnh đạo. Tôi xin trân trọng cảm ơn.",
  ],
  angry: [
    "Trên mà không xem thì dân biết kêu ai.",
    "Tôi nói đúng sự thật, sai tôi xin chịu tội. Cảm ơn các ông các bà.",
    "Mong trên soi xét, cứu lấy dân.",
  ],
  text: ["mong ac trả lời sớm ạ", "em cảm ơn", "thanks ạ", ""],
};

export const fillers: readonly (readonly string[])[] = [
  [
    "Trong suốt thời gian qua, gia đình tôi luôn chấp hành nghiêm chủ trương của Đảng, chính sách, pháp luật của Nhà nước và các quy định của địa phương.",
    "Xưa nay nhà tôi nhà nước bảo sao nghe vậy, chưa sai phạm điều gì.",
  ],
  [
    "Tôi đã nhiều lần trực tiếp đến trụ sở phản ánh nhưng chỉ nhận được câu trả lời chung chung, hẹn sẽ báo cáo cấp trên.",
    "Tôi lên xã không biết bao nhiêu bận, toàn nghe câu để báo cáo trên.",
  ],
  [
    "Sự việc kéo dài làm ảnh hưởng nghiêm trọng đến đời sống, sức khỏe và tinh thần của các thành viên trong gia đình tôi.",
    "Chuyện dây dưa mãi, cả nhà ăn không ngon ngủ không yên.",
  ],
  [
    "Căn cứ Hiến pháp và pháp luật hiện hành, công dân có quyền khiếu nại, tố cáo, kiến nghị, phản ánh với cơ quan, tổ chức, cá nhân có thẩm quyền.",
    "Tôi ít chữ nhưng cũng biết dân có quyền kêu lên trên.",
  ],
  [
    "Hoàn cảnh gia đình tôi rất khó khăn, bố mẹ già yếu, con còn nhỏ, kinh tế trông chờ vào lao động chân tay.",
    "Nhà tôi nghèo, trên có cha già dưới có con thơ, chạy ăn từng bữa.",
  ],
  [
    "Theo quy định của pháp luật, cơ quan có thẩm quyền phải thụ lý, xác minh và trả lời bằng văn bản cho người dân trong thời hạn.",
    "Luật bảo phải trả lời dân bằng giấy trắng mực đen, mà tôi chờ mãi có thấy gì.",
  ],
  [
    "Tôi rất tin tưởng vào sự lãnh đạo sáng suốt, công tâm của các cấp chính quyền và mong sự việc được giải quyết thấu tình đạt lý.",
    "Tôi vẫn tin trên có đèn trời soi xét.",
  ],
  [
    "Kèm theo đơn này là bản sao các giấy tờ, hình ảnh có liên quan; tôi sẵn sàng cung cấp bản chính khi được yêu cầu.",
    "Giấy tờ, ảnh chụp tôi để cả đây, ai cần tôi đưa.",
  ],
  [
    "Nhiều người dân trong khu vực cũng biết rõ sự việc và sẵn sàng làm chứng khi cơ quan chức năng xác minh.",
    "Bà con chòm xóm ai cũng biết, cứ hỏi là rõ.",
  ],
  [
    "Tôi cũng đã tìm hiểu qua báo đài, được biết Nhà nước đang đẩy mạnh tiếp công dân và xử lý dứt điểm các vụ việc tồn đọng.",
    "Nghe đài báo nói dạo này trên chịu khó tiếp dân nên tôi mới dám viết.",
  ],
  [
    "Việc làm nói trên gây mất đoàn kết trong nhân dân, làm giảm lòng tin vào cán bộ cơ sở.",
    "Cứ thế này thì dân còn tin ai nữa.",
  ],
  [
    "Sau khi sáp nhập đơn vị hành chính, hồ sơ chuyển từ nơi này sang nơi khác, mỗi nơi trả lời một cách khiến người dân rất lúng túng.",
    "Từ ngày nhập xã, hỏi chỗ cũ thì chỉ sang chỗ mới, chỗ mới lại chỉ về chỗ cũ.",
  ],
  [
    "Tôi tuổi đã cao, đi lại khó khăn, không am hiểu pháp luật nên trình bày có gì chưa đúng mong được lượng thứ.",
    "Tôi già rồi, chữ nghĩa không đẹp, có gì các anh bỏ quá cho.",
  ],
  [
    "Mong cơ quan cử cán bộ về tận nơi kiểm tra thực tế, lắng nghe ý kiến của người dân, tránh chỉ nghe báo cáo một chiều.",
    "Cứ về tận nơi mà xem, đừng ngồi nghe báo cáo.",
  ],
];

/** Longer asides that only some letters have. */
export const additions = [
  "Ngoài nội dung trên, tôi xin kể thêm để các cấp hiểu rõ: từ khi sự việc xảy ra, con cái tôi ở xa cũng phải bỏ việc về lo liệu, tốn kém tàu xe, trong khi mùa màng dang dở không ai trông nom.",
  "Hôm kia có hai người lạ mặt đi xe máy tới cổng hỏi tôi có phải người viết đơn không, tôi sợ nên không mở cửa. Tôi mong chính quyền bảo đảm an toàn cho người viết đơn.",
  "Tôi xin nói thêm là trong cuộc tiếp xúc cử tri vừa rồi tôi đã giơ tay phát biểu nhưng hết giờ, người điều hành bảo ghi ra giấy, nên tôi viết ra đây cho đủ ý.",
  "Về giấy tờ, bản gốc tôi đang giữ tại nhà; bản sao có chứng thực tôi nộp cùng đơn này gồm sổ hộ khẩu cũ, biên lai, ảnh chụp hiện trạng và lời khai của hàng xóm.",
  "Luật sư tôi hỏi qua điện thoại có khuyên khởi kiện ra tòa, song tôi thiết nghĩ việc này chính quyền giải quyết được, kiện cáo mất tình làng nghĩa xóm lại tốn kém.",
  "Vợ chồng tôi làm lụng cả đời, dành dụm từng đồng, chưa bao giờ phải đến cửa quan. Lần này cực chẳng đã mới phải viết, đêm nằm nghĩ mà chảy nước mắt.",
];

export const reminders = [
  "Đơn này tôi đã gửi cách đây hơn một tháng nhưng đến nay chưa nhận được bất kỳ văn bản trả lời nào. Tôi xin gửi lại lần thứ hai, kính mong được quan tâm.",
  "Tháng trước tôi đã gửi một lá đơn y như thế này mà không thấy ai hồi âm, nay gửi lại để các ông các bà nhớ cho.",
  "Tiếp theo đơn đã gửi, do quá thời hạn mà không được thông báo thụ lý, tôi tiếp tục gửi đơn đề nghị xem xét.",
  "em gửi tin này lần 2 rồi, lần trước hơn tháng nay ko thấy trả lời",
];

/** Words that say the same; each line may be swapped for any other of the line. */
export const synonyms: readonly (readonly string[])[] = [
  ["gia đình tôi", "nhà tôi", "gia đình chúng tôi"],
  ["đề nghị", "kính mong", "yêu cầu"],
  ["bồi thường", "đền bù"],
  ["giấy chứng nhận quyền sử dụng đất", "sổ đỏ", "bìa đỏ"],
  ["hiện nay", "bây giờ", "lúc này"],
  ["không trả lời", "không phản hồi"],
  ["kiểm tra", "xem xét", "rà soát"],
  ["xử lý", "giải quyết"],
  ["nhiều lần", "không ít lần", "bao lần"],
  ["thu nhập", "nguồn sống"],
  ["thiệt hại", "tổn thất", "mất mát"],
  ["xây dựng", "xây cất"],
  ["yêu cầu", "đòi", "bắt"],
  ["xuất hiện", "hiện ra"],
  ["người dân", "bà con", "nhân dân"],
  ["khó khăn", "vất vả", "khốn khó"],
  ["ban hành", "ra"],
  ["thông báo", "báo"],
  ["trẻ em", "trẻ nhỏ", "các cháu"],
  ["sử dụng", "dùng"],
  ["hoàn trả", "trả lại"],
  ["bán hàng", "buôn bán"],
  ["khiến", "làm cho"],
  ["tôi", "chúng tôi"],
  ["đến nay", "tới giờ", "cho tới hôm nay"],
  ["hứa", "cam kết", "hẹn"],
  ["không biết", "chẳng rõ"],
  ["trả lời", "phản hồi", "đáp"],
  ["sự việc", "vụ việc", "chuyện này"],
  ["rất", "hết sức", "vô cùng"],
  ["luôn", "bao giờ cũng"],
  ["nộp", "đóng"],
  ["khám chữa bệnh", "chạy chữa"],
  ["xin cho", "mong cho", "nhờ cho"],
  ["chẳng", "không"],
  ["hỏng", "hư"],
  ["chưa có", "vẫn không có"],
  ["nhiều", "lắm"],
  ["quát mắng", "quát tháo", "nặng lời"],
  ["gây", "tạo ra"],
  ["dân", "người dân"],
  ["bảo", "nói"],
  ["mất", "thiệt"],
];
