import type { Matter } from "../matter.js";

const contact = "bank-contact";
const bund = "bank-bund";
const lakeside = "bank-lakeside";
const harbour = "bank-harbour";

export const bankMatters: readonly Matter[] = [
  {
    kind: "enquiry",
    category: "transfer",
    weight: 14,
    unitId: contact,
    fields: { topic: "account" },
    zh: {
      title: "[转账未到账|汇款状态查询|跨行转账延迟]",
      details: "{day}{time}从尾号{digits}的账户转出{amount}元，[对方至今未收到|显示处理中]，请帮忙查询。",
      answer: "您好，已查到该笔交易，正在与收款行核实清算状态，一小时内回复您。",
      question: "请核对收款户名与开户行是否与转账时填写的一致。",
      supply: "核对过了，户名正确，开户行是支行全称。",
      inside: "大额支付系统关闭后提交，次日首场清算，无异常。",
      done: "该笔款项因[在清算系统关闭后提交|收款行系统维护]，已于次日首场清算入账，资金安全，未产生费用。",
    },
    en: {
      title: "[Transfer not received|Status of a payment|Delayed transfer]",
      details:
        "{day} at {time} I sent {amount} yuan from the account ending {digits}. [The payee has not received it.|It still shows as processing.]",
      answer:
        "We found the payment and are checking its clearing with the other bank. You will hear from us within the hour.",
      question: "Please check that the payee's name and branch are exactly as you entered them.",
      supply: "Checked: the name is right and the branch is given in full.",
      inside: "Submitted after the large-value system closed; first run next day, nothing unusual.",
      done: "It was [submitted after the clearing system had closed|held by maintenance at the other bank] and was credited in the first run of the next day. No fee was charged.",
    },
  },
  {
    kind: "enquiry",
    category: "wealth",
    weight: 8,
    from: "home",
    unitId: lakeside,
    fields: { topic: "products" },
    zh: {
      title: "[理财产品到期安排|大额存单利率咨询|家庭资产配置咨询]",
      details:
        "名下一笔{amount}元的[理财|大额存单]将于{month}到期，[想了解续做方案|想兼顾流动性和收益|希望为孩子留学做准备]，请客户经理联系。",
      answer: "您的客户经理{handler}已收到，将在今天内与您联系约定时间。",
      question: "请问这笔资金预计多久内会用到？可以接受净值波动吗？",
      supply: "[一年内可能用到一部分|三年内不用]，[不希望亏损|可以接受小幅波动]。",
      inside: "风险评级 R2，已过期两个月，面谈时先重新评估。",
      done: "已完成风险重评并面谈，按您的流动性需要给出[三档期限的存单组合|存单与国债搭配]方案，书面材料已交付，未收取任何费用。",
    },
    en: {
      title: "[Maturing investment|Deposit rates|Family asset planning]",
      details:
        "A [product|certificate of deposit] of {amount} yuan matures in {month}. [What are the options?|I need both liquidity and return.|It is for a child's studies abroad.] Please have my manager call.",
      answer: "{handler} has your message and will call today to arrange a time.",
      question: "When might you need this money? Could you accept some fluctuation?",
      supply: "[Part of it within a year|Not for three years]; [no losses please|small swings are fine].",
      inside: "Risk profile R2, expired two months ago; renew it at the meeting.",
      done: "Risk profile renewed and options discussed in person: [deposits of three terms|deposits with treasury bonds]. Papers handed over, no fee.",
    },
  },
  {
    kind: "fault",
    category: "terminal",
    weight: 8,
    from: "firm",
    unitId: harbour,
    priority: "high",
    located: true,
    fields: { faultType: "equipment", safetyRisk: false },
    zh: {
      title: "<收款终端无法联网|企业网银登录失败|收款码没有到账播报>",
      details:
        "{street}{house}号门店的<终端提示通讯超时，正值客流高峰|网银盾插上没有反应，今天要发工资|音箱收款后没有语音播报，不敢给客人提货>，请尽快处理。",
      answer: "技术支持已远程接入，如无法恢复，{minutes}分钟内安排人员带备机上门。",
      inside: "<SIM 卡流量包到期，已续。|驱动与浏览器版本不兼容。|音箱固件版本过低，推送被丢弃。>",
      done: "已<更换流量卡|升级驱动并重签证书|更换音箱>，现场试交易三笔均成功。",
    },
    en: {
      title: "<Card terminal offline|Cannot log in to corporate banking|No payment notice>",
      details:
        "At {house} {street} <the terminal times out. It is rush hour.|the security key is not recognised. Salaries are due today.|payments come without a spoken notice and we dare not hand out goods.>",
      answer:
        "Support is connecting remotely; failing that, somebody will come with a spare within {minutes} minutes.",
      inside:
        "<SIM data plan had expired, renewed.|Driver and browser do not match.|Old firmware drops the notices.>",
      done: "We <replaced the SIM|updated the driver and certificate|swapped the speaker>; three test payments went through.",
    },
  },
  {
    kind: "fault",
    category: "selfService",
    weight: 6,
    from: "home",
    unitId: bund,
    located: true,
    fields: { faultType: "equipment", safetyRisk: false },
    zh: {
      title: "<取款机吞卡|存款机点钞不符|自助机打印不了流水>",
      details:
        "{street}自助网点的机器<吞了我的卡|存入{amount}元少计两百元|无法打印流水>，时间是{day}{time}。",
      answer: "已锁定该机具日志与监控，{handler}将按清机结果处理。",
      question: "请提供当时的凭条照片，没有凭条也请说明大致时间和金额。",
      supply: "凭条在这里，机器编号末尾是{digits}。",
      inside: "<取出卡片一张，卡面完好，户名相符。|清机长款 200 元，与客户所述一致。|打印模块卡纸，已报修。>",
      done: "经清机核对<卡片完好，可凭身份证件领取|长款已退回您的账户|流水已在柜台补打并邮寄>，对给您造成的不便致歉。",
    },
    en: {
      title: "<Card swallowed|Deposit machine miscounted|Cannot print statement>",
      details:
        "The machine on {street} <kept my card|counted 200 yuan too little of {amount}|prints nothing>. It was {day} at {time}.",
      answer: "The machine's log and video are secured; {handler} will act on the count.",
      question: "Please send a photo of the slip, or tell us the amount if you have none.",
      supply: "Here is the slip; the machine's number ends in {digits}.",
      inside:
        "<One card found, intact, name matches.|Surplus of 200 yuan found, as the customer said.|Paper jam in the printer, repair ordered.>",
      done: "After the count <your card can be collected with identification|the surplus was credited|the statement was printed and posted>. We apologise.",
    },
  },
  {
    kind: "complaint",
    category: "fees",
    weight: 7,
    unitId: contact,
    fields: { subject: "billing" },
    zh: {
      title: "<未告知的账户管理费|年费争议|贷款提前还款违约金>",
      details:
        "{month}账单里有一笔{amount}元的<账户管理费|年费|违约金>，[办理时没人提过|客户经理承诺过免收]，要求退还并说明依据。",
      answer: "已受理您的投诉，{handler}首问负责，将在七个工作日内书面答复。",
      question: "请问当时是在哪个网点、由谁为您办理的？",
      supply: "[江海总行营业部|网上办的]，大约是去年{month}。",
      inside: "合同第九条有约定，但录音里确未逐项说明，建议减免。",
      done: "经核查，[收费有合同约定但告知不充分，已全额退还|系统误扣，已退还并修正规则]，并已修订柜面告知清单。",
      refusal:
        "收费依据为合同第九条及公示价目表，签约时有您的确认签字与录音，不予退还；如有异议可向监管部门申请调解。",
    },
    en: {
      title: "<A fee nobody told me of|Disputed annual fee|Early repayment charge>",
      details:
        "My {month} statement shows {amount} yuan for <account keeping|an annual fee|early repayment>. [Nobody mentioned it.|My manager promised to waive it.] Please refund it and state the basis.",
      answer:
        "Your complaint is registered; {handler} is in charge and will answer in writing within seven working days.",
      question: "Which branch, and who served you then?",
      supply: "[The head office.|Online.] About {month} last year.",
      inside: "Clause 9 covers it, but the recording shows it was not explained. Propose to waive.",
      done: "The fee [is in the contract but was not explained well and is refunded in full|was taken by mistake, refunded, and the rule is corrected]. The disclosure list was revised.",
      refusal:
        "The fee rests on clause 9 and the published list, with your signature and a recording. You may ask the regulator for mediation.",
    },
  },
  {
    kind: "complaint",
    category: "waiting",
    weight: 5,
    unitId: bund,
    fields: { subject: "efficiency" },
    zh: {
      title: "[网点排队两小时|窗口少等待太久|预约了仍要等]",
      details: "{day}在网点办理[挂失|对公开户|外汇]业务，[只开两个窗口|预约的时间没有人接待]，等了近两小时。",
      answer: "让您久等非常抱歉，我们正在核对当日叫号记录。",
      inside: "当日 3 人培训，窗口未及时补位，平均等候 74 分钟。",
      done: "已调整该网点高峰排班，增设[弹性窗口|大堂移动终端]，下次可凭本编号优先办理。",
    },
    en: {
      title: "[Two hours in the queue|Too few counters|Waited despite an appointment]",
      details:
        "{day} I came for [a lost card|a company account|foreign exchange]. [Only two counters were open.|Nobody received me at the booked time.] It took nearly two hours.",
      answer: "We are sorry. We are checking that day's queue records.",
      inside: "Three colleagues in training, no replacement; mean wait 74 minutes.",
      done: "Peak rosters were changed and [a flexible counter|mobile desks] added; quote this number to be served first next time.",
    },
  },
  {
    kind: "application",
    category: "loan",
    weight: 8,
    from: "firm",
    unitId: harbour,
    fields: { applicationType: "newService" },
    zh: {
      title: "<流动资金贷款申请|续贷申请|票据贴现额度申请>",
      details:
        "我司拟申请<流动资金贷款|续贷|贴现额度>{amount}万元，用于[备货|支付货款|设备更新]，希望{month}前放款。",
      answer: "已受理，客户经理{handler}将在两个工作日内上门尽调。",
      question: "请补充近三个月[纳税申报表|银行流水|购销合同]。",
      supply: "资料已通过网银上传。",
      inside: "负债率 58%，现金流覆盖 1.6 倍，同意上报；关注下游集中度。",
      done: "授信已审批通过，额度{amount}万元，合同已线上签署并放款。",
      refusal:
        "经审查，[现有担保不足以覆盖申请额度|近期逾期记录尚未结清]，本次未能批准；补足担保后可随时重新申请。",
    },
    en: {
      title: "<Working capital loan|Renewal of a loan|Discount facility>",
      details:
        "We ask for <a working capital loan|a renewal|a discount line> of {amount} (in ten thousand yuan) for [stock|suppliers|equipment], by {month}.",
      answer: "Received. {handler} will visit within two working days.",
      question: "Please add the last three months of [tax returns|statements|contracts].",
      supply: "Uploaded through corporate banking.",
      inside: "Leverage 58 %, cash flow covers 1.6 times; recommend. Watch concentration of buyers.",
      done: "Approved; the contract was signed online and the funds were paid out.",
      refusal:
        "Not approved this time: [the security does not cover the amount|an overdue item is still open]. You may apply again once that is settled.",
    },
  },
  {
    kind: "application",
    category: "card",
    weight: 6,
    from: "home",
    unitId: bund,
    fields: { applicationType: "changeService" },
    zh: {
      title: "<信用卡额度调整|按揭提前还款预约|开立存款证明>",
      details:
        "<因出国旅行申请临时额度|计划{month}提前归还按揭{amount}00元|办理签证需要存款证明>，请告知流程。",
      answer: "已受理，所需材料清单已发送至您的手机银行。",
      question: "请上传<行程单|还款账户信息|身份证件>。",
      supply: "已上传。",
      inside: "信用记录良好，系统预批通过。",
      done: "已办结：<临时额度今日起生效，有效期一个月|预约成功，届时自动扣款，不收违约金|存款证明已出具，可到网点领取或邮寄>。",
    },
    en: {
      title: "<Raise my card limit|Repay the mortgage early|Certificate of deposit for a visa>",
      details:
        "<For a journey abroad I need a temporary limit.|I plan to repay {amount}00 yuan of the mortgage in {month}.|A visa requires a certificate.> What is needed?",
      answer: "Received; the list of papers is in your mobile bank.",
      question: "Please upload <the itinerary|the repayment account|your identification>.",
      supply: "Uploaded.",
      inside: "Good record, pre-approved by the system.",
      done: "Done: <the limit applies from today for a month|the repayment is booked without a charge|the certificate is ready to collect or be posted>.",
    },
  },
  {
    kind: "suggestion",
    category: "mobileBank",
    weight: 3,
    unitId: contact,
    zh: {
      title: "建议<手机银行增加大字版|回单支持批量下载|网点公布等候人数>",
      details: "希望<手机银行有真正的大字版|企业网银能按月打包下载回单|出门前能看到网点排队人数>。",
      answer: "谢谢建议，已转产品团队评估。",
      inside: "需求池已有同类，排期下季度。",
      done: "已采纳，[计划下个版本上线|本月起试点]，上线后会通知您试用。",
    },
    en: {
      title: "Suggestion: <large type in the app|download receipts in bulk|show queue lengths>",
      details:
        "Please offer <a real large-type mode|a monthly archive of receipts|live queue lengths of branches>.",
      answer: "Thank you; the product team is looking at it.",
      inside: "Similar wish in the backlog, next quarter.",
      done: "Taken up: [in the next version|on trial from this month]. We will invite you to try it.",
    },
  },
  {
    kind: "opinion",
    category: "communication",
    weight: 2,
    unitId: lakeside,
    zh: {
      title: "<营销电话太多|客户经理更换频繁>",
      details: "<同一周接到三个部门的推销电话。|两年换了三位客户经理，每次都要重新介绍家里情况。>",
      answer: "感谢直言，<我们先停止打扰，再给您答复|客户经理主管会亲自给您答复>。",
      inside: "<已设免打扰标记，通知三个条线。|交接记录缺家庭情况摘要，责成补全。>",
      done: "已<设置免打扰并统一由客户经理联系|补全交接档案并固定主备两位客户经理>。",
    },
    en: {
      title: "<Too many sales calls|My manager keeps changing>",
      details:
        "<Three departments called in one week.|Three managers in two years, and I explain my family each time.>",
      answer:
        "Thank you for saying so. <The calls stop first, then you get an answer.|The head of our managers will answer you in person.>",
      inside:
        "<Do-not-disturb set, all three lines told.|The hand-over notes lack the family summary; to be completed.>",
      done: "<Calls now come from your manager alone.|The file is complete and two named managers look after you.>",
    },
  },
  {
    kind: "praise",
    category: "staff",
    weight: 3,
    unitId: bund,
    zh: {
      title: "表扬<识破骗局的柜员|上门服务的客户经理>",
      details:
        "<母亲差点给骗子汇款，柜员耐心劝阻并报了警。|父亲住院不便，客户经理上门办理密码重置。>衷心感谢！",
      answer: "谢谢您，已转达给{handler}。",
      inside: "报送总行季度服务之星。",
      done: "已通报表扬，祝您和家人平安。",
    },
    en: {
      title: "Praise for <the teller who saw through a fraud|a manager who came to the hospital>",
      details:
        "<My mother nearly sent money to a swindler; the teller talked her out of it.|My father was in hospital and your manager came to him.> Thank you!",
      answer: "Thank you, {handler} has been told.",
      inside: "Proposed for star of the quarter.",
      done: "The colleague was commended. Our best wishes to your family.",
    },
  },
];
