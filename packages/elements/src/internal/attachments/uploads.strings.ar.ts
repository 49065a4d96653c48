import type { UploadStrings } from "./uploads.strings.js";

const strings: UploadStrings = {
  uploading: (percent) => `جارٍ الرفع، ${percent}`,
  uploaded: "تم الرفع",
  notUploaded: "تعذّر الرفع",
  retryFile: (name) => `إعادة رفع \u2068${name}\u2069`,
  removeFile: (name) => `إزالة \u2068${name}\u2069`,
  removed: (name) => `تمت إزالة \u2068${name}\u2069`,
  refused: {
    "too-many": (name, { number }) => `لم يُضف «\u2068${name}\u2069»: الحد الأقصى لعدد الملفات ${number}.`,
    "too-large": (name, { size }) => `حجم «\u2068${name}\u2069» أكبر من ${size}.`,
    empty: (name) => `الملف «\u2068${name}\u2069» فارغ.`,
    "media-type": (name, { types }) =>
      types
        ? `لا يمكن قبول «\u2068${name}\u2069». الأنواع المقبولة: \u2068${types}\u2069.`
        : `لا يمكن قبول نوع الملف «\u2068${name}\u2069».`,
  },
};

export default strings;
