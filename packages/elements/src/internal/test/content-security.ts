/**
 * Runs something under a strict policy and fails when it breaks it. The policy is set by a `<meta>`, so it holds for
 * the rest of the test file's page: call it last.
 */
export async function expectNoViolation(act: () => Promise<void>): Promise<void> {
  const violations: string[] = [];
  const listen = (event: SecurityPolicyViolationEvent) =>
    violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  document.addEventListener("securitypolicyviolation", listen);
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws:; img-src 'self'; require-trusted-types-for 'script'";
  document.head.append(policy);
  try {
    await act();
    await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    document.removeEventListener("securitypolicyviolation", listen);
  }
  if (violations.length > 0) throw new Error(`The policy was broken:\n${violations.join("\n")}`);
}
