import { expect, test } from "@playwright/test";
import { windowAs } from "./support/evidence";

test("an officer asks, the caseworker finds it on My work and answers, the officer reads it and says where it stands", async ({
  browser,
}) => {
  const asked = `On which day was the second account opened? ${Date.now() % 100_000}`;
  const answer = "On the day after the first one was blocked.";
  const officer = await windowAs(browser, /Police liaison/);
  await officer.goto("/portal");
  await officer
    .locator("main")
    .getByRole("link", { name: /MLA pre-request dossier, v1/ })
    .click();
  await officer.waitForURL(/\/portal\/[0-9a-f-]{36}/);

  await test.step("the officer asks; a reason that is missing is named and the words are kept", async () => {
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

  await test.step("the caseworker finds it on My work, is led to where it is mended, and answers", async () => {
    const worker = await windowAs(browser, /Caseworker/);
    await worker.goto("/");
    await worker
      .locator("#questions")
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

  await test.step("the officer reads the answer and says where it stands", async () => {
    await officer.reload();
    await expect(officer.locator("#ask .question").first()).toContainText(answer);
    const form = officer.getByRole("form", { name: "Say where it stands" });
    await form.getByRole("radio", { name: "Assigned" }).check();
    await form.getByRole("button", { name: "Save where it stands" }).click();
    await expect(officer.locator("#outcome .timeline")).toContainText("Assigned");
  });
});
