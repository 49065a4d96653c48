import type { Location } from "@portico/contract";
import type { Language } from "./matter.js";
import type { Name } from "./names.js";
import type { Random } from "./random.js";

interface District extends Name {
  latitude: number;
  longitude: number;
  streets: readonly Name[];
}

const named = (text: string): Name[] =>
  text.split(",").map((pair) => {
    const [zh = "", en = ""] = pair.trim().split(":");
    return { zh, en };
  });

// Jianghai is invented; its coordinates lie on a real coast so that maps show something.
const districts: readonly District[] = [
  {
    zh: "城东区",
    en: "Chengdong",
    latitude: 30.662,
    longitude: 121.052,
    streets: named(
      "乔江路:Qiaojiang Road, 东门大街:Dongmen Street, 解放路:Jiefang Road, 纺工路:Fanggong Road",
    ),
  },
  {
    zh: "望江区",
    en: "Wangjiang",
    latitude: 30.648,
    longitude: 121.014,
    streets: named(
      "滨江大道:Riverside Avenue, 渡船巷:Duchuan Lane, 海通大道:Haitong Avenue, 盐仓路:Yancang Road",
    ),
  },
  {
    zh: "北塘区",
    en: "Beitang",
    latitude: 30.701,
    longitude: 121.028,
    streets: named("北塘路:Beitang Road, 工农路:Gongnong Road, 机电路:Jidian Road, 石桥街:Shiqiao Street"),
  },
  {
    zh: "南浦区",
    en: "Nanpu",
    latitude: 30.622,
    longitude: 121.038,
    streets: named("南浦大道:Nanpu Avenue, 桃园路:Taoyuan Road, 书院街:Shuyuan Street, 文澜路:Wenlan Road"),
  },
  {
    zh: "云栖新区",
    en: "Yunqi New District",
    latitude: 30.676,
    longitude: 120.982,
    streets: named("柳荫里:Liuyin Lane, 云栖大道:Yunqi Avenue, 科创路:Kechuang Road, 会展路:Expo Road"),
  },
];

const estates = named(
  "桂花苑:Osmanthus Court, 锦绣里:Jinxiu Court, 河滨花园:Riverside Gardens, 春申家园:Chunshen Homes, 梧桐小区:Wutong Estate, 望湖公寓:Lakeview Apartments, 新安坊:Xin'an Lane Houses, 翠苑二村:Cuiyuan Estate No. 2",
);

export interface Place {
  district: Name;
  street: Name;
  house: number;
  estate: Name;
  latitude: number;
  longitude: number;
}

export function place(random: Random): Place {
  const district = random.pick(districts);
  return {
    district,
    street: random.pick(district.streets),
    house: random.integer(2, 480),
    estate: random.pick(estates),
    latitude: Math.round((district.latitude + 0.009 * random.normal()) * 1e5) / 1e5,
    longitude: Math.round((district.longitude + 0.011 * random.normal()) * 1e5) / 1e5,
  };
}

export const homeAddress = (random: Random, at: Place, language: Language): string => {
  const [block, unit, floor] = [random.integer(1, 28), random.integer(1, 3), random.integer(1, 18)];
  return language === "en"
    ? `Room ${floor}0${unit}, Building ${block}, ${at.estate.en}, ${at.house} ${at.street.en}, ${at.district.en}, Jianghai`
    : `江海市${at.district.zh}${at.street.zh}${at.house}号${at.estate.zh}${block}幢${unit}单元${floor}0${unit}室`;
};

export const streetAddress = (at: Place, language: Language): string =>
  language === "en"
    ? `${at.house} ${at.street.en}, ${at.district.en}, Jianghai`
    : `江海市${at.district.zh}${at.street.zh}${at.house}号`;

export const location = (at: Place, language: Language): Location => ({
  address: streetAddress(at, language),
  latitude: at.latitude,
  longitude: at.longitude,
});
