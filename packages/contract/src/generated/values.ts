// Generated from openapi/*.yaml by scripts/generate.ts: change the sources, not this file.

export const assessmentKindValues = ["segment","tier","value","risk","publicOpinion","relationGrade","lifecycle"] as const;
export const channelValues = ["web","phone","email","sms","fax","counter","field","chat"] as const;
export const customerKindValues = ["person","household","organization","group"] as const;
export const customerStatusValues = ["prospect","active","dormant","lost"] as const;
export const priorityValues = ["low","normal","high","critical"] as const;
export const requestActionValues = ["reply","urge","withdraw","reopen","rate","update","comment","assign","transition"] as const;
export const requestKindValues = ["enquiry","complaint","fault","application","misconduct","suggestion","opinion","praise"] as const;
export const requestStateValues = ["acknowledged","inProgress","pending","held","resolved","closed","rejected","cancelled"] as const;
export const satisfactionMetricValues = ["csat","nps","ces","index"] as const;
export const sectionStatusValues = ["available","unsupported","forbidden","failed"] as const;
export const visibilityValues = ["public","internal"] as const;
