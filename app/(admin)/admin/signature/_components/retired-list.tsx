import { Hash } from "@/app/_ui/number";
import { t } from "@/lib/platform/language/translate";

export type RetiredKey = { id: string; fingerprint: string; subject: string; from: string; until: string };

/** Keys that signed before. A packet that carries one of them is still checked by it. */
export function RetiredList({ keys }: { keys: readonly RetiredKey[] }) {
  return (
    <div className="items">
      {keys.map((key) => (
        <div className="item" key={key.id}>
          <span className="item__title">{t("{from} to {until}", { from: key.from, until: key.until })}</span>
          <span className="item__why">{key.subject}</span>
          <span className="item__why">
            <Hash value={key.fingerprint.toUpperCase()} />
          </span>
        </div>
      ))}
    </div>
  );
}
