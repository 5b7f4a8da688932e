import { spawn } from 'node:child_process';
import { binary } from './build-binary.ts';

/** How a process ended and what it wrote. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  /** Null where a signal ended it. */
  readonly code: number | null;
}

/** What a run of the built program is given. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input, in pieces written one after the other. */
  readonly input?: readonly string[];
  /** Closes standard output as soon as something came. */
  readonly closeStdout?: boolean;
}

/**
 * Runs the built program as a process of its own, its streams being pipes.
 * @param argv the arguments
 */
export function runBinary(argv: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProcess(process.execPath, [binary, ...argv], options);
}

/**
 * Runs a line of shell in which `$advise` is the built program.
 * @param line the line
 */
export function runShell(line: string, options: RunOptions = {}): Promise<Ended> {
  const advise = `${process.execPath} ${binary}`;
  return runProcess('bash', ['--norc', '-c', line], { ...options, env: { ...options.env, advise } });
}

function runProcess(command: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, ...options.env },
  });
  const caught = { stdout: '', stderr: '' };
  child.stderr.setEncoding('utf8').on('data', (text: string) => (caught.stderr += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    caught.stdout += text;
    if (options.closeStdout === true) child.stdout.destroy();
  });
  // A program that refuses its input early closes the pipe under our hands.
  child.stdin.on('error', () => undefined);
  void feed(child.stdin, options.input ?? []);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...caught, code }));
  });
}

async function feed(stdin: NodeJS.WritableStream, pieces: readonly string[]): Promise<void> {
  for (const piece of pieces) {
    stdin.write(piece);
    if (pieces.length > 1) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  stdin.end();
}
