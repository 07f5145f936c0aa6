import { serialise, serialiseText } from "../src/policy/print/serialise.ts";
import { readPolicyFile } from "../src/policy/read/read-policy.ts";

/** `.arkitektrc.example.json`: every key with the value it has when only the preset is named. */
export async function examplePolicy(): Promise<string> {
  const preset = { extends: "playbook-v5" } as const;
  const found = await readPolicyFile(".arkitektrc.json", Buffer.from(JSON.stringify(preset)));
  if (!found.ok || found.value === undefined) throw new Error("the preset does not fit the schema");
  return serialiseText({
    $schema: "./node_modules/arkitekt/schemas/policy.schema.json",
    ...preset,
    ...serialise(found.value.policy),
  });
}
