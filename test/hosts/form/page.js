// Keeps what the form would do from happening, and a list of it.
const form = document.querySelector("form");
const provider = document.querySelector("crm-provider");
const address = new URLSearchParams(location.search);

globalThis.happened = [];
for (const type of ["submit", "reset"]) {
  form.addEventListener(type, (event) => {
    if (type === "submit") event.preventDefault();
    globalThis.happened.push(type);
  });
}

provider.auth = () => address.get("token");
provider.baseUrl = location.origin;
document.querySelector("crm-request-tracker").requestId = address.get("request");
document.querySelector("crm-customer-card").customerId = address.get("card");
