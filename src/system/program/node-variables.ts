// Variables that tell Node what to do before the program runs. Meant for another program, they hold the gate up (a debugger waits,
// certificates are read), end it (a preload that is gone), or speak for it (a preload that exits), so the launcher takes them out.

/** What Node 20 to 24, and the OpenSSL in them, obey at their start; in capitals and without a dash, because a shell evaluates the names. */
export const NODE_VARIABLES = [
  "NODE_OPTIONS",
  "NODE_EXTRA_CA_CERTS",
  "NODE_V8_COVERAGE",
  "NODE_DEBUG",
  "NODE_DEBUG_NATIVE",
  "NODE_PATH",
  "NODE_ICU_DATA",
  "NODE_NO_WARNINGS",
  "NODE_PENDING_DEPRECATION",
  "NODE_PRESERVE_SYMLINKS",
  "NODE_PRESERVE_SYMLINKS_MAIN",
  "NODE_REDIRECT_WARNINGS",
  "NODE_SKIP_PLATFORM_CHECK",
  "NODE_TLS_REJECT_UNAUTHORIZED",
  "NODE_USE_ENV_PROXY",
  "NODE_USE_SYSTEM_CA",
  "NODE_COMPILE_CACHE",
  "NODE_DISABLE_COMPILE_CACHE",
  "NODE_CHANNEL_FD",
  "NODE_CHANNEL_SERIALIZATION_MODE",
  "NODE_UNIQUE_ID",
  "NODE_INSPECT_RESUME_ON_START",
  "NODE_TEST_CONTEXT",
  "NODE_REPL_EXTERNAL_MODULE",
  "WATCH_REPORT_DEPENDENCIES",
  "OPENSSL_CONF",
  "OPENSSL_MODULES",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "UV_THREADPOOL_SIZE",
] as const;

const KEPT = "ARKITEKT_KEPT_";

/** The environment as it was before the launcher took those out: the one for every program that the policy starts. */
export function givenBack(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name.startsWith(KEPT) ? name.slice(KEPT.length) : name,
      value,
    ]),
  );
}

/** The same in place, once Node has started: what a command starts is what the person who typed it would start. */
export function giveBack(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env).filter((each) => each.startsWith(KEPT))) {
    env[name.slice(KEPT.length)] = env[name];
    delete env[name];
  }
}

/** `env` for a Node that must run this program and nothing else. */
export function plainNode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const taken = new Set<string>(NODE_VARIABLES);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !taken.has(name)));
}
