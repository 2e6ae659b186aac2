import { askArea } from "@/tests/support/commands/ask-area";
import { integrations } from "@/tests/support/commands/integrations";

await askArea("integrations", integrations);
