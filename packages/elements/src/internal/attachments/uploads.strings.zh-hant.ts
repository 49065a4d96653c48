import type { UploadStrings } from "./uploads.strings.js";

const strings: UploadStrings = {
  uploading: (percent) => `正在上傳，已完成 ${percent}`,
  uploaded: "已上傳",
  notUploaded: "上傳失敗",
  retryFile: (name) => `重新上傳 ${name}`,
  removeFile: (name) => `移除 ${name}`,
  removed: (name) => `已移除 ${name}`,
  refused: {
    "too-many": (name, { number }) => `未加入「${name}」：最多只能加入 ${number} 個檔案。`,
    "too-large": (name, { size }) => `「${name}」超過 ${size}。`,
    empty: (name) => `「${name}」是空檔案。`,
    "media-type": (name, { types }) =>
      types ? `不支援「${name}」的格式，僅支援 ${types}。` : `不支援「${name}」的格式。`,
  },
};

export default strings;
