import type { UploadStrings } from "./uploads.strings.js";

const strings: UploadStrings = {
  uploading: (percent) => `正在上传，已完成 ${percent}`,
  uploaded: "已上传",
  notUploaded: "上传失败",
  retryFile: (name) => `重新上传 ${name}`,
  removeFile: (name) => `移除 ${name}`,
  removed: (name) => `已移除 ${name}`,
  refused: {
    "too-many": (name, { number }) => `未添加“${name}”：最多只能添加 ${number} 个文件。`,
    "too-large": (name, { size }) => `“${name}”超过 ${size}。`,
    empty: (name) => `“${name}”是空文件。`,
    "media-type": (name, { types }) =>
      types ? `不支持“${name}”的格式，仅支持 ${types}。` : `不支持“${name}”的格式。`,
  },
};

export default strings;
