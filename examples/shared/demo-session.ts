/** A customer of the demo, and what gives their token. */
export interface DemoCustomer {
  readonly id: string;
  readonly auth: () => Promise<string>;
}

/** Signs in the first customer of the reference backend's demo. A portal of your own asks its own server instead. */
export async function demoCustomer(industry: string): Promise<DemoCustomer> {
  const people = await fetch(`/demo/people?industry=${industry}`);
  const { customers } = (await people.json()) as { customers: { id: string }[] };
  const id = customers[0]?.id;
  if (!id) throw new Error("The backend has no demo data: start it with `npm start` in the top folder.");
  return { id, auth: () => token({ as: "customer", industry, customerId: id }) };
}

async function token(claims: object): Promise<string> {
  const response = await fetch("/demo/token", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(claims),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}
