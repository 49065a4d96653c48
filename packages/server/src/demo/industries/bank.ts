import { type DemoIndustry, staffOf } from "../industry.js";
import { bankMatters } from "./bank-matters.js";

const staff = staffOf("bank");

export const bank: DemoIndustry = {
  id: "bank",
  frontDesk: "bank-contact",
  units: [
    {
      id: "bank-lakeside",
      labels: {
        en: "Lakeside Private Banking",
        "zh-Hans": "湖畔私人银行中心",
        "zh-Hant": "湖畔私人銀行中心",
      },
    },
    {
      id: "bank-contact",
      labels: { en: "Contact Centre", "zh-Hans": "客户联络中心", "zh-Hant": "客戶聯絡中心" },
    },
    {
      id: "bank-bund",
      labels: { en: "Bund Head Office", "zh-Hans": "总行营业部", "zh-Hant": "總行營業部" },
    },
    {
      id: "bank-harbour",
      labels: {
        en: "Harbour Corporate Centre",
        "zh-Hans": "海港公司业务中心",
        "zh-Hant": "海港企業金融中心",
      },
    },
  ],
  staff: [
    staff("song", "宋静仪", "Song Jingyi", "私人银行客户经理", "manager", "bank-lakeside"),
    staff("gu", "顾明远", "Gu Mingyuan", "公司业务总监", "manager", "bank-harbour"),
    staff("fan", "范思雨", "Fan Siyu", "财富顾问", "agent", "bank-lakeside"),
    staff("meng", "孟晓岚", "Meng Xiaolan", "客户经理", "agent", "bank-lakeside"),
    staff("yin", "尹佳", "Yin Jia", "客服专员", "agent", "bank-contact"),
    staff("pei", "裴子衡", "Pei Ziheng", "客服专员", "agent", "bank-contact"),
    staff("qiu", "邱若兰", "Qiu Ruolan", "客服专员", "agent", "bank-contact"),
    staff("shao", "邵国平", "Shao Guoping", "营业主管", "agent", "bank-bund"),
    staff("wan", "万里晴", "Wan Liqing", "柜员", "agent", "bank-bund"),
    staff("xia", "夏宇航", "Xia Yuhang", "公司客户经理", "agent", "bank-harbour"),
  ],
  classes: [
    {
      kind: "person",
      count: 62,
      segment: "mass",
      tiers: [
        ["standard", 85],
        ["B", 15],
      ],
      western: 0.05,
    },
    {
      kind: "person",
      count: 34,
      segment: "affluent",
      tiers: [
        ["B", 40],
        ["A", 60],
      ],
      western: 0.1,
      managed: true,
    },
    {
      kind: "household",
      count: 16,
      segment: "privateBanking",
      tiers: [["vip", 1]],
      western: 0.1,
      managed: true,
    },
    {
      kind: "organization",
      count: 40,
      segment: "smallBusiness",
      tiers: [
        ["C", 60],
        ["B", 40],
      ],
      trades: [
        { zh: "服饰", en: "Apparel", branch: "manufacturing" },
        { zh: "食品", en: "Foods", branch: "food" },
        { zh: "汽车维修", en: "Car Repair", branch: "services" },
        { zh: "装饰工程", en: "Interior Works", branch: "services" },
        { zh: "五金", en: "Hardware", branch: "trade" },
      ],
    },
    {
      kind: "organization",
      count: 32,
      segment: "corporate",
      tiers: [
        ["key", 40],
        ["A", 60],
      ],
      managed: true,
      trades: [
        { zh: "医药", en: "Pharmaceuticals", branch: "manufacturing" },
        { zh: "国际贸易", en: "International Trade", branch: "trade" },
        { zh: "船舶设备", en: "Marine Equipment", branch: "manufacturing" },
        { zh: "新能源", en: "New Energy", branch: "manufacturing" },
        { zh: "地产", en: "Real Estate", branch: "services" },
      ],
    },
  ],
  groups: 6,
  personas: [
    {
      id: "demo-bank-chen",
      name: "陈望舒",
      alternateName: { language: "en", name: "Chen Wangshu" },
      kind: "person",
      language: "zh-Hans",
      segment: "affluent",
      tier: "A",
      requests: [
        { id: "demo-bank-chen-transfer", category: "transfer", hoursAgo: 5, until: "inHand" },
        { id: "demo-bank-chen-wealth", category: "wealth", hoursAgo: 90, until: "answered" },
        { id: "demo-bank-chen-fees", category: "fees", hoursAgo: 1200, until: "rated" },
      ],
    },
    {
      id: "demo-bank-whitfield",
      name: "Oliver Whitfield",
      alternateName: { language: "zh-Hans", name: "奥利弗·惠特菲尔德" },
      kind: "person",
      language: "en",
      segment: "affluent",
      tier: "A",
      requests: [
        { id: "demo-bank-whitfield-fee", category: "fees", hoursAgo: 70, until: "urged" },
        { id: "demo-bank-whitfield-card", category: "card", hoursAgo: 480, until: "closed" },
      ],
    },
    {
      id: "demo-bank-lin",
      name: "林慕雲家族",
      alternateName: { language: "zh-Hans", name: "林慕云家族" },
      kind: "household",
      language: "zh-Hant",
      segment: "privateBanking",
      tier: "vip",
      requests: [
        { id: "demo-bank-lin-wealth", category: "wealth", hoursAgo: 28, until: "waitingForCustomer" },
        { id: "demo-bank-lin-calls", category: "communication", hoursAgo: 800, until: "rated" },
      ],
    },
    {
      id: "demo-bank-yuanqiao-group",
      name: "江海远桥集团有限公司",
      alternateName: { language: "en", name: "Jianghai Yuanqiao Group" },
      kind: "group",
      language: "zh-Hans",
      segment: "corporate",
      tier: "key",
      requests: [],
    },
    {
      id: "demo-bank-yuanqiao-marine",
      name: "江海远桥船舶设备有限公司",
      alternateName: { language: "en", name: "Jianghai Yuanqiao Marine Equipment Co., Ltd." },
      kind: "organization",
      language: "zh-Hans",
      segment: "corporate",
      tier: "key",
      parentId: "demo-bank-yuanqiao-group",
      customFields: { branch: "bank-harbour", payroll: true },
      requests: [
        { id: "demo-bank-yuanqiao-marine-loan", category: "loan", hoursAgo: 150, until: "held" },
        { id: "demo-bank-yuanqiao-marine-terminal", category: "terminal", hoursAgo: 600, until: "rated" },
      ],
    },
  ],
  matters: bankMatters,
  languages: [
    ["zh-Hans", 78],
    ["zh-Hant", 12],
    ["en", 10],
  ],
  seasons: [1.2, 0.8, 1, 1, 0.9, 1.1, 1, 0.9, 1, 0.9, 1, 1.3],
  alsoAsked: "nps",
  indices: [
    {
      id: "demo-bank-csat",
      metric: "csat",
      labels: { en: "Satisfaction with our service", "zh-Hans": "服务满意度", "zh-Hant": "服務滿意度" },
      definition: {
        en: "Share of customers who gave 4 or 5 of 5 after their matter was closed.",
        "zh-Hans": "事项办结后评分为 4 分或 5 分（满分 5 分）的客户占比。",
        "zh-Hant": "事項辦結後評分為 4 分或 5 分（滿分 5 分）的客戶占比。",
      },
      industry: "bank",
      target: 90,
      minimumSample: 30,
      public: true,
    },
    {
      id: "demo-bank-nps",
      metric: "nps",
      labels: { en: "Net promoter score", "zh-Hans": "净推荐值", "zh-Hant": "淨推薦值" },
      definition: {
        en: "Promoters (9 or 10) less detractors (0 to 6), in points, asked of every customer once in a while.",
        "zh-Hans": "推荐者（9、10 分）占比减去贬损者（0 至 6 分）占比，定期询问每位客户。",
        "zh-Hant": "推薦者（9、10 分）占比減去貶損者（0 至 6 分）占比，定期詢問每位客戶。",
      },
      industry: "bank",
      target: 40,
      minimumSample: 50,
      public: true,
    },
  ],
};
