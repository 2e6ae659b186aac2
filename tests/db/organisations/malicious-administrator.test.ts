import { beforeEach, describe, expect, test } from "vitest";
import { acceptInvitation, readInvitation } from "@/lib/auth/accept-invitation";
import { ctxFromToken } from "@/lib/auth/ctx-from-token";
import { openCase } from "@/lib/cases/open-case";
import { readCaseHeader } from "@/lib/cases/queries";
import { askExport } from "@/lib/exports/ask-export";
import { decideExport } from "@/lib/exports/decide-export";
import { changeRole } from "@/lib/organisations/change-role";
import { inviteMember } from "@/lib/organisations/invite-member";
import { renewAccess } from "@/lib/organisations/renew-access";
import { newId } from "@/lib/platform/ids";
import { caseForm } from "../../support/case-form";
import { makeOrg, type Org, type Person } from "../../support/org";
import { prove, sessionBy } from "../../support/sessions";

let org: Org;
let supervisor: Person;
let caseId: string;

beforeEach(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor", "Real Supervisor");
  ({ caseId } = await openCase(supervisor.ctx, caseForm()));
});

const puppet = () => ({ role: "supervisor", name: "Sock Puppet", email: `${newId()}@nowhere.example` });

describe("one administrator alone, in an organisation that has cases", () => {
  test("does not become supervisor by sending her own id, and the case stays closed", async () => {
    const admin = await org.person("admin", "Bea Example");
    const bea = await org.confirmed(admin);
    await expect(changeRole(bea, { memberId: admin.memberId, role: "supervisor" })).rejects.toMatchObject({
      code: "conflict",
    });
    const again = await ctxFromToken(admin.token);
    expect(again?.actor.role).toBe("admin");
    if (!again) return;
    await expect(readCaseHeader(again, caseId)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("does not let a puppet in: the link opens nothing before a supervisor released it", async () => {
    const { token } = await inviteMember(await org.confirmed("admin"), puppet());
    expect(await readInvitation(token)).toMatchObject({ state: "waiting" });
    const join = acceptInvitation({ token, name: "Sock Puppet", password: "words of a sock puppet" });
    await expect(join).rejects.toMatchObject({ code: "conflict" });
  });

  test("does not make a caseworker a supervisor, nor take an account over by a new link", async () => {
    const friend = await org.person("caseworker");
    const bea = await org.confirmed("admin");
    await changeRole(bea, { memberId: friend.memberId, role: "supervisor" });
    expect((await ctxFromToken(friend.token))?.actor.role).toBe("caseworker");
    const { token } = await renewAccess(bea, { memberId: friend.memberId, lost: "device", madeSure: "in_person" });
    expect(await readInvitation(token)).toMatchObject({ state: "waiting" });
    const taken = acceptInvitation({ token, name: "Friend", password: "words of an administrator" });
    await expect(taken).rejects.toMatchObject({ code: "conflict" });
    expect(await ctxFromToken(friend.token)).not.toBeNull();
  });

  test("does not take everything with a puppet that got in: not she asks, not she releases", async () => {
    const other = await makeOrg();
    const { token } = await inviteMember(await other.confirmed("admin"), puppet());
    const joined = await acceptInvitation({ token, name: "Sock Puppet", password: "words of a sock puppet" });
    const session = await sessionBy(joined.loginId, "passkey");
    await prove(session, "passkey");
    const sock = await ctxFromToken(session);
    await openCase(sock ?? supervisor.ctx, caseForm());
    const ask = askExport(sock ?? supervisor.ctx, { reason: "All of it, to be safe" });
    await expect(ask).rejects.toMatchObject({ code: "forbidden" });
  });
});
