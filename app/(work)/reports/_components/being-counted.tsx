import { buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import { Progress } from "@/app/_ui/progress";
import { ReadingWatcher } from "@/app/_ui/reading-watcher";
import { t } from "@/lib/platform/language/translate";

type Props = { query: string; progress: { done: number; of: number } | null };

/** Too many cases to count while somebody waits: the page asks again until the figures are there. */
export function BeingCounted({ query, progress }: Props) {
  return (
    <Panel label={t("Reports")} padded={false}>
      <div aria-busy="true">
        <EmptyState
          icon="chart-column"
          title={t("Being counted")}
          level={2}
          action={
            <noscript>
              <a className={buttonClass({ variant: "secondary" })} href={`/reports?${query}`}>
                {t("Look again")}
              </a>
            </noscript>
          }
        >
          {t(
            "With so many cases this takes a minute or more. The figures appear here by themselves; meanwhile you can go on with something else and come back.",
          )}
        </EmptyState>
      </div>
      {progress ? (
        <div className="panel__body">
          <Progress title={t("Counting")} count={{ ...progress, unit: t("parts") }} stages={[]} />
        </div>
      ) : null}
      <ReadingWatcher />
    </Panel>
  );
}
