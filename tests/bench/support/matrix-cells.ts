import {
  everyPermission,
  mayRole,
  onCase,
  opensTo,
  type PermissionName,
  type Relation,
  type RoleName,
  type SessionName,
  sessions,
} from "@/tests/support/model/who-may";
import type { Who } from "@/tests/support/policy/policy";

/** In which state the case of an address is; `revoked`: what the client signed for its officer was taken back. */
export const states = ["open", "closed", "restricted", "stopped", "revoked"] as const;
export type State = (typeof states)[number];

/** Somebody who asks. `named`: an officer whom the client's release names, and who was handed the packet. */
export type Knocker = { name: string; role: RoleName; relation: Relation; named: boolean };

/** `missing`: the case has no record of the kind that the address names, so the address leads nobody anywhere. */
export type Knock = { route: string; method: string; path: string; state: State; missing: boolean };

export type Found = "in" | "kept" | "out" | "sign in" | "prove" | "cover" | "busy" | "broken";

/** What an answer says of the wall. `kept`: let in, and told that what was sent is not right or not possible now. */
export function foundBy(status: number, to: string): Found {
  if (status === 503) return "busy";
  if (status >= 500) return "broken";
  const way = new URL(to || "/none", "http://here").pathname;
  if (status === 401 || way === "/sign-in") return "sign in";
  if (way === "/sign-in/code" || way === "/enrol") return "prove";
  if (way === "/cover") return "cover";
  if (status === 403 || status === 404) return "out";
  return status < 400 ? "in" : "kept";
}

/** `open`: the wall lets them in, whatever becomes of the request. `shown`: the page or the file itself. */
export type Expected = "open" | "shown" | "no file" | "out" | "closed" | "any";

const answersTo: Record<Expected, readonly Found[]> = {
  open: ["in", "kept"],
  shown: ["in"],
  "no file": ["kept", "out"],
  out: ["out"],
  closed: ["sign in", "prove", "cover"],
  any: ["in", "kept", "out", "sign in", "prove", "cover"],
};

export const isRight = (expected: Expected, found: Found): boolean => answersTo[expected].includes(found);

/** Records of these addresses are given to one person by name. */
const personal = /^\/(portal\/|offers\/|api\/handovers|api\/exports)/;
const ofHandover = /^\/(portal\/|api\/handovers)/;
/** Files, and what is made of files: not in an emergency, and not in every state of a case. */
const ofFiles =
  /^\/(api\/evidence|api\/packets\/\[packetId\]\/(folder|file|parts|receipt)|api\/packets\/certificates|api\/documents)|\/(mask|packets\/new)/;

/** What the model promises somebody with a whole session at one address. */
export function promisedAt(knock: Knock, who: Who | undefined, knocker: Knocker): Expected {
  const { route, method, state, missing } = knock;
  const { role, relation, named } = knocker;
  if (who === "public") return "any";
  const isPage = !route.startsWith("/api/");
  // What is sent may be looked at before who sends it: it is turned away all the same.
  const refused = method === "GET" || route.includes("[") ? "out" : "no file";
  if (!who || (who !== "session" && !mayBe(role, who))) return refused;
  if (who === "session" || !route.includes("[")) return isPage && route !== "/erased" ? "open" : "any";
  if (missing) return "out";
  if (ofHandover.test(route) && named) return atHandover(isPage, state);
  if (personal.test(route)) return "out";
  if (route === "/team/[memberId]") return relation === "other organisation" ? "out" : "shown";
  const { read, work } = onCase(role, relation, state === "closed");
  if (!read) return "out";
  if (route.endsWith("/masked") || (!work && ofFiles.test(route))) return "any";
  if (state === "open") return isPage ? "shown" : "open";
  return isPage && who === "case.read" && !ofFiles.test(route) ? "shown" : "any";
}

function atHandover(isPage: boolean, state: State): Expected {
  if (isPage) return state === "open" ? "shown" : "any";
  if (state === "open") return "shown";
  return state === "closed" ? "any" : "no file";
}

const mayBe = (role: RoleName, who: Who): boolean => who in everyPermission && mayRole(role, who as PermissionName);

/** Sessions that open nothing, whoever has them: what only a whole session opens is closed. */
export const lesser = ["nobody", "signed out", "another kind of browser", "half signed in", "a hidden screen"] as const;
export type Lesser = (typeof lesser)[number];

/** What needs no permission is for people who are on their way in, too, so nothing is promised of it. */
export function promisedBehind(who: Who | undefined): Expected {
  return who === "public" || who === "session" ? "any" : "closed";
}

/** Acts that ask who it is before they look at what was sent, what each wants, and a form that does nothing else. */
export const guarded: readonly {
  name: string;
  wants: keyof typeof opensTo;
  role: RoleName;
  fields: Record<string, string>;
}[] = [
  { name: "approvePacketAction", wants: "any", role: "supervisor", fields: {} },
  { name: "endSessionsAction", wants: "any", role: "admin", fields: {} },
  { name: "revealClientAction", wants: "best", role: "caseworker", fields: {} },
  { name: "revealClientAction", wants: "best", role: "supervisor", fields: {} },
  { name: "decideEmergencyAccessAction", wants: "best", role: "supervisor", fields: { decision: "release" } },
  { name: "deliverPacketAction", wants: "best", role: "caseworker", fields: {} },
  { name: "deliverPacketAction", wants: "passkey", role: "caseworker", fields: { withAnnex: "on" } },
  { name: "giveAnnexAction", wants: "passkey", role: "caseworker", fields: {} },
  { name: "decideAccessAction", wants: "passkey", role: "supervisor", fields: { decision: "release" } },
  { name: "allowPasskeyAction", wants: "passkey", role: "supervisor", fields: {} },
  { name: "unlockCodesAction", wants: "passkey", role: "admin", fields: {} },
  { name: "inviteMemberAction", wants: "passkey", role: "admin", fields: {} },
  { name: "changeRoleAction", wants: "passkey", role: "admin", fields: {} },
  { name: "removeMemberAction", wants: "passkey", role: "admin", fields: { sure: "on" } },
  { name: "renewAccessAction", wants: "passkey", role: "admin", fields: {} },
  { name: "grantOwnApprovalAction", wants: "passkey", role: "admin", fields: {} },
];

export function opensGuarded(kind: SessionName, wants: keyof typeof opensTo): boolean {
  return (opensTo[wants] as readonly string[]).includes(sessions[kind]);
}

/** Whether an answer asks for a proof, in whichever of the product's words. */
export const asksForProof = (text: string): boolean =>
  /Confirm with (a|your) passkey|Confirm that it is you|needs a passkey|added without another one|Type your password and a new code/.test(
    text,
  );
