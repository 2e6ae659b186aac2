"use client";

import type { Route } from "next";
import type { MouseEvent } from "react";
import { classes } from "@/app/_ui/classes";
import { Coming } from "@/app/_ui/coming";
import { Icon } from "@/app/_ui/icon";
import type { IconName } from "@/app/_ui/icon-names";
import { PageLink } from "@/app/_ui/page-link";
import { useLater } from "@/app/_ui/use-later";
import type { ExhibitGap } from "@/lib/evidence/exhibits/types";
import { t } from "@/lib/platform/language/translate";
import { detailId } from "./detail-id";
import { useGapFiller } from "./gap-filler";

const loadForm = () => import("./gap-form").then(({ GapForm }) => GapForm);

/** What of an exhibit is missing, with what its form needs to know. */
export type GapFacts = {
  id: string;
  caseId: string;
  label: string;
  gaps: readonly ExhibitGap[];
  /** It has a time, and no zone for it. */
  lacksZone: boolean;
  account: { id: string; code: string } | null;
  /** The time that the file claims, as it is shown beside the field. */
  claimed: string | null;
};

const icons: Record<ExhibitGap, IconName> = {
  needs_time: "clock",
  needs_url: "link",
  needs_account_id: "circle-alert",
  no_incident: "link",
  no_device: "circle-help",
  no_translation: "message-square",
};

const chipWords: Record<ExhibitGap, string> = {
  needs_time: t("No time of capture"),
  needs_url: t("No web address"),
  needs_account_id: t("No account id"),
  no_incident: t("No incident"),
  no_device: t("No device"),
  no_translation: t("No translation"),
};

/**
 * What is missing, as links to the field on the exhibit's page; in the list they open the field in place. A translation
 * is written beside the words, so it always has its page.
 */
export function GapChips({ facts }: { facts: GapFacts }) {
  const filler = useGapFiller();
  const { id, label, gaps } = facts;
  const open = filler?.open?.exhibitId === id ? gaps.find((gap) => gap === filler.open?.gap) : undefined;
  const { part: GapForm, failed, ask } = useLater(loadForm, open !== undefined);

  function choose(event: MouseEvent, gap: ExhibitGap) {
    if (!filler || gap === "no_translation" || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    filler.setOpen(open === gap ? null : { exhibitId: id, gap });
  }

  return (
    <>
      <div className="row row--chips">
        {gaps.map((gap) => (
          <PageLink
            key={gap}
            href={fieldOf(facts, gap)}
            className={classes("chip", "chip--gap", gap === "needs_account_id" ? "chip--overdue" : "chip--warning")}
            data-gap={gap === "no_translation" ? undefined : `${id} ${gap}`}
            aria-expanded={filler && gap !== "no_translation" ? open === gap : undefined}
            onClick={(event) => choose(event, gap)}
          >
            <Icon name={icons[gap]} />
            {gap === "needs_time" && facts.lacksZone ? t("Time zone?") : chipWords[gap]}
            <span className="vh"> {t("on {label}: fill in", { label })}</span>
          </PageLink>
        ))}
      </div>
      {filler && open && GapForm ? <GapForm key={open} facts={facts} gap={open} filler={filler} /> : null}
      {open && !GapForm ? (
        <Coming failed={failed} ask={ask}>
          <a href={fieldOf(facts, open)}>{t("Open it as a page")}</a>
        </Coming>
      ) : null}
    </>
  );
}

const fields: Record<Exclude<ExhibitGap, "no_translation">, string> = {
  needs_time: "capturedAt",
  needs_url: "sourceUrl",
  needs_account_id: "accountId",
  no_incident: "incidentIds",
  no_device: "device",
};

function fieldOf({ caseId, id }: GapFacts, gap: ExhibitGap): Route {
  const page = `/cases/${caseId}/evidence/${id}`;
  if (gap === "no_translation") return `${page}/translations` as Route;
  return `${page}#${gap === "no_incident" ? "details" : detailId(fields[gap])}` as Route;
}
