import { beforeAll, describe, expect, test } from "vitest";
import { takeBadRows } from "@/lib/operations/imports/commands/take-bad-rows";
import { checkListOf, csvOf, listHeaders, listRow, readListOf } from "@/tests/support/list-file";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let importId: string;
beforeAll(async () => {
  org = await makeOrg();
  const formula = listRow({ Matter: "", "What happened": '=HYPERLINK("http://x")', Handle: "+a\nb" });
  importId = await readListOf(org, csvOf([listHeaders, listRow(), formula, listRow({ Risk: "-purple" })]));
  await checkListOf(org, importId);
});

describe("taking the bad rows", () => {
  test("gives them with what to correct, inert in a spreadsheet, and logs it", async () => {
    const { csv, name } = await takeBadRows(await org.as("supervisor"), { importId });
    expect(name).toBe("list-1-to-mend.csv");
    expect(csv.startsWith('\uFEFF"Row","Code name",')).toBe(true);
    expect(csv).toContain(',"What to correct"\r\n');
    expect(csv).toContain('"\'=HYPERLINK(""http://x"")"');
    expect(csv).toContain('"\'+a\nb"');
    expect(csv).toContain("What the matter is: Say in one sentence what happened.");
    expect(csv).toContain("\r\n4,");
    expect(csv).not.toContain("\r\n2,");
    expect(await org.auditOf(importId)).toContain("import.bad_rows_taken");
  });
});
