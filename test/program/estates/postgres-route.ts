import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Route, SqlTexts } from './route.ts';

/** The folder with the programs of the server: Debian keeps them out of the way. */
function findServer(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...(existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

const server = findServer();

/** Root may not run the server: whoever has no rights does. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** A PostgreSQL of its own, in a folder, reached by a socket alone. */
export const postgresRoute: Route = {
  name: 'PostgreSQL',
  missing: server === undefined ? 'the server is missing: apt-get install postgresql' : undefined,
  run: async (folder, { vectors, decisions, join: joined, verdict }: SqlTexts, decide) => {
    const home = join(folder, 'postgres');
    mkdirSync(home);
    if (nobody.uid !== undefined) chownSync(home, nobody.uid, nobody.gid);
    const options: ExecFileSyncOptions = {
      cwd: home,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...nobody,
      maxBuffer: 2 ** 30,
    };
    const start = (program: string, ...args: string[]) =>
      execFileSync(join(server ?? '', program), args, { ...options, stdio: 'ignore' });
    const data = join(home, 'data');
    start('initdb', '-D', data, '-U', 'advise', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
    start(
      'pg_ctl',
      '-D',
      data,
      '-w',
      '-o',
      `-k ${home} -c listen_addresses= -c fsync=off`,
      '-l',
      join(home, 'log'),
      'start',
    );
    try {
      const ask = (...texts: string[]) =>
        execFileSync(
          'psql',
          [
            '-h',
            home,
            '-U',
            'advise',
            '-d',
            'postgres',
            '-X',
            '-q',
            '-v',
            'ON_ERROR_STOP=1',
            '--csv',
            '-f',
            '-',
          ],
          { ...options, input: texts.join('\n'), encoding: 'utf8' },
        );
      const [heading = ''] = readFileSync(join(folder, 'rows.csv'), 'utf8').split('\n', 1);
      ask(
        `CREATE TABLE workloads (${heading
          .split(',')
          .map((column) => `${column} TEXT`)
          .join(', ')});`,
        `\\copy workloads FROM '${join(folder, 'rows.csv')}' CSV HEADER`,
      );
      const decided = await decide(ask(`${vectors};`));
      ask(decisions, `\\copy advise_decisions FROM '${decided}' CSV HEADER`);
      return { joined: ask(`${joined};`), verdicts: ask(`${verdict};`) };
    } finally {
      start('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
    }
  },
};
