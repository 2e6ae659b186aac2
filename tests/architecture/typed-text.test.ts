import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Forms whose words stand in an address, each with why they are no name of a person. */
const known: Record<string, string> = {
  "app/_ui/table/filters.tsx": "Lists of law; the list of cases posts.",
  "app/(admin)/admin/audit/_components/log-filter.tsx": "The number of a case.",
};

test("a form that takes free text never puts it into an address", () => {
  const found = globSync("app/**/*.tsx").filter((file) => {
    const source = readFileSync(file, "utf8");
    const gets =
      /<(?:Query)?Form\b|<form\b[^>]*method="get"|<form\b(?![^>]*\b(?:onSubmit|action=\{|method="post"))[^>]*>/.test(
        source,
      );
    return gets && /type="search"|<TextField\b|type="text"/.test(source);
  });
  expect(found.sort()).toEqual(Object.keys(known).sort());
});

test("the search box of the list of cases posts", () => {
  expect(readFileSync("app/(work)/cases/_components/case-list.tsx", "utf8")).toContain(
    "post={{ action: searchCasesAction",
  );
});
