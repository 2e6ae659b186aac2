import { randomInt } from "node:crypto";
import { expect, test } from "@playwright/test";
import { openCase } from "./support/case";
import {
  addExhibits,
  askedToKeep,
  daysAgo,
  leaves,
  lodged,
  logRefusal,
  noteContact,
  noteSent,
  pasteMessage,
  recordAuthority,
  recordNumber,
  settleRefusal,
  shows,
  swear,
} from "./support/climb";
import { closeWindows, somebody, windowAs } from "./support/evidence";
import { draftPaper, makeFinal, printedWords } from "./support/papers";

/** Numbers of this run alone: one that stands on another case would be asked about. */
const run = randomInt(10_000, 99_999);

/** The papers of that climb, the newest first. */
const homePapers = [
  "D-05 Request to preserve records",
  "D-04 IC3 complaint",
  "D-03 Complaint under regulation 17",
  "Final, sent",
  "D-02 Complaint to the station commander",
  "D-01 Sworn statement",
  "Sworn",
];

/** What still runs on a case that reached the other state's central authority. */
const homeClocks = ["Review safe contact", "Detective follow-up", "Ask the prosecutor", "Kept until"];

test.afterEach(closeWindows);

test.describe.configure({ mode: "serial" });

test("a case climbs from South Africa to the treaty request, with a refusal on the way", async ({ browser }) => {
  test.setTimeout(600_000);
  const worker = await windowAs(browser, /Caseworker/);
  const client = somebody();
  const caseId = await openCase(worker, codeName("Kiepersol"), { client });
  await addExhibits(worker, caseId, ["screenshot.png", "photo.jpg", "letter.pdf"]);

  await test.step("the statement is drafted, made final and sworn", async () => {
    const paper = await draftPaper(worker, caseId, { template: "za-sworn-statement" });
    await makeFinal(worker);
    const { pdf, docx } = await printedWords(worker, paper);
    for (const words of [pdf, docx]) expect(words).toContain("I know which street you live on");
    expect(pdf).toContain(client.name);
    await swear(worker, paper, "E-03");
  });

  await test.step("the station refuses: the log, the rungs, the complaint", async () => {
    await noteSent(worker, caseId, "csc-report", { on: daysAgo(6), at: "10:00" });
    await shows(worker, `/cases/${caseId}`, /days overdue/);
    await logRefusal(worker, caseId, { step: "csc-report", office: "Voorbeeldfontein", when: `${daysAgo(6)}T10:15` });
    const first = await draftPaper(worker, caseId, { template: "za-refusal-station-commander", signer: /We sign/ });
    await makeFinal(worker);
    expect((await printedWords(worker, first)).pdf).toContain("Voorbeeldfontein");
    await lodged(worker, first);
  });

  await test.step("a complaint for the client waits for written consent on file", async () => {
    const paper = await draftPaper(worker, caseId, { template: "za-refusal-secretariat", signer: /We sign/ });
    await expect(worker.locator("#state")).toContainText("written authority missing");
    await expect(worker.getByRole("button", { name: "Make it final" })).toHaveCount(0);
    await recordAuthority(worker, caseId, "secretariat", "E-03");
    await worker.goto(paper);
    await makeFinal(worker);
    await lodged(worker, paper);
  });

  await test.step("the number comes after all, by SMS", async () => {
    await pasteMessage(
      worker,
      caseId,
      `SAPS: your case is registered at VOORBEELDFONTEIN. CAS ${run}/11/2026. Thank you.`,
    );
    await settleRefusal(worker, caseId);
    await shows(worker, `/cases/${caseId}/ladder/csc-report`, /Done/);
    await noteContact(worker, caseId, "detective", "The station named the investigating officer.");
  });

  await test.step("there: platform, IC3 and the FBI", async () => {
    await draftPaper(worker, caseId, { template: "us-ic3-sheet", signer: /The client/ });
    await expect(worker.locator("main")).toContainText("ic3");
    await recordNumber(worker, caseId, { kind: "platform_report", raw: `XR-${run} 451`, via: "email", platform: true });
    await recordNumber(worker, caseId, { kind: "ic3", raw: `9b1c ${run} e2d8`, via: "portal" });
    await noteSent(worker, caseId, "fbi-tip", { on: daysAgo(1) });
  });

  await test.step("police to police: the account is kept, and the forecast says until when", async () => {
    await draftPaper(worker, caseId, { template: "us-2703f-preservation" });
    await makeFinal(worker);
    await expect(worker.locator("#state")).toContainText("For the officer to send");
    await expect(worker.getByText("Mark as sent")).toHaveCount(0);
    await askedToKeep(worker, caseId, { askedOn: daysAgo(4), acceptedOn: daysAgo(3) });
    await recordNumber(worker, caseId, { kind: "ncb", raw: `NCB PTA 26/${run}`, via: "phone" });
    await recordNumber(worker, caseId, { kind: "interpol_washington", raw: `IPW-2026-${run}`, via: "phone" });
  });

  await test.step("state to state: both central authorities have numbered the request", async () => {
    await recordNumber(worker, caseId, { kind: "doj_cd", raw: `9/4/2/1 (${run}/26)`, via: "paper" });
    await recordNumber(worker, caseId, { kind: "oia", raw: `OIA 182-${run}`, via: "paper" });
    await shows(worker, `/cases/${caseId}/ladder/oia`, /Waiting on OIA/);
  });

  await test.step("what the climb leaves behind: papers, numbers and clocks", async () => {
    await leaves(worker, `/cases/${caseId}/documents`, homePapers);
    const numbers = [`CAS ${run}/11/2026`, `XR-${run} 451`, `NCB PTA 26/${run}`, `OIA 182-${run}`];
    await leaves(worker, `/cases/${caseId}/references`, numbers);
    await leaves(worker, `/cases/${caseId}/deadlines`, homeClocks);
  });
});

test("a case climbs from the United States to the prosecutor in South Africa", async ({ browser }) => {
  test.setTimeout(600_000);
  const worker = await windowAs(browser, /Caseworker/);
  const client = somebody();
  const caseId = await openCase(worker, codeName("Cardinal"), { pair: "United States to South Africa", client });
  const ladder = worker.locator(".ladder");
  await expect(ladder.getByText("Home: United States")).toBeVisible();
  await expect(ladder.getByText("There: South Africa")).toBeVisible();
  await addExhibits(worker, caseId, ["screenshot.png", "letter.pdf"]);

  await test.step("the declaration needs no oath", async () => {
    const paper = await draftPaper(worker, caseId, { template: "us-declaration-1746" });
    await makeFinal(worker);
    expect((await printedWords(worker, paper)).pdf).toContain("penalty of perjury");
    await swear(worker, paper, "E-02");
  });

  await test.step("on record at home and with the FBI", async () => {
    await recordNumber(worker, caseId, { kind: "us_police_report", raw: `26-1${run}`, via: "paper" });
    await noteContact(worker, caseId, "us-officer", "The department named the officer.");
    await recordNumber(worker, caseId, { kind: "ic3", raw: `77aa ${run} cc41`, via: "portal" });
    await recordNumber(worker, caseId, { kind: "platform_report", raw: `XP-${run} 118`, via: "email", platform: true });
  });

  await test.step("there: facts for the harassment order, in the order of the court's form", async () => {
    const paper = await draftPaper(worker, caseId, { template: "za-pha-facts", signer: /The client/ });
    expect((await printedWords(worker, paper)).docx).toMatch(/harassment/i);
    await recordNumber(worker, caseId, {
      kind: "protection_order_application",
      raw: `Application No ${run}/2026`,
      via: "paper",
    });
  });

  await test.step("the account is kept at once, by the victim's own police", () =>
    askedToKeep(worker, caseId, { askedOn: daysAgo(2), acceptedOn: daysAgo(1) }));

  await test.step("police to police, state to state, and charged there", async () => {
    for (const [kind, raw] of [
      ["interpol_washington", `IPX-2026-${run}`],
      ["ncb", `NCB WDC 26/${run}`],
      ["cas", `Voorbeeldhoek CAS ${run}/10/2026`],
      ["oia", `OIA 95-${run}`],
      ["doj_cd", `9/5/3/2 (${run}/26)`],
      ["court_case", `A${run}/2026`],
    ] as [string, string][]) {
      await recordNumber(worker, caseId, { kind, raw, via: "paper" });
    }
    await shows(worker, `/cases/${caseId}/ladder/npa-prosecution`, /Waiting on/);
    await shows(worker, `/cases/${caseId}`, /Level 6 of 6/);
  });

  await test.step("what the climb leaves behind", async () => {
    await leaves(worker, `/cases/${caseId}/documents`, ["D-01", "D-02", "Sworn", "Draft"]);
    const numbers = [`26-1${run}`, `77aa ${run} cc41`, `NCB WDC 26/${run}`, `OIA 95-${run}`, `A${run}/2026`];
    await leaves(worker, `/cases/${caseId}/references`, numbers);
    await leaves(worker, `/cases/${caseId}/deadlines`, ["Review safe contact", "Kept until"]);
  });
});

const codeName = (bird: string) => `${bird} ${randomInt(1_000, 9_999)}`;
