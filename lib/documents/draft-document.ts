import "server-only";
import { eq, max } from "drizzle-orm";
import { documents } from "@/db/schema";
import type { AuditEntry } from "@/lib/access/audit-entry";
import { command } from "@/lib/access/command";
import { lockCase, touchCase } from "@/lib/cases/scope";
import { findPlaybook } from "@/lib/jurisdictions/rules";
import { readLaw } from "@/lib/law/queries";
import { civilDate } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { DraftDocument } from "./input";
import { readFacts } from "./read-facts";
import { fillTemplate, fittingTemplate, lawNotInForce } from "./rules";
import { keepVersion, refuse, requireAbout } from "./scope";

/**
 * Drafts a paper from the facts of a case. What the template names of the client is opened, and the log says so.
 * @throws AppError invalid for a paper that does not fit the case, its signer or what it is about, or whose law is not
 * in force
 */
export const draftDocument = command({
  needs: "case.write",
  input: DraftDocument,
  async run(ctx, { caseId, template: asked, accountId, refusalId, signer, exhibits }) {
    const found = await lockCase(ctx, caseId);
    const law = await readLaw(ctx);
    const playbook = findPlaybook(found.pair, found.playbookVersion, law);
    const template = playbook && fittingTemplate(asked, playbook, law);
    if (!template) refuse("template", "This paper does not fit the countries of this case.");
    if (!template.signers.includes(signer)) refuse("signer", "This paper is not signed by that person.");
    const today = civilDate(ctx.now, playbook.home.zone);
    const dead = lawNotInForce(template, today, law);
    if (dead) refuse("template", `Not drafted: ${dead} is not in force.`);
    await requireAbout(ctx, caseId, template, { accountId, refusalId });
    const { facts, revealed } = await readFacts(ctx, found, { template, law, accountId, refusalId, chosen: exhibits });
    const body = { ...fillTemplate(template, facts), ...(exhibits ? { chosen: exhibits } : {}) };
    const id = newId();
    const [last] = await ctx.db
      .select({ number: max(documents.number) })
      .from(documents)
      .where(eq(documents.caseId, caseId));
    const stepKey = template.steps.find((step) => Object.hasOwn(playbook.steps, step)) ?? null;
    await ctx.db.insert(documents).values({
      ...{
        id,
        orgId: ctx.orgId,
        caseId,
        number: (last?.number ?? 0) + 1,
        template: template.key,
        kind: template.kind,
        stepKey,
      },
      ...{ rungKey: template.rung ?? null, refusalId, accountId, signer, state: "draft", version: 1 },
      ...{ draftedBy: ctx.actor.memberId ?? "", draftedAt: ctx.now, changedAt: ctx.now },
    });
    await keepVersion(ctx, found, { documentId: id, version: 1, body, note: "Drafted from the case" });
    await touchCase(ctx, caseId);
    const drafted: AuditEntry = {
      ...{ action: "document.drafted", subjectId: id, caseId },
      detail: { template: template.key, kind: template.kind },
    };
    const opened: AuditEntry[] = revealed.length
      ? [
          {
            ...{ action: "client.revealed", subjectId: found.clientId, caseId },
            detail: { fields: revealed, reason: `drafted ${template.key}` },
          },
        ]
      : [];
    return { value: { id }, audit: [drafted, ...opened] };
  },
});
