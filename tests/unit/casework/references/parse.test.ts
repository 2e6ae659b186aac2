import { describe, expect, test } from "vitest";
import { lookupKey, lookupKeys, parseReference, parseStationSerial } from "@/lib/casework/references/rules";
import { findReferenceKind } from "@/lib/law/jurisdictions/rules";

const today = "2026-11-24";
const cas = findReferenceKind("cas");
if (!cas) throw new Error("no CAS kind");

const read = (raw: string, station?: string) => {
  const parsed = parseStationSerial(cas, raw, { today, station: station ?? null });
  return parsed.ok ? parsed.value.canonical : parsed.reason;
};

/** Messy spellings of one number, written from real habits: each must be read as the same. */
const cape = [
  "Cape Town Central CAS 123/4/2026",
  "Cape Town Central CAS 123/04/2026",
  "cape town central cas 123/4/2026",
  "CAPE TOWN CENTRAL CAS 123/04/2026",
  "Cape Town Central CAS: 123/4/2026",
  "Cape Town Central CAS no 123/4/2026",
  "Cape Town Central CAS No. 123/4/2026",
  "Cape Town Central CAS nr. 123/4/2026",
  "Cape Town Central CAS number 123/4/2026",
  "Cape Town Central CAS NUMBER: 123/4/2026",
  "Cape Town Central CAS123/4/2026",
  "Cape Town Central CAS 123-4-2026",
  "Cape Town Central CAS 123-04-2026",
  "Cape Town Central CAS 123.4.2026",
  "Cape Town Central CAS 123 / 4 / 2026",
  "Cape Town Central CAS 123 4 2026",
  "Cape Town Central CAS 123/4/26",
  "Cape Town Central 123/4/2026",
  "CAS 123/4/2026 Cape Town Central",
  "CAS 123/4/2026, Cape Town Central",
  "CAS No. 123/4/2026, Cape Town Central",
  "CAS 123/4/2026 (Cape Town Central)",
  "CAS 123/4/2026 - Cape Town Central",
  "CAS 123/4/2026 at Cape Town Central",
  "CAS 123/4/2026 at Cape Town Central SAPS",
  "CAS 123/4/2026 at Cape Town Central police station.",
  "123/4/2026 Cape Town Central",
  "SAPS Cape Town Central CAS 123/4/2026",
  "Cape Town Central SAPS CAS 123/4/2026",
  "Cape Town Central Police Station, CAS 123/4/2026",
  "  Cape Town Central\tCAS\n123/4/2026  ",
  "Cape\u00a0Town\u00a0Central CAS\u00a0123/4/2026",
  "Cape Town Central CAS １２３/４/２０２６",
  "Cape Town Central CAS 123\u20444\u20442026",
  "Cape Town Central CAS 123\u20134\u20132026",
  "Cape Town Central CAS 123\u20114\u20112026",
  "\ufeffCape Town Central CAS 123/4/2026\u200b",
  "Cape Town Central CAS 00123/04/2026",
  "Cape Town Central CAS 123\\4\\2026",
  "Cape Town Central MAS 123/4/2026",
  "Cape Town Central CAS nommer 123/4/2026",
  "CAS nr 123/4/2026 by Cape Town Central stasie",
  "Dear complainant, your case has been registered as CAS 123/4/2026 at Cape Town Central. Please quote it.",
  "SAPS: Your case was opened, CAS 123/4/2026, Cape Town Central. Investigating officer: Const Dube.",
  "Good day. Cape Town Central CAS 123/04/2026 was registered on 24/04/2026. Kindly keep this number.",
  "Your reference is CAS 123/4/2026 (Cape Town Central police station) tel 021 555 0100",
  "OB 77/4/2026 then Cape Town Central CAS 123/4/2026",
];

describe("a CAS number is read however it is typed", () => {
  test.each(cape)("%j", (raw) => {
    expect(read(raw)).toBe("Cape Town Central CAS 123/4/2026");
  });

  test.each([
    "123/4/2026",
    "CAS 123/4/2026",
    "cas no. 123-04-2026",
    "Your case number is 123/4/2026",
    "123 04 2026",
    "123.4.2026",
    "Hello Thabo, CAS 123/4/2026",
    "Hi, my case no is 123/4/2026",
  ])("%j takes its station from the field", (raw) => {
    expect(read(raw, "SAPS Cape Town Central police station")).toBe("Cape Town Central CAS 123/4/2026");
    expect(read(raw)).toBe("CAS 123/4/2026");
  });

  test("the typed station goes before the one in the text", () => {
    expect(read("Sea Point CAS 9/1/2026", "Fynbos Road")).toBe("Fynbos Road CAS 9/1/2026");
  });

  test.each([
    ["St Mary's CAS 4/2/2025", "St Mary's CAS 4/2/2025"],
    ["Port-St-Johns CAS 4/2/2025", "Port-St-Johns CAS 4/2/2025"],
    ["KwaMashu CAS 812/12/2025", "KwaMashu CAS 812/12/2025"],
    ["Mitchells Plain CAS 1/1/2026", "Mitchells Plain CAS 1/1/2026"],
    ["SEA POINT CAS 12345/10/2026", "Sea Point CAS 12345/10/2026"],
  ])("%j keeps the station's own spelling", (raw, canonical) => {
    expect(read(raw)).toBe(canonical);
  });
});

describe("a refusal says what is wrong", () => {
  test.each([
    ["Sea Point CAS 123/13/2026", "Month 13 does not exist"],
    ["Sea Point CAS 123/0/2026", "Month 0 does not exist"],
    ["Sea Point CAS 123/12/2026", "12/2026 is in the future"],
    ["Sea Point CAS 123/1/2031", "1/2031 is in the future"],
    ["Sea Point CAS 0/4/2026", "cannot be 0"],
    ["Sea Point CAS 12/4/1926", "too long ago"],
    ["Sea Point OB 123/4/2026", "An OB number is not a CAS number"],
    ["OB no. 123/4/2026", "An OB number is not a CAS number"],
    ["", "for example Cape Town Central CAS 123/4/2026"],
    ["   ", "for example"],
    ["they said it comes by SMS", "cannot find number, month and year"],
    ["CAS pending", "cannot find number, month and year"],
    ["CAS 123/2026", "cannot find number, month and year"],
    ["CAS 12/4/2026 and CAS 13/4/2026", "several numbers"],
  ])("%j: %s", (raw, words) => {
    expect(read(raw)).toContain(words);
  });

  test("a number without a station names the station field", () => {
    expect(parseReference("cas", "CAS 123/4/2026", { today })).toMatchObject({ ok: false, field: "station" });
  });

  test("a number of this very month is not in the future", () => {
    expect(read("Sea Point CAS 900/11/2026")).toBe("Sea Point CAS 900/11/2026");
  });

  test("a number with no known kind is refused by name", () => {
    expect(parseReference("nope", "1", { today })).toMatchObject({
      ok: false,
      reason: "Choose what kind of number this is.",
    });
  });
});

describe("free text is kept as typed and compared without spaces and case", () => {
  test.each([
    ["ic3", " 4f1c 9a07 e2d8 f012 ", "4F1C9A07E2D8F012", "4f1c 9a07 e2d8 f012"],
    ["ic3", "i2611241830123456", "I2611241830123456", "i2611241830123456"],
    ["platform_report", "FG-2026-0088213", "FG-2026-0088213", "FG-2026-0088213"],
    ["protection_order_application", "1187/2026", "1187/2026", "1187/2026"],
    ["court_case", "JHB 4471/2026", "JHB4471/2026", "JHB 4471/2026"],
    ["court_case", "case number a 0123/2026", "A123/2026", "A 123/2026"],
    ["doj_cd", "9/2/1/USA 14/2026", "9/2/1/USA14/2026", "9/2/1/USA 14/2026"],
  ])("%s %j", (kind, raw, canonical, display) => {
    expect(parseReference(kind, raw, { today })).toMatchObject({ ok: true, value: { canonical, display } });
  });

  test("too long is refused, at the limit it is kept", () => {
    expect(parseReference("ic3", "A".repeat(65), { today })).toMatchObject({ ok: false, field: "raw" });
    expect(parseReference("ic3", "A".repeat(64), { today }).ok).toBe(true);
    expect(parseReference("platform_report", "A".repeat(200), { today }).ok).toBe(true);
    expect(parseReference("ic3", " -- ", { today }).ok).toBe(false);
  });
});

describe("one box finds a number however it is typed", () => {
  const stored = (kind: string, raw: string, station?: string) => {
    const parsed = parseReference(kind, raw, { today, station: station ?? null });
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.value.keys;
  };
  const finds = (query: string, keys: readonly string[]) => lookupKeys(query).some((key) => keys.includes(key));
  const casKeys = stored("cas", "Cape Town Central CAS 123/4/2026");

  test.each([...cape, "123/4/2026", "cas 123/04/2026", "123-4-2026", "123 04 2026", "CAS123/4/2026", "123/4/26"])(
    "%j finds the CAS number",
    (query) => {
      expect(finds(query, casKeys)).toBe(true);
    },
  );

  test.each(["123/5/2026", "1234/2026", "CAS 23/4/2026", "OB 123/4/2026", "12/34/2026"])("%j does not", (query) => {
    expect(finds(query, casKeys)).toBe(false);
  });

  test("1/11/2026 and 11/1/2026 are two numbers", () => {
    expect(finds("1/11/2026", stored("cas", "Sea Point CAS 11/1/2026"))).toBe(false);
  });

  const ic3Keys = stored("ic3", "4f1c9a07e2d84b6f012");
  test.each([
    "4f1c9a07e2d84b6f012",
    "4F1C9A07E2D84B6F012",
    "4f1c 9a07 e2d8 4b6f 012",
    "IC3 4f1c9a07e2d84b6f012",
    "ic3: 4F1C-9A07-E2D8-4B6F-012",
    "Your submission ID is 4f1c9a07e2d84b6f012. Save this page.",
  ])("%j finds the IC3 submission", (query) => {
    expect(finds(query, ic3Keys)).toBe(true);
  });

  test("a label that was stored with the number does not hide it", () => {
    expect(finds("88213-44", stored("platform_report", "Ticket 88213-44"))).toBe(true);
  });

  test("a long page stays within bounds", () => {
    const keys = lookupKeys("word 1234567 ".repeat(5000));
    expect(keys.length).toBeLessThanOrEqual(120);
    expect(keys).toContain("1234567");
  });

  test("the key of a CAS number leaves the station out", () => {
    expect(lookupKey("cas", "Sea Point CAS 12/04/2026")).toBe("CAS:12/4/2026");
    expect(lookupKey("ic3", "ab-12 cd")).toBe("AB12CD");
  });
});
