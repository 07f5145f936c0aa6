/** 0 pass or skip · 1 blocked · 2 cannot look (their input: policy, arguments, repository) · 3 a bug of ours. */
export const EXIT = { pass: 0, blocked: 1, cannotLook: 2, bug: 3 } as const;
