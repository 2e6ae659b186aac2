import { Icon } from "@/app/_ui/icon";
import type { ClosedPage } from "@/lib/handover/first-contact/labels";

/** One plain statement: why nothing opens here, and what to do. */
export function ClosedLink({ page }: { page: ClosedPage }) {
  return (
    <div className="messagepage" role="status">
      <Icon name="lock" />
      <h1>{page.title}</h1>
      <p>{page.text}</p>
    </div>
  );
}
