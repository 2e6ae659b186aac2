/** On every page of the demo, so that nobody enters a real client. */
export function DemoBar() {
  return (
    <p className="demobar" role="note">
      <strong>Demonstration.</strong> Everybody here is made up, and anybody at this computer signs in with one click.
      Type nothing real.
    </p>
  );
}
