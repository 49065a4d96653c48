/** Storage throws when a visitor or a policy has blocked it, on the very first touch. */
export function attempt<Result>(use: () => Result): Result | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
