/** What machines of several artefacts may be known by; kept apart from joining, since the help names them. */
export const joinKeys = ['name', 'uuid', 'address'] as const;

/** What machines of several artefacts are known by. */
export type JoinKey = (typeof joinKeys)[number];
