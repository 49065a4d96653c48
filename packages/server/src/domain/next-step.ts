import type { Labels, NextStep, RequestState } from "@portico/contract";

type Step = Pick<NextStep, "code" | "by"> & { labels: Labels };

const steps: Partial<Record<RequestState, Step>> = {
  acknowledged: step(
    "dispatch",
    "provider",
    "We find the right person for it",
    "我们正在安排专人处理",
    "我們正在安排專人處理",
  ),
  inProgress: step("handle", "provider", "We work on it", "我们正在处理", "我們正在處理"),
  pending: step("answer", "customer", "We wait for your answer", "等待您补充信息", "等待您補充資料"),
  held: step(
    "resume",
    "provider",
    "We go on as soon as we can",
    "条件具备后我们将继续处理",
    "條件具備後我們將繼續處理",
  ),
  resolved: step(
    "confirm",
    "customer",
    "Tell us whether it is solved",
    "请确认是否已解决",
    "請確認是否已解決",
  ),
};

/** What happens next, who does it and by when; null at the end. */
export function nextStep(state: RequestState, dueAt: Date | null): NextStep | null {
  const next = steps[state];
  if (!next) return null;
  return dueAt && next.by === "provider" ? { ...next, dueAt: dueAt.toISOString() } : next;
}

function step(code: string, by: "provider" | "customer", en: string, hans: string, hant: string): Step {
  return { code, by, labels: { en, "zh-Hans": hans, "zh-Hant": hant } };
}
