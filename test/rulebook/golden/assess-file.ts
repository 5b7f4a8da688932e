import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Advice } from '../../../src/advice/result.ts';
import { assess } from '../../../src/assess.ts';
import { connectProcess } from '../../../src/io.ts';
import { readWorkloads } from '../../../src/workload/read-workloads.ts';
import type { Workload } from '../../../src/workload/workload.ts';
import { loadRules } from '../../support/load-rules.ts';

const io = connectProcess();

/** The only workload of a file. */
export function readOne(file: string): Workload {
  const [workload, second] = readWorkloads(io, file, loadRules().rulebook);
  if (workload === undefined || second !== undefined) throw new Error(`${file} should hold one workload`);
  return workload;
}

/** The advice on the only workload of a file, by the default rulebook. */
export function assessFile(file: string): Advice {
  return assess(readOne(file), loadRules(), { today: '2026-11-23' });
}

/** A table of data beside the fixtures: a map of name to row. */
export function readTable<Row>(file: string): [string, Row][] {
  return Object.entries(parse(readFileSync(file, 'utf8')) as Record<string, Row>);
}
