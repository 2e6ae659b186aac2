import { z } from "zod";
import { demoSchemas } from "./story-types";

/** The schemas of the files of the demonstration, by the kind of file. */
export function publishedSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(demoSchemas).map(([name, schema]) => [
      name,
      { ...z.toJSONSchema(schema, { io: "input", target: "draft-7" }), title: name },
    ]),
  );
}
