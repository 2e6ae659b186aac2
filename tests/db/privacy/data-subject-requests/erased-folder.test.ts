import { beforeAll, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { openFiles } from "@/lib/kernel/access/case-files";
import { askAccess } from "@/lib/operations/exports/ask-access";
import { buildExport } from "@/lib/operations/exports/build-export";
import { takeExport } from "@/lib/operations/exports/take-export";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { removeErased } from "@/lib/privacy/erasures/remove-erased";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { asService } from "@/tests/support/plant-everywhere";
import { plantRequest } from "@/tests/support/plant-request";

let org: Org;
let supervisor: Person;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

async function erase(id: string): Promise<void> {
  await asService(org.id, supervisor.memberId, (tx) => tx`update app.cases set closed_at = now() where id = ${id}`);
  const ask = { of: "case", id, ground: "client_asked", reason: "She asked for it in writing" };
  const { id: requestId } = await askErasure(supervisor.ctx, ask);
  const second = await org.person("supervisor");
  await decideErasure(await org.confirmed(second), { requestId, decision: "release" });
  await removeErased(org.service(), { requestId });
}

test.each(["the case of the request", "another case of the client"])(
  "erasing %s takes the folder of the client with it, row, file and key",
  async (which) => {
    const { requestId, caseId, clientId } = await plantRequest(supervisor, {}, { until: "granted" });
    const second = await openCase(supervisor.ctx, caseForm({ client: undefined, clientId }));
    const ctx = await org.confirmed(supervisor);
    const { id: exportId } = await askAccess(ctx, { requestId });
    await buildExport(org.service(), { exportId });
    const { keyId, fileId } = await takeExport(ctx, { exportId });
    await erase(which === "the case of the request" ? caseId : second.id);
    await expect(takeExport(ctx, { exportId })).rejects.toMatchObject({ code: "not_found" });
    await expect(openFiles(org.service(), keyId)).rejects.toMatchObject({ code: "not_found" });
    expect(fileId).toMatch(/-/);
    const left = await asService(
      org.id,
      supervisor.memberId,
      (tx) => tx`select id from app.rights_requests where case_id = ${caseId}`,
    );
    expect(left).toHaveLength(which === "the case of the request" ? 0 : 1);
  },
);
