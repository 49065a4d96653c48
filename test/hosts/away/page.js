const provider = document.querySelector("crm-provider");
provider.auth = () => new URLSearchParams(location.search).get("token");
provider.baseUrl = location.origin;

globalThis.restored = false;
addEventListener("pageshow", ({ persisted }) => {
  globalThis.restored = persisted;
});
