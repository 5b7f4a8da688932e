import { Argument, type Command, Option } from 'commander';
import type { AskFlags } from './ask.ts';
import type { AssessFlags } from './assess.ts';
import type { ImportFlags } from './import.ts';
import type { InitFlags } from './init.ts';
import type { LockFlags } from './lock.ts';
import type { WhyFlags } from './why.ts';
import type { CommandTree } from './create-root.ts';
import {
  adviceFormatOption,
  addReadingOptions,
  expectOption,
  formatOption,
  repeatable,
  outputOption,
  requireOption,
  todayOption,
  rulesOption,
} from './options.ts';

const keepGoing = 'read and write what can be, whatever cannot; the exit code is 2 all the same';

/** `advise ask`. */
export function addAsk({ world, command, finish }: CommandTree): void {
  const ask = command('ask', 'the interview: asks what matters, and says where the workload belongs')
    .argument('[file]', 'a workload file to start from')
    .addOption(rulesOption())
    .option(
      '-p, --profile <file>',
      'facts that hold for every workload of a team or site; they are not asked',
    )
    .option('--all', 'print every reason, action and table')
    .option('--no-input', 'never ask: the verdict as it stands');
  addReadingOptions(ask).action(async (file: string | undefined, flags: AskFlags) =>
    finish(await (await import('./ask.ts')).runAsk(world, file, flags)),
  );
}

/** `advise assess`. */
export function addAssess({ world, command, finish }: CommandTree): void {
  const assess = command('assess', 'assess workload files; never asks anything').addArgument(
    new Argument('<file...>', 'workload files, YAML or JSON, and folders of them; - is standard input'),
  );
  addAssessOptions(assess).action(async (files: string[], flags: AssessFlags) =>
    finish(await (await import('./assess.ts')).runAssess(world, files, flags)),
  );
}

/** The options of an assessment. */
export function addAssessOptions(command: Command): Command {
  return addReadingOptions(
    command
      .addOption(adviceFormatOption())
      .addOption(outputOption())
      .addOption(rulesOption())
      .option('-p, --profile <file>', 'facts that hold for every workload of a team or site')
      .addOption(repeatable('--set <fact=value>', 'what if: state a fact; repeatable'))
      .option('--all', 'print every reason, action and table')
      .addOption(expectOption())
      .addOption(requireOption())
      .option(
        '--against <record>',
        'gate: the decision must be the one recorded here by advise lock or with -f json',
      )
      .option('--complete', 'gate with --against: everything that is recorded there must have been assessed')
      .option('--rules-digest <hash>', 'refuse any rulebook but the one with this SHA-256')
      .option('--rejects <file>', 'write the rows of a table that cannot be used to this CSV file, and go on')
      .option('--keep-going', keepGoing)
      .option('--no-waivers', 'let no waiver of a workload count')
      .option('--no-rulings', 'let no ruling of a workload count')
      .option('--proven', 'let only what files of other programs prove count, as under every gate')
      .option('--no-proven', 'let what they only suggest count under gates, too')
      .addOption(todayOption()),
  );
}

/** `advise lock`. */
export function addLock({ world, command, finish }: CommandTree): void {
  const lock = command('lock', 'write what is decided, a few lines a workload, to review and for --against')
    .addArgument(new Argument('<file...>', 'workload files, and folders of them'))
    .option('-o, --output <file>', 'write this file, whole or not at all (default: standard output)')
    .addOption(rulesOption())
    .option('-p, --profile <file>', 'facts that hold for every workload of a team or site')
    .addOption(todayOption());
  addReadingOptions(lock).action(async (files: string[], flags: LockFlags) =>
    finish(await (await import('./lock.ts')).runLock(world, files, flags)),
  );
}

/** `advise why`. */
export function addWhy({ world, command, finish }: CommandTree): void {
  const why = command(
    'why',
    'explain why a rule fired or not, a placement was removed or kept, or a fact is known',
  )
    .argument('<id>', 'a rule, a placement or a fact')
    .argument('<file>', 'the workload file; - is standard input; file#part is one part of it')
    .addOption(formatOption('why'))
    .addOption(rulesOption())
    .option('-p, --profile <file>', 'facts that hold for every workload of a team or site')
    .addOption(repeatable('--set <fact=value>', 'what if: state a fact; repeatable'))
    .addOption(todayOption());
  addReadingOptions(why).action(async (id: string, file: string, flags: WhyFlags) =>
    finish(await (await import('./why.ts')).runWhy(world, id, file, flags)),
  );
}

/** `advise init`. */
export function addInit({ world, command, finish }: CommandTree): void {
  command('init', 'write a blank workload file to fill in')
    .argument('[file]', 'where to write it; - or nothing is standard output')
    .addOption(rulesOption())
    .option('--force', 'overwrite the file if it exists')
    .action(async (file: string | undefined, flags: InitFlags) =>
      finish(await (await import('./init.ts')).runInit(world, file, flags)),
    );
}

/** `advise import`. */
export function addImport({ world, command, finish }: CommandTree): void {
  const importing = command(
    'import',
    'tell what files of other programs say of workloads, and write it as workload files',
  )
    .argument('[file...]', 'Compose files, manifests and the like, and folders of them; - is standard input')
    .addOption(formatOption('inferences', 'text, json, or markdown with --rules'))
    .option(
      '-o, --output <file>',
      'write the workloads, or the rules, to this file: YAML, .ndjson, or a folder/ for a file each',
    )
    .option('--site <file>', 'write what is said of the site to this file, a profile')
    .option('--rules [kind]', 'print the rules of inference instead')
    .addOption(
      new Option(
        '--collector <shell>',
        'print a script that collects facts of a host, to run there and read',
      ).choices(['sh', 'ps1']),
    )
    .addOption(todayOption('ends of support are judged by (default: the day of their data)'))
    .option('--check', 'tell whether written workloads still say what they were read from')
    .option('--redact', 'make names of workloads, parts and files hashes, the same in every run')
    .option('--rejects <file>', 'write the rows of a table that cannot be used to this CSV file, and go on')
    .option('--keep-going', keepGoing)
    .option('--all', 'print every fact that was found');
  addReadingOptions(importing).action(async (files: string[], flags: ImportFlags) =>
    finish(await (await import('./import.ts')).runImport(world, files, flags)),
  );
}
