// Made by tools/generate.ts from schemas/message.schema.json. Do not edit.
import type { Result } from "../../base/result.ts";
import type { SchemaError } from "../../json/schema-error.ts";
export type Time = string;

export interface MessageFile {
  readonly id: string;
  readonly from: {
    readonly project: string;
    readonly agent: string;
  };
  readonly type: "comment" | "question" | "proposal" | "decision";
  readonly ref?: {
    readonly path?: string;
    readonly json_pointer?: string;
  };
  readonly body: string;
  readonly attachments?: readonly string[];
  readonly relates_to: {
    readonly request_id: string;
    readonly parent_msg_id?: string;
  };
  readonly status: "open" | "resolved" | "superseded";
  readonly created_at: Time;
  readonly updated_at?: Time;
}

/** Holds plain data against schemas/message.schema.json; every fault at once. */
export function validate(value: unknown): Result<MessageFile, readonly SchemaError[]>;
