/** Characters that the two scripts write differently and that stand for one another alone. */
const simplified = "机电务东华国银业马门车员样户费报电网长见贝页鱼鸟风飞书龙龟齿";
const traditional = "機電務東華國銀業馬門車員樣戶費報電網長見貝頁魚鳥風飛書龍龜齒";

const pairs = [...simplified].map((sign, at) => [sign, [...traditional][at] ?? sign] as const);
const other = new Map([...pairs, ...pairs.map(([one, two]) => [two, one] as const)]);

/** The same words with every character it knows in the other script. */
export const inOtherScript = (words: string): string =>
  [...words].map((sign) => other.get(sign) ?? sign).join("");
