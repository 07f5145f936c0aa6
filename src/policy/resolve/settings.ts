import { dotted } from "../../base/dotted.ts";
import { SETTING_DEFAULTS } from "../generated/settings.generated.ts";
import type { PolicyFile } from "../policy-file.ts";
import { presetOf } from "../presets/preset-of.ts";
import type { Settings } from "../settings.ts";
import { merge } from "./merge.ts";

/** The policy's own settings over its preset's over the built-in ones: sections key by key, lists as a whole. */
export function settingsOf(file: PolicyFile): Settings {
  const { $schema: _, extends: __, rules: ___, overrides: ____, ...own } = file;
  // Every key of the result comes from SETTING_DEFAULTS, and what is laid over it has been validated against the same schema.
  return withDots(merge(merge(SETTING_DEFAULTS, presetOf(file).settings(file)), own) as Settings);
}

/** `socket/http` and `socket.http` name one module: in force it is the second. */
function withDots(settings: Settings): Settings {
  const { lua, namespace, host } = settings;
  return {
    ...settings,
    lua: { ...lua, externals: lua.externals.map(dotted) },
    namespace: { canonical: dotted(namespace.canonical), retired: namespace.retired.map(dotted) },
    host: { ...host, modules: host.modules.map(dotted) },
  };
}
