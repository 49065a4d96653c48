import type { Script } from "./matter.js";

type Phrases = Record<
  | "dispatched"
  | "arrived"
  | "urge"
  | "calmed"
  | "supervised"
  | "waitingForPart"
  | "partArrived"
  | "callBack"
  | "reopen"
  | "reopened"
  | "again"
  | "withdrawn"
  | "refusal"
  | "thanks"
  | "delighted"
  | "content"
  | "neutral"
  | "annoyed",
  string
>;

/** What is said in every trade. */
export const phrases: Record<"zh" | "en", Phrases> = {
  zh: {
    dispatched: "[按地段派单。|按客户等级派单。|按专业派单。|值班派单。]",
    arrived: "[人员已到场，开始排查。|已到现场。|已与客户当面核实情况。]",
    urge: "[已经超过承诺时间了，请问进展如何？|一直没有人联系我，请尽快。|麻烦催一下，真的很急。|说好今天的，到现在没有消息。]",
    calmed:
      "[抱歉让您久等，目前前序任务耽搁，{handler}会在{minutes}分钟内给您电话。|已为您加急，最新进展会第一时间告诉您。|非常抱歉，现场情况比预计复杂，正在处理。]",
    supervised:
      "[督办：多次催办，请班组长今日下班前反馈。|列入督办，每日通报进度，直至办结。|超期件，请说明原因并给出新的时限。]",
    waitingForPart:
      "[等待第三方回复，预计三天。|需等外部单位会签，预计五个工作日。|需上级审批，批复后立即继续。]",
    partArrived: "[已收到第三方回复，恢复处理。|会签完成，继续办理。|审批通过，恢复处理。]",
    callBack:
      "[电话回访：客户确认已解决，表示满意。|回访：问题已解决，客户对速度有意见，已致歉。|回访三次未接通，已短信告知。|回访：客户表示感谢。]",
    reopen: "[问题又出现了。|只解决了一部分。|答复和实际情况不符。|按你们说的做了，还是不行。]",
    reopened: "[非常抱歉，已重新安排{handler}跟进，不必再走流程。|已升级给班组长处理。]",
    again:
      "[二次处理：已更换处理方案并逐项核对，观察三天无异常。|已由高级工程师复核并彻底处理，您已当面确认。]",
    withdrawn:
      "[已经自己好了，不用来了，谢谢。|重复提交了，以另一个为准。|已通过其他途径解决。|填错了，撤回。]",
    refusal: "所述事项不属于我方服务范围，已告知您主管单位与联系电话。",
    thanks: "[好的，谢谢。|收到，麻烦了。|谢谢，辛苦了！|明白，等你们消息。]",
    delighted:
      "[速度很快，态度也好！|很专业，解释得清清楚楚。|没想到这么快就解决了。|一次就办好，省心。|全程有消息，放心。]",
    content: "[解决了，总体满意。|还可以，等得略久。|结果不错，希望进度通知再及时些。]",
    neutral: "[问题解决了，但等了太久。|态度还行，效率一般。|来回问了几次同样的问题。]",
    annoyed: "[拖了好几天，催了才有人管。|问题没有彻底解决。|每次换人都要重新说一遍。|答复太敷衍。]",
  },
  en: {
    dispatched: "[By area.|By class of customer.|By specialty.|By duty roster.]",
    arrived: "[On site, looking for the cause.|Arrived.|Spoke with the customer in person.]",
    urge: "[The time you promised has passed. How is it going?|Nobody has called me, please hurry.|Could you chase this? It is urgent.|It was to be done today and I have heard nothing.]",
    calmed:
      "[Sorry to keep you waiting: the job before took longer. {handler} will call within {minutes} minutes.|It has been given priority and you will hear at once.|Our apologies, it is more involved than expected.]",
    supervised:
      "[Supervised: urged more than once, report by the end of today.|Under supervision, daily report until resolved.|Overdue: state the reason and a new date.]",
    waitingForPart:
      "[Waiting for a third party, about three days.|Waiting for another authority, about five working days.|Waiting for approval, to resume at once when it comes.]",
    partArrived:
      "[The third party has answered, resuming.|The signature came, going on.|Approved, resuming.]",
    callBack:
      "[Called back: resolved, customer content.|Called back: resolved, but slow; apologised.|No answer in three calls, sent a text message.|Called back: customer thanks us.]",
    reopen:
      "[It happened again.|Only part of it was solved.|The answer does not match what I see.|I did as told and it still does not work.]",
    reopened:
      "[We are sorry. {handler} has taken it up again; you need not start over.|Passed to the team leader.]",
    again:
      "[Second attempt: solved another way, checked point by point, watched for three days.|Reviewed by a senior engineer and settled; you confirmed in person.]",
    withdrawn:
      "[It solved itself, no need to come. Thanks.|Sent twice, please take the other one.|Settled another way.|My mistake, withdrawn.]",
    refusal: "This is outside what we may do; we named the authority in charge and how to reach it.",
    thanks:
      "[Thank you.|All right, thanks.|Good, I will wait to hear from you.|Thanks for the quick answer!]",
    delighted:
      "[Quick and friendly!|Very professional, explained everything.|Sorted faster than I expected.|Done the first time.|Kept me informed throughout.]",
    content:
      "[Solved, content overall.|Fine, though a bit of a wait.|Good result; more news on the way would help.]",
    neutral:
      "[Solved, but it took too long.|Polite, though not efficient.|Had to explain the same thing several times.]",
    annoyed:
      "[Dragged on until I urged you.|Not really solved.|Everyone new asks the same questions.|A perfunctory answer.]",
  },
};

/** Reports of misconduct, the same in every trade: they go to the integrity desk. */
export const misconduct: Record<"zh" | "en", Script> = {
  zh: {
    title: "<举报收受好处|举报违规收费|举报泄露客户信息>",
    details:
      "<该单位有人暗示给好处才能排到前面。|现场人员另收{amount}元“加急费”，不给票据。|有人把客户电话透露给装修公司。>希望查实，请保护举报人。",
    answer: "举报已登记，由纪检监督室独立核查，涉及单位无法查看。",
    inside: "调取录音、票据与系统日志，启动核查；涉事单位回避。",
    done: "核查完毕，[情况属实，已依规处理并退还款项|线索部分属实，已约谈并整改|未发现违规，已加强抽查]。",
    refusal: "线索不足以开展核查，如有新的材料欢迎继续提供。",
  },
  en: {
    title: "<Report of a bribe|Report of an unlawful charge|Report of leaked customer data>",
    details:
      "<Somebody there hints that a gift moves you up the queue.|A person on site took {amount} yuan as an “urgency fee” without a receipt.|Somebody passes customers' numbers to decorators.> Please look into it and protect the reporter.",
    answer: "Registered. The integrity desk looks into it alone; the unit concerned cannot see it.",
    inside: "Recordings, receipts and logs secured; the unit stands aside.",
    done: "Concluded: [confirmed, dealt with and refunded|partly confirmed, those concerned were spoken to|no breach found, spot checks increased].",
    refusal: "The lead is not enough for an inquiry; further material is welcome.",
  },
};
