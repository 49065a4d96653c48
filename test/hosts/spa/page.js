// A view with every element, as a router would come to it and leave it.
const address = new URLSearchParams(location.search);

const ids = ["customerId", "requestId", "indexId"];

function view() {
  const provider = document.createElement("crm-provider");
  provider.auth = () => address.get("token");
  provider.baseUrl = location.origin;
  for (const tag of address.getAll("tag")) {
    const element = document.createElement(tag);
    for (const id of ids) if (id in element) element[id] = address.get(id);
    provider.append(element);
  }
  return provider;
}

const isBusy = (element) => element.matches(":state(loading), :state(initial)");
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Mounts the view and leaves it again: as soon as everything has begun to load, or when everything has come. */
async function pass(stays) {
  const provider = view();
  document.body.append(provider);
  await Promise.all([...provider.children].map((element) => element.updateComplete));
  while (stays && [...provider.children].some(isBusy)) await frame();
  provider.remove();
}

/** Comes and goes so many times; every so often it stays until everything has come. */
globalThis.roam = async (times, staysEvery) => {
  for (let time = 0; time < times; time++) await pass(time % staysEvery === 0);
};
