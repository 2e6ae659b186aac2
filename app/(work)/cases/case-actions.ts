import type { Route } from "next";
import type { IconName } from "@/app/_ui/icon-names";
import type { CaseHeaderView } from "@/lib/casework/cases/types";
import type { Actor } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";

export type CaseAction = {
  label: string;
  href: Route;
  icon: IconName;
  group: "case" | "record" | "client";
  /** Also on a restricted case. */
  whileRestricted?: boolean;
};

type Facts = Pick<CaseHeaderView, "id" | "clientId" | "closedAt" | "mayBeRefused">;

/**
 * The actions a person may start on a case, in the fixed order of the Actions menu. What is not possible is omitted.
 */
export function caseActions({ id, clientId, closedAt, mayBeRefused }: Facts, role: Actor["role"]): CaseAction[] {
  const to = (path: string) => `/cases/${id}${path}` as Route;
  const settings: CaseAction = closedAt
    ? { label: t("Open again"), href: to("/close"), icon: "users", group: "case" }
    : {
        label: t("Assign, change risk, or close"),
        href: to("/settings"),
        icon: "users",
        group: "case",
        whileRestricted: true,
      };
  const refusal: CaseAction = { label: t("Log a refusal"), href: to("/refusals#log"), icon: "ban", group: "record" };
  const reviews = may(role, "case.review") && !closedAt;
  const review: CaseAction = reviews
    ? { label: t("Write a review note"), href: to("/reviews#write"), icon: "clipboard-check", group: "case" }
    : { label: t("Review notes"), href: to("/reviews"), icon: "clipboard-check", group: "case" };
  const open: CaseAction[] = [
    { label: t("Offer this case to somebody"), href: to("/transfer"), icon: "arrow-right-left", group: "case" },
    { label: t("Refer the client to a service"), href: to("/referrals#new"), icon: "users", group: "case" },
    { label: t("Raise a flag"), href: to("/flags#raise"), icon: "flag", group: "case" },
  ];
  const folder: CaseAction = { label: t("Complete folder"), href: to("/export"), icon: "download", group: "client" };
  const keeping: CaseAction = {
    label: t("Retention, holds and erasure"),
    href: to("/keeping"),
    icon: "lock",
    group: "client",
    whileRestricted: true,
  };
  const request: CaseAction = {
    label: t("Request about their data"),
    href: `/requests?case=${id}#record` as Route,
    icon: "mail",
    group: "client",
    whileRestricted: true,
  };
  return [
    settings,
    ...(closedAt ? [] : open),
    review,
    { label: t("Record a number"), href: to("/references"), icon: "hash", group: "record" },
    { label: t("Log an incident"), href: to("/incidents#log"), icon: "pencil", group: "record" },
    { label: t("Assess the danger"), href: to("/danger#question"), icon: "shield-alert", group: "record" },
    { label: t("Add evidence"), href: to("/evidence"), icon: "upload", group: "record", whileRestricted: true },
    ...(mayBeRefused ? [refusal] : []),
    { label: t("Link an account"), href: to("/subjects"), icon: "user-plus", group: "record" },
    {
      label: t("Client and safe contact"),
      href: `/clients/${clientId}` as Route,
      icon: "shield",
      group: "client",
      whileRestricted: true,
    },
    ...(may(role, "rights.write") ? [request] : []),
    ...(may(role, "case.export") ? [folder] : []),
    ...(may(role, "record.erase") ? [keeping] : []),
  ];
}
