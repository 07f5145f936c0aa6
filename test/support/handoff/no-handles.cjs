// Preloaded to run a process as on a system where names cannot be reached through an open folder.
Object.defineProperty(process, "platform", { value: "darwin" });
