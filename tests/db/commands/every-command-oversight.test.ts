import { askArea } from "@/tests/support/commands/ask-area";
import { oversight } from "@/tests/support/commands/oversight";

await askArea("oversight", oversight);
