// The page to frame, and how far it is trusted, are in the address.
const address = new URLSearchParams(location.search);
const frame = document.createElement("iframe");
frame.width = "1000";
frame.height = "800";
if (address.has("sandbox")) frame.setAttribute("sandbox", address.get("sandbox"));
frame.src = address.get("src");
document.body.append(frame);
