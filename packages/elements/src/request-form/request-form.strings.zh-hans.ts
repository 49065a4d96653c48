import type { FormStrings } from "./request-form.strings.js";

const strings: FormStrings = {
  chooseKind: "您想办理什么？",
  nothing: { title: "暂无可提交的事项", hint: "目前没有向您开放的表单。" },
  change: "更换",
  changeKind: (kind) => `更换事项，当前为${kind}`,
  optional: "选填",
  choose: "请选择",
  counter: (used, limit) => `${used} / ${limit}`,
  atMost: (limit) => `最多 ${limit} 个字。`,

  title: "主题",
  description: "详细说明",
  descriptionHint: "请写明发生了什么、在哪里、从何时开始。",
  person: "被反映人",

  place: "地点",
  address: "地址",
  locationNote: "位置说明",
  usePosition: "使用我的位置",
  finding: "正在定位…",
  position: (latitude, longitude) => `定位 ${latitude}, ${longitude}`,
  removePosition: "清除定位",
  positionFailed: {
    denied: "浏览器未允许定位，请填写地址。",
    unavailable: "无法获取您的位置，请填写地址。",
    timeout: "定位超时，请填写地址。",
  },

  requester: "如何与您联系？",
  requesterHint: "电话和电子邮箱填写一项即可。",
  name: "姓名",
  phone: "电话",
  email: "电子邮箱",
  signedIn: (name) => `您已以 ${name} 的身份登录，我们将按您账户中的联系方式答复。`,
  anonymous: "匿名提交",
  anonymousHint:
    "我们不会收到也不会保存您的姓名、账户和联系方式。您填写的内容和附件会被保存，请勿写入可能暴露身份的信息。本表单的内容不会保存在此设备上。",

  submit: "提交",
  sending: "正在提交…",
  sendAgain: "重新提交",
  summary: (count) => `有 ${count} 处需要检查`,
  failed: {
    offline: "网络未连接。您填写的内容都在，不会丢失。",
    unauthorized: "请先登录，然后重新提交。您填写的内容都在。",
    forbidden: "您没有提交此事项的权限。",
    "not-found": "该表单已停用。",
    error: "提交失败。您填写的内容都在，请稍后重新提交。",
  },
  reference: (requestId) => `参考编号 ${requestId}`,

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
    choose: "请选择一项。",
    place: "请填写地址，或使用您的位置。",
    reachable: "请填写电话或电子邮箱。",
    integer: "请输入整数。",
    number: "请输入数字。",
    date: "请输入日期。",
    phone: "请输入电话号码，例如 138 0013 8000。",
    email: "请输入电子邮箱，例如 name@example.com。",
    tooLong: (limit) => `不能超过 ${limit} 个字。`,
    tooShort: (limit) => `至少需要 ${limit} 个字。`,
    tooSmall: (limit) => `不能小于 ${limit}。`,
    tooLarge: (limit) => `不能大于 ${limit}。`,
    tooMany: (limit) => `最多 ${limit} 个文件。`,
    notUploaded: "有文件未上传成功，请重试或移除。",
    other: "请检查此项。",
  },
};

export default strings;
