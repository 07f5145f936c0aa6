// The policy that a repository starts with when it has none: its folders as the tree shows them, the rules of the playbook.
import { join } from "node:path";
import { nulList } from "../../git/process/nul-list.ts";
import { readTree } from "../../json/text.ts";
import { memberOf } from "../../json/tree.ts";
import { POLICY_FILES, POLICY_PLACES } from "../../model/policy-places.ts";
import { type Layout, type LuaText, readLayout } from "../../modules/detect-layout.ts";
import { readFileIfThere } from "../../system/files.ts";
import { findPolicyFiles } from "../../system/find-policy-files.ts";
import { isFolder, isThere } from "../../system/folders.ts";
import type { Clone } from "./clone.ts";

export type PolicyPlan =
  /** There is one: `path` relative to the repository. */
  | { readonly kind: "kept"; readonly path: string }
  /** A bare repository has no working tree to write one to. */
  | { readonly kind: "bare" }
  | { readonly kind: "write"; readonly path: string; readonly text: string; readonly layout: Layout };

export function planPolicy(clone: Clone): PolicyPlan {
  const place = policyPlaceOf(clone);
  if (place !== undefined) return { kind: "kept", path: place };
  if (clone.workTree === undefined) return { kind: "bare" };
  const layout = readLayout(luaTexts(clone), recentTitles(clone));
  const hasPackage = isThere(join(clone.workTree, "package.json"));
  const path = join(clone.workTree, ".arkitektrc.json");
  return { kind: "write", path, text: policyText(layout, hasPackage), layout };
}

/** Where the policy lies, in the working tree or in the last commit; `undefined` when there is none. */
export function policyPlaceOf({ workTree, git }: Clone): string | undefined {
  if (workTree !== undefined) {
    const found = findPolicyFiles(workTree, POLICY_PLACES).find((place) => isPolicy(place, workTree));
    if (found !== undefined) return found;
  }
  const committed = git("ls-tree", "-z", "--name-only", "--full-tree", "HEAD", "--", ...POLICY_FILES);
  return committed.code === 0 ? nulList(committed.stdout)[0] : undefined;
}

/** JSON, as the policy's schema has it. */
export function policyText(layout: Layout, hasPackage: boolean): string {
  const { moduleRoots, namespace, featureRoot, root, isTaskCodeNew } = layout;
  const policy = {
    ...(hasPackage ? { $schema: "./node_modules/arkitekt/schemas/policy.schema.json" } : {}),
    extends: "playbook-v5",
    root,
    lua: { files: ["**/*.lua"], moduleRoots },
    ...(namespace === undefined ? {} : { namespace: { canonical: namespace } }),
    ...(featureRoot === undefined ? {} : { features: { root: featureRoot } }),
    rules: {
      ...(isTaskCodeNew ? { "task-code": "warn" } : {}),
      ...(hasFence(layout) ? {} : { "require-fence": "off" }),
    },
    ...(isTaskCodeNew ? { overrides: [{ branches: "agents", rules: { "task-code": "error" } }] } : {}),
  };
  return `${JSON.stringify(policy, null, 2)}\n`;
}

/** Without a namespace and without features there is nothing to fence: every require of the code base would be a fault. */
export function hasFence({ namespace, featureRoot }: Layout): boolean {
  return namespace !== undefined || featureRoot !== undefined;
}

const MOST_FILES = 4000;
const MOST_BYTES = 32 << 20;

/** The Lua files that Git tracks or could, spread evenly where there are too many to read. */
function luaTexts({ workTree, git }: Clone): readonly LuaText[] {
  if (workTree === undefined) return [];
  const listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.lua", "*.LUA");
  const paths = [...new Set(nulList(listed.stdout))].sort();
  const every = Math.ceil(paths.length / MOST_FILES);
  let left = MOST_BYTES;
  return paths.map((path, at) => {
    const place = join(workTree, path);
    const isRead = at % every === 0 && left > 0 && !isFolder(place);
    const text = isRead ? (readFileIfThere(place)?.toString("latin1") ?? "") : "";
    left -= text.length;
    return { path, text };
  });
}

function recentTitles({ git }: Clone): readonly string[] {
  const log = git("log", "-z", "-100", "--no-merges", "--format=%s");
  return log.code === 0 ? nulList(log.stdout).filter((title) => title !== "") : [];
}

/** A `package.json` is one only with the key. */
function isPolicy(place: string, workTree: string): boolean {
  if (place !== "package.json") return true;
  const read = readTree(String(readFileIfThere(join(workTree, place)) ?? ""));
  return read.ok && read.value.root.kind === "object" && memberOf(read.value.root, "arkitekt") !== undefined;
}
