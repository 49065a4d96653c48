/** A setting of the environment, as it is; one that is left blank is not set. */
export const setting = (name: string): string | undefined =>
  process.env[name]?.trim() ? process.env[name] : undefined;

/** A setting that must be an address with one of these protocols. */
export function urlSetting(name: string, protocols: readonly string[]): string | undefined {
  const given = setting(name);
  if (given === undefined) return undefined;
  if (URL.canParse(given) && protocols.includes(new URL(given).protocol)) return given;
  // The value is not repeated: it may hold a password.
  throw new Error(
    `${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(" or ")}.`,
  );
}

/** What a failure says, and a failure of several attempts, of which each says something. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message || error.name;
}
