import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceRequest } from "@portico/contract";
import type { CrmClient } from "@portico/sdk";
import { describe, expect, test } from "vitest";
import { PorticoServer, root } from "./support/server.ts";

/** Fifty real requests of a city; not part of the repository. */
const folder = process.env.PORTICO_SHARED_DATA ?? join(root, "../shared/data");
const file = join(folder, "chicago_open311_requests.json");

interface Open311Request {
  service_request_id: string;
  status: string;
  service_name: string;
  requested_datetime: string;
  address: string;
  notes?: { datetime: string; summary: string }[];
}

describe.skipIf(!existsSync(file))(`the real requests of a city in ${file}`, () => {
  test("are imported once, with their states, places, histories and times", async () => {
    const records: Open311Request[] = JSON.parse(readFileSync(file, "utf8"));
    const portico = await PorticoServer.prepare();
    try {
      const dry = await portico.run("import", "open311", file, "--dry-run");
      expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing written") });
      const first = await portico.run("import", "open311", file);
      const result = "50 requests: 49 closed, 1 open; 276 entries; 0 refused; 0 already there";
      expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining(result) });
      const again = await portico.run("import", "open311", file);
      expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining("50 already there") });

      await portico.start();
      const crm = await portico.client("--as", "service", "--id", "test");
      const requests = await everyRequest(crm);
      expect(requests).toHaveLength(50);
      expect(requests.filter(({ state }) => state === "closed")).toHaveLength(49);

      for (const record of records) {
        const request = requests.find((one) => refersTo(one, record.service_request_id));
        if (!request) throw new Error(`${record.service_request_id} was not imported`);
        expect(request.location?.address).toBe(record.address);
        expect(Date.parse(request.createdAt)).toBe(Date.parse(record.requested_datetime));
        expect(await historyOf(crm, request)).toEqual(
          (record.notes ?? []).map(noteTime).sort((one, other) => one - other),
        );
      }
    } finally {
      await portico.dispose();
    }
  });
});

async function everyRequest(crm: CrmClient): Promise<ServiceRequest[]> {
  const requests: ServiceRequest[] = [];
  for await (const request of crm.serviceRequests.list({ limit: 100 })) requests.push(request);
  return requests;
}

/** When each entry of a request was made, in milliseconds. */
async function historyOf(crm: CrmClient, { id }: ServiceRequest): Promise<number[]> {
  const times: number[] = [];
  for await (const entry of crm.serviceRequests.entries.list(id)) times.push(Date.parse(entry.createdAt));
  return times;
}

const refersTo = (request: ServiceRequest, id: string): boolean =>
  (request.externalRefs ?? []).some((reference) => reference.id === id);

const noteTime = ({ datetime }: { datetime: string }): number => Date.parse(datetime);
