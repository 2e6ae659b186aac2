import { CopyButton } from "./copy-button";

/** A fingerprint to be told by phone: large, grouped, in lines of four, with a copy button. */
export function Fingerprint({ groups }: { groups: readonly string[] }) {
  return (
    <div className="fingerprint">
      <p className="fingerprint__groups">
        {groups.map((group, place) => (
          // The same four digits may come twice, so the place is part of the key.
          <span key={`${place} ${group}`}>{group} </span>
        ))}
      </p>
      <CopyButton text={groups.join(" ")} what="fingerprint" />
    </div>
  );
}
