// The options of proof-grep, and the schema of each of its greps.
import type { Grep } from "../../model/proof-grep.ts";
import type { JsonSchema } from "../../rule/rule.ts";

export interface ProofGrepOptions {
  readonly greps: readonly Grep[];
}

export const GREP_SCHEMA: JsonSchema = {
  type: "object",
  additionalProperties: false,
  required: ["pattern", "should_match"],
  properties: {
    pattern: {
      type: "string",
      minLength: 1,
      description: "A Lua 5.3 pattern or a JavaScript regular expression.",
    },
    should_match: {
      type: "boolean",
      description: "true: something must match. false: nothing may.",
    },
    dialect: {
      enum: ["lua", "regex"],
      description: "How the pattern is read; told from its escapes when left out (`%` or `\\`).",
    },
    files: {
      type: "array",
      minItems: 1,
      items: { type: "string", format: "glob" },
      description: "Globs of the files it is about; by default the repository's own Lua files.",
    },
    in: {
      enum: ["code", "text", "comments"],
      default: "code",
      description: "What of a Lua file is read: code and strings, everything, or comments alone.",
    },
    scope: {
      enum: ["changed", "added", "tree"],
      default: "changed",
      description: "The files that the change touches, the lines that it adds, or every file of the tree.",
    },
    message: { type: "string", description: "What is said when the proof fails." },
    matches: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Texts that the pattern must match; checked whenever it is read.",
    },
    rejects: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Texts that the pattern must not match; checked whenever it is read.",
    },
  },
};
