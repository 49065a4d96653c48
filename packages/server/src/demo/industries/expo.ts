import { type DemoIndustry, staffOf } from "../industry.js";
import { expoMatters } from "./expo-matters.js";

const staff = staffOf("expo");

export const expo: DemoIndustry = {
  id: "expo",
  frontDesk: "expo-exhibitors",
  units: [
    {
      id: "expo-exhibitors",
      labels: { en: "Exhibitor Services", "zh-Hans": "参展商服务部", "zh-Hant": "參展商服務部" },
    },
    {
      id: "expo-halls",
      labels: { en: "Hall Operations", "zh-Hans": "展馆运营部", "zh-Hant": "展館營運部" },
    },
    {
      id: "expo-visitors",
      labels: { en: "Visitor Services", "zh-Hans": "观众服务部", "zh-Hant": "觀眾服務部" },
    },
    {
      id: "expo-partners",
      labels: { en: "Partners and Sponsors", "zh-Hans": "招商合作部", "zh-Hant": "招商合作部" },
    },
  ],
  staff: [
    staff("ye", "叶承志", "Ye Chengzhi", "展商关系经理", "manager", "expo-exhibitors"),
    staff("xu", "许曼宁", "Xu Manning", "项目总监", "manager", "expo-partners"),
    staff("dong", "董晓", "Dong Xiao", "展商客服", "agent", "expo-exhibitors"),
    staff("hartmann", "Lena Hartmann", "Lena Hartmann", "海外展商客服", "agent", "expo-exhibitors"),
    staff("bai", "白桦", "Bai Hua", "馆长", "agent", "expo-halls"),
    staff("geng", "耿立", "Geng Li", "值班电工", "agent", "expo-halls"),
    staff("luo", "骆安琪", "Luo Anqi", "物流协调", "agent", "expo-halls"),
    staff("mao", "毛小满", "Mao Xiaoman", "观众服务", "agent", "expo-visitors"),
    staff("yu", "俞清扬", "Yu Qingyang", "观众服务", "agent", "expo-visitors"),
    staff("cheng", "成瑾", "Cheng Jin", "买家对接", "agent", "expo-partners"),
  ],
  classes: [
    {
      kind: "organization",
      count: 118,
      segment: "exhibitor",
      tiers: [
        ["C", 45],
        ["B", 35],
        ["A", 15],
        ["key", 5],
      ],
      western: 0.4,
      managed: true,
      trades: [
        { zh: "机器人", en: "Robotics", branch: "manufacturing" },
        { zh: "激光装备", en: "Laser Systems", branch: "manufacturing" },
        { zh: "智能仓储", en: "Intralogistics", branch: "manufacturing" },
        { zh: "传感技术", en: "Sensors", branch: "manufacturing" },
        { zh: "工业软件", en: "Industrial Software", branch: "services" },
        { zh: "液压元件", en: "Hydraulics", branch: "manufacturing" },
      ],
    },
    {
      kind: "person",
      count: 36,
      segment: "visitor",
      tiers: [
        ["standard", 90],
        ["vip", 10],
      ],
      western: 0.3,
    },
    {
      kind: "organization",
      count: 22,
      segment: "distributor",
      tiers: [
        ["B", 60],
        ["C", 40],
      ],
      western: 0.3,
      trades: [
        { zh: "机电贸易", en: "Machinery Trading", branch: "trade" },
        { zh: "自动化系统集成", en: "Automation Integration", branch: "services" },
      ],
    },
    {
      kind: "organization",
      count: 14,
      segment: "partner",
      tiers: [
        ["A", 50],
        ["key", 50],
      ],
      managed: true,
      trades: [
        { zh: "展览工程", en: "Stand Construction", branch: "services" },
        { zh: "国际货运", en: "Freight Forwarding", branch: "services" },
        { zh: "产业传媒", en: "Trade Media", branch: "services" },
      ],
    },
  ],
  groups: 4,
  personas: [
    {
      id: "demo-expo-yunfan",
      name: "江海云帆机器人有限公司",
      alternateName: { language: "en", name: "Jianghai Yunfan Robotics Co., Ltd." },
      kind: "organization",
      language: "zh-Hans",
      segment: "exhibitor",
      tier: "key",
      customFields: { booth: "3B17", hall: 3, editions: 6 },
      requests: [
        { id: "demo-expo-yunfan-power", category: "boothPower", hoursAgo: 0.6, until: "inHand" },
        { id: "demo-expo-yunfan-logistics", category: "logistics", hoursAgo: 100, until: "answered" },
        { id: "demo-expo-yunfan-matching", category: "matching", hoursAgo: 4100, until: "rated" },
      ],
    },
    {
      id: "demo-expo-nordvik",
      name: "Nordvik Laser Systems AB",
      alternateName: { language: "zh-Hans", name: "诺德维克激光装备" },
      kind: "organization",
      language: "en",
      segment: "exhibitor",
      tier: "A",
      customFields: { booth: "5A02", hall: 5, editions: 3 },
      requests: [
        { id: "demo-expo-nordvik-customs", category: "logistics", hoursAgo: 40, until: "waitingForCustomer" },
        { id: "demo-expo-nordvik-booth", category: "booth", hoursAgo: 760, until: "closed" },
        { id: "demo-expo-nordvik-noise", category: "noise", hoursAgo: 4150, until: "rated" },
      ],
    },
    {
      id: "demo-expo-moreau",
      name: "Clara Moreau",
      kind: "person",
      language: "en",
      segment: "visitor",
      tier: "vip",
      requests: [
        { id: "demo-expo-moreau-badge", category: "visitorRegistration", hoursAgo: 9, until: "received" },
      ],
    },
    {
      id: "demo-expo-langke-group",
      name: "南浦朗科源集团有限公司",
      alternateName: { language: "en", name: "Nanpu Langkeyuan Group" },
      kind: "group",
      language: "zh-Hans",
      segment: "partner",
      tier: "key",
      requests: [],
    },
    {
      id: "demo-expo-langke-media",
      name: "南浦朗科源产业传媒有限公司",
      alternateName: { language: "en", name: "Nanpu Langkeyuan Trade Media Co., Ltd." },
      kind: "organization",
      language: "zh-Hans",
      segment: "partner",
      tier: "A",
      parentId: "demo-expo-langke-group",
      requests: [
        { id: "demo-expo-langke-media-forum", category: "nextEdition", hoursAgo: 130, until: "urged" },
      ],
    },
  ],
  matters: expoMatters,
  languages: [
    ["zh-Hans", 62],
    ["zh-Hant", 6],
    ["en", 32],
  ],
  seasons: [0.6, 0.7, 1.7, 1, 0.7, 0.7, 0.7, 1, 1.9, 1.1, 0.8, 0.6],
  alsoAsked: "ces",
  indices: [
    {
      id: "demo-expo-ces",
      metric: "ces",
      labels: { en: "Ease of getting help", "zh-Hans": "办事便捷度", "zh-Hant": "辦事便捷度" },
      definition: {
        en: "Mean agreement, from 1 to 7, with “The organiser made it easy to solve my issue”.",
        "zh-Hans": "对“主办方让我轻松解决了问题”的认同程度平均分（1 至 7 分）。",
        "zh-Hant": "對「主辦方讓我輕鬆解決了問題」的認同程度平均分（1 至 7 分）。",
      },
      industry: "expo",
      target: 5.8,
      minimumSample: 30,
      public: true,
    },
    {
      id: "demo-expo-csat",
      metric: "csat",
      labels: { en: "Satisfaction with our service", "zh-Hans": "服务满意度", "zh-Hant": "服務滿意度" },
      definition: {
        en: "Share of exhibitors and visitors who gave 4 or 5 of 5 after their request was settled.",
        "zh-Hans": "诉求办结后评分为 4 分或 5 分（满分 5 分）的展商与观众占比。",
        "zh-Hant": "訴求辦結後評分為 4 分或 5 分（滿分 5 分）的展商與觀眾占比。",
      },
      industry: "expo",
      target: 88,
      minimumSample: 30,
      public: true,
    },
  ],
};
