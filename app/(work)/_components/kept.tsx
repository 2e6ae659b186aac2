import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import { notVisible } from "@/lib/organisation/roles/labels";
import { t } from "@/lib/platform/language/translate";

/** In the place of what the organisation keeps from the reader's role: nothing of it was sent to the page. */
export function Kept({ what }: { what: string }) {
  return (
    <Panel label={what} padded={false}>
      <EmptyState icon="eye-off" title={notVisible}>
        {t("{what}: your organisation keeps this from your role. An administrator can say why.", { what })}
      </EmptyState>
    </Panel>
  );
}
