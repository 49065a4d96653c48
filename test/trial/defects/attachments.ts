import type { Attachment, ServiceRequestInput } from "@portico/contract";
import type { Defect } from "../defect.ts";
import { callerInHand, inHand, serving } from "../in-hand.ts";
import {
  type Layer,
  onAnswer,
  onCall,
  onProblem,
  onResponse,
  retold,
  withHeaders,
  withJson,
} from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

export const attachments: readonly Defect[] = [
  {
    name: "file-name-cut-at-chinese",
    summary: "A file's name is cut at its first character outside ASCII.",
    breaks: ["CRM-AT-001"],
    http: named((name) => /^[\x20-\x7e]+/.exec(name)?.[0] ?? "file"),
  },
  {
    name: "file-name-in-latin",
    summary: "A file's name is read as Latin-1.",
    breaks: ["CRM-AT-001"],
    // The control characters among them would be refused.
    http: named((name) =>
      Buffer.from(name)
        .toString("latin1")
        .replaceAll(/\p{Cc}/gu, "?"),
    ),
  },
  {
    name: "media-type-forgotten",
    summary: "A file's record tells no more of its media type than that it is bytes.",
    breaks: ["CRM-AT-001"],
    http: onAnswer({ operation: "getAttachment" }, ({ body }) => ({
      body: { ...body, mediaType: "application/octet-stream" },
    })),
  },
  {
    name: "size-in-kilobytes",
    summary: "A file's record tells its size in kilobytes.",
    breaks: ["CRM-AT-001"],
    http: onAnswer({ operation: ["getAttachment", "uploadAttachment"] }, ({ body }) => {
      const file = body as Attachment;
      return { body: { ...file, size: Math.ceil(file.size / 1024) } };
    }),
  },
  {
    name: "content-inline",
    summary: "A file is shown in the page in place of being downloaded.",
    breaks: ["CRM-AT-002"],
    http: onResponse({ operation: "getAttachmentContent" }, (response) => {
      const disposition = response.headers.get("Content-Disposition") ?? "";
      response.headers.set("Content-Disposition", disposition.replace("attachment", "inline"));
      return response;
    }),
  },
  {
    name: "content-as-text",
    summary: "A file passes through a text decoder on its way out.",
    breaks: ["CRM-AT-002"],
    http: contentAs((bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes))),
  },
  {
    name: "content-without-last-line-break",
    summary: "A file loses the line break at its end.",
    breaks: ["CRM-AT-002"],
    http: contentAs((bytes) => (bytes.at(-1) === 0x0a ? bytes.slice(0, -1) : bytes)),
  },
  {
    name: "first-file-only",
    summary: "Of the files a request was made with only the first is kept with it.",
    breaks: ["CRM-AT-003"],
    store: onStore({
      attachments: { take: (take) => (ids, by) => take(by.entryId ? ids : ids.slice(0, 1), by) },
    }),
  },
  {
    name: "files-gone-on-reading",
    summary: "A request's files are in the answer to its making and not when it is read.",
    breaks: ["CRM-AT-003"],
    http: onAnswer({ operation: ["getServiceRequest", "listServiceRequests"] }, ({ body }) => ({
      body:
        "data" in body
          ? { ...body, data: body.data.map((request) => ({ ...request, attachments: [] })) }
          : { ...body, attachments: [] },
    })),
  },
  {
    name: "unknown-file-ignored",
    summary: "A request with a file that does not exist is made without it.",
    breaks: ["CRM-AT-004"],
    http: onCall({ operation: "createServiceRequest" }, async (call, next) => {
      const { attachmentIds: _, ...input } = ((await call.json()) ?? {}) as ServiceRequestInput;
      const response = await next(call.request);
      const told = response.status === 422 ? await response.clone().text() : "";
      return told.includes('"/attachmentIds/') ? next(withJson(call.request, input)) : response;
    }),
  },
  {
    name: "unknown-file-as-not-found",
    summary: "A request with a file that does not exist answers 404.",
    breaks: ["CRM-AT-004"],
    http: onProblem({ operation: ["createServiceRequest", "createEntry"] }, ({ body }) =>
      body.errors?.some(({ pointer }) => pointer?.startsWith("/attachmentIds/"))
        ? retold(body, "not-found")
        : undefined,
    ),
  },
  {
    name: "unused-file-stays",
    summary: "A file that was removed can still be read.",
    breaks: ["CRM-AT-005"],
    store: onStore({ attachments: { delete: () => async () => undefined } }),
  },
  {
    name: "used-file-removed",
    summary: "A file is taken away from the request that uses it.",
    breaks: ["CRM-AT-005"],
    http: inHand,
    store: onStore({
      attachments: {
        find: (find) => async (id, options) => {
          const file = await find(id, options);
          return file && serving("deleteAttachment") ? { ...file, serviceRequestId: null } : file;
        },
      },
    }),
  },
  {
    name: "used-file-as-forbidden",
    summary: "Removing a file in use answers 403.",
    breaks: ["CRM-AT-005"],
    http: onProblem({ operation: "deleteAttachment", code: "conflict" }, ({ body }) =>
      retold(body, "forbidden"),
    ),
  },
  {
    name: "used-file-taken-by-another",
    summary: "A file that one customer's request uses is taken over by another customer's.",
    breaks: ["CRM-AT-006"],
    http: inHand,
    store: onStore({
      attachments: {
        find: (find) => async (id, options) => {
          const file = await find(id, options);
          const isTaking = serving("createServiceRequest", "createEntry") && options?.lock;
          return file && isTaking && file.serviceRequestId !== null
            ? { ...file, serviceRequestId: null, uploader: uploaderInHand() }
            : file;
        },
      },
    }),
  },
];

/** Alters the name under which a file is sent in. */
function named(alter: (name: string) => string): Layer {
  return onCall({ operation: "uploadAttachment" }, ({ request }, next) => {
    const given = /filename\*=UTF-8''([^;]+)/i.exec(request.headers.get("Content-Disposition") ?? "")?.[1];
    if (given === undefined) return next(request);
    try {
      const name = encodeURIComponent(alter(decodeURIComponent(given)));
      return next(withHeaders(request, { "Content-Disposition": `attachment; filename*=UTF-8''${name}` }));
    } catch {
      return next(request);
    }
  });
}

function contentAs(alter: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): Layer {
  return onResponse({ operation: "getAttachmentContent" }, async (response) => {
    if (!response.ok) return response;
    const altered = alter(new Uint8Array(await response.arrayBuffer()));
    response.headers.set("Content-Length", String(altered.byteLength));
    return new Response(altered, response);
  });
}

/** As the server keeps who sent a file in. */
function uploaderInHand(): string {
  const { kind, id = "", customerId } = callerInHand();
  return [kind, ...(customerId === undefined ? [] : [customerId]), id].map(encodeURIComponent).join(":");
}
