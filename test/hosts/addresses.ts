import { elements } from "@portico/elements/all";
import type { PorticoServer } from "../support/server.ts";

export const carter = "demo-utility-carter";
const privateCustomer = "demo-bank-chen";

/** A token of a customer of the demo. */
export const customerToken = (portico: PorticoServer): Promise<string> =>
  portico.token("--as", "customer", "--customer", carter);

/** A manager who may see telephone numbers in full. */
const managerToken = (portico: PorticoServer): Promise<string> =>
  portico.token("--as", "manager", "--id", "demo-bank-manager", "--scope", "pii.reveal");

/** The page on which a customer reports and follows, and a manager has a card. */
export async function workAddress(portico: PorticoServer): Promise<string> {
  const [customer, manager] = await Promise.all([customerToken(portico), managerToken(portico)]);
  return `/work/?${new URLSearchParams({ customer, manager, card: privateCustomer })}`;
}

/** The page of a form around everything, for a manager. */
export async function formAddress(portico: PorticoServer): Promise<string> {
  const token = await managerToken(portico);
  return `/form/?${new URLSearchParams({ token, card: privateCustomer, request: "demo-bank-chen-transfer" })}`;
}

/** The application in which every element comes and goes, for a customer. */
export async function spaAddress(portico: PorticoServer): Promise<string> {
  const ids = { customerId: carter, requestId: await aRequest(portico), indexId: await anIndex(portico) };
  const names = Object.keys(elements).filter((name) => name !== "provider");
  const tags = names.map((name): [string, string] => ["tag", `crm-${name}`]);
  const token = await customerToken(portico);
  return `/spa/?${new URLSearchParams([["token", token], ...Object.entries(ids), ...tags])}`;
}

/** The page with two copies of us, for guests. */
export const twiceAddress = async (portico: PorticoServer): Promise<string> =>
  `/twice/?index=${await anIndex(portico)}`;

async function aRequest(portico: PorticoServer): Promise<string> {
  const { data } = await (
    await portico.client("--as", "customer", "--customer", carter)
  ).serviceRequests.list();
  return data[0]?.id ?? "";
}

async function anIndex(portico: PorticoServer): Promise<string> {
  const { data } = await (await portico.client()).satisfactionIndices.list();
  return data[0]?.id ?? "";
}
