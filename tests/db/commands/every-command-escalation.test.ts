import { askArea } from "@/tests/support/commands/ask-area";
import { escalation } from "@/tests/support/commands/escalation";

await askArea("escalation", escalation);
