import { describe, expect, test } from "vitest";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { draftDocument } from "@/lib/documents/papers/commands/draft-document";
import { readDocument } from "@/lib/documents/papers/queries";
import { notFromHere } from "@/lib/documents/papers/rules";
import { logRefusal } from "@/lib/escalation/refusals/log-refusal";
import { houseLaw, newestPlaybooks, templatesFor } from "@/lib/law/jurisdictions/rules";
import { account, openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

/** Every paper that a pair offers can be drafted on a case of that pair. */
describe.each(newestPlaybooks().map((playbook) => [playbook.pair, playbook] as const))("%s", (pair, playbook) => {
  test("drafts every paper that is offered, from the facts of the case and no others", {
    timeout: 180_000,
  }, async () => {
    const org = await makeOrg();
    const ctx = await org.confirmed("caseworker");
    const accounts = houseLaw.platforms.map(({ key: platform }) => ({ ...account, platform }));
    const { id: caseId } = await openSample(ctx, { pair, accounts });
    const known = (await listSubjects(ctx, caseId)).flatMap((subject) => subject.accounts);
    const accountOn = (platform = "instagram") => known.find((account) => account.platform === platform)?.id;
    const step = Object.values(playbook.steps).find((candidate) => candidate.refusable);
    const { id: refusalId } = await logRefusal(ctx, {
      caseId,
      stepKey: step?.key,
      office: "Voorbeeldfontein",
      when: "2026-10-14T09:00",
      zone: playbook.home.zone,
      words: "Not serious enough",
    });
    const offered = templatesFor(playbook).filter(
      (template) => template.about !== "exhibits" && notFromHere(template, playbook) === null,
    );
    expect(offered.length).toBeGreaterThan(30);
    let last = "";
    for (const template of offered) {
      const about = {
        // For a provider in one country: the one of which nobody knows where it is.
        ...(template.about === "account"
          ? { accountId: accountOn(template.platform ?? (template.providerIn ? "other" : undefined)) }
          : {}),
        ...(template.about === "refusal" ? { refusalId } : {}),
      };
      const asked = { caseId, template: template.key, signer: template.signers[0], ...about };
      last = (
        await draftDocument(ctx, asked).catch((error) => {
          throw new Error(`${template.key}: ${error}`);
        })
      ).id;
    }
    const { row } = await readDocument(ctx, caseId, last);
    expect(row.number).toBe(offered.length);
  });
});
