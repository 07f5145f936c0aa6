import { err, ok, type Result } from "../../base/result.ts";
import { fitsSchema } from "../../json/fits-schema.ts";
import type { SchemaError } from "../../json/schema-error.ts";
import type { KeyComplaint, KeyPath } from "../faults/fault.ts";
import { policySchema } from "../generated/schema.generated.ts";
import { validate as validatePolicy } from "../generated/validate.generated.mjs";
import type { PolicyFile } from "../policy-file.ts";

/** Checks plain data against the schema, and gives every fault at once. */
export function validate(value: unknown): Result<PolicyFile, readonly KeyComplaint[]> {
  if (fitsSchema(value, policySchema())) return ok(value as PolicyFile);
  const validated = validatePolicy(value);
  if (validated.ok) return validated;
  const complaints = new Map<string, KeyComplaint>();
  for (const error of validated.error) {
    const complaint = complaintOf(error, value);
    if (complaint !== undefined)
      complaints.set(`${complaint.kind} ${JSON.stringify(complaint.pointer)}`, complaint);
  }
  return err([...complaints.values()]);
}

function complaintOf(error: SchemaError, value: unknown): KeyComplaint | undefined {
  const { keyword, schemaPath, params } = error;
  const pointer = pointerOf(error.instancePath, value);
  // An `if` only says which of its sides failed, and that side speaks for itself; so do the sides of an `anyOf`.
  if (keyword === "if" || /\/(anyOf|oneOf)\//.test(schemaPath)) return undefined;
  switch (keyword) {
    case "additionalProperties":
      return { kind: "unknown-key", pointer: [...pointer, String(params["additionalProperty"])] };
    case "required":
      return { kind: "missing-key", pointer, names: [String(params["missingProperty"])] };
    case "uniqueItems":
      return { kind: "repeated", pointer, index: Number(params["i"]) };
    case "anyOf":
      if (pointer[0] === "overrides" && pointer.length === 2)
        return { kind: "missing-key", pointer, names: ["branches", "files"] };
      return { kind: "wrong-value", pointer };
    default:
      return { kind: "wrong-value", pointer };
  }
}

/** A JSON Pointer as keys and indices; the value itself says which of the two a number is. */
function pointerOf(text: string, value: unknown): KeyPath {
  let at: unknown = value;
  return text
    .split("/")
    .slice(1)
    .map((part) => {
      const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const isIndex = Array.isArray(at);
      at = (at as Readonly<Record<string, unknown>> | undefined)?.[key];
      return isIndex ? Number(key) : key;
    });
}
