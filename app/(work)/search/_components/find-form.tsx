import Form from "next/form";
import { Button } from "@/app/_ui/button";

/** A plain GET form: the address holds what was asked, and Back returns to it. */
export function FindForm({ text, rows = 3 }: { text: string; rows?: number }) {
  return (
    <Form action="/search" className="form form--narrow">
      <div className="field">
        <label htmlFor="find-text">Number or message</label>
        <div className="hint" id="find-hint">
          For example CAS 212/10/2026, cas212-10-26, or the whole SMS. Spelling, spaces and capitals do not matter.
        </div>
        <textarea
          className="input"
          id="find-text"
          key={text}
          name="q"
          rows={rows}
          maxLength={4000}
          defaultValue={text}
          aria-describedby="find-hint"
        />
      </div>
      <div className="row">
        <Button type="submit" look="primary" icon="search">
          Find
        </Button>
      </div>
    </Form>
  );
}
