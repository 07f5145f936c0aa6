import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { specProgram } from "../support/handoff/program.ts";
import { decided, type Side, sideIn } from "../support/handoff/side.ts";
import { suite } from "../support/suite.ts";

const test = suite("kill");
const start = await specProgram();
const preload = fileURLToPath(new URL("../support/handoff/kill-at.cjs", import.meta.url));

interface Stage {
  readonly asker: Side;
  readonly owner: Side;
  readonly base: string;
  readonly id: string;
}

interface Plot {
  readonly title: string;
  readonly prepare: (stage: Stage) => Promise<void>;
  readonly side: "asker" | "owner";
  /** Whose files change. */
  readonly changes: "asker" | "owner";
  readonly args: (stage: Stage) => readonly string[];
  /** Codes of the second run; 0 when left out. */
  readonly again?: readonly number[];
  /** What must hold whatever the instant: each file as before or as after. */
  readonly alwaysHolds: (stage: Stage) => Promise<void>;
  /** What must hold once the command has run again. */
  readonly inTheEnd: (stage: Stage) => Promise<void>;
}

/** `HANDOFF_KILLS=100 npm test -- handoff/kill` does it thoroughly. */
const KILLS = Number(process.env["HANDOFF_KILLS"] ?? 10);

const BEFORE = '{\n  "version": 1\n}\n';
const AFTER = '{\n  "version": 2\n}\n';

const plots: readonly Plot[] = [
  {
    title: "new",
    prepare: async () => {},
    side: "asker",
    changes: "asker",
    args: () => ["new", "markdown_ld", "--title", "another", "--now", "2025-08-31T15:50:00Z"],
    again: [0, 1],
    alwaysHolds: async ({ asker }) => assert.match((await asker.run(["lint", "--all"])).out, / 0 errors, /),
    inTheEnd: async ({ asker }) =>
      assert.match((await asker.run(["list"])).out, /_markdown_ld_another_\S+\s+markdown_ld +proposed/),
  },
  {
    title: "push of a new request",
    prepare: async () => {},
    side: "asker",
    changes: "owner",
    args: ({ id, owner }) => ["push", "--id", id, "--dest", owner.requests],
    alwaysHolds: async ({ owner, id }) => {
      if (!existsSync(join(owner.requests, id))) return;
      assert.is((await owner.run(["lint", "--id", id])).code, 0, "there at all, it is there as a whole");
      assert.ok(existsSync(join(owner.requests, id, "accepted.status")));
    },
    inTheEnd: isSame,
  },
  {
    title: "push of a request that is there, with more in it",
    prepare: async ({ asker, owner, id }) => {
      await asker.do("push", "--id", id, "--dest", owner.requests);
      asker.write("more.txt", "more");
      await asker.do("attach", "--to", id, "--file", "more.txt");
      await asker.do("ack", "--id", id, "--owner", "o", "--contact", "c", "--status", "in_progress");
      await asker.do("msg", "new", "--id", id, "--type", "comment", "--body", "-", "--attach", "more.txt");
    },
    side: "asker",
    changes: "owner",
    args: ({ id, owner }) => ["push", "--id", id, "--dest", owner.requests],
    alwaysHolds: wholeMessages("owner"),
    inTheEnd: isSame,
  },
  {
    title: "pull",
    prepare: async ({ asker, owner, id }) => {
      await asker.do("push", "--id", id, "--dest", owner.requests);
      owner.write("answer.txt", "answer");
      for (const _ of [1, 2]) {
        await owner.do(
          "msg",
          "new",
          "--id",
          id,
          "--type",
          "comment",
          "--body",
          "-",
          "--attach",
          "answer.txt",
        );
      }
    },
    side: "asker",
    changes: "asker",
    args: ({ id, owner }) => ["msg", "pull", "--id", id, "--from", owner.requests],
    alwaysHolds: wholeMessages("asker"),
    inTheEnd: async ({ asker, id }) => {
      assert.is(readdirSync(join(asker.requests, id, "inbox")).length, 2);
      assert.is((await asker.run(["lint", "--id", id])).code, 0);
    },
  },
  {
    title: "apply to three files",
    prepare: async ({ asker, owner, id }) => {
      await asker.do("push", "--id", id, "--dest", owner.requests);
      for (const name of ["a", "b", "c"]) {
        owner.write(`priv/${name}.json`, BEFORE);
        asker.write(
          `${name}-patch.json`,
          `{"file":"priv/${name}.json","ops":[{"op":"replace","path":"/version","value":2}]}`,
        );
      }
      await decided(asker, owner, id, ...["a", "b", "c"].map((name) => `${name}-patch.json`));
    },
    side: "owner",
    changes: "owner",
    args: ({ id }) => ["apply", "--id", id, "--now", "2025-08-31T15:50:00Z"],
    alwaysHolds: async ({ owner }) => {
      for (const name of ["a", "b", "c"])
        assert.ok([BEFORE, AFTER].includes(owner.read(`priv/${name}.json`)));
    },
    inTheEnd: async ({ owner, id }) => {
      for (const name of ["a", "b", "c"]) assert.is(owner.read(`priv/${name}.json`), AFTER);
      assert.equal(
        readdirSync(join(owner.root, "priv")),
        ["a.json", "b.json", "c.json"],
        "nothing is left beside them",
      );
      const { applied } = JSON.parse(owner.read(`work/spec_requests/${id}/applied.json`));
      assert.is(applied.length, 3);
      assert.match((await owner.run(["apply", "--id", id])).out, /^already applied/);
    },
  },
];

for (const plot of plots) {
  test(`${plot.title}: killed before any one of its writes, the next command finds all of it or nothing, and a second run completes it`, async () => {
    const model = await prepared(plot);
    const whole = await wholeStates(plot, model);
    let kills = 0;
    for (let instant = 1; ; instant++) {
      const stage = copyOf(model);
      const ended = await start(plot.args(stage), stage[plot.side].root, {
        node: ["--require", preload],
        env: { KILL_AT: String(instant) },
      }).ended;
      await plot.alwaysHolds(stage);
      await isWholeForNext(plot, stage, whole);
      const again = await stage[plot.side].run(plot.args(stage));
      assert.ok((plot.again ?? [0]).includes(again.code), `${again.err} (instant ${instant})`);
      await plot.inTheEnd(stage);
      assert.equal(temporaries(stage.base), [], `instant ${instant} leaves nothing behind`);
      rmSync(stage.base, { recursive: true });
      if (ended.signal === null) break;
      kills++;
    }
    rmSync(model.base, { recursive: true });
    assert.ok(kills > 8, `${kills} instants were tried`);
  });

  test(`${plot.title}: killed at random instants, the same`, async () => {
    const model = await prepared(plot);
    const whole = await wholeStates(plot, model);
    let span = 150;
    let kills = 0;
    for (let round = 0; kills < KILLS && round < KILLS * 20; round++) {
      const stage = copyOf(model);
      const begun = performance.now();
      const running = start(plot.args(stage), stage[plot.side].root);
      const timer = setTimeout(() => running.child.kill("SIGKILL"), span * Math.random());
      if ((await running.ended).signal === "SIGKILL") kills++;
      else span = performance.now() - begun;
      clearTimeout(timer);
      await plot.alwaysHolds(stage);
      await isWholeForNext(plot, stage, whole);
      assert.ok((plot.again ?? [0]).includes((await stage[plot.side].run(plot.args(stage))).code));
      await plot.inTheEnd(stage);
      rmSync(stage.base, { recursive: true });
    }
    rmSync(model.base, { recursive: true });
    assert.is(kills, KILLS);
  });
}

async function prepared(plot: Plot): Promise<Stage> {
  const base = mkdtempSync(join(tmpdir(), "kill-"));
  const asker = sideIn(join(base, "asker"));
  const owner = sideIn(join(base, "owner"));
  asker.write("file.txt", "a file");
  const id = await asker.do("new", "jsonld", "--title", "kill");
  await asker.do("attach", "--to", id, "--file", "file.txt");
  await asker.do("status", "--id", id, "--set", "accepted");
  const stage = { asker, owner, base, id };
  await plot.prepare(stage);
  return stage;
}

function copyOf({ base, id }: Stage): Stage {
  const copy = mkdtempSync(join(tmpdir(), "kill-"));
  cpSync(base, copy, { recursive: true });
  return { base: copy, id, asker: sideIn(join(copy, "asker")), owner: sideIn(join(copy, "owner")) };
}

/** The files of the side that changes, before the command and after it. */
async function wholeStates(plot: Plot, model: Stage): Promise<readonly [before: string, after: string]> {
  const stage = copyOf(model);
  const before = textsOf(stage[plot.changes]);
  await stage[plot.side].do(...plot.args(stage));
  const after = textsOf(stage[plot.changes]);
  rmSync(stage.base, { recursive: true });
  return [before, after];
}

/** Whatever command comes next finishes what is there in part, and says so. */
async function isWholeForNext(plot: Plot, stage: Stage, whole: readonly string[]): Promise<void> {
  const side = stage[plot.changes];
  const isPart = !whole.includes(textsOf(side));
  const { err } = await side.run(["list"]);
  if (isPart) assert.match(err, /^finished (?:a change|an apply) of \S+ that was cut short\n$/);
  assert.ok(whole.includes(textsOf(side)), "all of it, or nothing");
}

/** All but the schema, which says nothing of a request. */
function textsOf(side: Side): string {
  const files = side.files(".").filter((path) => path !== "work/spec_requests/schema.json");
  return JSON.stringify(files.map((path) => [path, side.read(path)]));
}

function wholeMessages(name: "asker" | "owner"): Plot["alwaysHolds"] {
  return async (stage) => {
    const side = stage[name];
    const { out } = await side.run(["lint", "--id", stage.id]);
    assert.not.match(out, /inbox/, "a message that is there is whole, and so are its attachments");
    assert.not.match(out, /^error .*(status|request\.json)/m);
  };
}

async function isSame({ asker, owner, id }: Stage): Promise<void> {
  const tracked = (side: Side) =>
    side
      .files(`work/spec_requests/${id}`)
      .filter((path) => !/^(inbox|outbox)\//.test(path))
      .map((path) => [path, readFileSync(join(side.requests, id, path), "utf8")]);
  assert.equal(tracked(owner), tracked(asker));
  const box = (side: Side, name: string) =>
    side.files(`work/spec_requests/${id}`).filter((path) => path.startsWith(name)).length;
  assert.is(box(owner, "inbox/"), box(asker, "outbox/"));
  assert.is((await owner.run(["lint", "--id", id])).code, 0);
}

/** Temporary files and half-made folders, wherever they are. */
function temporaries(base: string): readonly string[] {
  return readdirSync(base, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.tmp$|incoming-|apply\.(intent|journal)$/.test(path),
  );
}
