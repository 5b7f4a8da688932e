/** The exit codes, one table for code, `--help` and README. Never a count, never dependent on the format. */
export const exitCodes = {
  advised: { code: 0, means: 'advice was given, whatever it is' },
  gateTripped: { code: 1, means: 'advice was given and a gate that the caller asked for tripped' },
  noAdvice: {
    code: 2,
    means:
      'no trustworthy advice: bad flag, unreadable or invalid input, invalid rulebook, write failure, bug',
  },
  interrupted: { code: 130, means: 'interrupted with Ctrl-C' },
} as const;
