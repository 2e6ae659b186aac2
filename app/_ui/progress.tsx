import { t } from "@/lib/platform/language/translate";
import { classes } from "./classes";
import { Icon } from "./icon";

export type Stage = { name: string; state: "done" | "now" | "later" | "failed"; note?: string };

type ProgressProps = {
  /** "Building draft, step 4 of 6" */
  title: string;
  /** What is counted, when something can be: 112 of 168 pages. */
  count?: { done: number; of: number; unit: string };
  stages: readonly Stage[];
};

const signs = { done: "circle-check", now: "circle-dot", later: "circle-dashed", failed: "circle-x" } as const;
const spoken = { done: "done", now: "now", later: "not yet", failed: "failed" } as const;

/** Named stages and a count, never an invented per cent. The bar is an SVG: inline style is blocked by policy. */
export function Progress({ title, count, stages }: ProgressProps) {
  return (
    <div className="progress">
      <div className="row row--between">
        <strong role="status">{title}</strong>
        {count ? (
          <span className="muted">
            {t("{done} of {of} {unit}", { done: count.done, of: count.of, unit: count.unit })}
          </span>
        ) : null}
      </div>
      {count ? <Bar {...count} /> : null}
      {stages.length > 0 ? (
        <ol className="stages">
          {stages.map((stage) => (
            <li key={stage.name} className={classes(stage.state !== "later" && `is-${stage.state}`)}>
              <Icon name={signs[stage.state]} />
              <span>
                {stage.name}
                <span className="vh">, {spoken[stage.state]}</span>
              </span>
              <span className="small">{stage.note}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

function Bar({ done, of, unit }: { done: number; of: number; unit: string }) {
  return (
    <div
      className="progress__bar"
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      aria-label={t("{unit} done", { unit })}
    >
      <svg viewBox={`0 0 ${Math.max(of, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.min(done, of)} height="1" />
      </svg>
    </div>
  );
}
