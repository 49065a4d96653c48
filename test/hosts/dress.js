// Dresses the page in the styles and classes that its address names, before anything of ours comes.
const choices = new URLSearchParams(location.search);
for (const href of choices.getAll("css")) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}
document.documentElement.className = choices.get("class") ?? "";
