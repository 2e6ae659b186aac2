/** On every page of the demo, so that nobody enters a real client. */
import { rich } from "@/app/_ui/rich";

export function DemoBar() {
  return (
    <p className="demobar" role="note">
      {rich(
        "<strong>Demonstration.</strong> Everybody here is made up, and anybody at this computer signs in with one click. Type nothing real.",
        { strong: (words) => <strong>{words}</strong> },
      )}
    </p>
  );
}
