import { type ByteText, readable } from "../../base/byte-text.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { Facts, Need } from "../../modules/facts.ts";

/** Where a link leads in the end, or what has to be known first. */
export type LinkEnd =
  | { readonly kind: "inside"; readonly path: RepoPath; readonly isThroughOthers: boolean }
  | { readonly kind: "out"; readonly isThroughOthers: boolean }
  /** From one link to the next, and back again. */
  | { readonly kind: "cycle" }
  | { readonly kind: "open"; readonly needs: readonly Need[] };

/** As many as Linux follows. */
const MOST_LINKS = 40;

/** Follows a link at `path` as the system does: each link on the way, in the tree after the change, is gone through. */
export function followLink(path: RepoPath, target: ByteText, facts: Facts): LinkEnd {
  let reached: string[] = path.split("/").slice(0, -1);
  let waiting = segmentsOf(target);
  let links = 1;
  while (waiting !== undefined && links <= MOST_LINKS) {
    const segment = waiting.shift();
    if (segment === undefined) return { kind: "inside", path: reached.join("/"), isThroughOthers: links > 1 };
    if (segment === "..") {
      if (reached.pop() === undefined) break;
      continue;
    }
    reached.push(segment);
    const here = reached.join("/");
    if (!facts.knows("after", here)) return { kind: "open", needs: [entriesOn(here, waiting)] };
    const entry = facts.entry("after", here);
    // A link to Lua that was followed already.
    if (entry?.target !== undefined) {
      reached = entry.target.split("/");
      links++;
    }
    if (entry?.kind !== "symlink") continue;
    const text = facts.object(entry.id);
    if (text === undefined) return { kind: "open", needs: [{ kind: "objects", ids: [entry.id] }] };
    links++;
    reached.pop();
    const more = segmentsOf(text);
    waiting = more && [...more, ...waiting];
  }
  return links > MOST_LINKS ? { kind: "cycle" } : { kind: "out", isThroughOthers: links > 1 };
}

/** Undefined for what leads out of the repository at once. */
function segmentsOf(target: ByteText): string[] | undefined {
  const text = readable(target);
  if (text.startsWith("/") || /^[A-Za-z]:|\\/.test(text)) return undefined;
  return text.split("/").filter((segment) => segment !== "" && segment !== ".");
}

/** This path and those behind it, as far as no step leads back up. */
function entriesOn(here: RepoPath, waiting: readonly string[]): Need {
  const paths = [here];
  for (const segment of waiting) {
    if (segment === "..") break;
    paths.push(`${paths.at(-1)}/${segment}`);
  }
  return { kind: "entries", side: "after", paths };
}
