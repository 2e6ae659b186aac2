import { globSync, readFileSync } from "node:fs";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import GalleryPage from "@/app/(dev)/gallery/page.dev";

/** What has nothing to show by itself, each with where it is seen. */
const elsewhere: Record<string, string> = {
  frozen: "around a form and `unless-frozen`",
  modal: "around `dialog` and the search box of the frame",
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

test("each piece is rendered in each of its states, with no id twice and no label without its field", () => {
  const router = {} as NonNullable<React.ContextType<typeof AppRouterContext>>;
  const html = renderToStaticMarkup(
    <AppRouterContext value={router}>
      <GalleryPage />
    </AppRouterContext>,
  );
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const pointed = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)];
  const named = pointed.flatMap(([, words = ""]) => words.split(" "));
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});

test("a production build has no such page", () => {
  expect(globSync("app/(dev)/**/{page,route,layout}.{ts,tsx}")).toEqual([]);
  expect(readFileSync("next.config.ts", "utf8")).toMatch(/NODE_ENV === "development" \? \["dev\.tsx"\] : \[\]/);
});
