// The lines of an acceptance, each with what can be said about it: proved by its rule, contradicted by it, or checked by nobody.
import { encodeText } from "../../base/byte-text.ts";
import { type Idle, idleness } from "../../gate/at-work.ts";
import type { Terms } from "../../gate/terms.ts";
import type { ChangeSet, FileChange } from "../../model/change.ts";
import type { JudgedFinding, Verdict } from "../../model/finding.ts";
import type { AcceptanceLine } from "../../model/task/task-report.ts";
import { rootedNames } from "../../modules/importers.ts";
import { isLua, versionOf } from "../../modules/lua-files.ts";
import { type Claim, claimsOf } from "../../task/acceptance.ts";

export interface JudgedChange {
  readonly change: ChangeSet;
  readonly terms: Terms;
  readonly verdict: Verdict;
  /** Rules that are proved by what was done anyway: a patch is applied twice. */
  readonly provedBesides?: readonly string[];
}

export function proveAcceptance(lines: readonly string[], judged: JudgedChange): readonly AcceptanceLine[] {
  return lines.flatMap(claimsOf).map((claim) => prove(claim, judged));
}

function prove(claim: Claim, judged: JudgedChange): AcceptanceLine {
  const { text, rule } = claim;
  const unchecked = (why: string): AcceptanceLine => ({ text, rule, state: "not checked", why });
  if (rule === undefined) return unchecked("no rule proves it");
  const { findings } = judged.verdict;
  const own = findings.filter((finding) => finding.rule === rule && finding.standing.kind !== "old");
  const [against] = own.filter(isNew);
  if (against !== undefined) return { text, rule, state: "fails", why: against.message };
  if (own.length > 0) return unchecked(`an exception was made to ${rule}`);
  if (judged.provedBesides?.includes(rule) === true) return { text, rule, state: "proved", why: undefined };
  const why = idle(idleness(rule, judged.change, judged.terms), rule) ?? narrowed(claim, judged);
  return why === undefined ? { text, rule, state: "proved", why } : unchecked(why);
}

function isNew({ standing, level }: JudgedFinding): boolean {
  return standing.kind === "new" && level === "error";
}

function idle(reason: Idle, rule: string): string | undefined {
  if (reason === undefined) return undefined;
  if (reason === "off") return `${rule} is off`;
  if (reason === "warns") return `${rule} only warns`;
  return reason === "nothing to hold" ? "there was nothing to hold" : `${rule} is judged at a commit or push`;
}

/** What a line names more narrowly than its rule looks. */
function narrowed({ rule, text, module, version }: Claim, judged: JudgedChange): string | undefined {
  const { change, terms, verdict } = judged;
  const lua = change.files.filter((file) => file.kind !== "deleted" && isLua(file.path, terms.project));
  const unread = new Set(
    verdict.notes.flatMap((note) =>
      note.kind === "not-parsed" || note.kind === "too-large" ? [note.path] : [],
    ),
  );
  if (lua.some(({ path }) => unread.has(path))) return "some of it could not be read";
  if (version !== undefined) {
    const other = lua.map(({ path }) => versionOf(path, terms.project)).find((own) => own !== version);
    return other === undefined ? undefined : `files are read as Lua ${other}`;
  }
  if (rule !== "require-graph" || /cycle/i.test(text)) return undefined;
  const gone = change.files.flatMap((file) => leaves(file)).filter((path) => isLua(path, terms.project));
  if (gone.length === 0) return "no module was moved or deleted";
  if (module === undefined) return undefined;
  const name = encodeText(module);
  return gone.some((path) => rootedNames(path, terms.project).includes(name))
    ? undefined
    : `${module} was not moved or deleted`;
}

function leaves(file: FileChange): readonly string[] {
  if (file.kind === "deleted") return [file.path];
  return file.kind === "renamed" ? [file.from] : [];
}
