// One change through every door that a user, an agent, a server or another program stands at.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { arkitekt, cleanModule, makeGated } from "../support/gated.ts";
import { lefthookConfig, managersPath, preCommitConfig, preCommitHome } from "../support/hook-managers.ts";
import { peer } from "../support/peers.ts";
import { type Content, makeFolder, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("every door");
const root = fileURLToPath(new URL("../../", import.meta.url));
const library = createRequire(import.meta.url)(join(root, "dist/library.cjs"));
const unix = { ARKITEKT_FORMAT: "unix" };

type Tree = Readonly<Record<string, string>>;

interface Scene {
  readonly before?: Tree;
  /** What changes; `null` takes a file away. */
  readonly change: Readonly<Record<string, string | null>>;
  readonly message?: string;
  readonly override?: string;
  readonly branch?: string;
  readonly settings?: object;
  /** What is found at least. */
  readonly rules: readonly string[];
}

const feature = (text: string) => `local M = {}\n\n${text}\n\nreturn M\n`;
const shim = (day: string) =>
  `-- @deprecated TEMP_PARITY_SHIM: name() → use A.a\n-- EXPIRES: ${day} (planned removal: Phase-3)\nlocal M = {}\n\nreturn M\n`;
const long = (count: number) => feature(Array.from({ length: count }, (_, n) => `M.f${n} = ${n}`).join("\n"));

const scenes: Readonly<Record<string, Scene>> = {
  "a good change": {
    before: { "A/a.lua": cleanModule },
    change: { "A/a.lua": feature("M.x = 1"), "A/scripts/One/core/b.lua": feature("M.x = 1") },
    rules: [],
  },
  "code of every wrong kind, too much of it, and the policy with it": {
    before: { "A/scripts/Two/core/t.lua": cleanModule, "README.md": "Songs\n" },
    change: {
      ...Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`A/f${n}.lua`, long(80)])),
      "A/é ü.lua": "local = 1\n",
      "A/scripts/One/core/o.lua": feature(
        'loose = require("scripts.Two.core.t")\n\nM.t = reaper -- TODO: less',
      ),
      "B/b.lua": cleanModule,
      "README.md": "Song\n",
      ".arkitektrc.json": null,
    },
    rules: [
      ...["diff-budget", "docs-fence", "lua-parse", "no-globals", "path-fence", "policy-change"],
      ...["purity-fence", "require-fence", "todo-fence"],
    ],
  },
  "what was there before, moved and added to; shims, a cycle, and what others need gone": {
    before: {
      "A/old.lua": `${feature('M.o = require("oldark.core")')}-- one\n-- two\n-- three\n`,
      "A/gone.lua": cleanModule,
      "A/user.lua": feature('M.gone = require("gone").name'),
      "A/a.lua": feature("M.one = 1\nM.two = 2"),
      "A/b.lua": feature('M.x = require("a").two'),
    },
    change: {
      "A/old.lua": null,
      "A/moved.lua": `${feature('M.o = require("oldark.core")\nM.p = require("oldark.views")')}-- one\n-- two\n-- three\n`,
      "A/gone.lua": null,
      "A/a.lua": feature('M.one = require("b")'),
      "A/s.lua": shim("2024-01-01"),
      "A/t.lua": "-- @deprecated TEMP_PARITY_SHIM: x\nreturn {}\n",
    },
    rules: [
      ...[
        "require-fence",
        "require-graph",
        "retired-namespace",
        "shim-expiry",
        "shim-header",
        "unmet-exports",
      ],
    ],
  },
  "odd white space and ends of lines; exceptions, some of them in vain": {
    before: {
      "A/cr.lua": feature("M.a = 1\nM.b = 2").replaceAll("\n", "\r"),
      "A/tabs.lua": feature("if M then\nx = 1\nend"),
      "A/nul.lua": feature("y = 1 -- \0"),
    },
    change: {
      "A/cr.lua": feature("M.a = 1\nz = 1\nM.b = 2").replaceAll("\n", "\r"),
      "A/tabs.lua": feature("if M then\n\tx = 1\n\n\tw = 1\nend"),
      "A/nul.lua": feature("y = 1 -- \0\nv = 1"),
      "A/blank.lua": "\n\n\nlocal M = {}\n  \nq = 1\n\n\n",
      "A/one.lua": feature("-- arkitekt-off no-globals: the host wants it\nloose = 1\nM.x = 1"),
      "A/two.lua": feature("-- arkitekt-off no-globals: nothing here\nM.x = 1"),
      "C/c.lua": cleanModule,
    },
    override: "path-fence: the folder is agreed",
    rules: ["module-shape", "no-globals", "suppression"],
  },
  "what was there before stays old whatever ends its lines, and blank lines are new lines": {
    before: {
      "A/cr.lua": feature("M.a = 1\nold = 1\nM.b = 2").replaceAll("\n", "\r"),
      "A/mixed.lua": feature("M.a = 1\nold = 1\rworn = 1\n\rM.b = 2"),
      "A/nul.lua": feature('M.a = "\0"\nold = 1\nM.b = 2'),
      "A/late.lua": feature(`${"-- x\n".repeat(2000)}M.z = "\0"\nold = 1`),
    },
    change: {
      "A/cr.lua": feature("M.a = 1\nold = 1\nM.b = 3").replaceAll("\n", "\r"),
      "A/mixed.lua": feature("M.a = 1\nold = 1\rworn = 1\n\rM.b = 3\n\nfresh = 1"),
      "A/nul.lua": feature('M.a = "\0"\nold = 1\nM.b = 3'),
      "A/late.lua": feature(`${"-- x\n".repeat(2000)}M.z = "\0"\nold = 1\nfresh = 1`),
    },
    rules: ["no-globals"],
  },
  "a message that names no task, on an agent's branch": {
    before: { "README.md": "Songs\n" },
    change: { "A/a.lua": cleanModule, "README.md": "Song\n" },
    branch: "codex/sort",
    message: "Sort\n\nMuch more",
    rules: ["docs-fence", "path-fence", "task-code"],
  },
};

/** Findings as `path:line:column rule`, sorted, each once; what was there before says so. */
type Found = readonly string[];

const tidy = (found: Iterable<string>): Found => [...new Set(found)].sort();

/** Of the form `unix`, wherever a tool puts it. */
function inUnix(text: string): Found {
  const pattern =
    /^(?:remote: |\s+|┃ +)?(?:(\S.*?:\d+:\d+): )?(error|warning): .* \[([a-z-]+)\]( \(was there before\))?\s*$/;
  return tidy(
    text.split("\n").flatMap((line) => {
      const [, place = "", level, rule, old = ""] = pattern.exec(line) ?? [];
      return rule === undefined ? [] : [`${place} ${level} ${rule}${old}`];
    }),
  );
}

interface JsonFinding {
  readonly [key: string]: unknown;
  readonly start: { readonly line: number; readonly column: number } | null;
}

function inJson(findings: readonly JsonFinding[]): Found {
  return tidy(
    findings.map(({ rule, level, standing, path, start }) => {
      const place = path === null ? "" : `${path}:${start?.line ?? 1}:${start?.column ?? 1}`;
      const old = standing === "old" ? " (was there before)" : "";
      return `${place} ${level === "warn" ? "warning" : level} ${rule}${old}`;
    }),
  );
}

/** Of the form that agents read. */
function inAgent(text: string): Found {
  const pattern = /^(?:(\S.*?:\d+:\d+)|(\S.*?)) (\(warning\) )?([a-z-]+): /;
  return tidy(
    text
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [, place, whole = "", warning, rule] = pattern.exec(line) ?? [];
        const at = place ?? (/[./]/.test(whole) ? `${whole}:1:1` : "");
        return `${at} ${warning === undefined ? "error" : "warning"} ${rule}`;
      }),
  );
}

const isFresh = (line: string) => !line.endsWith("(was there before)");

const judgeStep: string = parse(readFileSync(join(root, "action.yml"), "utf8")).runs.steps.at(-1).run;

/** Asked as they ask at a commit, without one being made. */
const MANAGERS = {
  "pre-commit": () => {
    const config = join(makeFolder(), "config.yaml");
    writeFileSync(config, preCommitConfig());
    return {
      words: ["run", "-c", config, "--hook-stage", "commit"],
      env: { PRE_COMMIT_HOME: preCommitHome() },
    };
  },
  lefthook: () => {
    const config = join(makeFolder(), "lefthook.yml");
    writeFileSync(config, lefthookConfig());
    return { words: ["run", "pre-commit"], env: { LEFTHOOK_CONFIG: config } };
  },
};

function askManagers(repo: TestRepo, env: NodeJS.ProcessEnv): readonly (readonly [string, Found])[] {
  return (["pre-commit", "lefthook"] as const)
    .filter((name) => peer(name) !== undefined)
    .map((name) => {
      const { words, env: own } = MANAGERS[name]();
      const { stdout, stderr } = repo.run(name, words, { env: { ...env, ...own, PATH: managersPath() } });
      return [name, inUnix(stdout + stderr)];
    });
}

/** What all doors are asked of: a clone with the gate, a server with its own, and a change that is staged. */
function opened({ before = {}, change, branch = "main", settings = {} }: Scene) {
  const repo = makeGated(before, settings);
  const server = repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "origin", "main");
  repo.git("fetch", "-q", "origin");
  const installed = arkitekt(server, ["install", "--server", "."]);
  assert.is(installed.code, 0, installed.stderr);
  repo.git("checkout", "-q", "-B", branch);
  repo.stage(change as Readonly<Record<string, Content>>);
  return { repo, server };
}

for (const [name, scene] of Object.entries(scenes))
  test(`${name}: finds the same at every one`, async () => {
    const { before = {}, change, message = "[AB-1] Say more", override, branch = "main" } = scene;
    const { repo, server } = opened(scene);
    const env = { ...unix, ...(override === undefined ? {} : { ARKITEKT_OVERRIDE: override }) };
    const ask = (args: readonly string[], options: Parameters<typeof arkitekt>[2] = {}): Found => {
      const { stdout, stderr, code } = arkitekt(repo, args, { env, ...options });
      assert.ok(code < 2, `${args.join(" ")}: ${stderr}`);
      return inUnix(stdout);
    };
    const same = (door: string, found: Found, expected: Found) => assert.equal(found, expected, door);
    const hook = (input: object) => {
      const { stdout } = arkitekt(repo, ["agent", "hook"], {
        input: JSON.stringify({ cwd: repo.dir, session_id: "s", ...input }),
      });
      if (stdout === "") return [];
      const said = JSON.parse(stdout);
      return inAgent(said.reason ?? said.hookSpecificOutput.permissionDecisionReason);
    };

    const ofChange = ask(["check"]);
    const ofMessage = ask(["check", "--message", "-"], { input: message });
    const isRefused = (found: Found) => found.some((line) => / error \S+$/.test(line));
    const whole = tidy([...ofChange, ...ofMessage]);
    const named = whole.filter(isFresh).map((line) => line.slice(line.lastIndexOf(" ") + 1));
    assert.equal(tidy(named), scene.rules, whole.join("\n"));

    same("--working", ask(["check", "--working"]), ofChange);
    same("FILE", ask(["check", "--", ...Object.keys(change)]), ofChange);
    if (override === undefined) {
      const patch = repo.run("git", ["diff", "--cached", "--binary", "HEAD"]).stdout;
      repo.git("stash", "-q");
      same("--patch", ask(["check", "--patch", "-"], { input: patch }), ofChange);
      repo.git("stash", "pop", "-q", "--index");
      const end = hook({ hook_event_name: "Stop", transcript_path: "t", stop_hook_active: false });
      same("agent hook, at the end", end, isRefused(ofChange) ? ofChange.filter(isFresh) : []);
    }
    for (const [manager, found] of askManagers(repo, env)) same(manager, found, ofChange);
    const sides = {
      before: { ...before, ".arkitektrc.json": repo.git("show", "HEAD:.arkitektrc.json") },
      after: {} as Record<string, Buffer>,
    };
    for (const path of repo.git("ls-files", "-z").split("\0").filter(Boolean))
      sides.after[path] = repo.read(path);
    const { ok, policy } = await library.readPolicy(sides.before[".arkitektrc.json"]);
    assert.ok(ok);
    const overrides = override === undefined ? [] : [{ rule: override.split(":")[0], reason: override }];
    const judged = await library.judge({ ...sides, message, branches: [branch] }, policy, {
      today: "2026-01-01",
      overrides,
    });
    same("library", inJson(judged.findings), whole);

    const committed = repo.run("git", ["commit", "-qm", message], { env });
    assert.is(committed.code !== 0, isRefused(whole), committed.stderr);
    same("pre-commit, commit-msg", inUnix(committed.stderr), isRefused(ofChange) ? ofChange : whole);
    const trailer = override === undefined ? "" : `\n\nArkitekt-Override: ${override}`;
    if (isRefused(whole)) repo.commit(`${message}${trailer}`);
    same("--range", ask(["check", "--range", "origin/main..HEAD"]), whole);

    const parts = [1, 2].map((part) => {
      const path = join(repo.dir, "..", `part-${part}.json`);
      writeFileSync(
        path,
        arkitekt(repo, ["check", "--range", "origin/main..HEAD", "--shard", `${part}/2`]).stdout,
      );
      return path;
    });
    same("--shard", ask(["report", "merge", ...parts, "--format", "unix"]), whole);
    const steps = {
      BEFORE: repo.id("origin/main"),
      DEFAULT: "main",
      BRANCH: branch,
      RANGE: "",
      FORMAT: "unix",
      ACTION: root,
    };
    repo.git("checkout", "-q", "--detach");
    same("the action", inUnix(repo.run("sh", ["-e", "-c", judgeStep], { env: steps }).stdout), whole);
    repo.git("checkout", "-q", branch);
    const push = repo.run("git", ["push", "-q", "origin", branch], { env });
    same("pre-push", inUnix(push.stderr), whole);
    assert.is(push.code !== 0, isRefused(whole));
    const tool = { tool_name: "Bash", tool_input: { command: `git push origin ${branch}` } };
    if (isRefused(whole)) {
      same(
        "agent hook, of a push",
        hook({ hook_event_name: "PreToolUse", transcript_path: "t", ...tool }),
        whole.filter(isFresh),
      );
      const past = repo.run("git", ["push", "-q", "--no-verify", "origin", branch], { env });
      assert.is(past.code !== 0, true);
      same("pre-receive", inUnix(past.stderr), whole);
    }
    assert.is(
      server.tryGit("rev-parse", "--verify", "-q", `${branch}^{commit}`).stdout.trim() === repo.id("HEAD"),
      !isRefused(whole),
    );
  });

test("the library takes no date for a wrong one where nobody names a day", async () => {
  const { policy } = await library.readPolicy(JSON.stringify({ extends: "playbook-v5", root: "A" }));
  const ask = async (day: string, options: object) => {
    const after = { "A/s.lua": shim(day) };
    const { findings } = await library.judge({ after }, policy, options);
    return findings.filter(({ rule }: { rule: string }) => rule === "shim-expiry").length;
  };
  for (const day of ["1999-01-01", "2026-12-10", "9999-12-31"]) assert.is(await ask(day, {}), 0, day);
  assert.is(await ask("2026-12-10", { today: "2026-01-01" }), 1);
  assert.is(await ask("2026-12-10", { today: "2026-12-11" }), 1);
});
