// The protocol's example flow between two real repositories, each guarded by the gate, as it is typed. The transcript is
// compared whole; UPDATE=1 npm test -- scenarios/handoff rewrites it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { makeGated, program } from "../support/gated.ts";
import type { Files, TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("the hand-off");
const golden = fileURLToPath(new URL("../fixtures/handoff/flow.transcript.txt", import.meta.url));

const SETTINGS = { rules: { "path-fence": "off" }, handoff: { projects: ["jsonld", "markdown_ld"] } };
const PATCH = {
  file: "priv/spec.json",
  ops: [
    { op: "test", path: "/version", value: 1 },
    { op: "replace", path: "/version", value: 2 },
    { op: "add", path: "/hash", value: { algorithm: "URDNA2015" } },
  ],
};

const FLOW = `
asker$ arkitekt spec new jsonld --title "URDNA2015 canonicalization + hashing"
asker$ arkitekt spec attach --to $ID --file proposals.md
asker$ arkitekt spec status --id $ID --set accepted
asker$ git add work
asker$ git commit -qm "[AB-1] Ask for canonical hashing"
asker$ git push -q
asker$ SPEC_HANDOFF_DIR=../owner/work/spec_requests arkitekt spec push --id $ID
owner$ git add work
owner$ git commit -qm "[CD-1] Receive the request for hashing"
asker$ echo "Would this do?" | arkitekt spec say --id $ID --type proposal --body - --from-project jsonld --attach patch.json --dest ../owner/work/spec_requests
owner$ arkitekt spec apply --id $ID
owner$ echo "It does." | arkitekt spec msg new --id $ID --type decision --parent $MSG --body - --from-project markdown_ld
owner$ arkitekt spec apply --id $ID --dry-run
owner$ arkitekt spec apply --id $ID
owner$ cat priv/spec.json
owner$ arkitekt spec apply --id $ID
owner$ arkitekt spec ack --id $ID --owner core --contact core@example.org --eta 2025-09-02 --status in_progress
owner$ git add -A
owner$ git commit -qm "[CD-2] Take the request on"
owner$ git push -q
owner$ arkitekt spec status --id $ID --set accepted
owner$ arkitekt spec status --id $ID --set implemented
owner$ arkitekt spec lint --id $ID
owner$ git add -A
owner$ git commit -qm "[CD-3] The hashing is done"
owner$ git push -q
owner$ SPEC_HANDOFF_DIR=../asker/work/spec_requests arkitekt spec push --id $ID
owner$ SPEC_HANDOFF_DIR=../asker/work/spec_requests arkitekt spec autosync --id $ID
asker$ SPEC_HANDOFF_DIR=../owner/work/spec_requests arkitekt spec autosync --id $ID
asker$ cat work/spec_requests/$ID/thread.md
asker$ cmp work/spec_requests/$ID/thread.md ../owner/work/spec_requests/$ID/thread.md
asker$ arkitekt spec lint --all
asker$ arkitekt spec list
asker$ git add -A
asker$ git commit -qm "[AB-2] The request is implemented"
asker$ git push -q
asker$ git rm -q work/spec_requests/$ID/accepted.status
asker$ git commit -qm "[AB-3] Tidy up"
asker$ git commit -q --no-verify -m "[AB-3] Tidy up"
asker$ git push -q
asker$ git status --short
`;

test("goes from the request to the applied patch between two gated repositories, as the protocol's example does", () => {
  const asker = gated({ "proposals.md": "# Proposals\n", "patch.json": `${JSON.stringify(PATCH)}\n` });
  const owner = gated({ "priv/spec.json": '{\n    "version": 1\n}\n' });
  const transcript = play(FLOW, { asker, owner });
  if (process.env["UPDATE"] === "1") {
    mkdirSync(dirname(golden), { recursive: true });
    writeFileSync(golden, transcript);
  }
  assert.is(transcript, existsSync(golden) ? readFileSync(golden, "utf8") : "(UPDATE=1 writes it)");
});

function gated(files: Files): TestRepo {
  const repo = makeGated(files, SETTINGS);
  repo.addRemote("origin");
  assert.is(repo.tryGit("push", "-q", "--no-verify", "-u", "origin", "main").code, 0);
  return repo;
}

/** Types each line in its repository. $ID and $MSG become what the first lines of output said. */
function play(flow: string, repos: Readonly<Record<string, TestRepo>>): string {
  const known = new Map<string, string>();
  const lines = flow.trim().split("\n");
  return lines
    .map((line) => {
      const [name, typed] = splitOnce(line);
      const repo = repos[name];
      if (repo === undefined) throw new Error(`who types "${line}"?`);
      const command = typed.replaceAll(/\$(ID|MSG)/g, (_, key: string) => known.get(key) ?? `$${key}`);
      const real = command.replaceAll(
        /\.\.\/(asker|owner)(?=\/)/g,
        (_, side: string) => repos[side]?.dir ?? "",
      );
      const shell = `arkitekt() { "${process.execPath}" "${program}" "$@"; }; ${real}`;
      const said = repo.run("sh", ["-c", shell], { env: { SOURCE_DATE_EPOCH: String(tick()) } });
      const first = said.stdout.split("\n")[0] ?? "";
      if (typed.includes("spec new")) known.set("ID", first);
      if (typed.includes("spec say")) known.set("MSG", first);
      const output = `${said.stdout}${said.stderr}`;
      const code = said.code === 0 ? "" : `(exit ${said.code})\n`;
      return `${name}$ ${typed}\n${plain(output, known, repos)}${code}`;
    })
    .join("\n");
}

function splitOnce(line: string): [string, string] {
  const at = line.indexOf("$ ");
  return [line.slice(0, at), line.slice(at + 2)];
}

let now = Date.UTC(2025, 7, 31, 15, 50) / 1000;

function tick(): number {
  now += 60;
  return now;
}

/** Ids that hang on nothing but the flow stay; places of this machine and hashes of commits go. */
function plain(
  text: string,
  known: ReadonlyMap<string, string>,
  repos: Readonly<Record<string, TestRepo>>,
): string {
  let result = text;
  for (const [name, repo] of Object.entries(repos))
    result = result.replaceAll(repo.dir, `…/${name}`).replaceAll(dirname(repo.dir), "…");
  const id = known.get("ID");
  const message = known.get("MSG");
  if (id !== undefined) result = result.replaceAll(id, "<id>");
  if (message !== undefined) result = result.replaceAll(message, "<msg>");
  return result.replaceAll(/commit [0-9a-f]{8}/g, "commit <commit>");
}
