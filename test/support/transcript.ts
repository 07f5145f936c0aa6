// Transcripts: what was typed, the whole output, and the exit status where it is not 0. One command rewrites them:
// `UPDATE=1 npm test -- transcripts`.
//
//   # a remark
//   $ a command for the shell
//   > further lines of it
//   its output, standard output and standard error as they come
//   ? 1
//
// `# needs pre-commit, lefthook` names programs of others that it is played with; $PACKAGE is the package as it ships.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { program } from "./gated.ts";
import { lefthookConfig, managersPath, preCommitConfig, preCommitHome } from "./hook-managers.ts";
import { isPeer, type Peer } from "./peers.ts";
import { isolatedEnvironment, makeFolder } from "./repo.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** The programs that a transcript is played with. */
export function needsOf(text: string): readonly Peer[] {
  const named = /^# needs (.*)$/m.exec(text)?.[1]?.split(", ") ?? [];
  return named.filter(isPeer);
}

/** Plays the commands of `text` in a folder of its own and gives the transcript as it comes out. */
export function play(text: string): string {
  const base = makeFolder();
  const place = join(base, "work");
  const bin = join(base, "bin");
  for (const folder of [place, bin]) mkdirSync(folder);
  writeFileSync(join(bin, "arkitekt"), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(join(bin, "arkitekt"), 0o755);
  const isolated = isolatedEnvironment(base);
  const env = {
    ...isolated,
    PATH: `${bin}:${isolated["PATH"]}`,
    NO_COLOR: "1",
    COLUMNS: "80",
    PACKAGE: root,
    ...(needsOf(text).length === 0 ? {} : withManagers(place)),
  };
  let cwd = place;
  let clock = Date.UTC(2026, 2, 1) / 1000;
  const shown = stepsOf(text).map((step) => {
    if (step.kind === "remark") return step.text;
    clock += 60;
    const date = `${clock} +0000`;
    const where = join(base, "cwd");
    const command = step.lines.join("\n");
    const answer = spawnSync(
      "sh",
      ["-c", `exec 2>&1\n${command}\nstatus=$?; pwd >'${where}'; exit $status`],
      {
        cwd,
        env: { ...env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
        input: "",
        timeout: 60_000,
      },
    );
    if (answer.error) throw answer.error;
    if (existsSync(where)) cwd = readFileSync(where, "utf8").trimEnd();
    const said = answer.stdout.toString("utf8").replaceAll(base, "~");
    const [first = "", ...more] = step.lines;
    const status = answer.status === 0 ? "" : `? ${answer.status}\n`;
    const output = said === "" || said.endsWith("\n") ? said : `${said}\n`;
    return `${[`$ ${first}`, ...more.map((line) => `> ${line}`)].join("\n")}\n${output}${status}`;
  });
  return shown.join("");
}

/** The recipes of docs/other-tools.md are beside the working folder. */
function withManagers(place: string): NodeJS.ProcessEnv {
  writeFileSync(join(place, "pre-commit-config.yaml"), preCommitConfig());
  writeFileSync(join(place, "lefthook.yml"), lefthookConfig());
  return { PATH: managersPath(), PRE_COMMIT_HOME: preCommitHome() };
}

type Step =
  | { readonly kind: "remark"; readonly text: string }
  | { readonly kind: "command"; readonly lines: readonly string[] };

/** Outputs are left out: they come again. A remark keeps the blank lines around it. */
function stepsOf(text: string): Step[] {
  const steps: Step[] = [];
  for (const line of text.split("\n")) {
    const last = steps.at(-1);
    if (line.startsWith("$ ")) steps.push({ kind: "command", lines: [line.slice(2)] });
    else if (line.startsWith("> ") && last?.kind === "command")
      steps.splice(-1, 1, { kind: "command", lines: [...last.lines, line.slice(2)] });
    else if (line.startsWith("# ")) {
      const gap = steps.length === 0 || last?.kind === "remark" ? "" : "\n";
      steps.push({ kind: "remark", text: `${gap}${line}\n` });
    }
  }
  return steps;
}
