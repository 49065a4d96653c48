import { createApp } from "vue";
import { demoCustomer } from "../../shared/demo-session.js";
import MyRequests from "./MyRequests.vue";

createApp(MyRequests, { customer: await demoCustomer("utility") }).mount("#app");
