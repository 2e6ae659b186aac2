import { expect, test } from "vitest";
import { caseActions } from "@/app/(work)/cases/case-actions";
import type { Actor } from "@/lib/kernel/access/ctx";

const owner: Actor = { memberId: "owner", role: "caseworker", name: "Owner" };
const colleague: Actor = { memberId: "colleague", role: "caseworker", name: "Colleague" };
const supervisor: Actor = { memberId: "supervisor", role: "supervisor", name: "Supervisor" };

const facts = { id: "1", clientId: "2", ownerId: "owner", closedAt: null, mayBeRefused: true };
const closed = { ...facts, closedAt: new Date("2026-11-20T08:00:00Z") };

const labels = (of: typeof facts | typeof closed, actor: Actor, restricted = false) =>
  caseActions(of, actor, { restricted }).map(({ label }) => label);

test("the menu of a case begins with the eight common actions in their fixed order", () => {
  expect(labels(facts, supervisor).slice(0, 9)).toEqual([
    "Assign this case",
    "Refer to a service",
    "Transfer this case",
    "Request approval of a packet",
    "Raise a flag",
    "Write a note or log a contact",
    "Export this case",
    "Print the timeline",
    "Close this case",
  ]);
});

test("somebody who works on a case without owning it requests a transfer, and is offered no act that is refused", () => {
  expect(labels(facts, colleague).slice(0, 6)).toEqual([
    "Refer to a service",
    "Request a transfer",
    "Request approval of a packet",
    "Raise a flag",
    "Write a note or log a contact",
    "Print the timeline",
  ]);
  expect(labels(facts, colleague)).not.toContain("Close this case");
  expect(labels(facts, owner)).toContain("Close this case");
  expect(labels(facts, owner)).not.toContain("Export this case");
});

test("a closed case offers what can be done with it: to read, to print, and to its owner to open it again", () => {
  expect(labels(closed, owner)).toEqual([
    "Print the timeline",
    "Open again",
    "Review notes",
    "Client and safe contact",
    "Request about their data",
  ]);
  expect(labels(closed, colleague)).not.toContain("Open again");
});

test("a restricted case offers nothing that a restriction refuses", () => {
  expect(labels(facts, owner, true)).toEqual([
    "Print the timeline",
    "Add evidence",
    "Client and safe contact",
    "Request about their data",
    "Change risk or playbook",
  ]);
});
