import { Catalogue } from "./localize.js";

/** Waits for the translations that a drawing asks for, in vain ones included; then it can be drawn in its language. */
export async function languagesLoaded(draw: () => unknown): Promise<void> {
  const loading: unknown[] = [];
  const { load } = Catalogue.prototype;
  Catalogue.prototype.load = function (locale) {
    const loaded = load.call(this, locale);
    loading.push(loaded);
    return loaded;
  };
  try {
    draw();
  } finally {
    Catalogue.prototype.load = load;
  }
  await Promise.allSettled(loading);
}
