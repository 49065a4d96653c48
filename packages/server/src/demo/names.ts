import type { Random } from "./random.js";

/** A name in Chinese and as it is written in English. */
export interface Name {
  zh: string;
  en: string;
}

const pairs = (text: string): [string, string][] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(":") as [string, string]);

const surnames = pairs(`
  王:Wang 李:Li 张:Zhang 刘:Liu 陈:Chen 杨:Yang 黄:Huang 赵:Zhao 吴:Wu 周:Zhou 徐:Xu 孙:Sun 马:Ma 朱:Zhu 胡:Hu 郭:Guo
  何:He 林:Lin 高:Gao 罗:Luo 郑:Zheng 梁:Liang 谢:Xie 宋:Song 唐:Tang 许:Xu 韩:Han 邓:Deng 冯:Feng 曹:Cao 彭:Peng 曾:Zeng
  萧:Xiao 田:Tian 董:Dong 潘:Pan 袁:Yuan 蔡:Cai 蒋:Jiang 余:Yu 于:Yu 杜:Du 叶:Ye 程:Cheng 魏:Wei 苏:Su 吕:Lü 丁:Ding
  任:Ren 卢:Lu 姚:Yao 沈:Shen 钟:Zhong 姜:Jiang 崔:Cui 谭:Tan 陆:Lu 范:Fan 汪:Wang 廖:Liao 石:Shi 金:Jin 欧阳:Ouyang`);

const givenNames = pairs(`
  秀兰:Xiulan 桂英:Guiying 淑珍:Shuzhen 玉梅:Yumei 凤琴:Fengqin 惠芳:Huifang 国强:Guoqiang 志明:Zhiming 永福:Yongfu
  德胜:Desheng 建军:Jianjun 卫东:Weidong 丽华:Lihua 红梅:Hongmei 春燕:Chunyan 海燕:Haiyan 晓东:Xiaodong 文斌:Wenbin
  志刚:Zhigang 立新:Lixin 少华:Shaohua 振宇:Zhenyu 佳慧:Jiahui 思远:Siyuan 雨桐:Yutong 子涵:Zihan 浩然:Haoran
  宇轩:Yuxuan 欣怡:Xinyi 梓萱:Zixuan 诗涵:Shihan 俊杰:Junjie 嘉豪:Jiahao 晨曦:Chenxi 若曦:Ruoxi 天佑:Tianyou
  静怡:Jingyi 雪莹:Xueying 明哲:Mingzhe 泽宇:Zeyu 可欣:Kexin 沐阳:Muyang 景行:Jingxing 望舒:Wangshu 承志:Chengzhi
  安然:Anran 书瑶:Shuyao 乐天:Letian 慧敏:Huimin 玉珍:Yuzhen 世昌:Shichang 启航:Qihang 家骏:Jiajun 美玲:Meiling
  淑芬:Shufen 雅婷:Yating 志豪:Zhihao 冠宇:Guanyu 宗翰:Zonghan 怡君:Yijun 佩珊:Peishan 伟伦:Weilun 国栋:Guodong
  长青:Changqing 云飞:Yunfei 海涛:Haitao 新民:Xinmin 爱莲:Ailian 巧云:Qiaoyun 素芳:Sufang 桂香:Guixiang 树林:Shulin`);

const westernFirst =
  `Emily James Olivia Thomas Hannah Daniel Sophie Martin Clara Peter Laura Simon Nina Oliver Ingrid Marco
  Elena Lucas Amelia Henrik Julia Victor Freya Adrian Paula Stefan Irene Hugo Alice Edmund`.split(/\s+/);
const westernLast =
  `Carter Whitfield Brandt Lindqvist Moreau Rossi Hartley Novak Keller Ashworth Jansen Petrov Fournier
  Holloway Bergmann Costa Fielding Vogel Marchetti Langley Sørensen Okafor Delgado Thornbury Kessler Wren Albrecht Pryce`.split(
    /\s+/,
  );

export function chinesePerson(random: Random): Name {
  const [surname, surnameEn] = random.pick(surnames);
  const [given, givenEn] = random.pick(givenNames);
  return { zh: surname + given, en: `${surnameEn} ${givenEn}` };
}

export const westernPerson = (random: Random): string =>
  `${random.pick(westernFirst)} ${random.pick(westernLast)}`;

const regions = pairs(
  "江海:Jianghai 临港:Lingang 望江:Wangjiang 云栖:Yunqi 北塘:Beitang 南浦:Nanpu 东渚:Dongzhu",
);
const brands = pairs(`
  恒远:Hengyuan 盛联:Shenglian 启岳:Qiyue 瑞泽:Ruize 德润:Derun 博衡:Boheng 天穗:Tiansui 新泓:Xinhong 合颂:Hesong
  长汀:Changting 凌川:Lingchuan 嘉禾年:Jiahenian 明朔:Mingshuo 万澄:Wancheng 鸿牧:Hongmu 金桐:Jintong 远桥:Yuanqiao
  润棠:Runtang 晟铭:Shengming 海岚:Hailan 清和源:Qingheyuan 百川汇:Baichuanhui 华棣:Huadi 宏砺:Hongli 安屿:Anyu
  信榕:Xinrong 中梧:Zhongwu 同舟行:Tongzhouxing 昱辰:Yuchen 骏拓:Juntuo 朗科源:Langkeyuan 森和:Senhe 立峤:Liqiao`);

export interface Trade extends Name {
  /** Its broader branch, for risk and life-cycle of an industry. */
  branch: "manufacturing" | "trade" | "services" | "public" | "food";
}

/** The region and brand that a group of firms share. */
export interface House {
  region: Name;
  brand: Name;
}

export function house(random: Random): House {
  const [region, regionEn] = random.pick(regions);
  const [brand, brandEn] = random.pick(brands);
  return { region: { zh: region, en: regionEn }, brand: { zh: brand, en: brandEn } };
}

/** `江海恒远精密机械有限公司`, `Jianghai Hengyuan Precision Machinery Co., Ltd.` */
export const firm = ({ region, brand }: House, trade: Name): Name => ({
  zh: `${region.zh}${brand.zh}${trade.zh}有限公司`,
  en: `${region.en} ${brand.en} ${trade.en} Co., Ltd.`,
});

export const group = ({ region, brand }: House): Name => ({
  zh: `${region.zh}${brand.zh}集团有限公司`,
  en: `${region.en} ${brand.en} Group`,
});

const westernBrands =
  `Nordvik Halvorsen Brackwell Ostara Vantory Kestrelmark Lumenor Arbeck Solvane Tarnfeld Quillon
  Merrowby Aldervane Fjordane Castellor Rivenhall Ondrasek Pellworth Tindrel Graufels Ellerstad Corvane Maristel Hexbury
  Blenford Ravnsø Thalric Wexmoor Ysandre Zellmark Driesen Umberfold`.split(/\s+/);

export const westernFirm = (random: Random, trade: string): string =>
  `${random.pick(westernBrands)} ${trade} ${random.pick(["GmbH", "Ltd", "Inc.", "B.V.", "S.r.l.", "AB", "ApS", "SAS"])}`;
