import type { Random } from "@/bench/lib/random";

/** A commune after 1 July 2025 with one of the communes it was made of. */
export type Place = {
  hamlet: string;
  street: string;
  commune: string;
  province: string;
  oldCommune: string;
  oldDistrict: string;
  oldProvince: string;
};

const province = "tỉnh Sơn Hà";

const communes: readonly { now: string; district: string; province: string; before: readonly string[] }[] = [
  {
    now: "xã Đồng Lạc",
    district: "huyện Yên Tường",
    province: "tỉnh Hà Lương",
    before: ["xã Đồng Lạc", "xã Thạch Cầu", "xã Vân Trì"],
  },
  {
    now: "xã Bình Khê",
    district: "huyện Yên Tường",
    province: "tỉnh Hà Lương",
    before: ["xã Khê Trung", "xã Bình Nguyên"],
  },
  {
    now: "xã Mường Sang",
    district: "huyện Nậm Khe",
    province: "tỉnh Sơn Bồng",
    before: ["xã Nà Pheo", "xã Mường Sang", "xã Pú Lầu"],
  },
  {
    now: "phường Kim Đài",
    district: "thành phố Hà Lương",
    province: "tỉnh Hà Lương",
    before: ["phường Kim Đài", "phường Cửa Bắc", "xã Tân Đài"],
  },
  {
    now: "phường An Lộc Đông",
    district: "thị xã An Lộc",
    province: "tỉnh Sơn Bồng",
    before: ["phường Đông Thành", "phường Bến Gỗ"],
  },
  {
    now: "xã Phú Vang Thượng",
    district: "huyện Cẩm Giàng Tây",
    province: "tỉnh Sơn Bồng",
    before: ["xã Phú Vang", "xã Tường Thượng", "thị trấn Gò Sim"],
  },
  {
    now: "xã Hòa Thuận Nam",
    district: "huyện Long Điền Hạ",
    province: "tỉnh Hà Lương",
    before: ["xã Hòa Thuận", "xã Nam Cường"],
  },
  {
    now: "xã Trà Vân",
    district: "huyện Long Điền Hạ",
    province: "tỉnh Hà Lương",
    before: ["xã Trà Mai", "xã Vân Hội"],
  },
  {
    now: "xã Ea Bông",
    district: "huyện Krông Lưu",
    province: "tỉnh Sơn Bồng",
    before: ["xã Ea Bông", "xã Cư Mlan"],
  },
  {
    now: "phường Hồng Phong Bắc",
    district: "thành phố Hà Lương",
    province: "tỉnh Hà Lương",
    before: ["phường Hồng Phong", "xã Quang Lãng"],
  },
];

const hamlets = [
  "thôn Đông",
  "thôn Thượng",
  "thôn Cầu Mây",
  "xóm 5",
  "xóm Đình",
  "xóm Trại",
  "khu 3",
  "khu 7B",
  "ấp Phú Lợi",
  "ấp Bàu Sen",
  "bản Nà Lốc",
  "bản Khe Vai",
  "thôn Tân Tiến 2",
  "buôn Hring",
  "thôn Gò Dưa",
  "xóm Mới",
];
const quarters = [
  "tổ dân phố số 7",
  "tổ dân phố 12",
  "khu phố Bờ Hồ",
  "tổ 4",
  "khu phố 3",
  "tổ dân phố Bến Đò",
];
const streets = [
  "đường Hoa Sen",
  "đường Bờ Hồ",
  "ngõ 42 đường Cửa Bắc",
  "đường Kênh Đào",
  "ngách 8/15 phố Chợ Gạo",
  "phố Lò Rèn",
];

export function drawPlace(random: Random): Place {
  const commune = random.pick(communes);
  const town = commune.now.startsWith("phường");
  return {
    hamlet: random.pick(town ? quarters : hamlets),
    street: town ? random.pick(streets) : "",
    commune: commune.now,
    province,
    oldCommune: random.pick(commune.before),
    oldDistrict: commune.district,
    oldProvince: commune.province,
  };
}

export type AddressManner = {
  old: boolean;
  house: boolean;
  province: boolean;
  short: boolean;
  dashes: boolean;
  /** The old names in brackets after the new ones. */
  formerly: boolean;
};

export function drawAddressManner(random: Random): AddressManner {
  return {
    old: random.chance(0.3),
    house: random.chance(0.6),
    province: random.chance(0.65),
    short: random.chance(0.25),
    dashes: random.chance(0.2),
    formerly: random.chance(0.1),
  };
}

function shortened(part: string): string {
  return part
    .replace(/^xã /, "X. ")
    .replace(/^phường /, "P. ")
    .replace(/^huyện /, "H. ")
    .replace(/^thị xã /, "TX. ")
    .replace(/^thị trấn /, "TT. ")
    .replace(/^thành phố /, "TP. ")
    .replace(/^tỉnh /, "T. ")
    .replace(/^tổ dân phố (số )?/, "TDP ");
}

export function address(place: Place, house: string, manner: AddressManner): string {
  const parts: string[] = [];
  if (manner.house && house) parts.push(place.street ? `số ${house} ${place.street}` : `số nhà ${house}`);
  else if (place.street && manner.province) parts.push(place.street);
  parts.push(place.hamlet);
  if (manner.old) {
    parts.push(place.oldCommune, place.oldDistrict);
    if (manner.province) parts.push(place.oldProvince);
  } else {
    parts.push(
      manner.formerly ? `${place.commune} (${place.oldCommune}, ${place.oldDistrict} cũ)` : place.commune,
    );
    if (manner.province) parts.push(place.province);
  }
  return (manner.short ? parts.map(shortened) : parts).join(manner.dashes ? " - " : ", ");
}
