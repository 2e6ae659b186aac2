import type { Route } from "next";
import type { Act } from "@/app/_shell/palette-rules";
import { type Acting, may, type Permission } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";

type Offered = Act & { href: Route; needs: Permission };

/** Actions that belong to no case, each with other words that people type for it. */
const all: readonly Offered[] = [
  { label: t("Open a case"), words: t("new intake register client start"), href: "/cases/new", needs: "case.open" },
  {
    label: t("Check whether we already know a client"),
    words: t("search look known person"),
    href: "/cases/new",
    needs: "case.open",
  },
  {
    label: t("Paste a message"),
    words: t("sms mail number record cas reference"),
    href: "/references/paste",
    needs: "case.write",
  },
  {
    label: t("Add a date"),
    words: t("deadline reminder remind own clock"),
    href: "/deadlines/add",
    needs: "case.write",
  },
  {
    label: t("Write offline"),
    words: t("offline phone device load shedding note intake upload"),
    href: "/arrivals",
    needs: "case.write",
  },
  {
    label: t("Approve packets"),
    words: t("approve approval review decide release"),
    href: "/approvals",
    needs: "packet.decide",
  },
  {
    label: t("Assign cases"),
    words: t("give reassign owner hand over move"),
    href: "/cases/assign",
    needs: "case.write",
  },
  {
    label: t("Import cases"),
    words: t("bring in list csv xlsx excel upload"),
    href: "/cases/import",
    needs: "case.import",
  },
  {
    label: t("Time off and cover"),
    words: t("take leave holiday away absence vacation sick colleague"),
    href: "/leave",
    needs: "case.write",
  },
  {
    label: t("Emergency access"),
    words: t("ask read colleague case break glass"),
    href: "/emergency#ask",
    needs: "case.open",
  },
  {
    label: t("Record a request about somebody's data"),
    words: t("popia access correction deletion rights"),
    href: "/requests#record",
    needs: "rights.write",
  },
  {
    label: t("Record a breach"),
    words: t("leak lost incident regulator popia"),
    href: "/breaches#record",
    needs: "breach.write",
  },
  {
    label: t("Ask for a complete folder"),
    words: t("export download all everything"),
    href: "/exports#ask",
    needs: "case.export",
  },
  {
    label: t("Exposure to distressing material"),
    words: t("exposure distressing pictures"),
    href: "/team/exposure",
    needs: "team.read",
  },
  { label: t("Cases not reviewed"), words: t("review notes supervision"), href: "/team/reviews", needs: "team.read" },
  {
    label: t("Reminders and calendar"),
    words: t("mail digest notify ics"),
    href: "/account#reminders",
    needs: "case.read",
  },
  {
    label: t("Security of your account"),
    words: t("passkey password code factor device session"),
    href: "/account/security",
    needs: "own.security",
  },
];

export function actsOf(actor: Acting): Act[] {
  return all.filter(({ needs }) => may(actor, needs)).map(({ label, words, href }) => ({ label, words, href }));
}
