import { withFieldNames } from "@/lib/packets/packets/preflight/labels";

/** So many sentences are read in one go. */
const most = 2;

/** Why a line of the checklist fails: one sentence a line where it names many places, so that each is found. */
export function ReasonLines({ reason }: { reason: string }) {
  const words = withFieldNames(reason);
  const sentences = words.split(/(?<=[.!?]) (?=\p{Lu})/u);
  if (sentences.length <= most) return <>{words}</>;
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
