import { bootstrapApplication } from "@angular/platform-browser";
import { demoCustomer } from "../../shared/demo-session.js";
import { demoCustomerToken, Requests } from "./requests.js";

const customer = await demoCustomer("utility");
await bootstrapApplication(Requests, { providers: [{ provide: demoCustomerToken, useValue: customer }] });
