import { expect, test } from "@playwright/test";
import { closeWindows, windowAs } from "./support/evidence";

test.afterEach(closeWindows);

test("an officer is handed a packet, acknowledges, asks, is answered and gives a number; the case has it, and they say where it stands", async ({
  browser,
}) => {
  const asked = `On which day was the second account opened? ${Date.now() % 100_000}`;
  const answer = "On the day after the first one was blocked.";
  const worker = await windowAs(browser, /Caseworker/);
  await test.step("the caseworker hands over the version that a second person approved", async () => {
    await worker.goto("/packets?state=approved");
    await worker
      .getByRole("row", { name: /Honeybush/ })
      .getByRole("link")
      .click();
    await worker.waitForURL(/\/packets\/[0-9a-f-]{36}$/);
    await worker.getByRole("radio", { name: /Maseko/ }).check();
    await worker.locator("#deliver").getByLabel("Confirm it is you").check();
    await worker.getByRole("button", { name: "Hand over version 2" }).click();
    await expect(worker.locator("main")).toContainText("Handed over by Thandi Mokoena");
  });

  const officer = await windowAs(browser, /Police liaison/);
  await officer.goto("/portal");
  await officer
    .locator("main")
    .getByRole("link", { name: /MLA pre-request dossier, v2/ })
    .click();
  await officer.waitForURL(/\/portal\/[0-9a-f-]{36}/);

  await test.step("the officer reads the brief first; the rest is folded, and no quick exit is in the way", async () => {
    const read = officer.locator("#file").getByRole("link", { name: /^Read the brief/ });
    await expect(read).toHaveClass(/btn--primary/);
    await expect(officer.getByRole("button", { name: "Acknowledge receipt" })).toBeHidden();
    await expect(officer.getByRole("button", { name: "Quick exit" })).toHaveCount(0);
    await expect(officer.locator("#contact")).toContainText("+27 00 000 0147");
    const opened = officer.waitForEvent("popup");
    await read.click();
    const tab = await opened;
    await expect(async () => {
      await officer.reload();
      await expect(read).not.toHaveClass(/btn--primary/, { timeout: 2_000 });
    }).toPass({ timeout: 45_000 });
    await tab.close();
  });

  await test.step("the officer acknowledges receipt", async () => {
    await officer.getByRole("button", { name: "Acknowledge receipt" }).click();
    await expect(officer.locator("#acknowledge")).toContainText("You acknowledged receipt");
    // The form is gone, and what it answered is said all the same; times are those of the officer's own clock.
    await expect(officer.getByRole("status").filter({ hasText: "The organisation sees it now." })).toBeVisible();
    await expect(officer.locator("#log")).toContainText(/SAST · .* UTC/);
  });

  await test.step("the officer asks; a reason that is missing is named and the words are kept", async () => {
    await officer.getByText("Ask a question", { exact: true }).click();
    const form = officer.getByRole("form", { name: "Ask about the packet" });
    await form.getByLabel("Your question").fill(asked);
    await form.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(form.locator(".field--error")).toContainText("Choose the reason.");
    await expect(form.getByLabel("Your question")).toHaveValue(asked);
    await form.getByRole("radio", { name: "Insufficient facts" }).check();
    await form.getByLabel("Which part of it").selectOption({ label: "E-01" });
    await form.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(officer.locator("#ask .question").first()).toContainText(asked);
    await expect(officer.locator("#log")).toContainText("You asked");
  });

  await test.step("the caseworker finds it on My work, is led to where it is corrected, and answers", async () => {
    await worker.goto("/");
    await worker
      .locator("#today")
      .getByRole("link", { name: /Insufficient facts/ })
      .last()
      .click();
    await worker.waitForURL(/#question-/);
    const question = worker.locator("article.question").filter({ hasText: asked });
    await expect(question).toContainText("About: E-01");
    await expect(question.getByRole("link", { name: "Open incidents" })).toHaveAttribute("href", /\/incidents$/);
    await question.getByLabel("Answer", { exact: true }).fill(answer);
    await question.getByRole("button", { name: "Answer", exact: true }).click();
    await expect(question).toContainText("Answered by Thandi Mokoena");
  });

  await test.step("the officer gives a number, and the case has it", async () => {
    await officer.getByText("Add a number", { exact: true }).click();
    const form = officer.getByRole("form", { name: "Record your number" });
    await form.getByLabel("Kind").selectOption({ label: "DPCI (Hawks) enquiry number" });
    await form.getByLabel("Number", { exact: true }).fill("HLIO/ENQ/147/2026");
    await form.getByRole("button", { name: "Save number" }).click();
    await expect(officer.locator("#number")).toContainText("HLIO/ENQ/147/2026");
    await worker.goto("/search?q=HLIO/ENQ/147/2026");
    await worker.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    await worker.goto(`${new URL(worker.url()).pathname}/references`);
    await expect(worker.locator("main")).toContainText("From the officer");
  });

  await test.step("the officer reads the answer and says where it stands", async () => {
    await officer.reload();
    await expect(officer.locator("#ask .question").first()).toContainText(answer);
    await officer.getByText("Say where it stands", { exact: true }).click();
    const form = officer.getByRole("form", { name: "Update the status" });
    await form.getByRole("radio", { name: "Assigned" }).check();
    await form.getByRole("button", { name: "Save the status" }).click();
    await expect(officer.locator("#outcome .timeline")).toContainText("Assigned");
  });
});
