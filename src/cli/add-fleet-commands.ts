import { Argument, InvalidArgumentError, Option } from 'commander';
import type { FleetAssessFlags } from './fleet-assess.ts';
import type { FleetDecideFlags } from './fleet-decide.ts';
import type { FleetDiffFlags } from './fleet-diff.ts';
import { sqlLanguages, type SqlSubject, sqlSubjects } from '../fleet/sql/sql-choices.ts';
import type { FleetSqlFlags } from './fleet-sql.ts';
import type { FleetVectorsFlags } from './fleet-vectors.ts';
import type { CommandTree } from './create-root.ts';
import { repeatable, rulesOption } from './options.ts';

/** A list in one word, with commas. */
function listed(flags: string, description: string): Option {
  return new Option(flags, description)
    .default([], 'none')
    .argParser((value, before: readonly string[]) => [...before, ...value.split(',')]);
}

/** `advise fleet`. */
export function addFleet({ world, group, finish }: CommandTree): void {
  const fleet = group('fleet', 'workloads by the thousand or million, a row each');
  fleet('assess', 'judge rows of NDJSON, CSV or Parquet in one pass, and say what the fleet comes to')
    .addArgument(new Argument('<file...>', 'NDJSON, CSV or Parquet files; - is standard input'))
    .addOption(
      new Option(
        '-f, --format <format>',
        'what standard output carries: what the fleet comes to as text, json, markdown or html, or the records as ndjson or csv',
      )
        .choices(['text', 'json', 'markdown', 'html', 'ndjson', 'csv'])
        .default('text'),
    )
    .addOption(
      repeatable('-o, --output <file>', 'write a record a row: .ndjson, .csv or .parquet; repeatable'),
    )
    .addOption(
      repeatable(
        '--summary <file>',
        'write what the fleet comes to: .md, .html, .json, .csv or .txt; repeatable',
      ),
    )
    .option('--all', 'print all of what the fleet comes to')
    .addOption(withOption('records'))
    .addOption(listed('--carry <columns>', 'columns to copy into the records'))
    .option('--by <column>', 'count by what stands in this column, too')
    .addOption(keyOption())
    .option('--ignore-columns', 'take columns that look like facts, and are none, as saying nothing')
    .option(
      '--systems <file>',
      'join the rows that have the same in the column system, and write a record a system: .ndjson, .csv or .parquet',
    )
    .option('--waivers <file>', 'rules that are waived for single rows, by their names: YAML')
    .option('--fail-fast', 'end at the first row that cannot be used')
    .option('--map <file>', 'what the columns of a table mean: names and facts, YAML')
    .addOption(rowsProfileOption())
    .addOption(rulesOption())
    .option('--rules-digest <hash>', 'refuse any rulebook but the one with this SHA-256')
    .option('--rejects <file>', 'write the rows that cannot be used to this CSV file')
    .option('--reject-limit <limit>', 'gate: at most so many rows are rejected, or such a share (5%)')
    .option('--max-none <limit>', 'gate: at most so many have no placement')
    .option('--max-open <limit>', 'gate: at most so many are open')
    .option('--today <date>', 'the day waivers and rulings are judged by (default: the clock)')
    .addOption(
      new Option('--threads <number>', 'judge rows of NDJSON in so many threads, in more memory')
        .default(1)
        .argParser(parseThreads),
    )
    .action(async (files: string[], flags: FleetAssessFlags) =>
      finish(await (await import('./fleet-assess.ts')).runFleetAssess(world, files, flags)),
    );
  fleet('vectors', 'what is known of rows, each once: to be judged by decide, and joined by SQL')
    .addArgument(new Argument('<file...>', 'NDJSON, CSV or Parquet files of rows; - is standard input'))
    .addOption(tableOption('vectors'))
    .addOption(tableFormatOption())
    .option('--count', 'only count them')
    .addOption(keyOption())
    .option('--ignore-columns', 'take columns that look like facts, and are none, as saying nothing')
    .option('--map <file>', 'what the columns of a table mean: names and facts, YAML')
    .addOption(rowsProfileOption())
    .addOption(rulesOption())
    .option('--rejects <file>', 'write the places of rows that cannot be used to this CSV file')
    .action(async (files: string[], flags: FleetVectorsFlags) =>
      finish(await (await import('./fleet-vectors.ts')).runFleetVectors(world, files, flags)),
    );
  fleet('decide', 'judge vectors, as assess judges the rows that have them: a table to join by its key')
    .addArgument(
      new Argument(
        '<file...>',
        'vectors, or decisions to make anew: NDJSON, CSV or Parquet; - is standard input',
      ),
    )
    .addOption(tableOption('decisions'))
    .addOption(tableFormatOption())
    .addOption(
      repeatable('--known <file>', 'leave out what this file has decisions of, by this rulebook; repeatable'),
    )
    .addOption(withOption('records'))
    .addOption(rulesOption())
    .option('--rules-digest <hash>', 'refuse any rulebook but the one with this SHA-256')
    .option('--rejects <file>', 'write the vectors that cannot be used to this CSV file')
    .action(async (files: string[], flags: FleetDecideFlags) =>
      finish(await (await import('./fleet-decide.ts')).runFleetDecide(world, files, flags)),
    );
  fleet('diff', 'what two tables of decisions do not say alike, and which rules made the difference')
    .argument('<before>', 'decisions, NDJSON, CSV or Parquet')
    .argument('<after>', 'decisions about the same vectors: by another rulebook, or of a later day')
    .option('--all', 'print all of it')
    .action(async (before: string, after: string, flags: FleetDiffFlags) =>
      finish(await (await import('./fleet-diff.ts')).runFleetDiff(world, before, after, flags)),
    );
  fleet('sql', 'what to ask a database, so that its rows are judged where they lie')
    .addArgument(
      new Argument(
        '<statement>',
        Object.entries(sqlSubjects)
          .map(([name, what]) => `${name}: ${what}`)
          .join('; '),
      ).choices(Object.keys(sqlSubjects)),
    )
    .addOption(
      new Option('-d, --dialect <dialect>', 'the language of the database')
        .choices(sqlLanguages)
        .makeOptionMandatory(),
    )
    .option('--from <table>', 'the table with the rows (default: workloads)')
    .option('--decisions <table>', 'the table with the decisions (default: advise_decisions)')
    .option('--view <name>', 'make the join or verdict a view (default: only what it selects)')
    .addOption(
      listed(
        '--key <columns>',
        'columns of the rows to join (default: all), or that they are called by in a verdict (default: name)',
      ),
    )
    .addOption(listed('--columns <columns>', 'columns of facts that the table has (default: all)'))
    .addOption(withOption('decisions'))
    .addOption(rulesOption())
    .option('--rules-digest <hash>', 'refuse any rulebook but the one with this SHA-256')
    .action(async (statement: SqlSubject, flags: FleetSqlFlags) =>
      finish(await (await import('./fleet-sql.ts')).runFleetSql(world, statement, flags)),
    );
}

function keyOption(): Option {
  return listed('--key <columns>', 'the columns that rows are called by, instead of name');
}

function rowsProfileOption(): Option {
  return repeatable(
    '-p, --profile <file>',
    'facts of all rows; name=file: of those with it under profile; repeatable',
  );
}

function withOption(what: string): Option {
  return listed('--with <list>', `what ${what} hold beside the verdict and its rules: should, hinges, flips`);
}

/** -o for tables of vectors. */
function tableOption(what: string): Option {
  return repeatable(
    '-o, --output <file>',
    `write the ${what}: .ndjson, .csv or .parquet; repeatable (default: standard output)`,
  );
}

/** -f for tables of vectors. */
function tableFormatOption(): Option {
  return new Option('-f, --format <format>', 'what standard output carries where no file is written')
    .choices(['ndjson', 'csv'])
    .default('ndjson');
}

const mostThreads = 64;

function parseThreads(text: string): number {
  const threads = Number(text);
  if (Number.isInteger(threads) && threads >= 1 && threads <= mostThreads) return threads;
  throw new InvalidArgumentError(`It takes a number from 1 to ${mostThreads}.`);
}
