import type { PanelStrings } from "./panels.strings.js";

const strings: PanelStrings = {
  urgeTitle: "催办此诉求",
  urgeHint: "将立即通知经办人员，并记录在案。",
  withdrawTitle: "确定撤销此诉求？",
  withdrawHint: "撤销后将不再办理。",
  reopenTitle: "要求重新办理",
  reopenHint: "请说明仍未解决的问题。",
  closeTitle: "事情已经办好了吗？",
  closeHint: "确认后诉求将关闭并归档。",
  transitionTitle: "变更状态",
  newState: "新状态",
  reason: "原因",
  reasonHint: "客户可以看到此内容。",
  resolutionLabel: "办理结果",
  optional: "选填",
  cancel: "取消",
  required: {
    notUploaded: "有文件未上传成功，请重试或移除。",
    uploading: "文件仍在上传，请稍候。",
    text: "请先填写内容。",
    reason: "请填写原因。",
    resolution: "请填写办理结果。",
    state: "请选择状态。",
    score: "请选择一个答案。",
  },
  changed: "情况刚刚有变化，已显示最新内容，请核对后再操作。",
  tooOften: "操作过于频繁，请稍后再试。",
  done: {
    reply: "回复已发送。",
    comment: "备注已添加。",
    urge: "已催办，经办人员已收到通知。",
    withdraw: "诉求已撤销。",
    reopen: "诉求已重新办理。",
    rate: "感谢您的评价。",
    close: "诉求已关闭。",
    transition: "状态已变更。",
  },
};

export default strings;
