import { matchesAny } from "../base/glob.ts";
import type { FileChange } from "../model/change.ts";
import type { ChangeRule } from "./rule.ts";

interface DocsFenceOptions {
  readonly files: readonly string[];
  readonly allow: readonly string[];
}

/**
 * Docs change only when they are asked for (playbook, "Hard boundaries"). The preset makes it an error on agent branches;
 * elsewhere it warns when docs and code are mixed in one change.
 */
export const docsFence: ChangeRule<DocsFenceOptions> = {
  id: "docs-fence",
  kind: "change",
  summary: "documents change only when the task asks for it",
  subjects: ["staged", "commit"],
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      files: {
        type: "array",
        items: { type: "string" },
        default: ["**/*.md", "**/*.txt", "**/*.xml"],
        description: "Globs of the files that are documents.",
      },
      allow: {
        type: "array",
        items: { type: "string" },
        default: [],
        description: "Globs of documents that may always change, a change log for example.",
      },
    },
  },
  defaults: { files: ["**/*.md", "**/*.txt", "**/*.xml"], allow: [] },
  *inspect({ change, optionsFor }) {
    const isDocument = (path: string) => {
      const options = optionsFor(path);
      return options !== undefined && matchesAny(options.files, path) && !matchesAny(options.allow, path);
    };
    for (const file of change.files) {
      const path = pathsOf(file).find(isDocument);
      if (path === undefined) continue;
      yield {
        path,
        message: `a document is ${PAST[file.kind]} here, and nobody asked for it`,
        hint: `take it out of the change: git restore --staged -- <file>`,
      };
    }
  },
};

const PAST: Readonly<Record<FileChange["kind"], string>> = {
  added: "added",
  modified: "changed",
  renamed: "moved",
  copied: "copied",
  deleted: "deleted",
};

function pathsOf(file: FileChange): readonly string[] {
  return file.kind === "renamed" ? [file.from, file.path] : [file.path];
}
