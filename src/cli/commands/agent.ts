import { AGENTS } from "../../agent/event.ts";
import type { Command, Family } from "../../command/command.ts";
import { tellFailure } from "../../command/tell-failure.ts";
import { EXIT } from "../../model/exit.ts";
import { spoken } from "../../system/world.ts";

const hook: Command = {
  name: "agent hook",
  about:
    "What the hook systems of coding agents call, with their JSON on standard input. Refuses what would go past the gate, judges what is pushed, and the working tree at the end of a turn; answers in the agent's own form.",
  flags: {
    agent: { value: "NAME", help: `${AGENTS.join(", ")}; recognised from the input when left out` },
  },
  examples: [
    {
      line: "arkitekt agent hook --agent claude",
      says: "in the settings of an agent; arkitekt install --agents claude writes them",
    },
  ],
  // Claude Code takes exit code 2 for a refusal, and an agent can't mend the settings that call us.
  onFault(fault, { stderr }) {
    tellFailure(fault, stderr);
    stderr.write("arkitekt: agent hook: nothing was judged\n");
    return EXIT.pass;
  },
  async run(input, world) {
    const { runAgentHook } = await import("../agent/run-agent-hook.ts");
    return await runAgentHook(input.text("agent"), world);
  },
};

const rules: Command = {
  name: "agent rules",
  about:
    "Prints what an agent has to know of this repository and can't find out by looking, from the policy in force: a section of AGENTS.md or CLAUDE.md.",
  optional: ["file"],
  flags: {
    check: {
      help: "exit code 1 where the section of the file, or of AGENTS.md and CLAUDE.md, is out of date",
    },
    write: { value: "FILE", help: "puts the section into this file, in its place or at the end" },
  },
  oneOf: { flags: ["check", "write"], isNeeded: false },
  examples: [
    { line: "arkitekt agent rules --write AGENTS.md", says: "again whenever the policy changes" },
    { line: "arkitekt agent rules --check", says: "in CI" },
  ],
  async run(input, world) {
    const { checkRules, currentSection, writeRules } = await import("../agent/write-rules.ts");
    const file = input.text("write");
    if (input.operands.length > 0 && !input.has("check"))
      input.refuse("a file goes with --check or --write", "arkitekt agent rules --write AGENTS.md");
    const said = { ...world, stdout: spoken(world.stdout) };
    if (input.has("check")) return await checkRules(input.operands, said);
    if (file !== undefined) return await writeRules(file, said);
    world.stdout.write((await currentSection(world)).section);
    return EXIT.pass;
  },
};

export const agent: Family = {
  name: "agent",
  about: "what coding agents meet: their hooks, and the rules they read",
  commands: [hook, rules],
};
