import type { Workload } from '../workload/workload.ts';
import type { Advice } from './result.ts';

/** Which workload an advice is on: its name, and where it stands. */
export function describeWorkload({ name, file, document, at, alike }: Workload): Advice['workload'] {
  return {
    name,
    file,
    ...(document === undefined ? {} : { document }),
    ...(at === undefined ? {} : { at }),
    ...(alike === undefined ? {} : { alike }),
  };
}
