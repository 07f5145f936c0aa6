// The policy that the corpus is judged by: the one that `arkitekt install` writes for it, and what its people would add.
import type { PolicyFile } from "../src/policy/policy-file.ts";

/** What prosody and awesome give to the Lua that they run. */
const PROSODY = ["prosody", "module", "hosts", "log", "_", "metronome"];
const AWESOME = [
  ..."awesome button client dbus drawable drawin key keygrabber mouse mousegrabber root screen".split(" "),
  ..."selection tag timer".split(" "),
];

/** Rocks and C modules that the packages depend on. */
const EXTERNALS = [
  ..."lfs lgi lgi.* socket socket.* ssl ssl.* mime ltn12 lxp lxp.* posix posix.* zlib zip cjson icu unbound".split(
    " ",
  ),
  ..."readline expat DBI ldap lualdap lyaml basexx mosquitto system luaevent luaevent.* cqueues cqueues.*".split(
    " ",
  ),
  ..."compat53 compat53.* bit bit32 ffi jit jit.* event event.* lua-term ev geoip geoip.* lunbound".split(
    " ",
  ),
];

export const corpusPolicy: PolicyFile = {
  extends: "playbook-v5",
  root: ".",
  lua: {
    files: ["**/*.lua"],
    moduleRoots: ["usr/share/lua/5.1", "usr/lib/prosody", "usr/share/awesome/lib"],
    // Run by prosody's module loader and by awesome itself, not required.
    scripts: ["usr/lib/prosody/modules/**", "usr/share/awesome/themes/**", "etc/**", "usr/share/doc/**"],
    externals: EXTERNALS,
  },
  // Of the five packages only awesome's library is cut into parts; for the fence `gears` is its common library.
  namespace: { canonical: "gears", retired: ["obvious", "util.serialization.old"] },
  features: {
    root: "usr/share/awesome/lib",
    layers: ["widget", "layout", "container", "mouse", "keyboard", "client", "tag", "screen", "util"],
  },
  pure: [
    "usr/share/awesome/lib/gears/**",
    "usr/share/awesome/lib/wibox/layout/**",
    "usr/lib/prosody/util/**",
  ],
  host: { globals: [...PROSODY, ...AWESOME], modules: ["lgi"] },
  taskCode: { patterns: ["^\\[(?<code>P-\\d+)\\] "], examples: ["[P-1] Say what it does"] },
  rules: {
    "numeric-fields": ["error", { fields: ["loop", "total_loops", "priority", "timeout", "size", "limit"] }],
    "canonical-shape": [
      "error",
      {
        boundaries: [{ files: ["usr/lib/prosody/modules/**"], calls: ["*.user_exists"] }],
        canonicalizers: [
          "jid_*",
          "*.jid_*",
          "jid.*",
          "nodeprep",
          "*.nodeprep",
          "prep",
          "*.prep",
          "split_jid",
        ],
      },
    ],
    "proof-grep": [
      "error",
      {
        greps: [
          { pattern: "os%.execute%s*%(", should_match: false, message: "os.execute is not for libraries" },
          { pattern: "loop%s*=%s*{", should_match: false, dialect: "lua" },
          { pattern: "\\bio\\.popen\\(", should_match: false, dialect: "regex" },
        ],
      },
    ],
    // As `install` writes them.
    "no-require-effects": ["error", { results: true, moduleFields: true }],
    // Code for several versions of Lua asks for what only one of them has.
    "no-globals": [
      "error",
      { allow: ["setfenv", "getfenv", "loadstring", "unpack", "module", "newproxy", "jit", "arg", "warn"] },
    ],
    "path-fence": ["error", { roots: ["usr", "etc", "work", ".arkitektrc.json"] }],
  },
  overrides: [
    {
      files: ["etc/**"],
      rules: { "no-globals": "off", "module-shape": "off", "no-require-effects": "off" },
      reason: "configuration, which is a list of globals",
    },
    {
      files: [
        "usr/bin/**",
        "usr/lib/prosody/**",
        "usr/share/lua/**",
        "usr/share/awesome/themes/**",
        "etc/**",
        "usr/share/doc/**",
      ],
      rules: { "require-fence": "off" },
      reason: "one library each, with no features",
    },
  ],
};
