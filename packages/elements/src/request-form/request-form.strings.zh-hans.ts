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
};

export default strings;
