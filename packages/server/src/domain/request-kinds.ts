import type { Choice, FieldDescriptor, Labels, RequestKindDescriptor } from "@portico/contract";

type Words = readonly [en: string, hans: string, hant: string];

const labels = ([en, hans, hant]: Words): Labels => ({ en, "zh-Hans": hans, "zh-Hant": hant });
const choice = (code: string, ...words: Words): Choice => ({ code, labels: labels(words) });

function field(
  name: string,
  type: string,
  words: Words,
  rules: Partial<Omit<FieldDescriptor, "name" | "type" | "labels">> = {},
): FieldDescriptor {
  return { name, type, required: false, labels: labels(words), ...rules };
}

type Kind = Omit<RequestKindDescriptor, "code" | "labels"> & { words: Words };

const kinds: Record<string, Kind> = {
  fault: {
    words: ["Fault report", "故障报修", "故障報修"],
    location: "required",
    requester: "required",
    guestAllowed: true,
    anonymousAllowed: false,
    attachmentsAllowed: true,
    fields: [
      field("faultType", "choice", ["What is wrong", "故障类型", "故障類型"], {
        required: true,
        choices: [
          choice("powerOutage", "No power", "停电", "停電"),
          choice("voltage", "Voltage too high or low", "电压异常", "電壓異常"),
          choice("meter", "Meter", "电表故障", "電錶故障"),
          choice("streetLight", "Street light", "路灯故障", "路燈故障"),
          choice("line", "Line or pole damaged", "线路或杆塔损坏", "線路或電桿損壞"),
          choice("equipment", "Equipment or stand", "设备或展位故障", "設備或展位故障"),
          choice("system", "Online service", "线上系统故障", "線上系統故障"),
          choice("other", "Something else", "其他", "其他"),
        ],
      }),
      field("safetyRisk", "boolean", ["Somebody may get hurt", "存在安全隐患", "存在安全隱患"]),
      field("sinceWhen", "text", ["Since when", "发生时间", "發生時間"], { maxLength: 60 }),
    ],
  },
  complaint: {
    words: ["Complaint", "投诉", "投訴"],
    location: "none",
    requester: "required",
    guestAllowed: true,
    anonymousAllowed: false,
    attachmentsAllowed: true,
    fields: [
      field("subject", "choice", ["What it is about", "投诉内容", "投訴內容"], {
        required: true,
        choices: [
          choice("attitude", "Courtesy", "服务态度", "服務態度"),
          choice("efficiency", "Speed", "办事效率", "辦事效率"),
          choice("billing", "Billing and fees", "收费与账单", "收費與帳單"),
          choice("quality", "Quality", "服务质量", "服務品質"),
          choice("other", "Something else", "其他", "其他"),
        ],
      }),
      field("remedy", "longText", ["What would put it right", "您的诉求", "您的訴求"], { maxLength: 500 }),
    ],
  },
  enquiry: {
    words: ["Enquiry", "咨询", "諮詢"],
    location: "none",
    requester: "required",
    guestAllowed: true,
    anonymousAllowed: false,
    attachmentsAllowed: true,
    fields: [
      field("topic", "choice", ["Topic", "咨询主题", "諮詢主題"], {
        choices: [
          choice("products", "Products and services", "产品与服务", "產品與服務"),
          choice("billing", "Billing and fees", "收费与账单", "收費與帳單"),
          choice("procedure", "How to apply", "办理流程", "辦理流程"),
          choice("account", "My account", "账户信息", "帳戶資訊"),
          choice("other", "Something else", "其他", "其他"),
        ],
      }),
    ],
  },
  application: {
    words: ["Service application", "业务申请", "業務申請"],
    location: "optional",
    requester: "required",
    guestAllowed: false,
    anonymousAllowed: false,
    attachmentsAllowed: true,
    fields: [
      field("applicationType", "choice", ["What you apply for", "申请类型", "申請類型"], {
        required: true,
        choices: [
          choice("newService", "New service", "新开通", "新開通"),
          choice("changeService", "Change of service", "变更", "變更"),
          choice("endService", "End of service", "终止", "終止"),
          choice("capacityIncrease", "More capacity", "增容", "增容"),
          choice("other", "Something else", "其他", "其他"),
        ],
      }),
      field("capacityKw", "number", ["Capacity in kW", "容量（千瓦）", "容量（千瓦）"], {
        minimum: 0,
        maximum: 1_000_000,
      }),
      field("wantedFrom", "date", ["Wanted from", "期望日期", "期望日期"]),
    ],
  },
  misconduct: {
    words: ["Report of misconduct", "举报", "舉報"],
    location: "none",
    requester: "none",
    guestAllowed: true,
    anonymousAllowed: true,
    attachmentsAllowed: true,
    fields: [
      field("matter", "choice", ["What happened", "举报事项", "舉報事項"], {
        required: true,
        choices: [
          choice("bribery", "Bribes or gifts", "收受礼金", "收受禮金"),
          choice("favouritism", "Favouritism", "徇私舞弊", "徇私舞弊"),
          choice("illegalCharge", "Unlawful charges", "违规收费", "違規收費"),
          choice("dataMisuse", "Misuse of data", "泄露客户信息", "洩露客戶資料"),
          choice("other", "Something else", "其他", "其他"),
        ],
      }),
      field("happenedOn", "date", ["When", "发生日期", "發生日期"]),
    ],
  },
  suggestion: feedback(["Suggestion", "建议", "建議"]),
  opinion: feedback(["Opinion", "意见", "意見"]),
  praise: feedback(["Praise", "表扬", "表揚"]),
};

/** The kinds of request this backend takes, with the fields of each. */
export const requestKinds: readonly RequestKindDescriptor[] = Object.entries(kinds).map(
  ([code, { words, ...kind }]) => ({
    code,
    labels: labels(words),
    ...kind,
  }),
);

function feedback(words: Words): Kind {
  return {
    words,
    location: "none",
    requester: "optional",
    guestAllowed: true,
    anonymousAllowed: false,
    attachmentsAllowed: true,
    fields: [],
  };
}
