// The lines of an acceptance that are understood, and the rule that proves each: those of the playbook's template, of its common
// tasks and of its phases, in their short forms too. What is not in this table is not understood, and never passes.
import { withoutEnd } from "../base/without-end.ts";

/** One thing that a line asks for. */
export interface Claim {
  readonly text: string;
  /** Proves it, if it is on as an error and applied to something; undefined: nothing does. */
  readonly rule: string | undefined;
  /** The module that it names: the rule proves it only if that module is gone. */
  readonly module?: string;
  /** The version of Lua that it names: the rule proves it only if that is the files' own. */
  readonly version?: string;
}

/** What a line asks for: its parts, divided by semicolons, each by itself. */
export function claimsOf(line: string): readonly Claim[] {
  const parts = line
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.map(claimOf);
}

function claimOf(text: string): Claim {
  const plain = plainly(text);
  for (const [rule, patterns] of Object.entries(FORMS)) {
    for (const pattern of patterns) {
      const found = pattern.exec(plain);
      if (found === null) continue;
      const { version } = found.groups ?? {};
      const module = found.groups?.["module"] && nameIn(text);
      return { text, rule, ...(module ? { module } : {}), ...(version ? { version } : {}) };
    }
  }
  return { text, rule: undefined };
}

/** Letter case, quotes, list markers, white space and a final full stop don't matter. */
function plainly(text: string): string {
  const line = text
    .replaceAll(/[`"'“”‘’]/g, "")
    .replaceAll(/\s+/g, " ")
    .replace(/^(?:[-*•] (?:\[[ x]\] )?)/i, "");
  return withoutEnd(line, " .!").replaceAll("…", "...").trim().toLowerCase();
}

/** As written: names keep their case. */
function nameIn(text: string): string | undefined {
  return /([A-Za-z_][\w-]*(?:\.[\w-]+)+)[`"'”’\s.]*$/.exec(text)?.[1]?.replace(/\.+$/, "");
}

const ALL = "(?:all |every )?";
const FILES = "(?:(?:edited|changed|touched|modified|new) )?(?:\\.?lua )?(?:files?|modules?)";
const GONE =
  "(?:the )?(?:moved|deleted|removed|legacy|old)(?:(?:/| or | and )(?:moved|deleted|removed))?(?: (?:modules?|paths?|files?|code))?";
const USES = "(?:requires?(?: ?\\((?:\\.\\.\\.)?\\))?s?|imports?|importers|references?|usages?|callers)";
const NO = "(?:there (?:are|is) )?(?:no|zero|0)(?: (?:remaining|more|left))?";
const HOST = "reaper(?:%?\\.\\*?)?(?:(?:/| or | and |, )imgui(?:\\.\\*)?)(?: (?:calls?|api|uses?))?";
const PURE = "(?:the )?pure (?:layers?|files?|modules?|code)";

const form = (source: string) => new RegExp(`^(?:${source})$`);

/** Matched against the plain text of a claim, which must match as a whole. */
const FORMS: Readonly<Record<string, readonly RegExp[]>> = {
  "require-graph": [
    form(`${NO} ${USES} (?:of|to) ${GONE}(?: (?:remain|are left))?`),
    form(`${NO} ${USES} (?:of|to) (?<module>[a-z_][\\w-]*(?:\\.[\\w-]+)+)`),
    form("(?:all )?importers (?:are )?updated|(?:update )?all importers(?: (?:are )?updated)?"),
    form("(?:there (?:are|is) )?no new (?:require |import )?cycles?|avoid new cycles"),
  ],
  "lua-parse": [
    form(`${ALL}${FILES} parses?(?: (?:as|in|with|under) lua ?(?<version>5\\.[1-4]))?`),
    form("(?:(?:as )?lua ?(?<version>5\\.[1-4]) parses?(?: of (?:all )?changed \\.?lua files)?)"),
    form("parses? (?:as|in|with|under) lua ?(?<version>5\\.[1-4])"),
  ],
  "purity-fence": [
    form(`${PURE} (?:contains?|have|has|gets?|holds?) no (?:new )?${HOST}`),
    form(`no (?:new )?${HOST}(?: in ${PURE})?`),
    form(
      `(?:purity fence: )?(?:for )?core/\\*, storage/persistence\\.lua, selectors\\.lua(?::| →) no new ${HOST}`,
    ),
  ],
  idempotence: [
    form(
      "(?:the )?(?:patch |change |task |result )?(?:is |must be )?idempotent(?: \\(re-?apply(?:ing)? = no-?op\\))?",
    ),
    form("re-?apply(?:ing)?(?: (?:the|this) patch)? (?:=|is) (?:a )?no-?op"),
  ],
  "path-fence": [
    form(
      "no (?:files?|changes?)(?: (?:are |is )?changed| touched)? outside (?:of )?(?:the )?(?:declared roots?|allowlist|roots?)",
    ),
    form(
      "(?:only|all) (?:files|changes)(?: are)? (?:inside|within) (?:the )?(?:declared roots?|allowlist)(?: (?:are )?changed)?",
    ),
    form("path fence (?:is )?(?:kept|respected|holds)"),
  ],
  "diff-budget": [
    form("(?:the )?(?:diff )?budget (?:is )?(?:respected|kept|met|holds)"),
    form("(?:stays? )?within (?:the )?(?:diff )?budget"),
  ],
  "retired-namespace": [
    form(
      "(?:there (?:are|is) )?no (?:new )?(?:requires?|imports?|use|uses) of (?:the |a )?(?:old|retired) namespaces?",
    ),
    form("(?:block )?old namespace(?: is)? (?:blocked|not required)"),
  ],
  "require-separators": [
    form("no (?:backslash(?:es)?|windows separators) in(?:side)? requires?(?: ?\\((?:\\.\\.\\.)?\\))?s?"),
  ],
  "canonical-shape": [
    form("(?:canonical shape|canonicalization) (?:before engine calls|at (?:the )?boundar(?:y|ies))"),
    form("sequences? (?:is|are) canonicalized before engine(?:/coordinator)? calls"),
  ],
  "numeric-fields": [form("no tables? for numeric fields|numeric fields (?:never )?get no tables?")],
  "require-fence": [form("require fence (?:is )?(?:kept|respected|holds)")],
  "no-globals": [form("no (?:new )?globals?(?: (?:is|are) written)?")],
  "no-require-effects": [form("no side[- ]effects? at (?:require|load)(?:[- ]time)?")],
  "docs-fence": [
    form("no docs (?:are )?(?:edited|changed)|docs (?:are )?(?:untouched|unchanged|not edited)"),
  ],
  "unmet-exports": [form("no (?:unmet|missing) exports|(?:all )?callers find what they use")],
  "shim-surface": [form("(?:shims? )?keeps? (?:the )?surface compatible|surface (?:stays|is) compatible")],
  "shim-header": [
    form("(?:all |every )?shims? (?:are|is) (?:marked|tagged) @deprecated(?: (?:and|\\+|with) expires)?"),
  ],
  "shim-expiry": [form("no (?:shim is past its date|expired shims?(?: (?:is|are) left)?)")],
  "task-code": [form("(?:commit )?title includes (?:the )?task code")],
  "proof-grep": [form("(?:all )?proof[- ]greps? (?:pass|hold|are green)")],
};

/**
 * The rules that prove a line; tests hold that there is a rule of each name.
 * @internal
 */
export const PROVING_RULES: readonly string[] = Object.keys(FORMS);

/** The playbook's template, as `arkitekt task new` writes it. */
export const TEMPLATE_LINES: readonly string[] = [
  "No remaining require(...) of moved/deleted modules.",
  "All edited files parse as Lua 5.3.",
  "Pure layers contain no new reaper.* or ImGui calls.",
  "Patch is idempotent (re-apply = no-op).",
  "No files changed outside declared roots.",
  "Diff budget respected.",
];
