/** Kept free of imports: it runs before any module of the product is read. */
const fs = process.getBuiltinModule("node:fs");
const path = process.getBuiltinModule("node:path");
const os = process.getBuiltinModule("node:os");

/**
 * The invented law with a second version of its playbook: one step goes, one comes, one has another name. The law of
 * this house is read from it, so call it in `vi.hoisted` before the product is imported.
 */
export function useTwoVersions(): { pair: string; older: number; newer: number } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crossdocket-law-"));
  fs.cpSync(path.resolve("tests/fixtures/law-invented"), folder, { recursive: true });
  const pair = path.join(folder, "pairs", "XA-XB");
  const older = JSON.parse(fs.readFileSync(path.join(pair, "playbook.json"), "utf8"));
  fs.writeFileSync(path.join(pair, "playbook-newer.json"), JSON.stringify(newerThan(older)));
  process.env.LAW_DIR = folder;
  return { pair: older.pair, older: older.version, newer: older.version + 1 };
}

/** What this file touches of a playbook; the whole is checked when the law is read. */
type Drawn = { version: number; levels: { rows: object[] }[]; steps: Record<string, object> };

function newerThan(older: Drawn): unknown {
  const { "hail-isle": hailed, ...kept } = older.steps;
  const [low, ...rest] = older.levels;
  if (!low) throw new Error("The invented playbook has no level.");
  const rows = low.rows.map((row) => ({ ...row, there: "write-isle" }));
  const third = { key: "last", name: "Last level", rows: [{ home: "keep-copy" }] };
  return {
    ...older,
    version: older.version + 1,
    publishedOn: "2027-01-15",
    levels: [{ ...low, rows }, ...rest, third],
    steps: {
      ...kept,
      "tell-warden": { ...kept["tell-warden"], title: "Tell the warden in writing" },
      "write-isle": { ...hailed, key: "write-isle", title: "Write to the isle" },
      "keep-copy": { ...kept["tell-warden"], key: "keep-copy", title: "Keep a copy" },
    },
  };
}
