// Who is signed in, and whose card is shown, is in the address.
const address = new URLSearchParams(location.search);
const tracker = document.querySelector("crm-request-tracker");

for (const id of ["customer", "manager"]) {
  const provider = document.getElementById(id);
  provider.auth = () => address.get(id);
  if (address.has(id)) provider.baseUrl = location.href.split("/work/")[0];
}

document.querySelector("crm-customer-card").customerId = address.get("card");
document.querySelector("crm-request-list").addEventListener("crm-request-select", ({ detail }) => {
  tracker.requestId = detail.request.id;
});
