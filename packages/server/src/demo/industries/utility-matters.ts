import type { Matter } from "../matter.js";

const repair = "utility-repair";
const centre = "utility-centre";
const east = "utility-east";
const lakeside = "utility-lakeside";

export const utilityMatters: readonly Matter[] = [
  {
    kind: "fault",
    category: "outage",
    weight: 20,
    unitId: repair,
    priority: "high",
    located: true,
    fields: { faultType: "powerOutage", safetyRisk: false },
    zh: {
      title: "{estate}<停电|突然停电|整幢楼停电>",
      details:
        "{day}{time}起{estate}<我家和楼上楼下|三个单元|整幢楼>停电，[空气开关没有跳闸|已检查自家总闸正常|隔壁楼有电]，[家里有老人，请尽快处理。|冰箱里的药品需要冷藏，麻烦尽快。|想知道大概什么时候恢复。]",
      answer:
        "您好，抢修班已出发，预计{minutes}分钟内到场。[如有人困在电梯内请立即拨打物业电话。|期间请勿自行合闸。]",
      question: "请问停电的是整幢楼还是只有您一户？户内总开关能否合上？",
      supply: "[整幢楼都停了|只有我们一户]，总开关[合上就跳|合上没有反应]。",
      inside:
        "[0.4 kV 分支箱 B 相熔丝熔断，现场更换。|台区变压器低压侧开关跳闸，怀疑大负荷空调同时启动。|电缆头受潮击穿，需带绝缘斗臂车。]",
      done: "已更换[分支箱熔断器|表前开关|低压电缆中间接头]，{later}恢复供电，并对同一回路做了测温，无异常。",
      refusal:
        "经现场检测，供电线路正常，故障在您户内漏电保护器之后，属客户产权设备，建议联系物业或持证电工。",
    },
    en: {
      title: "[Power cut|No electricity|Power out] at {estate}",
      details:
        "No power since {time} {day}. [The whole building is dark.|Only our floor seems affected.] [My breaker has not tripped.|The main switch looks fine.] [There are elderly people here, please hurry.|When will it be back?]",
      answer:
        "A repair crew is on its way and should be with you within {minutes} minutes. Please leave the main switch off until then.",
      question: "Is the whole building without power or only your flat? Does the main switch stay on?",
      supply: "[The whole building.|Only our flat.] The switch [trips at once|does nothing].",
      inside:
        "[Blown fuse in the branch cabinet, phase B. Replacing on site.|Low-voltage switch tripped at the transformer, likely air-conditioning load.]",
      done: "We replaced the [branch fuse|service switch|cable joint]; power returned at {later}. The same circuit was checked for heat and is fine.",
      refusal:
        "The supply is in order up to your meter. The fault lies behind your own residual-current device; please call a licensed electrician.",
    },
  },
  {
    kind: "fault",
    category: "streetLight",
    weight: 7,
    unitId: repair,
    located: true,
    fields: { faultType: "streetLight", safetyRisk: true },
    zh: {
      title: "{street}路灯[不亮|整段不亮|夜里时亮时灭]",
      details:
        "{street}{house}号附近[三盏|一整排|路口两盏]路灯{day}起不亮，[晚自习放学的孩子很多|路口有施工围挡]，夜里很不安全。",
      answer: "感谢反映，已通知路灯维护组{day}夜间巡查该路段。",
      inside: "[单灯控制器离线，回路电压正常。|灯杆底座接线端子锈蚀。]",
      done: "已更换[单灯控制器|光源|锈蚀端子]，夜间复查{street}路段全部正常亮灯。",
    },
    en: {
      title: "Street lights out on {street}",
      details:
        "[Three lamps|A whole row of lamps] near {house} {street} have been dark since {day}. [Children walk here after school.|There is a building site at the corner.]",
      answer: "Thank you. The lighting team will inspect this stretch tonight.",
      inside: "Lamp controller offline, circuit voltage normal.",
      done: "The [lamp controller|light source|terminal] was replaced; a night check found the whole street lit.",
    },
  },
  {
    kind: "fault",
    category: "meter",
    weight: 8,
    unitId: east,
    located: true,
    fields: { faultType: "meter", safetyRisk: false },
    zh: {
      title: "电表<黑屏|报警灯常亮|读数不走>",
      details: "家里电表<屏幕不显示|红灯一直亮|读数几天没有变化>，户号{number}，担心影响[计费|用电安全]。",
      answer: "已登记，计量人员将在两个工作日内上门核查，请保持电话畅通。",
      question: "方便的话请拍一张电表正面的照片，要看得清表号。",
      supply: "照片已上传，表号末四位是{digits}。",
      inside: "采集系统显示该表[失压告警|时钟偏差超限|通信中断三天]。",
      done: "经检测<液晶屏损坏|表计电池欠压|通信模块死机>，已免费更换智能电表，旧表止码已请您签字确认，计费不受影响。",
    },
    en: {
      title: "Meter <display blank|shows an alarm|reading does not change>",
      details:
        "My meter's <screen is dark|red light stays on|reading has not moved for days>. Account {number}. I worry about [the bill|safety].",
      answer: "Noted. A metering engineer will call on you within two working days.",
      question: "Could you send a photo of the front of the meter, with its number readable?",
      supply: "Photo attached. The last four digits are {digits}.",
      inside: "Head-end shows [a voltage-loss alarm|a clock deviation|no communication for three days].",
      done: "The <display|battery|module> was faulty. The meter was replaced free of charge and you signed the final reading; billing is not affected.",
    },
  },
  {
    kind: "fault",
    category: "voltage",
    weight: 6,
    unitId: lakeside,
    located: true,
    fields: { faultType: "voltage", safetyRisk: false },
    zh: {
      title: "[电压不稳|晚高峰电压低|灯光闪烁]",
      details:
        "{estate}每天{time}左右电压[只有一百八十多伏|忽高忽低]，[空调带不动|电灯一闪一闪|水泵启动不了]，已经持续一周。",
      answer: "已安排在晚高峰现场测量电压，并装设记录仪连续监测三天。",
      inside: "台区末端，晚高峰实测 {volts} V，三相不平衡度 24%，建议调相并申请增容。",
      done: "已完成三相负荷调整，[并将变压器分接开关上调一档|并更换了大截面接户线]，晚高峰实测 223 V，符合国家标准。",
    },
    en: {
      title: "[Voltage drops in the evening|Lights flicker|Unstable voltage]",
      details:
        "Around {time} every day the voltage at {estate} [falls to about 185 volts|goes up and down]. [The air conditioner will not start.|Lamps flicker.] It has lasted a week.",
      answer: "We will measure at the evening peak and leave a recorder in place for three days.",
      inside:
        "End of feeder, {volts} V at peak, 24 % phase imbalance. Rebalance and apply for reinforcement.",
      done: "Loads were rebalanced and the tap changer moved up one step; 223 V at the evening peak, within the standard.",
    },
  },
  {
    kind: "fault",
    category: "hazard",
    weight: 4,
    unitId: repair,
    priority: "critical",
    located: true,
    fields: { faultType: "line", safetyRisk: true },
    zh: {
      title: "{street}<电线垂落|配电箱门敞开|电杆倾斜>",
      details:
        "{street}{house}号门口<有一根电线垂到一人高|配电箱门敞开，能摸到里面|电杆被货车撞歪>，很危险！",
      answer: "已列为特急，抢修人员正在赶赴现场。请不要靠近，并提醒过往行人绕行八米以外。",
      inside:
        "<通信线缆下垂，非带电，仍由我方临时固定并通知产权单位。|箱门锁扣被撬坏，箱内设备完好。|10 kV 杆基础松动，已设围栏。>",
      done: "现场已<收紧并固定线缆|更换箱门锁具|加固扶正电杆>，围栏撤除，安全隐患消除。",
    },
    en: {
      title: "<Cable hanging low|Open distribution box|Leaning pole> on {street}",
      details:
        "At {house} {street} <a cable hangs at head height|a distribution box is wide open|a pole was hit by a lorry and leans>. Dangerous!",
      answer:
        "Treated as critical; a crew is on its way. Please keep at least eight metres away and warn others.",
      inside:
        "<Telecom cable, not live; secured by us and its owner informed.|Lock forced, equipment inside is sound.|Foundation of the 10 kV pole is loose; fenced off.>",
      done: "The <cable was secured|box was locked|pole was straightened>; barriers are gone and the hazard is removed.",
    },
  },
  {
    kind: "enquiry",
    category: "billing",
    weight: 12,
    from: "home",
    unitId: centre,
    fields: { topic: "billing" },
    zh: {
      title: "[这个月电费偏高|阶梯电价怎么算|电费账单看不懂]",
      details:
        "户号{number}，本月电费{amount}元，比上月[多了一半|高很多]，[家里用电习惯没变|只多开了空调]，请解释[阶梯|计费周期|峰谷]是怎么算的。",
      answer: "您好，已调取您近三个月用电明细，正在核算，稍后答复您。",
      question: "请问这段时间是否新增了大功率电器或有人长期在家？",
      supply: "[新装了一台空调|孩子放暑假在家|没有新增电器]。",
      inside: "本月抄表周期 33 天，且进入第二档，计费无误。",
      done: "本期账单 33 天，用电进入第二档阶梯（每千瓦时加价 0.05 元），计费正确；建议开通峰谷电价，按您的用电习惯每月约可节省{saving}元。",
    },
    en: {
      title: "[Why is this month's bill so high?|How are the price steps counted?|Question on my bill]",
      details:
        "Account {number}: this month's bill is {amount} yuan, [half as much again as last month|far more than usual]. [Nothing changed at home.|We only used the air conditioner more.] How is it calculated?",
      answer: "We have your last three months of readings and are checking them.",
      question: "Did you add a large appliance, or was somebody at home more than usual?",
      supply: "[A new air conditioner.|The children were on holiday.|No, nothing new.]",
      inside: "Reading period of 33 days, second price step reached. Billing is right.",
      done: "This bill covers 33 days and reached the second price step (0.05 yuan more per kWh). It is correct. Peak and valley pricing would save you about {saving} yuan a month.",
    },
  },
  {
    kind: "enquiry",
    category: "plannedOutage",
    weight: 5,
    unitId: centre,
    fields: { topic: "other" },
    zh: {
      title: "[计划停电几点恢复|收到停电通知想确认时间]",
      details:
        "收到短信说{soon}检修停电，[店里有冷柜|家里有人用制氧机|工厂要安排班次]，想确认{street}具体停到几点，能否提前通知变更？",
      answer: "您好，{street}计划检修时间为八点至十六点，如提前完工会提前送电。",
      inside: "已把客户加入该线路停电短信名单，并标注敏感用户。",
      done: "已为您登记停电提醒（提前七天、一天各一次），并告知可申请临时发电机支持。",
    },
    en: {
      title: "When will the planned outage end?",
      details:
        "A text says maintenance {soon}. [My shop has freezers.|Someone here uses an oxygen concentrator.] Until when exactly, and will you tell us if it changes?",
      answer:
        "Maintenance on {street} is planned from 8:00 to 16:00; if we finish early, power returns early.",
      inside: "Added to the line's notice list and marked as sensitive.",
      done: "You are now on the notice list (seven days and one day ahead), and we explained how to ask for a generator.",
    },
  },
  {
    kind: "complaint",
    category: "repeatedOutage",
    weight: 6,
    unitId: east,
    fields: { subject: "quality" },
    zh: {
      title: "[一个月停电三次|频繁停电无人解释|反复跳闸]",
      details:
        "{estate}这个月已经停电[三|四]次，每次都说是[设备老化|负荷过大]，[电梯停运老人上不了楼|网店直播中断损失不小]，要求给出彻底整改的时间。",
      answer:
        "非常抱歉给您带来不便。我们已调取该线路近三个月停电记录，{handler}将在三个工作日内书面答复整改安排。",
      question: "请问停电主要发生在哪个时段？是否方便提供最近两次的时间？",
      supply: "都是{time}前后，最近两次是上周和{day}。",
      inside: "线路 312 半年跳闸 7 次，均为同一段架空裸线，已列入改造计划第二批，建议提前。",
      done: "该段线路已完成绝缘化改造并加装分段开关，同时向您说明了改造前后的停电记录；未来三个月每月回访一次。",
    },
    en: {
      title: "[Three outages in a month|Frequent power cuts without explanation]",
      details:
        "{estate} has lost power [three|four] times this month, each time blamed on [old equipment|overload]. [The lift stops and elderly people are stuck.|My online shop lost orders.] When will this be fixed for good?",
      answer:
        "We apologise. We are going through three months of records of this line; {handler} will write to you with dates within three working days.",
      question: "At what time of day do the outages happen? When were the last two?",
      supply: "Around {time}; last week and {day}.",
      inside:
        "Line 312 tripped 7 times in half a year, always the bare overhead section. In upgrade batch two; propose to bring forward.",
      done: "The section was insulated and a sectional switch added. We shared the record before and after and will call monthly for three months.",
    },
  },
  {
    kind: "complaint",
    category: "attitude",
    weight: 4,
    unitId: centre,
    fields: { subject: "attitude" },
    zh: {
      title: "<营业厅工作人员态度差|来电多次被转接>",
      details:
        "<{day}去营业厅办过户，窗口人员很不耐烦，材料分两次才说清，来回跑了两趟|{day}打了三次热线，每次都被转到别的部门，等了四十分钟也没人能答复>，请核实处理。",
      answer: "对不起，让您有了不愉快的经历。我们正在调看当日<录像|通话录音>并核实情况。",
      inside: "<调看录像属实，当值人员未执行一次性告知。|录音属实，首问负责未落实，三次转接均未留单。>",
      done: "经核实情况属实，已向您当面致歉，对当事人员进行了培训与考核，并为您上门办结了业务。",
      refusal:
        "经调看录像与录音，未发现所述情形；业务缺少产权证明，按规定无法当场办理，已再次向您说明所需材料。",
    },
    en: {
      title: "<Rude staff at the service hall|Passed from desk to desk on the phone>",
      details:
        "<{day} I went to the service hall to transfer an account. The clerk was impatient, named the papers bit by bit, and I had to come twice.|{day} I called three times, was passed on each time and waited forty minutes without an answer.>",
      answer: "We are sorry. We are reviewing the recordings of that day.",
      inside:
        "<Recording confirms it: the clerk did not state all requirements at once.|Recording confirms it: nobody took ownership in three transfers.>",
      done: "What you told us was right. We apologised in person, retrained the clerk and completed your matter at your home.",
      refusal:
        "The recordings do not show what was described. A proof of ownership was missing, so the matter could not be done on the spot; the list of papers was explained again.",
    },
  },
  {
    kind: "application",
    category: "newConnection",
    weight: 7,
    from: "firm",
    unitId: lakeside,
    located: true,
    fields: { applicationType: "capacityIncrease", capacityKw: 315 },
    zh: {
      title: "[新装|增容]申请 {kw} kW",
      details:
        "我司在{street}{house}号[扩建车间|新开门店|建设充电桩]，需[新装|增容]{kw} kW，希望{month}前送电。",
      answer: "已受理，客户经理{handler}将全程代办，三个工作日内现场勘查并答复供电方案。",
      question: "请补充[营业执照|主要用电设备清单|用地许可]扫描件。",
      supply: "材料已补齐，请查收。",
      inside: "就近 10 kV 线路可开放容量充足，无需外线工程，[可采用低压接入|建议专变]。",
      done: "供电方案、验收与装表均已完成，{kw} kW 已于{day}送电，办电全程零费用至红线。",
      refusal: "所报地址土地性质与用途不符，暂不能受理；取得用地许可后可凭原编号直接恢复办理。",
    },
    en: {
      title: "[New supply|Extension] of {kw} kW",
      details:
        "We are [extending a workshop|opening a shop|building chargers] at {house} {street} and need {kw} kW by {month}.",
      answer:
        "Received. {handler} will handle everything for you; a site visit and supply plan follow within three working days.",
      question: "Please add a copy of [the business licence|the equipment list|the land permit].",
      supply: "The documents are attached.",
      inside: "Enough spare capacity on the nearby 10 kV line, no line works needed.",
      done: "Plan, inspection and meter are done; {kw} kW was energised {day}. No charge up to the boundary.",
      refusal:
        "The land use registered for this address does not match. We can continue under the same number once the permit is there.",
    },
  },
  {
    kind: "application",
    category: "pvConnection",
    weight: 4,
    from: "home",
    unitId: lakeside,
    located: true,
    fields: { applicationType: "newService", capacityKw: 12 },
    zh: {
      title: "<屋顶光伏并网申请|家用充电桩报装>",
      details:
        "{estate}<自家屋顶装 12 kW 光伏，申请并网，物业已同意|购买了新能源车，申请安装充电桩，车位为自有产权>。",
      answer: "已受理，工作人员将在两个工作日内联系您约定勘查时间。",
      question: "请补充<物业同意书|车位产权证明>。",
      supply: "已上传。",
      inside: "台区<光伏渗透率 31%|剩余容量充足>，可接入。",
      done: "现场验收合格，计量装置已安装，<光伏系统|充电桩>已投用，合同电子版已发至您的邮箱。",
    },
    en: {
      title: "<Connect rooftop solar|Install a home charger>",
      details:
        "At {estate}: <12 kW of solar on our roof is to be connected. The estate office agreed.|we bought an electric car and want a charger. The parking space is ours.>",
      answer: "Received. We will call within two working days to arrange a visit.",
      question: "Please add <the consent of the estate office|proof of the parking space>.",
      supply: "Uploaded.",
      inside: "<Solar share of this transformer 31 %|Enough spare capacity>, connection possible.",
      done: "Inspection passed, the meter is in and the <solar system|charger> is in use. The contract was sent by e-mail.",
    },
  },
  {
    kind: "suggestion",
    category: "onlineService",
    weight: 3,
    unitId: centre,
    zh: {
      title: "建议<账单增加用电曲线|停电通知写清恢复时间|营业厅增设老年窗口>",
      details:
        "希望<网上账单能看到每天的用电曲线，方便合理用电|停电短信里写清预计恢复时间，不用反复打电话|营业厅为老年人保留人工窗口，不会用手机也能办事>。",
      answer: "感谢您的建议，已转相关部门研究。",
      inside: "与上季度同类建议合并，已有 {digits} 条支持，列入改进清单。",
      done: "您的建议已采纳，[将在下一版网上营业厅上线|已从本月起执行]，谢谢您帮助我们改进。",
    },
    en: {
      title:
        "Suggestion: <show daily usage on the bill|say when power will return|keep a counter for the elderly>",
      details:
        "Please <show a daily curve with the online bill|write the expected end into outage texts|keep one staffed counter for elderly people>.",
      answer: "Thank you, we passed it on to those in charge.",
      inside: "Merged with similar ones of last quarter; on the improvement list.",
      done: "Taken up: it [comes with the next version of the online service|applies from this month]. Thank you.",
    },
  },
  {
    kind: "opinion",
    category: "tariff",
    weight: 2,
    unitId: centre,
    zh: {
      title: "<对峰谷时段划分的意见|对催费短信的意见>",
      details: "<谷段从夜里十点开始太晚，老人等不到那时候洗衣服。|刚出账单就收到催费短信，感觉不被信任。>",
      answer: "感谢您的意见，我们会在价格与服务评估时一并反映。",
      inside: "汇总至季度客户之声报告。",
      done: "已将您的意见纳入本季度报告，<峰谷时段由主管部门核定，我们已书面反映|催费短信已调整为到期前三天发送>。",
    },
    en: {
      title: "<On the hours of the valley price|On payment reminders>",
      details:
        "<The valley hours begin at ten at night, too late for elderly people.|A reminder the day the bill is issued feels distrustful.>",
      answer: "Thank you; we will raise it in our review of prices and service.",
      inside: "Added to the quarterly voice-of-customer report.",
      done: "It is part of this quarter's report; <the hours are set by the authority, to which we wrote|reminders now go out three days before the due date>.",
    },
  },
  {
    kind: "praise",
    category: "crew",
    weight: 3,
    unitId: repair,
    zh: {
      title: "表扬<雨夜抢修的师傅|耐心的营业员>",
      details:
        "{day}<大雨里抢修到半夜，鞋都湿透了还把垃圾带走|教我母亲用手机交费，讲了三遍都不嫌烦>，请转达感谢！",
      answer: "谢谢您的认可，已转达给{handler}和全体同事。",
      inside: "记入班组月度服务之星。",
      done: "已通报表扬，感谢您抽时间告诉我们。",
    },
    en: {
      title: "Praise for <the crew that worked in the rain|a patient clerk>",
      details:
        "{day} <they worked until midnight in heavy rain and even took the rubbish away|she showed my mother three times how to pay by phone>. Please pass on our thanks!",
      answer: "Thank you, {handler} and the team have been told.",
      inside: "Noted for the team's star of the month.",
      done: "The team was commended. Thank you for taking the time.",
    },
  },
];
