import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { makeApiToken } from "@/lib/integrations/api-tokens/make-api-token";
import { addConnector } from "@/lib/integrations/connectors/commands/add-connector";
import { addWebhook } from "@/lib/integrations/webhooks/commands/add-webhook";
import { type GuardedAct, proves, stepUps } from "@/lib/kernel/access/step-ups";
import { officeToday } from "@/lib/law/office/rules";
import { grantOwnApproval } from "@/lib/organisation/grants/grant-own-approval";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { renewAccess } from "@/lib/organisation/members/commands/renew-access";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { connectorForm } from "@/tests/support/plant-connector";
import { hookForm } from "@/tests/support/plant-webhook";

let org: Org;
let person: Person;

beforeAll(async () => {
  org = await makeOrg();
  person = await org.person("supervisor");
});

const soon = () => addDays(officeToday(new Date()), 30);

const ofAdministrators = {
  "member.invite": (ctx) =>
    inviteMember(ctx, { role: "caseworker", name: "New Person", email: `${newId()}@test.example` }),
  "member.change_role": (ctx) => changeRole(ctx, { memberId: person.memberId, role: "caseworker" }),
  "member.remove": (ctx) => removeMember(ctx, { memberId: person.memberId }),
  "member.renew": (ctx) => renewAccess(ctx, { memberId: person.memberId, lost: "device", madeSure: "in_person" }),
  "member.grant": (ctx) => grantOwnApproval(ctx, { memberId: person.memberId, reason: "The only one." }),
  "api_token.make": (ctx) =>
    makeApiToken(ctx, { name: "A program", memberId: person.memberId, scopes: ["cases:read"], untilOn: soon() }),
  "webhook.write": (ctx) => addWebhook(ctx, hookForm()),
  "connector.write": (ctx) => addConnector(ctx, connectorForm()),
} satisfies Partial<Record<GuardedAct, (ctx: Awaited<ReturnType<Org["as"]>>) => Promise<unknown>>>;

/** Where each other act is tried with a session that password and code opened and a code confirmed. */
const elsewhere: Partial<Record<GuardedAct, string[]>> = {
  "annex.give": [
    "handover/handovers/deliver-packet",
    "handover/handovers/give-annex",
    "handover/dispatches/note-dispatch",
  ],
  "first_link.release": ["handover/first-contact/release-first-link"],
  "access.release": ["organisation/access-changes/decide-access-change"],
  "role.change": ["organisation/roles/decide-role-change"],
  "erasure.release": ["privacy/erasures/decide-erasure"],
  "exhibit.let_out": ["evidence/scans/let-out-original"],
  "export.release": ["operations/exports/decide-export"],
  "export.take": ["operations/exports/take-export"],
  "signature.replace": ["packets/signatures/make-signing-key", "packets/signatures/import-signing-key"],
  "factor.change": ["auth/change-factors"],
  "sso.link": ["auth/sso/sso-links"],
  "sso.unlink": ["auth/sso/sso-links"],
  "factor.allow": ["organisation/members/allow-passkey", "organisation/members/unlock-codes"],
};

/** Where each act is tried that a passkey opens, or password and code together of somebody who has none. */
const best: Partial<Record<GuardedAct, string>> = {
  "case.send": "integrations/case-sendings/send-case",
  "api_token.agree": "integrations/api-tokens/agree-to-api-token",
  "packet.deliver": "handover/handovers/deliver-packet",
  "client.reveal": "casework/clients/reveal-client",
  "document.draft": "documents/papers/draft-document",
  "reference.reveal_secret": "casework/references/reveal-secret",
  "exhibit.unmark_intimate": "evidence/exhibits/amend-exhibit",
  "look.release": "casework/emergency-access/decide-emergency-access",
  "exhibit.take_intimate": "evidence/exhibits/note-handling",
};

describe("what a code cannot do", () => {
  test.each(Object.entries(ofAdministrators))(
    "%s wants a passkey: a fresh code is refused, nothing changes",
    async (_, act) => {
      const before = await org.auditOf(person.memberId);
      for (const ctx of [await org.as("admin"), await org.coded("admin")]) {
        await expect(act(ctx)).rejects.toMatchObject({ code: "invalid", fields: { passkey: expect.any(String) } });
      }
      expect(await org.auditOf(person.memberId)).toEqual(before);
    },
  );

  test("every act of the table that wants a passkey is tried with a code", () => {
    const phr = Object.entries(stepUps).flatMap(([act, level]) => (level === "phr" ? [act] : []));
    expect([...Object.keys(ofAdministrators), ...Object.keys(elsewhere)].toSorted()).toEqual(phr.toSorted());
    for (const file of Object.values(elsewhere).flat()) {
      expect(readFileSync(`tests/db/${file}.test.ts`, "utf8"), file).toMatch(/\.coded\(|"password\+totp"/);
    }
  });

  test("every act of the table that wants the best proof is tried with a code alone, and with both", () => {
    const acts = Object.entries(stepUps).flatMap(([act, level]) => (level === "best" ? [act] : []));
    expect(Object.keys(best).toSorted()).toEqual(acts.toSorted());
    for (const file of Object.values(best)) {
      const text = readFileSync(`tests/db/${file}.test.ts`, "utf8");
      expect(text, file).toMatch(/\.coded\(/);
      expect(text, file).toMatch(/\.provedBoth\(/);
    }
  });

  test("what a proof is worth", () => {
    expect(proves("best", "client.reveal")).toBe(true);
    expect(proves("phr", "client.reveal")).toBe(true);
    expect(proves("any", "client.reveal")).toBe(false);
    expect(proves("best", "packet.approve")).toBe(true);
    expect(proves("best", "annex.give")).toBe(false);
    expect(proves("any", "packet.approve")).toBe(true);
    expect(proves("phr", "packet.approve")).toBe(true);
    expect(proves("phr", "annex.give")).toBe(true);
    expect(proves("any", "annex.give")).toBe(false);
    for (const none of [null, undefined]) expect(proves(none, "packet.approve")).toBe(false);
  });
});
