import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What has nothing to show by itself, each with where it is seen. */
const elsewhere: Record<string, string> = {
  frozen: "around a form and `unless-frozen`",
  "reading-watcher": "draws nothing: it asks the server again",
  "table/column-header": "heads each column of `table/data-table`",
};

test("the gallery shows every piece of app/_ui, and none twice", () => {
  const pieces = globSync("app/_ui/**/*.tsx").map((path) => path.replace(/^app\/_ui\/|\.tsx$/g, ""));
  const shown = globSync("app/(dev)/gallery/_components/*.tsx").flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/<Piece file="([^"]+)"/g)].map(([, file = ""]) => file),
  );
  expect(pieces.length).toBeGreaterThan(40);
  expect([...shown, ...Object.keys(elsewhere)].toSorted()).toEqual(pieces.toSorted());
});
