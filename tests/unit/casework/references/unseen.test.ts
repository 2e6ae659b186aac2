import { describe, expect, test } from "vitest";
import { findReferences } from "@/lib/casework/references/rules";

const today = "2026-11-24";

type Reading = [kind: string, number: string, oddity?: string];
type Row = [text: string, ...readings: Reading[]];

/** Written after the reader was finished, and read by it for the first time in this test. */
const rows: Row[] = [
  [
    "Hello Ms Example, kindly note that CAS 905/09/2026 was opened at Parow SAPS for crimen injuria",
    ["cas", "Parow CAS 905/9/2026"],
  ],
  ["my case is at hillbrow, cas 1450/8/2026, cst mokoena 0110000100", ["cas", "Hillbrow CAS 1450/8/2026"]],
  ["HILLBROW POLICE STATION\nCAS NR 1450/08/2026\nCONST MOKOENA", ["cas", "Hillbrow CAS 1450/8/2026"]],
  ["Polisie Worcester: MAS 7/10/2026 geregistreer 3/10/2026", ["cas", "Worcester CAS 7/10/2026"]],
  ["They refused to open a docket and gave OB 55/11/2026 at Langa", ["ob", "Langa OB 55/11/2026", "not_this_kind"]],
  ["CAS 88/10/26 Port Elizabeth Central", ["cas", "Port Elizabeth Central CAS 88/10/2026"]],
  [
    "Ref: Durban North CAS 412/06/2026; IPID CCN 2026070456",
    ["cas", "Durban North CAS 412/6/2026"],
    ["ipid", "2026070456"],
  ],
  ["Please quote CAS 12/14/2026 Rondebosch", ["cas", "Rondebosch CAS 12/14/2026", "month"]],
  ["Instagram report 77821-AX was closed on 3 November 2026", ["platform_report", "77821-AX"]],
  ["We have received your complaint. YouTube case id 3-1180000034411", ["platform_report", "3-1180000034411"]],
  ["Submission ID: 9b2e77c410fe4aa1b0c2d3e4f5a60718 Date 11/21/2026", ["ic3", "9b2e77c410fe4aa1b0c2d3e4f5a60718"]],
  ["See you on 12.12.2026 at 9, bring R200 and the form 5"],
  [
    "Magistrate Wynberg, Application No. 311/2026 (interim), return date 9/12/2026",
    ["protection_order_application", "311/2026"],
  ],
  ["High Court case number A45/2025", ["court_case", "A45/2025"]],
  ["Police report no. 24-118822, Tulsa Police Department, officer Reyes", ["us_police_report", "24-118822"]],
  ["Cas number 3/1/2026 kwaDukuza, ngiyabonga sisi", ["cas", "KwaDukuza CAS 3/1/2026"]],
  ["Saak 19/11/2026 Brits – speurder nog nie aangewys nie", ["cas", "Brits CAS 19/11/2026"]],
  ["NCB Pretoria ref: PTA/26/4471", ["ncb", "PTA/26/4471"]],
  ["hawks enquiry number 9/11/2026 for the other matter", ["dpci", "9/11/2026"]],
  ["phone 0860010111, unit 12, 2nd floor, 14/10 to 16/10"],
];

describe("a text that the reader was not made for", () => {
  test.each(rows.map((row, i) => [i + 1, ...row] as [number, ...Row]))("%i %j", (_, text, ...readings) => {
    const found = findReferences(text, today).map(({ kind, display, code }) => [kind, display, code]);
    expect(found).toEqual(readings.map(([kind, number, oddity]) => [kind, number, oddity ?? null]));
  });
});
