import type { NavItem } from "@/app/_shell/nav";
import type { NavCounts } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";

const shown = (count: number) => (count > 99 ? "99+" : count > 0 ? count : undefined);

/** The main pages of a caseworker, and those of a supervisor after them. */
export function navFor(counts: NavCounts, supervisor: boolean): NavItem[] {
  const forAll: NavItem[] = [
    { href: "/", label: t("My work"), icon: "inbox", count: shown(counts.overdue), alert: true },
    ...(counts.enquiries === null
      ? []
      : [
          {
            href: "/enquiries",
            label: t("Enquiries"),
            icon: "message-square",
            count: shown(counts.enquiries),
            alert: true,
          } as const,
        ]),
    ...(counts.mails === null
      ? []
      : [{ href: "/mail", label: t("Mail"), icon: "inbox", count: shown(counts.mails), alert: true } as const]),
    { href: "/cases", label: t("Cases"), icon: "folder" },
    { href: "/clients", label: t("Clients"), icon: "user" },
    { href: "/references", label: t("References"), short: t("Refs"), icon: "hash" },
    { href: "/deadlines", label: t("Deadlines"), icon: "calendar-days" },
    { href: "/packets", label: t("Packets"), icon: "package" },
    { href: "/officers", label: t("Officers"), icon: "badge-check" },
    { href: "/bodies", label: t("Stations and courts"), short: t("Stations"), icon: "building-2" },
    { href: "/services", label: t("Services"), icon: "users" },
    { href: "/requests", label: t("Privacy requests"), icon: "mail" },
    { href: "/law", label: t("Law"), icon: "scale" },
  ];
  if (!supervisor) return forAll;
  return [
    ...forAll,
    { href: "/approvals", label: t("Approvals"), icon: "stamp", count: shown(counts.approvals), alert: true },
    { href: "/team", label: t("Team"), icon: "users" },
    { href: "/reports", label: t("Reports"), icon: "chart-column" },
    { href: "/keeping", label: t("Retention"), icon: "lock" },
    { href: "/breaches", label: t("Breaches"), icon: "triangle-alert" },
  ];
}
