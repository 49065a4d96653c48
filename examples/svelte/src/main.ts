import { mount } from "svelte";
import { demoCustomer } from "../../shared/demo-session.js";
import MyRequests from "./MyRequests.svelte";

const target = document.querySelector("#app");
if (target) mount(MyRequests, { target, props: { customer: await demoCustomer("utility") } });
