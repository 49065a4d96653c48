import type { FillingStrings } from "./filling.strings.js";

const strings: FillingStrings = {
  summary: (_count, number) => `有 ${number} 处需要检查`,

  draftRestored: "已恢复您上次的草稿。",
  draftDiscarded: "草稿已删除。",
  discard: "删除草稿",
  undo: "撤销",

  received: "我们已收到您的提交",
  number: "受理编号",
  copy: "复制",
  copied: "已复制",
  keepNumber: "请保存好此编号。由于您匿名提交，这是查询处理情况的唯一凭据。",
  next: "接下来",
  dueBy: (time) => `${time} 前`,
  another: "再提交一件",

  faults: {
    required: "请填写此项。",
    enum: "请选择一项。",
    "required radios": "请选择一项。",
    "required select": "请选择一项。",
    "required /location/address": "请填写地址，或使用您的位置。",
    "required /requester/phone": "请填写电话或电子邮箱。",
    "type integer": "请输入整数。",
    "type number": "请输入数字。",
    "format date": "请输入日期。",
    "format phone": "请输入电话号码，例如 138 0013 8000。",
    "format email": "请输入电子邮箱，例如 name@example.com。",
    "too-long": (limit) => `不能超过 ${limit} 个字。`,
    "too-short": (limit) => `至少需要 ${limit} 个字。`,
    "too-small": (limit) => `不能小于 ${limit}。`,
    "too-large": (limit) => `不能大于 ${limit}。`,
    "too-many": (limit) => `最多 ${limit} 个文件。`,
    "not-uploaded": "有文件未上传成功，请重试或移除。",
    other: "请检查此项。",
  },

  positionFailed: {
    denied: "浏览器未允许定位，请填写地址。",
    unavailable: "无法获取您的位置，请填写地址。",
    timeout: "定位超时，请填写地址。",
  },

  failed: {
    offline: "网络未连接。您填写的内容都在，不会丢失。",
    unauthorized: "请先登录，然后重新提交。您填写的内容都在。",
    forbidden: "您没有提交此事项的权限。",
    "not-found": "该表单已停用。",
    error: "提交失败。您填写的内容都在，请稍后重新提交。",
  },
};

export default strings;
