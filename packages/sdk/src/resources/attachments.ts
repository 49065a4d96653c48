import type { Attachment } from "@portico/contract";
import type { Api } from "../core/api.js";
import { Call } from "../core/call.js";
import { path } from "../core/path.js";
import type { RequestOptions } from "../types.js";
import type { UploadOptions } from "../upload.js";

/** Files that come with requests and entries. */
export const attachments = (api: Api) => ({
  /** Sends a file. Its id goes into `attachmentIds` of a request or an entry within a day. */
  upload: (file: Blob | Uint8Array<ArrayBuffer>, options: UploadOptions = {}) =>
    new Call<Attachment>(
      api.load(import("../upload.js"), options.signal).then(({ upload }) => upload(api, file, options)),
    ),

  get: (id: string, options?: RequestOptions) =>
    api.get("getAttachment", path`/v1/attachments/${id}`, options),

  /** The file itself. */
  content: (id: string, options?: RequestOptions) =>
    api.call<Blob>(
      {
        operation: "getAttachmentContent",
        method: "GET",
        path: path`/v1/attachments/${id}/content`,
        as: "blob",
      },
      options,
    ),

  /** Removes a file that nothing uses yet. */
  delete: (id: string, options?: RequestOptions) =>
    api.delete("getAttachment", "deleteAttachment", path`/v1/attachments/${id}`, options),
});
