import { askArea } from "@/tests/support/commands/ask-area";
import { organisation } from "@/tests/support/commands/organisation";

await askArea("organisation", organisation);
