import type { CommonStrings } from "./common.strings.js";

const strings: CommonStrings = {
  loaded: "已加载",
  empty: { title: "暂无内容", hint: "" },
  unauthorized: { title: "请先登录", hint: "您尚未登录，或登录已过期。" },
  forbidden: { title: "无法查看", hint: "您没有查看此内容的权限。" },
  "not-found": { title: "未找到", hint: "内容可能已被移除，或地址有误。" },
  offline: { title: "网络未连接", hint: "恢复连接后将自动重试。" },
  error: { title: "加载失败", hint: "请稍后重试。" },
  stale: "内容可能不是最新，上次更新失败。",
  partial: "部分内容未能加载。",
  notSent: "未能提交，已填写的内容已保留，请重试。",
  notLoaded: "页面的一部分未能加载，已填写的内容已保留。",
  retry: "重试",
  reference: (requestId) => `参考编号 ${requestId}`,
  outOf: (score, maximum) => `${score} 分，满分 ${maximum} 分`,
};

export default strings;
