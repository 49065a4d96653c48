import type { Attachment, Capabilities } from "@portico/contract";
import type { Send } from "./core/attempt.js";
import { errorOfProblem, problemOf } from "./core/errors.js";
import { path } from "./core/path.js";
import type { Transport } from "./core/transport.js";
import type { Answer, RequestOptions } from "./types.js";

export interface UploadProgress {
  /** Bytes handed to the network so far. Starts again with a retry. */
  loaded: number;
  total: number;
}

export interface UploadOptions extends RequestOptions {
  /** Default: the name of a `File`, else `file`. */
  fileName?: string | undefined;
  /** Default: the type of the blob, else `application/octet-stream`. */
  mediaType?: string | undefined;
  onProgress?: ((progress: UploadProgress) => void) | undefined;
}

/** What an upload needs of the transport. */
export type Uploader = Pick<Transport, "call" | "capabilities" | "options">;

/** A file on a slow line takes longer than a question. */
const uploadTimeout = 300_000;
/** Progress is told in steps of this size where the client counts itself. */
const pieceBytes = 65_536;

/** Sends the file as the body of one keyed POST, so that a retry makes no second attachment. */
export async function upload(
  { transport }: { readonly transport: Uploader },
  file: Blob | Uint8Array<ArrayBuffer>,
  options: UploadOptions,
): Promise<Answer<Attachment>> {
  const { onProgress, mediaType = (file as Blob).type || "application/octet-stream" } = options;
  const { fileName = (file as File).name || "file" } = options;
  // Not `instanceof`: a file may come from another frame.
  const body = "size" in file ? file : new Blob([file]);
  checkLimits(body.size, mediaType, transport.capabilities);
  onProgress?.({ loaded: 0, total: body.size });
  const answer = await transport.call<Attachment>(
    {
      operation: "uploadAttachment",
      method: "POST",
      path: path`/v1/attachments`,
      body,
      headers: { "content-type": mediaType, "content-disposition": dispositionOf(fileName) },
      send: onProgress && !transport.options.fetch ? observed(body, onProgress) : undefined,
    },
    { ...options, timeout: options.timeout ?? uploadTimeout },
  );
  onProgress?.({ loaded: body.size, total: body.size });
  return answer;
}

/** RFC 6266 with the encoding of RFC 8187, so that every name passes through a header. */
function dispositionOf(fileName: string): string {
  const encoded = encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, "_")).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

/** Says at once what the backend would say after the upload, where its limits are known. */
function checkLimits(size: number, mediaType: string, capabilities: Capabilities | undefined): void {
  if (!capabilities?.attachments) return;
  const { maxBytes, mediaTypes } = capabilities.attachments;
  if (size > maxBytes) {
    throw errorOfProblem(
      problemOf(413, "payload-too-large", `The file has ${size} bytes; ${maxBytes} are allowed.`),
    );
  }
  const type = mediaType.split(";", 1)[0] ?? "";
  const taken = mediaTypes.some(
    (allowed) => allowed === type || (allowed.endsWith("/*") && type.startsWith(allowed.slice(0, -1))),
  );
  if (!taken && !mediaTypes.includes("*/*")) {
    throw errorOfProblem(
      problemOf(415, "unsupported-media-type", `${type} is not one of ${mediaTypes.join(", ")}.`),
    );
  }
}

/** A fetch that tells how much has left, where the platform can. */
function observed(body: Blob, onProgress: (progress: UploadProgress) => void): Send | undefined {
  if ("XMLHttpRequest" in globalThis) return (request) => sendByXhr(request, body, onProgress);
  // A service worker has no XMLHttpRequest and streams bodies over HTTP/2 alone.
  if ("importScripts" in globalThis) return undefined;
  return (request) => {
    let loaded = 0;
    const pieces = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const piece = body.slice(loaded, loaded + pieceBytes);
        if (piece.size === 0) {
          controller.close();
          return;
        }
        controller.enqueue(new Uint8Array(await piece.arrayBuffer()));
        loaded += piece.size;
        onProgress({ loaded, total: body.size });
      },
    });
    return fetch(new Request(request, { body: pieces, duplex: "half" } as RequestInit));
  };
}

/** A fetch by XMLHttpRequest, the one way a browser tells how much of a body has left. */
const sendByXhr = (
  request: Request,
  body: Blob,
  onProgress: (progress: UploadProgress) => void,
): ReturnType<Send> =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(request.method, request.url);
    xhr.responseType = "blob";
    xhr.withCredentials = request.credentials === "include";
    request.headers.forEach((value, name) => {
      xhr.setRequestHeader(name, value);
    });
    xhr.upload.onprogress = ({ loaded }) => onProgress({ loaded, total: body.size });
    xhr.onload = () => {
      const headers = new Headers();
      for (const line of xhr.getAllResponseHeaders().trim().split("\r\n")) {
        const colon = line.indexOf(":");
        if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1));
      }
      // A Response of these statuses refuses a body, even an empty one.
      const body = [204, 205, 304].includes(xhr.status) ? null : (xhr.response as Blob);
      resolve(new Response(body, { status: xhr.status, headers }));
    };
    xhr.onerror = () => reject(new TypeError("The upload failed."));
    xhr.onabort = () => reject(request.signal.reason);
    request.signal.addEventListener("abort", () => xhr.abort(), { once: true });
    xhr.send(body);
  });
