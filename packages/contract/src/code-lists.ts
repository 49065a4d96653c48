import type { CodeList, CodeListItem } from "./generated/models.js";

/** A word: its code, its labels in English, simplified and traditional Chinese, and the broader word it belongs to. */
type Word = readonly [code: string, en: string, hans: string, hant: string, parent?: string];

/**
 * The words a backend starts from, with the labels that utilities, banks and fairs use. A backend may add to them
 * and serves its own lists at `/v1/code-lists`.
 */
export const codeLists: readonly CodeList[] = [
  list("requestKinds", [
    ["enquiry", "Enquiry", "咨询", "諮詢"],
    ["complaint", "Complaint", "投诉", "投訴"],
    ["fault", "Fault report", "故障报修", "故障報修"],
    ["application", "Service application", "业务申请", "業務申請"],
    ["misconduct", "Report of misconduct", "举报", "舉報"],
    ["suggestion", "Suggestion", "建议", "建議"],
    ["opinion", "Opinion", "意见", "意見"],
    ["praise", "Praise", "表扬", "表揚"],
  ]),
  list("channels", [
    ["web", "Web", "网站", "網站"],
    ["phone", "Telephone", "电话", "電話"],
    ["email", "E-mail", "电子邮件", "電子郵件"],
    ["sms", "Text message", "短信", "簡訊"],
    ["fax", "Fax", "传真", "傳真"],
    ["counter", "Counter", "营业厅", "營業廳"],
    ["field", "On site", "现场", "現場"],
    ["chat", "Chat", "在线客服", "線上客服"],
  ]),
  list("requestStates", [
    ["acknowledged", "Received", "已受理", "已受理"],
    ["inProgress", "In progress", "处理中", "處理中"],
    ["pending", "Waiting for information", "待补充信息", "待補充資料"],
    ["held", "On hold", "已挂起", "已擱置"],
    ["resolved", "Resolved", "已办结", "已辦結"],
    ["closed", "Closed", "已关闭", "已關閉"],
    ["rejected", "Refused", "不予受理", "不予受理"],
    ["cancelled", "Withdrawn", "已撤销", "已撤銷"],
  ]),
  list("requestStatuses", [
    ["received", "Received", "已受理", "已受理", "acknowledged"],
    ["dispatched", "Dispatched", "已派单", "已派單", "inProgress"],
    ["onSite", "Crew on site", "人员已到场", "人員已到場", "inProgress"],
    ["inHand", "In hand", "处理中", "處理中", "inProgress"],
    ["waitingForCustomer", "Waiting for the customer", "待客户补充", "待客戶補充", "pending"],
    ["waitingForPart", "Waiting for a part", "待备件到货", "待備品到貨", "held"],
    ["answered", "Answered", "已答复", "已答覆", "resolved"],
    ["callBack", "Call-back due", "待回访", "待回訪", "resolved"],
    ["completed", "Completed", "已归档", "已歸檔", "closed"],
    ["refused", "Refused", "不予受理", "不予受理", "rejected"],
    ["withdrawn", "Withdrawn by the customer", "客户已撤销", "客戶已撤銷", "cancelled"],
  ]),
  list("priorities", [
    ["low", "Low", "低", "低"],
    ["normal", "Normal", "普通", "普通"],
    ["high", "High", "紧急", "緊急"],
    ["critical", "Critical", "特急", "特急"],
  ]),
  list("customerKinds", [
    ["person", "Person", "个人", "個人"],
    ["household", "Household", "家庭", "家庭"],
    ["organization", "Organization", "企业单位", "企業單位"],
    ["group", "Group of companies", "集团客户", "集團客戶"],
  ]),
  list("customerStatuses", [
    ["prospect", "Prospect", "潜在客户", "潛在客戶"],
    ["active", "Active", "活跃客户", "活躍客戶"],
    ["dormant", "Dormant", "休眠客户", "休眠客戶"],
    ["lost", "Lost", "流失客户", "流失客戶"],
  ]),
  list("segments", [
    ["utility", "Utility", "公用事业", "公用事業"],
    ["residential", "Residential", "居民用户", "住宅用戶", "utility"],
    ["commercial", "Commercial", "商业用户", "商業用戶", "utility"],
    ["municipal", "Municipal", "市政用户", "市政用戶", "utility"],
    ["industrial", "Industrial", "工业用户", "工業用戶", "utility"],
    ["largeIndustrial", "Large industrial", "大工业用户", "大型工業用戶", "utility"],
    ["bank", "Bank", "银行", "銀行"],
    ["mass", "Mass market", "大众客户", "大眾客戶", "bank"],
    ["affluent", "Affluent", "财富客户", "財富管理客戶", "bank"],
    ["privateBanking", "Private banking", "私人银行客户", "私人銀行客戶", "bank"],
    ["smallBusiness", "Small business", "小微企业", "小型企業", "bank"],
    ["corporate", "Corporate", "公司客户", "企業金融客戶", "bank"],
    ["expo", "Trade fair", "会展", "會展"],
    ["exhibitor", "Exhibitor", "参展商", "參展商", "expo"],
    ["visitor", "Visitor", "专业观众", "專業觀眾", "expo"],
    ["distributor", "Distributor", "经销商", "經銷商", "expo"],
    ["partner", "Partner", "合作伙伴", "合作夥伴", "expo"],
  ]),
  list("tiers", [
    ["A", "Class A", "A 类客户", "A 類客戶"],
    ["B", "Class B", "B 类客户", "B 類客戶"],
    ["C", "Class C", "C 类客户", "C 類客戶"],
    ["vip", "VIP", "贵宾客户", "貴賓客戶"],
    ["key", "Key account", "重点客户", "重點客戶"],
    ["standard", "Standard", "普通客户", "一般客戶"],
  ]),
  list("valueGrades", [
    ["A", "High value", "高价值", "高價值"],
    ["B", "Medium value", "中等价值", "中等價值"],
    ["C", "Low value", "低价值", "低價值"],
  ]),
  list("riskGrades", [
    ["low", "Low risk", "低风险", "低風險"],
    ["elevated", "Elevated risk", "中风险", "中風險"],
    ["high", "High risk", "高风险", "高風險"],
    ["critical", "Critical risk", "极高风险", "極高風險"],
  ]),
  list("relationGrades", [
    ["normal", "Normal", "正常", "正常"],
    ["watch", "Watch", "关注", "關注"],
    ["doubtful", "Doubtful", "可疑", "可疑"],
    ["exit", "Exit", "退出", "退出"],
  ]),
  list("lifecycleStages", [
    ["initial", "Initial", "初始阶段", "初始階段"],
    ["purchase", "Purchase", "购买阶段", "購買階段"],
    ["consumption", "Consumption", "消费阶段", "消費階段"],
    ["ended", "Ended", "关系终止", "關係終止"],
  ]),
  list("publicOpinionGrades", [
    ["calm", "Calm", "平稳", "平穩"],
    ["attentive", "Attentive", "需留意", "需留意"],
    ["sensitive", "Sensitive", "舆情敏感", "輿情敏感"],
  ]),
  list("assessmentKinds", [
    ["segment", "Segment", "客户分群", "客戶分群"],
    ["tier", "Tier", "客户等级", "客戶等級"],
    ["value", "Value", "客户价值", "客戶價值"],
    ["risk", "Risk", "风险等级", "風險等級"],
    ["publicOpinion", "Public opinion", "舆情等级", "輿情等級"],
    ["relationGrade", "Relation grade", "关系分类", "關係分類"],
    ["lifecycle", "Life-cycle stage", "生命周期阶段", "生命週期階段"],
  ]),
  list("teamRoles", [
    ["relationshipManager", "Relationship manager", "客户经理", "客戶經理"],
    ["deputyManager", "Deputy manager", "备岗客户经理", "代理客戶經理"],
    ["serviceManager", "Service manager", "服务经理", "服務經理"],
    ["technicalContact", "Technical contact", "技术对接人", "技術窗口"],
    ["specialist", "Specialist", "专家顾问", "專家顧問"],
  ]),
  list("principalKinds", [
    ["guest", "Visitor", "访客", "訪客"],
    ["customer", "Customer", "客户", "客戶"],
    ["agent", "Agent", "客服人员", "客服人員"],
    ["manager", "Manager", "主管", "主管"],
    ["service", "System", "系统", "系統"],
  ]),
  list("entryTypes", [
    ["created", "Submitted", "提交", "提交"],
    ["reply", "Reply", "回复", "回覆"],
    ["comment", "Comment", "备注", "備註"],
    ["stateChange", "State changed", "状态变更", "狀態變更"],
    ["assignment", "Assigned", "派单", "派單"],
    ["fieldChange", "Details changed", "信息变更", "資料變更"],
    ["urge", "Urged", "催办", "催辦"],
    ["rating", "Rated", "评价", "評價"],
    ["note", "Note", "记录", "紀錄"],
  ]),
  list("requestActions", [
    ["reply", "Reply", "回复", "回覆"],
    ["urge", "Urge", "催办", "催辦"],
    ["withdraw", "Withdraw", "撤销", "撤銷"],
    ["reopen", "Reopen", "重新打开", "重新開啟"],
    ["rate", "Rate", "评价", "評價"],
    ["update", "Change", "修改", "修改"],
    ["comment", "Comment", "备注", "備註"],
    ["assign", "Assign", "派单", "派單"],
    ["transition", "Change state", "变更状态", "變更狀態"],
  ]),
  list("promiseKinds", [
    ["firstResponse", "First response", "首次响应", "首次回應"],
    ["onSite", "On site", "到达现场", "到達現場"],
    ["reply", "Reply", "答复", "答覆"],
    ["resolution", "Resolution", "办结", "辦結"],
  ]),
  list("interactionDirections", [
    ["inbound", "From the customer", "客户来电来访", "客戶來電來訪"],
    ["outbound", "To the customer", "主动联系", "主動聯繫"],
  ]),
  list("satisfactionMetrics", [
    ["csat", "Satisfaction (CSAT)", "满意度", "滿意度"],
    ["nps", "Net promoter score (NPS)", "净推荐值", "淨推薦值"],
    ["ces", "Customer effort (CES)", "客户费力度", "客戶費力度"],
    ["index", "Satisfaction index", "满意度指数", "滿意度指數"],
  ]),
  list("ratingTopics", [
    ["speed", "Speed", "处理速度", "處理速度"],
    ["attitude", "Courtesy", "服务态度", "服務態度"],
    ["competence", "Competence", "专业水平", "專業程度"],
    ["result", "Result", "处理结果", "處理結果"],
    ["information", "Information on the way", "进度告知", "進度告知"],
    ["convenience", "Convenience", "办理便捷度", "辦理便利性"],
  ]),
  list("withdrawReasons", [
    ["solvedItself", "Solved itself", "问题已自行解决", "問題已自行解決"],
    ["duplicate", "Submitted twice", "重复提交", "重複提交"],
    ["mistake", "Submitted by mistake", "提交有误", "提交有誤"],
    ["otherWay", "Solved another way", "已通过其他途径解决", "已透過其他途徑解決"],
    ["other", "Other", "其他", "其他"],
  ]),
  list("reopenReasons", [
    ["notSolved", "Not solved", "问题未解决", "問題未解決"],
    ["cameBack", "Came back", "问题再次出现", "問題再次出現"],
    ["wrongAnswer", "The answer is wrong", "答复有误", "答覆有誤"],
    ["incomplete", "Only partly solved", "仅部分解决", "僅部分解決"],
    ["other", "Other", "其他", "其他"],
  ]),
  list("contactPointTypes", [
    ["phone", "Telephone", "固定电话", "市內電話"],
    ["mobile", "Mobile", "手机", "手機"],
    ["email", "E-mail", "电子邮箱", "電子信箱"],
    ["address", "Address", "地址", "地址"],
    ["wechat", "WeChat", "微信", "微信"],
    ["fax", "Fax", "传真", "傳真"],
  ]),
];

function list(name: string, words: readonly Word[]): CodeList {
  return { name, version: "1", items: words.map(item) };
}

function item([code, en, hans, hant, parent]: Word, order: number): CodeListItem {
  const labels = { en, "zh-Hans": hans, "zh-Hant": hant };
  return parent === undefined ? { code, labels, order } : { code, labels, order, parent };
}
