import { main } from '../../../src/main.ts';
import { createTestWorld } from '../../support/create-test-world.ts';

/** All that a command let out. */
export interface Caught {
  readonly code: number;
  /** Both streams, one after the other. */
  readonly said: string;
  /** The files that it wrote, which never reach the disk; a later command may read them. */
  readonly written: ReadonlyMap<string, string>;
}

/**
 * Runs the program in a folder, and catches all that it lets out.
 * @param instead files that are not as they lie there, by name
 */
export async function runCaught(
  folder: string,
  argv: readonly string[],
  instead: ReadonlyMap<string, string> = new Map(),
): Promise<Caught> {
  const { world, stdout, stderr } = createTestWorld({ folder, stdin: Buffer.from(instead.get('-') ?? '') });
  const written = new Map<string, string>();
  const find = (path: string) => written.get(path) ?? instead.get(path);
  const io = {
    ...world.io,
    readBytes: (path: string, limit: number) => {
      const text = find(path);
      return text === undefined ? world.io.readBytes(path, limit) : Buffer.from(text);
    },
    exists: (path: string) => find(path) !== undefined || world.io.exists(path),
    makeFolder: () => undefined,
    writeWhole: (path: string, text: string) => void written.set(path, text),
  };
  const code = await main([...argv, '--no-config'], { ...world, io });
  return { code, said: stdout() + stderr(), written };
}
