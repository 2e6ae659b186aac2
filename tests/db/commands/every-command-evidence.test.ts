import { askArea } from "@/tests/support/commands/ask-area";
import { evidence } from "@/tests/support/commands/evidence";

await askArea("evidence", evidence);
