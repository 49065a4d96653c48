import { createClient, type RetryOptions } from "@portico/sdk";
import axios from "axios";
import ky from "ky";
import openapiFetch from "openapi-fetch";

export type Fetch = typeof globalThis.fetch;

/** The three calls that are measured, each giving what was parsed. */
export interface Calls {
  /** One record. */
  get(): Promise<unknown>;
  /** A page of 50 records. */
  list(): Promise<unknown>;
  /** A write with a key of its own. */
  create(): Promise<unknown>;
}

export interface Contestant {
  readonly name: string;
  readonly retries: boolean;
  readonly calls: Calls;
}

const record = "/v1/service-requests/r1";
export const page = "/v1/service-requests";
const token = "token-of-a-customer";
const input = { kind: "enquiry", title: "When is the meter read next?", channel: "web" };
const authorization = `Bearer ${token}`;

/** Every client on the same fetch, with the same token. `undefined` is the platform's own, for which axios has a transport of its own. */
export function contestants(baseUrl: string, fetch: Fetch | undefined): Contestant[] {
  return [
    { name: "fetch", retries: false, calls: bareFetch(baseUrl, fetch ?? globalThis.fetch) },
    { name: "openapi-fetch", retries: false, calls: withOpenapiFetch(baseUrl, fetch) },
    { name: "axios", retries: false, calls: withAxios(baseUrl, fetch) },
    { name: "ky", retries: false, calls: withKy(baseUrl, fetch, 0) },
    { name: "ky", retries: true, calls: withKy(baseUrl, fetch, 3) },
    { name: "@portico/sdk", retries: false, calls: withSdk(baseUrl, fetch, { limit: 0 }) },
    { name: "@portico/sdk", retries: true, calls: withSdk(baseUrl, fetch, {}) },
  ];
}

const newKey = () => crypto.randomUUID();

function bareFetch(baseUrl: string, fetch: Fetch): Calls {
  const headers = { authorization };
  const read = async (path: string) => (await fetch(`${baseUrl}${path}`, { headers })).json();
  return {
    get: () => read(record),
    list: () => read(`${page}?limit=50`),
    create: async () => {
      const response = await fetch(`${baseUrl}${page}`, {
        method: "POST",
        headers: { authorization, "content-type": "application/json", "idempotency-key": newKey() },
        body: JSON.stringify(input),
      });
      return response.json();
    },
  };
}

/** The paths as openapi-typescript would write them, as far as they are called here. */
interface Paths {
  [record]: { get: Read };
  [page]: { get: Read; post: Read & { requestBody: { content: { "application/json": object } } } };
}

interface Read {
  parameters: { query?: object; header?: object };
  responses: { 200: { content: { "application/json": object } } };
}

function withOpenapiFetch(baseUrl: string, fetch: Fetch | undefined): Calls {
  const client = openapiFetch<Paths>({ baseUrl, headers: { authorization }, ...(fetch && { fetch }) });
  return {
    get: () => client.GET(record),
    list: () => client.GET(page, { params: { query: { limit: 50 } } }),
    create: () => client.POST(page, { body: input, headers: { "idempotency-key": newKey() } }),
  };
}

function withAxios(baseURL: string, fetch: Fetch | undefined): Calls {
  const client = axios.create({
    baseURL,
    timeout: 30_000,
    headers: { authorization },
    ...(fetch && { adapter: "fetch", env: { fetch } }),
  });
  return {
    get: async () => (await client.get(record)).data,
    list: async () => (await client.get(page, { params: { limit: 50 } })).data,
    create: async () => (await client.post(page, input, { headers: { "idempotency-key": newKey() } })).data,
  };
}

function withKy(baseUrl: string, fetch: Fetch | undefined, limit: number): Calls {
  const client = ky.create({
    prefix: baseUrl,
    timeout: 30_000,
    retry: limit && { limit, methods: ["get", "post"] },
    headers: { authorization },
    ...(fetch && { fetch }),
  });
  return {
    get: () => client.get(record.slice(1)).json(),
    list: () => client.get(page.slice(1), { searchParams: { limit: 50 } }).json(),
    create: () =>
      client.post(page.slice(1), { json: input, headers: { "idempotency-key": newKey() } }).json(),
  };
}

function withSdk(baseUrl: string, fetch: Fetch | undefined, retry: RetryOptions): Calls {
  const { serviceRequests } = createClient({ baseUrl, auth: () => token, retry, ...(fetch && { fetch }) });
  return {
    get: () => serviceRequests.get("r1"),
    list: async () => (await serviceRequests.list({ limit: 50 })).data,
    create: () => serviceRequests.create(input),
  };
}
