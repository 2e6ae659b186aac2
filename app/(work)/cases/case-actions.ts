import type { Route } from "next";
import type { IconName } from "@/app/_ui/icon-names";
import type { CaseHeaderView } from "@/lib/casework/cases/types";
import type { Actor } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";

export type CaseAction = {
  label: string;
  /** Other words that people type for it. */
  words: string;
  href: Route;
  icon: IconName;
  group: "hand" | "say" | "end" | "record" | "other";
  /** Also on a restricted case. */
  whileRestricted?: boolean;
};

type Facts = Pick<CaseHeaderView, "id" | "clientId" | "ownerId" | "closedAt" | "mayBeRefused">;

/**
 * The actions that a person may start on a case now, in the fixed order of the Actions menu: assign, refer, transfer,
 * request approval; flag, note; export or print, close or reopen; then what is recorded, and the rest. What this person
 * may not do, or what the state of the case does not permit, is omitted.
 */
export function caseActions(facts: Facts, actor: Actor, { restricted }: { restricted: boolean }): CaseAction[] {
  const to = (path: string) => `/cases/${facts.id}${path}` as Route;
  // The same rule as requireOwnerOrSupervisor, by which the commands decide.
  const decides = actor.role === "supervisor" || facts.ownerId === actor.memberId;
  const open = !facts.closedAt;
  return [
    ...(open ? handing(to, decides) : []),
    ...(open ? saying(to) : []),
    ...ending(to, facts, actor, decides),
    ...(open ? recording(to, facts) : []),
    ...others(to, facts, actor),
  ].filter((caseAction) => !restricted || caseAction.whileRestricted);
}

type To = (path: string) => Route;

/** Whoever neither owns the case nor supervises asks for a transfer instead of offering one, and assigns nothing. */
function handing(to: To, decides: boolean): CaseAction[] {
  const assign: CaseAction = {
    label: t("Assign this case"),
    words: t("give owner reassign hand over"),
    href: to("/settings#owner"),
    icon: "users",
    group: "hand",
  };
  const transfer: CaseAction = decides
    ? {
        label: t("Transfer this case"),
        words: t("offer colleague give accept decline"),
        href: to("/transfer"),
        icon: "arrow-right-left",
        group: "hand",
      }
    : {
        label: t("Request a transfer"),
        words: t("ask owner take over colleague"),
        href: to("/transfer"),
        icon: "arrow-right-left",
        group: "hand",
      };
  return [
    ...(decides ? [assign] : []),
    {
      label: t("Refer to a service"),
      words: t("referral shelter counsellor lawyer partner"),
      href: to("/referrals#new"),
      icon: "users",
      group: "hand",
    },
    transfer,
    {
      label: t("Request approval of a packet"),
      words: t("ask approve supervisor"),
      href: to("/packets"),
      icon: "stamp",
      group: "hand",
    },
  ];
}

const saying = (to: To): CaseAction[] => [
  { label: t("Raise a flag"), words: t("question problem"), href: to("/flags#raise"), icon: "flag", group: "say" },
  {
    label: t("Write a note or log a contact"),
    words: t("contact call phoned visit message log"),
    href: to("/notes/new"),
    icon: "pencil",
    group: "say",
  },
];

function ending(to: To, { closedAt }: Facts, actor: Actor, decides: boolean): CaseAction[] {
  const folder: CaseAction = {
    label: t("Export this case"),
    words: t("complete folder download print"),
    href: to("/export"),
    icon: "download",
    group: "end",
  };
  const print: CaseAction = {
    label: t("Print the timeline"),
    words: t("paper export list spreadsheet"),
    href: to("/timeline?show=all"),
    icon: "printer",
    group: "end",
    whileRestricted: true,
  };
  const close: CaseAction = closedAt
    ? { label: t("Open again"), words: t("reopen"), href: to("/close"), icon: "undo-2", group: "end" }
    : { label: t("Close this case"), words: t("end finish outcome"), href: to("/close"), icon: "check", group: "end" };
  return [...(may(actor, "case.export") ? [folder] : []), print, ...(decides ? [close] : [])];
}

function recording(to: To, { mayBeRefused }: Facts): CaseAction[] {
  const refusal: CaseAction = {
    label: t("Log a refusal"),
    words: t("refused police declined station"),
    href: to("/refusals#log"),
    icon: "ban",
    group: "record",
  };
  return [
    {
      label: t("Record a number"),
      words: t("reference cas ic3 report"),
      href: to("/references"),
      icon: "hash",
      group: "record",
    },
    {
      label: t("Record a letter"),
      words: t("letter post mail in out answer"),
      href: to("/letters#in"),
      icon: "mail",
      group: "record",
    },
    { label: t("Log an incident"), words: t("act event"), href: to("/incidents#log"), icon: "flag", group: "record" },
    {
      label: t("Assess the danger"),
      words: t("risk threat emergency"),
      href: to("/danger#question"),
      icon: "shield-alert",
      group: "record",
    },
    {
      label: t("Add evidence"),
      words: t("upload screenshot exhibit file picture chat"),
      href: to("/evidence?add=files"),
      icon: "upload",
      group: "record",
      whileRestricted: true,
    },
    ...(mayBeRefused ? [refusal] : []),
    {
      label: t("Report for removal"),
      words: t("take down platform post image"),
      href: to("/takedowns"),
      icon: "trash-2",
      group: "record",
    },
    {
      label: t("Link an account"),
      words: t("subject profile handle"),
      href: to("/subjects"),
      icon: "user-plus",
      group: "record",
    },
  ];
}

function others(to: To, { id, clientId, closedAt }: Facts, actor: Actor): CaseAction[] {
  const reviews = may(actor, "case.review") && !closedAt;
  const review: CaseAction = {
    label: reviews ? t("Write a review note") : t("Review notes"),
    words: t("supervision"),
    href: to(reviews ? "/reviews#write" : "/reviews"),
    icon: "clipboard-check",
    group: "other",
  };
  const client: CaseAction = {
    label: t("Client and safe contact"),
    words: t("phone reach protocol"),
    href: `/clients/${clientId}` as Route,
    icon: "shield",
    group: "other",
    whileRestricted: true,
  };
  const request: CaseAction = {
    label: t("Request about their data"),
    words: t("popia access correction deletion"),
    href: `/requests?case=${id}#record` as Route,
    icon: "mail",
    group: "other",
    whileRestricted: true,
  };
  const risk: CaseAction = {
    label: t("Change risk or playbook"),
    words: t("settings high elevated"),
    href: to("/settings"),
    icon: "settings",
    group: "other",
    whileRestricted: true,
  };
  const retention: CaseAction = {
    label: t("Retention, holds and erasure"),
    words: t("keep delete"),
    href: to("/keeping"),
    icon: "lock",
    group: "other",
    whileRestricted: true,
  };
  return [
    review,
    client,
    ...(may(actor, "rights.write") ? [request] : []),
    ...(closedAt ? [] : [risk]),
    ...(may(actor, "record.erase") ? [retention] : []),
  ];
}
