import { askArea } from "@/tests/support/commands/ask-area";
import { law } from "@/tests/support/commands/law";

await askArea("law", law);
