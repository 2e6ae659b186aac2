import { Chip, type ChipKind } from "@/app/_ui/chip";
import { mailCheckWords } from "@/lib/evidence/exposure/labels";
import type { MailCheck } from "@/lib/platform/sandbox/types";

/** What servers on the way found when they checked who sent the mail, in plain words. */
export function MailChecks({ checks }: { checks: readonly MailCheck[] }) {
  if (checks.length === 0) return <p className="panel__body muted">No server noted whether the sender is genuine.</p>;
  return (
    <div className="tablewrap">
      <table className="table table--cards">
        <caption className="panel__body strong">Is the sender genuine?</caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Result</th>
            <th scope="col">What it means</th>
            <th scope="col">Checked by</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ method, result, domain, by }, index) => (
            <tr key={`${String(index)} ${method}`}>
              <td data-label="Check">
                {method.toUpperCase()}
                {domain ? <span className="small muted breakable">{domain}</span> : null}
              </td>
              <td data-label="Result">
                <Chip kind={kindOf(result)} icon={result === "pass" ? "check" : undefined}>
                  {result}
                </Chip>
              </td>
              <td data-label="Means">{mailCheckWords(method, result)}</td>
              <td data-label="Checked by">{by ? <span className="breakable">{by}</span> : "Not said"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function kindOf(result: string): ChipKind {
  if (result === "pass") return "done";
  return /^(fail|softfail|policy)$/.test(result) ? "overdue" : "plain";
}
