/** The first word of a thread's command line, before what it is to do. */
export const THREAD = "--thread";
