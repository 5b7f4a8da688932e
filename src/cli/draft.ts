import type { Prompter } from '../ask/prompter.ts';
import { wordWriteError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Workload } from '../workload/workload.ts';
import { writeWorkload } from '../workload/write-workload.ts';

/** Where the answers of an interview that was broken off are kept, in the working directory. */
export const draftFile = '.advise-draft.yaml';

/** Asks whether to go on with what an earlier interview left behind; not where it left nothing. */
export async function wantsDraft(io: Io, prompter: Prompter): Promise<boolean> {
  if (!io.exists(draftFile)) return false;
  const wanted = await prompter.choose({
    message: `Go on with the answers kept in ${draftFile}?`,
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No, begin anew' },
    ],
  });
  return wanted === 'yes';
}

/**
 * Keeps the answers after each of them: a closed terminal or a power cut loses nothing.
 * @returns why they could not be kept; undefined where they could
 */
export function keepDraft(io: Io, rulebook: Rulebook, workload: Workload): string | undefined {
  try {
    io.writeWhole(draftFile, writeWorkload(rulebook, workload));
    return undefined;
  } catch (error) {
    return wordWriteError(error);
  }
}

/**
 * Says of an interview that was broken off where its answers are; where they cannot be kept, shows
 * them, so that they can be copied.
 * @param workload as far as it came; undefined before its first answer: what an earlier interview left stays
 */
export function sayBrokenOff(io: Io, rulebook: Rulebook, workload: Workload | undefined): void {
  const failure = workload === undefined ? undefined : keepDraft(io, rulebook, workload);
  const kept = `advise: answers are kept in ${draftFile}; advise ask goes on with them\n`;
  const lost = `advise: ${draftFile} cannot be written: ${failure ?? ''}; these are your answers\n`;
  if (workload !== undefined && failure !== undefined)
    io.stderr.write(`\n${lost}${writeWorkload(rulebook, workload)}`);
  else io.stderr.write(`\n${io.exists(draftFile) ? kept : ''}`);
}
