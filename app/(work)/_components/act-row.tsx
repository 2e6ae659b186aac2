import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import type { Act } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";
import { withQuery } from "@/lib/platform/paging";
import { KindMark } from "./clock-marks";
import { LogForm, SendForm, SnoozeForm } from "./queue-forms";

export const ways = ["log", "send", "snooze"] as const;
type Way = (typeof ways)[number];

/** Which act is open, and in which way; and whose queue a supervisor is looking at. */
export type Opened = { act: string | null; way: Way | null; of: string | null };

/** One act: what to do about what, why, who waits, by when; and the ways to do it here. */
export function ActRow({ act, opened }: { act: Act; opened: Opened }) {
  const way = opened.act === act.id ? opened.way : null;
  return (
    <li className="act" id={`act-${act.id}`}>
      <div className="act__line">
        <PageLink className="act__what" href={act.href as Route}>
          {act.object ? t("{what}: {object}", { what: act.what, object: act.object }) : act.what}
        </PageLink>
        <span className="act__side">
          {act.words ? (
            <Chip kind={act.late ? "overdue" : "warning"} icon={act.late ? undefined : "timer"}>
              {act.words}
            </Chip>
          ) : null}
          {act.kind ? <KindMark kind={act.kind} /> : null}
        </span>
        <p className="act__why">
          <PageLink className="strong" href={`/cases/${act.caseId}` as Route}>
            {act.pseudonym}
          </PageLink>
          . {act.why} {waitWords(act)}
          {act.coveringFor ? t(" You cover for {coveringFor}.", { coveringFor: act.coveringFor }) : null}
        </p>
      </div>
      <Ways act={act} opened={opened} way={way} />
      {way === "log" && act.doIt.log ? <LogForm caseId={act.caseId} doIt={act.doIt} of={opened.of} /> : null}
      {way === "send" && act.doIt.send ? <SendForm caseId={act.caseId} doIt={act.doIt} of={opened.of} /> : null}
      {way === "snooze" && act.doIt.snoozeUntil ? (
        <SnoozeForm caseId={act.caseId} doIt={act.doIt} of={opened.of} />
      ) : null}
    </li>
  );
}

function waitWords({ danger, waits }: Act): string {
  if (danger) return t("Somebody may be in danger.");
  return waits ? t("Waiting on: {waits}. The client waits.", { waits }) : t("The client waits.");
}

/** Links, so that they work without script and nothing is loaded before it is wanted. */
function Ways({ act, opened, way }: { act: Act; opened: Opened; way: Way | null }) {
  const { draft, log, send, snoozeUntil } = act.doIt;
  const at = (to: Way) =>
    `${withQuery("/", {
      of: opened.of ?? undefined,
      act: to === way ? undefined : act.id,
      way: to === way ? undefined : to,
    })}#act-${act.id}` as Route;
  if (!draft && !log && !send && !snoozeUntil) return null;
  return (
    <div className="act__ways">
      {draft ? (
        <LinkButton small icon="file-text" href={`/cases/${act.caseId}/documents/${draft.id}` as Route}>
          {t("Open the draft {code}", { code: draft.code })}
        </LinkButton>
      ) : null}
      {log ? (
        <LinkButton small variant={way === "log" ? "secondary" : "quiet"} icon="phone" href={at("log")}>
          {t("Log a call, letter or reply")}
        </LinkButton>
      ) : null}
      {send ? (
        <LinkButton small variant={way === "send" ? "secondary" : "quiet"} icon="send" href={at("send")}>
          {t("Mark as sent")}
        </LinkButton>
      ) : null}
      {snoozeUntil ? (
        <LinkButton small variant={way === "snooze" ? "secondary" : "quiet"} icon="clock" href={at("snooze")}>
          {t("Snooze")}
        </LinkButton>
      ) : null}
    </div>
  );
}
