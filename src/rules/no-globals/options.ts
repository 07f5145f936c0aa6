import { flag, optionsOf, texts, type ValueOf } from "../../model/option.ts";

export const options = optionsOf({
  allow: texts("Globals that may be read and written, besides what Lua has and the host declares.").byDefault(
    [],
  ),
  scriptsDeclare: flag(
    "Whether a script (`lua.scripts`) may set globals in statements of the file itself, however they are indented, or as `_G.name`: the host runs it in a state of its own. One in a block or a function is a forgotten `local` all the same.",
  ).byDefault(false),
  explicit: flag(
    "Whether a global may be set where it is written on purpose: as `_G.name = …` and `_G[name] = …` anywhere; as `name = name or …`, behind `if not name then`, or as one of six or more names in capital letters outside functions; and in a test, where it stands in for what the host gives.",
  ).byDefault(false),
  shared: flag(
    "Whether a function may set a global that the file uses outside that function too: what the file keeps there is state, not a forgotten `local`. A function that sets six or more is there to set them.",
  ).byDefault(false),
  writes: flag(
    "Whether a global that is set is an error; else it is a warning, for code that has always set them and in which what is read must be there all the same.",
  ).byDefault(true),
  reads: flag(
    "Whether a read of a global that nobody declares is as bad as a write; else it is a warning.",
  ).byDefault(false),
  elsewhere: flag(
    "Whether the rest of the tree counts: a global that another file sets may be read, and with `shared` a function may set one that another file uses.",
  ).byDefault(false),
});

export type NoGlobalsOptions = ValueOf<typeof options>;
