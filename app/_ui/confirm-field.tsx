import { Checkbox } from "./choice";
import { TextField } from "./field";

type ConfirmFieldProps = {
  /** What the session still has to prove: nothing for ten minutes after it did. */
  asks: "none" | "password" | "tick";
  /** When it is asked for, if not always: "Only with the sealed annex." */
  when?: string;
};

/** Asks who is there before an act that nobody may do from a desk that somebody left. */
export function ConfirmField({ asks, when }: ConfirmFieldProps) {
  if (asks === "none") return null;
  const counts = [when, "Shows that it is you. It counts for ten minutes."].filter(Boolean).join(" ");
  if (asks === "password") {
    return (
      <TextField
        name="password"
        type="password"
        label="Your password"
        hint={counts}
        autoComplete="current-password"
        optional={when !== undefined}
      />
    );
  }
  return <Checkbox name="confirmed" label="It is me" hint={`In the demo a tick stands for the password. ${counts}`} />;
}
