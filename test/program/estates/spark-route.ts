import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import type { Route, SqlTexts } from './route.ts';

/** A program of Spark's distribution for Python, which has the cluster's master and workers in it. */
const findSpark = (version: string) => {
  const venv = resolve('node_modules/.cache/spark', version);
  const libraries = join(venv, 'lib');
  const python = existsSync(libraries) ? readdirSync(libraries)[0] : undefined;
  const home = join(libraries, python ?? '', 'site-packages/pyspark');
  return existsSync(join(home, 'bin/spark-class')) ? { home, python: join(venv, 'bin/python') } : undefined;
};

/** What Spark says where it gives up on compiled code. */
const fallBacks =
  /Whole-stage codegen disabled|falling back to interpret|[Cc]ode grows beyond|Code generation failed/i;

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Spark as a cluster of a master and two workers, each a process. */
export function sparkRoute(version: string): Route {
  const spark = findSpark(version);
  return {
    name: `Spark ${version}`,
    missing:
      spark === undefined ? `Spark ${version} is missing: npm run estate-tools, and Java 17` : undefined,
    run: async (folder, { vectors, join: joined, verdict }: SqlTexts, decide) => {
      const { home = '', python = '' } = spark ?? {};
      const work = join(folder, `spark-${version}`);
      mkdirSync(work);
      const port = await findPort();
      const master = `spark://127.0.0.1:${port}`;
      const env = {
        PATH: process.env.PATH ?? '',
        SPARK_HOME: home,
        SPARK_LOCAL_IP: '127.0.0.1',
        SPARK_LOCAL_DIRS: work,
        PYSPARK_PYTHON: python,
      };
      const members: ChildProcess[] = [];
      const begin = (member: string, ...args: string[]): void => {
        const main = `org.apache.spark.deploy.${member.toLowerCase()}.${member}`;
        // A group of its own: what it starts ends with it.
        members.push(
          spawn(join(home, 'bin/spark-class'), [main, '--host', '127.0.0.1', '--webui-port', '0', ...args], {
            cwd: work,
            env,
            stdio: 'ignore',
            detached: true,
          }),
        );
      };
      const submit = async (step: string, sql: string, ...args: string[]): Promise<string> => {
        const [query, out] = [join(work, `${step}.sql`), join(work, step)];
        writeFileSync(query, sql);
        const script = resolve('test/program/estates/spark-step.py');
        const child = spawn(python, [script, master, query, out, ...args], {
          cwd: work,
          env,
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        let log = '';
        child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
        const [code] = (await once(child, 'close')) as [number | null];
        if (code !== 0) throw new Error(`Spark ${version} ended with ${code}\n${log.slice(-4000)}`);
        const fell = log.split('\n').filter((line) => fallBacks.test(line));
        if (fell.length > 0) throw new Error(`Spark ${version} interprets:\n${fell.join('\n')}`);
        if (!log.includes('ran on 2 executors'))
          throw new Error(`not both workers worked:\n${log.slice(-4000)}`);
        const part = readdirSync(out).find((name) => name.endsWith('.csv')) ?? '';
        return readFileSync(join(out, part), 'utf8');
      };
      begin('Master', '--port', String(port));
      begin('Worker', '--cores', '1', '--memory', '1g', '-d', join(work, 'worker-1'), master);
      begin('Worker', '--cores', '1', '--memory', '1g', '-d', join(work, 'worker-2'), master);
      try {
        const rows = `workloads=${join(folder, 'rows.csv')}`;
        const decided = await decide(await submit('vectors', vectors, rows));
        return {
          joined: await submit('records', joined, rows, `advise_decisions=${decided}`),
          verdicts: await submit('verdicts', verdict, rows),
        };
      } finally {
        for (const { pid } of members) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
      }
    },
  };
}
