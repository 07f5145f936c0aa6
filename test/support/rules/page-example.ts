// The Wrong and the Right of a rule's page, read as the changes that they describe. CONTRIBUTING.md, "A page's examples", has the
// forms; a line that has none of them is an error, so that no example is passed over.
import type { Content, Files } from "../repo.ts";
import type { CasePolicy } from "./fixture-case.ts";

export interface PageCommit {
  readonly message: string;
  readonly after: Files;
}

export interface PageExample {
  readonly before: Files;
  /** One after the other; each holds the whole tree after it. */
  readonly commits: readonly PageCommit[];
  readonly policy: CasePolicy;
  readonly today: string | undefined;
  readonly branches: readonly string[];
}

const PLACE = "ARKITEKT/scripts/RegionPlaylist/app/state.lua";
const TITLE = "phase1_example: a change";

/** `section` is the text below the heading; `rules` are the ids that tell an option from a fact of the project. */
export function readExample(section: string, rule: string, rules: readonly string[]): PageExample {
  const before: Record<string, Content> = {};
  const commits: { message: string; files: Record<string, Content | null> }[] = [];
  const policy: { project: Record<string, unknown>; rules: Record<string, unknown> } = {
    project: {},
    rules: { [rule]: "error" },
  };
  let today: string | undefined;
  let branches: readonly string[] = ["main"];
  const current = () => {
    if (commits.length === 0) commits.push({ message: TITLE, files: {} });
    return commits[commits.length - 1] as (typeof commits)[number];
  };

  let sentence = "";
  for (const block of blocksOf(section)) {
    if (block.kind === "sentence") {
      sentence += ` ${block.text}`;
      const json = /With `([^`]+)`/.exec(block.text)?.[1];
      for (const [key, value] of Object.entries(json === undefined ? {} : JSON.parse(`{${json}}`)))
        (rules.includes(key) ? policy.rules : policy.project)[key] = value;
      today = /On (\d{4}-\d\d-\d\d)/.exec(block.text)?.[1] ?? today;
      const branch = /On the branch `([^`]+)`/.exec(block.text)?.[1];
      if (branch !== undefined) branches = [branch];
      continue;
    }
    if (["lua", "json"].includes(block.language)) {
      const place = /(Before, in|In) `([^`]+)`/.exec(sentence);
      const path = place?.[2] ?? PLACE;
      if (place?.[1] === "Before, in") before[path] = block.text;
      else current().files[path] = block.text;
    } else if (block.language === "text") {
      for (const line of block.text.trimEnd().split("\n")) readLine(line);
    } else if (block.language !== "text output")
      throw new Error(`an example in the language "${block.language}"`);
    sentence = "";
  }

  function readLine(line: string): void {
    const commit = /^commit {2}(.+)$/.exec(line)?.[1];
    if (commit !== undefined) {
      commits.push({ message: commit, files: {} });
      return;
    }
    const { verb, path, to, detail } = partsOf(line);
    const { files } = current();
    const held = (known: Content | null | undefined): Content => known ?? `held before: ${path}\n`;
    switch (verb) {
      case "added":
        files[path] = "line of text\n".repeat(Number(/^\+(\d+)$/.exec(detail)?.[1] ?? 1));
        return;
      case "modified": {
        const [old, now] = detail === "" ? ["old", "new"] : detail.split(" → ");
        if (commits.length === 1) before[path] ??= `${old}\n`;
        files[path] = `${now}\n`;
        return;
      }
      case "deleted":
        before[path] = held(before[path]);
        files[path] = null;
        return;
      case "renamed":
        before[path] = held(before[path]);
        files[path] = null;
        files[to] = held(before[path]);
        return;
      case "symlink":
        files[path] = { symlink: to };
        return;
      default:
        throw new Error(`a line of an example that is not understood: ${line}`);
    }
  }

  let tree: Files = before;
  return {
    before,
    commits: commits.map(({ message, files }) => {
      tree = { ...tree, ...files };
      return { message, after: tree };
    }),
    policy,
    today,
    branches,
  };
}

type Block =
  | { readonly kind: "sentence"; readonly text: string }
  | { readonly kind: "code"; readonly language: string; readonly text: string };

function blocksOf(section: string): Block[] {
  const parts = section.split(/^```([\w ]*)\n([\s\S]*?)^```$/m);
  return parts.flatMap((part, at): Block[] => {
    if (at % 3 === 0) return part.trim() === "" ? [] : [{ kind: "sentence", text: part.trim() }];
    if (at % 3 === 1) return [{ kind: "code", language: part, text: parts[at + 1] ?? "" }];
    return [];
  });
}

function partsOf(line: string) {
  const [, verb = "", path = "", to = "", detail = ""] =
    /^(\w+) +(\S+?)(?: → (\S+))?(?:(?::| ) +(\S.*))?$/.exec(line) ?? [];
  return { verb, path, to, detail };
}
