import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { mendingPlace } from "@/lib/packets/labels";
import { failsFirst } from "@/lib/packets/rules";
import type { PreflightView } from "@/lib/packets/types";

type Props = { lines: readonly PreflightView[]; caseId: string };

const signs = { pass: "circle-check", fail: "circle-x", na: "circle-minus" } as const;
const words = { pass: "Pass", fail: "Fail", na: "Not applicable" } as const;

/** How many lines fail, pass and do not apply. */
export function PreflightCounts({ lines }: { lines: readonly PreflightView[] }) {
  const count = (result: PreflightView["result"]) => lines.filter((line) => line.result === result).length;
  const open = lines.some((line) => line.result === "fail" && !line.override);
  return (
    <span className="row">
      {count("fail") > 0 ? (
        <Chip kind={open ? "overdue" : "warning"} icon="circle-x">
          {count("fail")} fail{open ? "" : ", each with a reason"}
        </Chip>
      ) : null}
      <Chip kind="done" icon="circle-check">
        {count("pass")} pass
      </Chip>
      <Chip icon="circle-minus">{count("na")} not applicable</Chip>
    </span>
  );
}

/** The checklist, fails first, each with a link to the field that mends it. What passes is folded away. */
export function PreflightList({ lines, caseId }: Props) {
  const sorted = failsFirst(lines);
  const fails = sorted.filter((line) => line.result === "fail");
  const rest = sorted.filter((line) => line.result !== "fail");
  return (
    <>
      <div className="preflight">
        {fails.map((line) => (
          <PreflightLine key={line.id} line={line} caseId={caseId} />
        ))}
      </div>
      <details open={fails.length === 0}>
        <summary className="panel__foot">Show the {rest.length} lines that pass or do not apply</summary>
        <div className="preflight">
          {rest.map((line) => (
            <PreflightLine key={line.id} line={line} caseId={caseId} />
          ))}
        </div>
      </details>
    </>
  );
}

function PreflightLine({ line, caseId }: { line: PreflightView; caseId: string }) {
  const place = line.link ?? mendingPlace(line.field);
  const mends = line.result === "fail" && line.field !== "packet.approved_by";
  return (
    <div className={`check-line check-line--${line.result}`}>
      <Icon name={signs[line.result]} />
      <span>
        {line.text} <span className="faint">{line.id}</span>
        {mends ? <span className="vh">, fails</span> : null}
      </span>
      {mends ? (
        <PageLink href={`/cases/${caseId}/${place.path}` as Route}>{place.words}</PageLink>
      ) : (
        <span className="check-line__word">{words[line.result]}</span>
      )}
      <span className="small">{line.reason}</span>
      {line.source ? (
        <span className="small faint">
          Source: {line.source} [{line.mark}]
        </span>
      ) : null}
      {line.override ? (
        <span className="small">
          Overridden by {line.override.by}: {line.override.reason}
        </span>
      ) : null}
    </div>
  );
}
