/** Programs that mend files, as lint-staged is configured: a glob of files, and the command or commands that are given them. */
export type Fixers = Readonly<Record<string, string | readonly string[]>>;
