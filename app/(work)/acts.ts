import type { Route } from "next";
import type { Act } from "@/app/_shell/palette-rules";
import type { Actor } from "@/lib/kernel/access/ctx";
import { may, type Permission } from "@/lib/kernel/access/roles";

type Offered = Act & { href: Route; needs: Permission };

/** Actions that belong to no case, each with other words that people type for it. */
const all: readonly Offered[] = [
  { label: "Open a case", words: "new intake register client start", href: "/cases/new", needs: "case.open" },
  {
    label: "Check whether we already know a client",
    words: "search look known person",
    href: "/cases/new",
    needs: "case.open",
  },
  {
    label: "Paste a message",
    words: "sms mail number record cas reference",
    href: "/references/paste",
    needs: "case.write",
  },
  { label: "Add a date", words: "deadline reminder remind own clock", href: "/deadlines/add", needs: "case.write" },
  { label: "Approve packets", words: "approval review decide release", href: "/approvals", needs: "packet.decide" },
  { label: "Assign cases", words: "give reassign owner hand over move", href: "/cases/assign", needs: "case.write" },
  { label: "Import cases", words: "bring in list csv xlsx excel upload", href: "/cases/import", needs: "case.import" },
  {
    label: "Time off and cover",
    words: "leave holiday away absence vacation sick colleague",
    href: "/leave",
    needs: "case.write",
  },
  {
    label: "Emergency access",
    words: "ask read colleague case break glass",
    href: "/emergency#ask",
    needs: "case.open",
  },
  {
    label: "Record a request about somebody's data",
    words: "popia access correction deletion rights",
    href: "/requests#record",
    needs: "rights.write",
  },
  {
    label: "Record a breach",
    words: "leak lost incident regulator popia",
    href: "/breaches#record",
    needs: "breach.write",
  },
  {
    label: "Ask for a complete folder",
    words: "export download all everything",
    href: "/exports#ask",
    needs: "case.export",
  },
  {
    label: "Exposure to distressing material",
    words: "exposure distressing pictures",
    href: "/team/exposure",
    needs: "team.read",
  },
  { label: "Cases not reviewed", words: "review notes supervision", href: "/team/reviews", needs: "team.read" },
  { label: "Reminders and calendar", words: "mail digest notify ics", href: "/account#reminders", needs: "case.read" },
  {
    label: "Security of your account",
    words: "passkey password code factor device session",
    href: "/account/security",
    needs: "own.security",
  },
];

export function actsOf(role: Actor["role"]): Act[] {
  return all.filter(({ needs }) => may(role, needs)).map(({ label, words, href }) => ({ label, words, href }));
}
