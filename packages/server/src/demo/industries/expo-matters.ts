import type { Matter } from "../matter.js";

const exhibitors = "expo-exhibitors";
const halls = "expo-halls";
const visitors = "expo-visitors";
const partners = "expo-partners";

export const expoMatters: readonly Matter[] = [
  {
    kind: "application",
    category: "booth",
    weight: 14,
    from: "firm",
    unitId: exhibitors,
    fields: { applicationType: "newService" },
    zh: {
      title: "<预订标准展位|申请光地展位|调整展位面积>",
      details:
        "计划参加下届展会，<申请{booth}附近的标准展位两个|申请{hall}号馆光地{area}平方米|希望把{booth}扩大到{area}平方米>，[靠近主通道|与同行分开]，请报价并保留至{month}。",
      answer: "已为您预留{booth}，{handler}将在一个工作日内发送平面图与报价单。",
      question: "请确认[展品类别|是否需要吊点|开票信息]。",
      supply: "已确认，[展品为工业机器人|需要两个吊点|开票信息见附件]。",
      inside: "{hall}号馆余位 6 个，老客户优先权到本周五。",
      done: "展位{booth}已确认，合同与付款通知已发出，展商后台权限已开通。",
      refusal: "所申请区域已由上届参展商续订，暂无同面积展位；已为您列入候补第二位并推荐邻近展馆。",
    },
    en: {
      title: "<Book a standard booth|Raw space|Change of booth size>",
      details:
        "For the next edition we want <two standard booths near {booth}|{area} m² of raw space in hall {hall}|{booth} enlarged to {area} m²>, [on the main aisle|away from competitors]. Please quote and hold it until {month}.",
      answer: "{booth} is held for you; {handler} will send plan and quotation within a working day.",
      question: "Please confirm [the product group|whether you need rigging points|the invoice address].",
      supply: "Confirmed: [industrial robots|two rigging points|details attached].",
      inside: "Six spaces left in hall {hall}; priority of former exhibitors ends Friday.",
      done: "Booth {booth} is confirmed; contract and invoice are sent and your exhibitor account is open.",
      refusal:
        "The area was renewed by a former exhibitor. You are second on the waiting list; we suggested the neighbouring hall.",
    },
  },
  {
    kind: "enquiry",
    category: "logistics",
    weight: 10,
    from: "firm",
    unitId: halls,
    fields: { topic: "procedure" },
    zh: {
      title: "<展品进馆时间|海外展品报关|撤展车辆证>",
      details:
        "展位{booth}，<展品重 4.2 吨需叉车，想确认进馆时段与卸货口|展品为海外发来的木箱，想确认暂准进口手续|撤展当天有两辆厢式货车，想确认车辆证办理>。",
      answer:
        "您好，<{hall}号馆进馆时段为布展首日{time}，请走北侧卸货口|暂准进口由指定货代统一办理，清单模板已发您邮箱|车辆证在撤展前一天发放，每展位限两张>。",
      question: "请提供<外箱尺寸和重量|到港日期|车牌号>。",
      supply: "<2.4×1.8×2.0 米，4.2 吨|预计{soon}到港|车牌已在表里>。",
      inside:
        "<已与主场搭建商协调叉车时段，避开特装搭建高峰。|货代反馈缺原产地证复印件。|北门限高 3.8 米，已提醒司机。>",
      done: "<已为您排定进馆时段并预约叉车|报关清单已由指定货代审核通过|车辆证二维码已发送>，祝参展顺利。",
    },
    en: {
      title: "<Move-in time|Customs for exhibits|Passes for move-out>",
      details:
        "Booth {booth}: <our exhibit weighs 4.2 t and needs a forklift. Please confirm time and dock.|our exhibit comes in crates from abroad. How does the temporary import work?|two vans will collect our stand. How do we get vehicle passes?>",
      answer:
        "<Move-in for hall {hall} is on the first build-up day at {time}; please use the north dock.|The appointed forwarder handles temporary import; the list is in your mail.|Passes are issued the day before move-out, two for each booth.>",
      question: "Please send <size and weight|the date of arrival|the number plates>.",
      supply: "<2.4×1.8×2.0 m, 4.2 t|Due in port {soon}|They are in the form>.",
      inside:
        "<Forklift slot agreed with the contractor, outside the peak.|The forwarder misses a copy of the certificate of origin.|North gate is 3.8 m high, drivers told.>",
      done: "<Your slot and forklift are booked|The customs list passed the forwarder's check|The vehicle passes were sent>. Have a good fair.",
    },
  },
  {
    kind: "fault",
    category: "boothPower",
    weight: 12,
    from: "firm",
    unitId: halls,
    priority: "high",
    located: true,
    fields: { faultType: "equipment", safetyRisk: false },
    zh: {
      title: "{booth}<展位断电|网络不通|空调滴水>",
      details:
        "展位{booth}<插座全部没电|有线网络断断续续|上方空调滴水到展品>，[观众已经入场|十点有新品发布]，请马上处理！",
      answer: "馆内<值班电工|网络工程师|暖通值班员>已出发，{minutes}分钟内到位。",
      inside: "<超负荷跳闸，展商私接烧水壶。|交换机端口故障，已切换备用口。|冷凝水管堵塞。>",
      done: "已<恢复供电并增配一路 16 A|更换网络端口并测速正常|疏通水管、加装接水盘并调整风口>，现场展商确认。",
    },
    en: {
      title: "{booth}: <no power|network down|water from the ceiling>",
      details:
        "At booth {booth} <all sockets are dead|the wired network drops|the air conditioning drips on exhibits>. [Visitors are in already.|We launch a product at ten.]",
      answer:
        "The hall's <electrician|network engineer|climate engineer> is on the way and will be with you within {minutes} minutes.",
      inside:
        "<Overload, a kettle on the exhibit circuit.|Switch port failed, moved to the spare.|Condensate drain blocked.>",
      done: "We <restored power and added a 16 A line|changed the port and measured it|cleared the drain and turned the vent>; confirmed by your stand crew.",
    },
  },
  {
    kind: "enquiry",
    category: "visitorRegistration",
    weight: 9,
    from: "home",
    unitId: visitors,
    fields: { topic: "procedure" },
    zh: {
      title: "<团体参观登记|预登记没有收到二维码|入场证补打>",
      details:
        "<想带 20 人采购团参观，如何团体登记？|预登记后没有收到二维码，手机尾号{digits}。|入场证遗失，手机尾号{digits}。>",
      answer: "您好，<团体登记表已发您邮箱|二维码已重新发送|凭预留手机号可在服务台补打>。",
      inside:
        "<采购团含三家重点买家，通知招商部。|预登记短信通道{time}故障，约百人受影响，已补发。|证件系统显示此号当日未入场。>",
      done: "已为您办好，<采购团走 3 号快速通道|二维码请在入场前截图保存|补打免费>，欢迎观展。",
    },
    en: {
      title: "<Group visit|No code after registration|Lost badge>",
      details:
        "<How do I register a group of 20 buyers?|No code came after I registered; my phone ends in {digits}.|I lost my badge; my phone ends in {digits}.>",
      answer:
        "<The group form is in your mail.|The code was sent again.|The service desk prints it from your phone number.>",
      inside:
        "<Three key buyers in this group, partners told.|The text-message channel failed at {time}; about a hundred people, all sent again.|This badge has not entered today.>",
      done: "All set: <your group uses fast lane 3|please keep a picture of the code|the new badge is free>. Enjoy the fair.",
    },
  },
  {
    kind: "complaint",
    category: "noise",
    weight: 6,
    from: "firm",
    unitId: halls,
    fields: { subject: "quality" },
    zh: {
      title: "<邻近展位音响过大|通道被占用|搭建延误>",
      details:
        "我们在{booth}，<对面展位音响超过九十分贝，无法洽谈，已口头提过两次没有改善|邻位把展品摆到通道，观众绕着走|主场搭建晚了五小时，影响开幕>。",
      answer: "馆长{handler}已到现场<测量|查看|查看>，将按展商手册第<十二|九|四>条处理。",
      question: "请问主要出现在哪些时段？有没有照片或录像？",
      supply:
        "<整点表演时最严重，{time}那场我们录了像|从开馆到现在一直如此，照片见附件|布展记录单上有签到时间>。",
      inside:
        "<实测 92 dB，上限 75 dB，第一次书面警告。|通道净宽 1.9 米，低于 3 米要求。|搭建商人手不足，已从 2 号馆调派。>",
      done: "已<责令对方将音量降至 75 分贝以下并签署承诺，展期内每天两次复查|清空通道并在地面补贴界线|减免您延误时段的搭建管理费>。",
      refusal: "两次现场核查均符合展商手册的规定，暂不构成违规；我们会继续巡查。",
    },
    en: {
      title: "<Noise from the next stand|Blocked aisle|Late construction>",
      details:
        "At {booth}: <the stand opposite runs over 90 dB, we cannot talk and asked twice|neighbours put exhibits into the aisle and visitors walk around us|the build was five hours late and endangers the opening>.",
      answer:
        "{handler}, the hall manager, is <measuring|looking|checking> on site and will act on rule <12|9|4> of the manual.",
      question: "At what times does it happen? Are there pictures or a recording?",
      supply:
        "<At the shows on the hour; we recorded the one at {time}.|Since opening; pictures attached.|The build log shows when they signed in.>",
      inside:
        "<92 dB measured, limit 75 dB. First written warning.|Aisle 1.9 m wide, 3 m required.|Contractor short of hands, sent some from hall 2.>",
      done: "<They lowered it below 75 dB and signed for it; we check twice a day.|The aisle is clear and its edge is marked on the floor.|The build fee for the delay is waived.>",
      refusal: "Two checks on site found all within the manual, so there is no breach; we keep checking.",
    },
  },
  {
    kind: "complaint",
    category: "matching",
    weight: 5,
    from: "firm",
    unitId: partners,
    fields: { subject: "quality" },
    zh: {
      title: "<买家对接与承诺不符|会刊信息有误|论坛时段被调整>",
      details:
        "<合同承诺 8 场买家对接，只安排了 3 场。|会刊里公司英文名印错。|论坛发言被挪到闭馆前。>请给出补救办法。",
      answer: "非常抱歉，{handler}将在今天闭馆前给您答复。",
      inside:
        "<买家临时取消 5 场，未及时补位，属我方责任。|校样由我方改错，展商确认稿无误。|嘉宾航班延误导致议程顺延，未提前沟通。>",
      done: "已<补足买家对接并赠送下届优先对接|更正电子会刊并在快讯刊登更正|在线上论坛安排专场>，您已确认接受。",
    },
    en: {
      title: "<Fewer buyer meetings than promised|Error in the catalogue|Our talk was moved>",
      details:
        "<Eight meetings were promised, three arranged.|Our name is misprinted.|The talk was moved to closing time.> How will you make up for it?",
      answer: "We are sorry; {handler} will come back to you before the halls close today.",
      inside:
        "<Buyers cancelled five meetings and we did not refill them: our fault.|The proof was right, our correction was wrong.|A speaker was late and we told nobody.>",
      done: "We <arranged the missing meetings and priority for the next edition|corrected the online catalogue and the newsletter|gave you a session of your own online>; you accepted.",
    },
  },
  {
    kind: "enquiry",
    category: "nextEdition",
    weight: 6,
    from: "firm",
    unitId: partners,
    fields: { topic: "products" },
    zh: {
      title: "<下届展期与价格|赞助方案咨询|同期论坛合作>",
      details:
        "本届[效果不错|观众质量很高]，想了解下届<展期、价格与早鸟优惠|赞助权益|论坛合作>，并希望保留{booth}。",
      answer: "谢谢支持，{handler}将发送下届方案，老展商优先选位至{month}。",
      inside: "意向强，影响力 A，建议主办方拜访。",
      done: "已发送下届方案并登记优先选位，<早鸟价九折|赞助方案已按您的品类调整|论坛席位保留至月底>。",
    },
    en: {
      title: "<Dates and prices of the next edition|Sponsorship|Forum partnership>",
      details:
        "This edition [went well|brought good visitors]. Please tell us about <dates, prices and the early discount|sponsorship|the forum>, and keep {booth} for us.",
      answer: "Thank you. {handler} will send the plan; exhibitors of this year choose first until {month}.",
      inside: "Strong intention, influence A; suggest a visit.",
      done: "The plan was sent and your priority noted, <with 10 % early discount|with sponsorship fitted to your products|with a forum slot held until the end of the month>.",
    },
  },
  {
    kind: "suggestion",
    category: "venue",
    weight: 4,
    unitId: visitors,
    zh: {
      title: "建议<增加休息座位|地图支持导航到展位|延长周六开放时间>",
      details: "<中央通道没有坐的地方。|场馆大，希望小程序能导航到展位。|周六下午四点闭馆太早。>",
      answer: "谢谢，我们收集后在展后总结会上逐条讨论。",
      inside: "现场问卷同类意见 37 条。",
      done: "已采纳，<下届每馆增加两处休息区|室内导航列入下届预算|下届周六延至五点半>。",
    },
    en: {
      title: "Suggestion: <more seats|indoor navigation|open longer on Saturday>",
      details:
        "<There is nowhere to sit in the central aisle.|The halls are large, please guide us to booths.|Closing at four on Saturday is early.>",
      answer: "Thank you; every point is discussed at the review after the fair.",
      inside: "37 similar answers in the on-site survey.",
      done: "Taken up: <two rest areas per hall next time|navigation is in the budget|Saturday until half past five>.",
    },
  },
  {
    kind: "opinion",
    category: "quality",
    weight: 3,
    unitId: exhibitors,
    zh: {
      title: "<对观众质量的意见|对展商手册的意见>",
      details: "<第三天多是收礼品的，专业观众少。|手册有 120 页，重要日期不好找。>",
      answer: "谢谢坦率的意见，已转项目组。",
      inside: "<数据显示第三天专业观众占比 41%，确实偏低。|手册三年只增不减，确需精简。>",
      done: "下届<末日改为定向邀请|手册首页增加一页日程>，届时请再告诉我们是否有改善。",
    },
    en: {
      title: "<On the quality of visitors|On the exhibitor manual>",
      details:
        "<Day three brought gift collectors, few professionals.|120 pages, and the dates are hard to find.>",
      answer: "Thank you for being frank; it is with the project team.",
      inside:
        "<Professional share on day three was 41 %, low indeed.|The manual has only grown for three years.>",
      done: "Next time <the last day is by invitation|the manual opens with one page of dates>. Please tell us whether it helped.",
    },
  },
  {
    kind: "praise",
    category: "service",
    weight: 3,
    unitId: exhibitors,
    zh: {
      title: "感谢<现场服务团队|展商客服>",
      details: "<开幕前夜背板破损，你们连夜帮忙修好。|客服十分钟内就回复了每一个问题。>明年再见！",
      answer: "谢谢！已转达{handler}和现场同事。",
      inside: "用于展后总结案例。",
      done: "期待明年继续为您服务。",
    },
    en: {
      title: "Thanks to <the crew on site|exhibitor services>",
      details:
        "<The back wall broke on the eve and you repaired it overnight.|Every question was answered within ten minutes.> See you next year!",
      answer: "Thank you! {handler} and the crew have been told.",
      inside: "To be used in the review.",
      done: "We look forward to next year.",
    },
  },
];
