import { Converter } from "opencc-js/cn2t";

/** Simplified Chinese as it is written in Taiwan and Hong Kong, in characters. */
export const toTraditional = Converter({ from: "cn", to: "tw" });
