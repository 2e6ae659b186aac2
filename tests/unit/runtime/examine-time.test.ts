import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { examineTime } from "@/lib/operations/installation/checks/examine-proof";
import { scratchFolder } from "../../support/files";

const folder = await scratchFolder();
afterAll(folder.remove);

const states = (settings: { TSA_URLS?: string; TSA_CA_FILE?: string }) =>
  examineTime({ settings }).map(([state]) => state);

describe("What the doctor says of time authorities", () => {
  test("none is set: it is missing and no more", () => {
    expect(states({})).toEqual(["missing"]);
  });

  test("one is set and its roots are missing, unreadable or no certificates: to fix", () => {
    const TSA_URLS = "https://user:secret@time.example/tsr";
    const file = join(folder.path, "roots.pem");
    writeFileSync(file, "not a certificate");
    expect(states({ TSA_URLS })).toEqual(["ok", "fix"]);
    expect(states({ TSA_URLS, TSA_CA_FILE: join(folder.path, "nowhere.pem") })).toEqual(["ok", "fix"]);
    expect(states({ TSA_URLS, TSA_CA_FILE: file })).toEqual(["ok", "fix"]);
    expect(JSON.stringify(examineTime({ settings: { TSA_URLS, TSA_CA_FILE: file } }))).not.toContain("secret");
  });

  test("an address that is none is said", () => {
    expect(states({ TSA_URLS: "time.example" })).toEqual(["fix"]);
  });
});
