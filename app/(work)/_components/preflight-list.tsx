import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import { gradeWords } from "@/lib/law/jurisdictions/labels";
import { formFieldOf, lookField, placeToCorrect } from "@/lib/packets/packets/labels";
import { failsFirst } from "@/lib/packets/packets/rules";
import type { PreflightView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { withQuery } from "@/lib/platform/paging";
import { ReasonLines } from "./reason-lines";

type Place = {
  caseId: string;
  kind: string;
  /** The packet that was checked; none while it is drafted. */
  packetId?: string;
  /**
   * The list is shown next to the form: a link goes to the field, and what must be fixed on the case opens in a new
   * tab.
   */
  inForm?: boolean;
  /** Who decided on the packet, by name: the lines say it by code, as print does. */
  decidedBy?: string | null;
};
type Props = Place & { lines: readonly PreflightView[] };

const signs = { pass: "circle-check", fail: "circle-x", na: "circle-minus" } as const;
const words = { pass: t("Pass"), fail: t("Fail"), na: t("Not applicable") } as const;

const countOf = (lines: readonly PreflightView[], result: PreflightView["result"]) =>
  lines.filter((line) => line.result === result).length;

/** `2 fail, 19 pass, 3 not applicable` */
export function countWords(lines: readonly PreflightView[]): string {
  const fail = countOf(lines, "fail");
  const pass = countOf(lines, "pass");
  const na = countOf(lines, "na");
  return t("{fail} fail, {pass} pass, {na} not applicable", { fail, pass, na });
}

/** How many lines fail, pass and do not apply. */
export function PreflightCounts({ lines, short }: { lines: readonly PreflightView[]; short?: boolean }) {
  const open = lines.some((line) => line.result === "fail" && !line.override);
  return (
    <span className="row">
      {countOf(lines, "fail") > 0 ? (
        <Chip kind={open ? "overdue" : "warning"} icon="circle-x">
          {t("{lines} fail{value}", { lines: countOf(lines, "fail"), value: open ? "" : t(", each with a reason") })}
        </Chip>
      ) : null}
      <Chip kind="done" icon="circle-check">
        {t("{lines} pass", { lines: countOf(lines, "pass") })}
      </Chip>
      <Chip icon="circle-minus">
        {countOf(lines, "na")} {short ? "n/a" : t("not applicable")}
      </Chip>
    </span>
  );
}

/** The checklist, failures first, each with a link to the field that fixes it. Passed lines are collapsed. */
export function PreflightList({ lines, ...place }: Props) {
  const sorted = failsFirst(lines);
  const fails = sorted.filter((line) => line.result === "fail");
  const rest = sorted.filter((line) => line.result !== "fail");
  return (
    <>
      <div className="preflight">
        {fails.map((line) => (
          <PreflightLine key={line.id} line={line} {...place} />
        ))}
      </div>
      <details>
        <summary className="panel__foot">
          {t("Show the {value} lines that pass or do not apply", { value: rest.length })}
        </summary>
        <div className="preflight">
          {rest.map((line) => (
            <PreflightLine key={line.id} line={line} {...place} />
          ))}
        </div>
      </details>
    </>
  );
}

function PreflightLine({ line, decidedBy, ...place }: Place & { line: PreflightView }) {
  const canFix = line.result === "fail" && line.field !== "packet.approved_by";
  return (
    <div className={`check-line check-line--${line.override ? "overridden" : line.result}`}>
      <Icon name={line.override ? "triangle-alert" : signs[line.result]} />
      <span>
        {line.text} <span className="faint nowrap">{line.id}</span>
        {canFix ? <span className="vh">{t(", fails")}</span> : null}
      </span>
      {canFix ? (
        <FixLink field={line.field} {...place} />
      ) : (
        <span className="check-line__word">{words[line.result]}</span>
      )}
      <div className="small">
        {line.result === "fail" && line.hard ? (
          <p>
            <Chip kind="overdue-solid">{t("Must be corrected: no reason replaces it")}</Chip>
          </p>
        ) : null}
        <ReasonLines reason={line.reason} />
      </div>
      {line.override ? (
        <p className="small check-line__override">
          {rich("<strong>Approved all the same by {by}:</strong> {reason}", {
            by: decidedBy ?? line.override.by,
            reason: line.override.reason,
            strong: (words) => <strong>{words}</strong>,
          })}
        </p>
      ) : null}
      {line.source ? (
        <span className="small check-line__source">
          {t("Source: {source}. {value}", { source: line.source, value: line.mark ? gradeWords(line.mark) : null })}
        </span>
      ) : null}
    </div>
  );
}

/** To the field of the draft, by its id, or to the page of the case where it is recorded. */
export function FixLink({ field, caseId, kind, packetId, inForm }: Omit<Place, "decidedBy"> & { field: string }) {
  const own = formFieldOf(field);
  const id = own ? `draft-${own.replace(/[^A-Za-z0-9_-]+/g, "-")}` : "";
  const { path, words: linkText } = placeToCorrect(field);
  if (own && inForm) return <a href={`#${id}`}>{t("Go to it")}</a>;
  if (path === "packets/new" && inForm) return <span className="check-line__word">{words.fail}</span>;
  if (own || path === "packets/new") {
    return <PageLink href={`/cases/${caseId}/packets/new/${kind}${id ? `#${id}` : ""}` as Route}>{linkText}</PageLink>;
  }
  const href = withQuery(`/cases/${caseId}/${path}`, field === lookField ? { packet: packetId } : {}) as Route;
  if (!inForm) return <PageLink href={href}>{linkText}</PageLink>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {linkText}
      <span className="vh"> {t("in a new tab")}</span>
    </a>
  );
}
