import { register } from "/older/portico.js";

register({ prefix: "older" });

const index = new URLSearchParams(location.search).get("index");
for (const gauge of document.querySelectorAll("crm-satisfaction-gauge, older-satisfaction-gauge"))
  gauge.indexId = index;
for (const id of ["first", "second"]) document.getElementById(id).baseUrl = location.origin;
