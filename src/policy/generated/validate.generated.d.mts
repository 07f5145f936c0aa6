import type { Result } from "../../base/result.ts";
import type { SchemaError } from "../../json/schema-error.ts";
import type { PolicyFile } from "../policy-file.ts";

/** Holds plain data against schemas/policy.schema.json; every fault at once. */
export function validate(value: unknown): Result<PolicyFile, readonly SchemaError[]>;
