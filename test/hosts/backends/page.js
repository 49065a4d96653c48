const address = new URLSearchParams(location.search);

for (const id of ["north", "south"]) {
  const provider = document.getElementById(id);
  provider.auth = () => address.get(id);
  provider.baseUrl = `${location.origin}/${id}`;
}
