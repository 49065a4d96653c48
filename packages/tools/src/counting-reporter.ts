import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { addCounts, type Counts, noCounts } from "./counts.ts";

/** The parts of web-test-runner's result that are counted. */
interface Suite {
  suites: Suite[];
  tests: { passed: boolean; skipped: boolean }[];
}

interface Session {
  testFile: string;
  passed?: boolean;
  testResults?: Suite;
}

/** A web-test-runner reporter that writes how many browser tests passed, failed and were skipped to a JSON file. */
export function countingReporter(file: string) {
  return {
    onTestRunFinished({ sessions }: { sessions: Session[] }): void {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(countSessions(sessions)));
    },
  };
}

export function countSessions(sessions: Session[]): Counts {
  return sessions.map(countSession).reduce(addCounts, noCounts);
}

/** A file that broke outside its tests (a failed import, a crash, a time-out) counts as one failure. */
function countSession({ passed, testResults }: Session): Counts {
  const counts = testResults ? countSuite(testResults) : noCounts;
  return passed === false && counts.failed === 0 ? addCounts(counts, { ...noCounts, failed: 1 }) : counts;
}

function countSuite({ suites, tests }: Suite): Counts {
  const own: Counts = {
    passed: tests.filter((test) => test.passed && !test.skipped).length,
    failed: tests.filter((test) => !test.passed && !test.skipped).length,
    skipped: tests.filter((test) => test.skipped).length,
  };
  return suites.map(countSuite).reduce(addCounts, own);
}
