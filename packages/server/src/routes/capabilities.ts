import {
  type Capabilities,
  type CodeList,
  channelValues,
  type Me,
  type OperationId,
  operations,
} from "@portico/contract";
import { codeLists } from "@portico/contract/code-lists";
import { openApiDocument } from "@portico/contract/document";
import { urgeCooldownSeconds } from "../domain/lifecycle.js";
import { limits } from "../domain/limits.js";
import { mediaTypes } from "../domain/media-types.js";
import { requestKinds } from "../domain/request-kinds.js";
import { answerList } from "../http/list.js";
import type { Handlers } from "../http/operation.js";
import { describeOperation } from "../http/operation-contract.js";
import { maySubmit } from "../policy/policy.js";
import { found } from "../problem.js";
import type { ListQuery, Page } from "../store.js";

export const capabilities: Handlers<"getCapabilities" | "getMe" | "listCodeLists" | "getCodeList"> = {
  async getCapabilities({ principal }): Promise<Capabilities> {
    return {
      contractVersion: openApiDocument.info.version,
      name: "Portico reference backend",
      version: "0.1.0",
      profiles: [
        { id: "core", level: "write" },
        { id: "relationship", level: "write" },
        { id: "voice", level: "write" },
        { id: "summary", level: "read" },
      ],
      resources: resourceCapabilities(),
      requestKinds: requestKinds.filter((kind) => maySubmit(principal, kind)),
      channels: [...channelValues],
      attachments: {
        maxCount: limits.attachmentCount,
        maxBytes: limits.attachmentBytes,
        mediaTypes: [...mediaTypes],
      },
      changes: {
        poll: true,
        stream: true,
        heartbeatSeconds: limits.heartbeatSeconds,
        retentionHours: limits.changeHours,
      },
      locales: ["en", "zh-Hans", "zh-Hant"],
      urgeCooldownSeconds,
    };
  },

  async getMe({ principal, scope, store }): Promise<Me> {
    const { kind, id, customerId, unitId, scopes, expiresAt } = principal;
    const needsName = principal.name === undefined && customerId !== undefined;
    const customer = needsName ? await store.customers.find(customerId, scope) : null;
    const name = principal.name ?? customer?.displayName;
    return {
      principal: kind,
      scopes,
      ...(kind === "guest" ? {} : { id }),
      ...(name === undefined ? {} : { displayName: name }),
      ...(customerId === undefined ? {} : { customerId }),
      ...(unitId === undefined ? {} : { unitId }),
      ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
    };
  },

  listCodeLists(call) {
    return answerList(call, {
      filter: {},
      sort: "order",
      list: pageOfCodeLists,
      view: (list) => list,
    });
  },

  async getCodeList({ path }) {
    return found(codeLists.find(({ name }) => name === path.name) ?? null);
  },
};

async function pageOfCodeLists({ limit, after }: ListQuery<object>): Promise<Page<CodeList>> {
  const start = codeLists.findIndex(({ name }) => name === after?.id) + 1;
  const rows = codeLists.slice(start, start + limit);
  const last = start + limit < codeLists.length ? rows.at(-1) : undefined;
  return { rows, next: last ? { key: last.name, id: last.name } : null };
}

/** By the first segment of the path after the version: what can be called, filtered and sorted, as the document says. */
function resourceCapabilities(): Capabilities["resources"] {
  const byResource: Capabilities["resources"] = {};
  for (const [id, { path, paginate }] of Object.entries(operations)) {
    const resource = camelCase(path.split("/")[2] ?? "");
    const entry = byResource[resource] ?? { operations: [] };
    byResource[resource] = entry;
    entry.operations.push(id);
    if (paginate && path.split("/").length === 3) Object.assign(entry, listCapability(id as OperationId));
  }
  return byResource;
}

const pagingParameters = ["limit", "cursor", "total", "sort"];

function listCapability(id: OperationId) {
  const query = describeOperation(id).parameters.filter(({ in: where }) => where === "query");
  const sorts = query.find(({ name }) => name === "sort")?.schema.enum ?? [];
  return {
    filters: query.map(({ name }) => name).filter((name) => !pagingParameters.includes(name)),
    sorts: sorts.map(String),
    maxLimit: limits.pageRows,
  };
}

const camelCase = (segment: string): string =>
  segment.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
