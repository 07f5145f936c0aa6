import { flag, optionsOf, texts, type ValueOf } from "../../model/option.ts";

export const options = optionsOf({
  constructors: texts(
    "Functions that may be called at load because they only make something: `Class`, `class.new`, `*.new`.",
  ).byDefault(["*.new", "*.create", "*.extend", "*.class", "class"]),
  callbacks: texts(
    "Fields of globals that may be set at load, because that is how the host is told what to call: `love.*`.",
  ).byDefault([]),
  results: flag(
    "Whether a function of the host's or of another module whose result is taken only makes something, unless its name says that it acts: `open`, `set_x`.",
  ).byDefault(false),
  moduleFields: flag(
    "Whether a field may be set at load of what another module gives: a class that it made, a table of settings; and whether what a function made may be filled and set up: `cells:add(…)`, `app:post(path, handler)`.",
  ).byDefault(false),
  oneMore: flag(
    "Whether one more of what a file did at load before is a warning: a module that registers what it brings registers one thing more. What Lua's own functions do is an error each time.",
  ).byDefault(false),
});

export type NoRequireEffectsOptions = ValueOf<typeof options>;
