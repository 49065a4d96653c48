/** Remembers what was ticked, in this browser, for this exhibitor; writes nothing before the first tick. */
export function keepChecklist(boxes, exhibitorId) {
  const key = `expo:checklist:${exhibitorId}`;
  const ticked = new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));
  for (const box of boxes) {
    box.checked = ticked.has(box.name);
    box.addEventListener("change", () => {
      if (box.checked) ticked.add(box.name);
      else ticked.delete(box.name);
      localStorage.setItem(key, JSON.stringify([...ticked]));
    });
  }
}
