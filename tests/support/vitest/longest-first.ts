import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * What takes a worker longest, as a whole run measured it. Begun last, one of these would go on alone while the other
 * workers have nothing left to do; the size of a file, by which Vitest goes, does not tell.
 */
const longest = [
  "tests/db/operations/demo/load.alone.test.ts",
  "tests/db/packets/packets/stories.alone.test.ts",
  "tests/db/escalation/reminders/month.alone.test.ts",
  "tests/db/bench/every-bench.alone.test.ts",
  "tests/db/evidence/exhibits/hostile.test.ts",
];

/** Begins with the longest of a project, then goes on as Vitest does. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files);
    const placeOf = ({ moduleId }: TestSpecification) => longest.indexOf(relative(process.cwd(), moduleId));
    const projects = [...new Set(rest.map(({ project }) => project))];
    return projects.flatMap((project) => {
      const mine = rest.filter((file) => file.project === project);
      const first = mine.filter((file) => placeOf(file) >= 0).toSorted((one, other) => placeOf(one) - placeOf(other));
      return [...first, ...mine.filter((file) => placeOf(file) < 0)];
    });
  }
}
