/** On every page inside the demonstration, so that nobody types a real client into it. */
export function DemoBar() {
  return (
    <p className="demobar" role="note">
      <strong>Demonstration.</strong> Everybody here is made up, and anybody at this computer signs in with one click.
      Type nothing real.
    </p>
  );
}
