import type { FormStrings } from "./request-form.strings.js";

const strings: FormStrings = {
  chooseKind: "您想辦理什麼？",
  nothing: { title: "暫無可提交的事項", hint: "目前沒有向您開放的表單。" },
  change: "更換",
  changeKind: (kind) => `更換事項，目前為${kind}`,
  optional: "選填",
  choose: "請選擇",
  counter: (used, limit) => `${used} / ${limit}`,
  atMost: (limit) => `最多 ${limit} 個字。`,

  title: "主旨",
  description: "詳細說明",
  descriptionHint: "請寫明發生了什麼事、在哪裡、從何時開始。",
  person: "被反映人",

  place: "地點",
  address: "地址",
  locationNote: "位置說明",
  usePosition: "使用我的位置",
  finding: "正在定位…",
  position: (latitude, longitude) => `定位 ${latitude}, ${longitude}`,
  removePosition: "清除定位",

  requester: "如何與您聯絡？",
  requesterHint: "電話和電子郵件填寫一項即可。",
  name: "姓名",
  phone: "電話",
  email: "電子郵件",
  signedIn: (name) => `您已以 ${name} 的身分登入，我們將依您帳戶中的聯絡方式回覆。`,
  anonymous: "匿名提交",
  anonymousHint:
    "我們不會收到也不會保存您的姓名、帳戶和聯絡方式。您填寫的內容和附件會被保存，請勿寫入可能洩漏身分的資訊。本表單的內容不會儲存在此裝置上。",

  submit: "提交",
  sending: "正在提交…",
  sendAgain: "重新提交",
};

export default strings;
